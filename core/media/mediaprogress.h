// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>

namespace respool {

using MediaProgress = std::function<void(qint64 doneBytes, qint64 totalBytes)>;

} // namespace respool
