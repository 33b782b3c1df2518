// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

#include <QByteArrayView>

#include <functional>

namespace respool {

// Reads a file once, from its beginning to its end, in pieces of a MiB, and has the system forget
// each: what is read only once must not push what others work with out of the memory. path is for
// messages. Errors: Io; those of each, which end it.
using PieceReader = std::function<Result<>(QByteArrayView piece)>;
Result<> readThrough(const UniqueFd &file, const QString &path, const PieceReader &each);

} // namespace respool
