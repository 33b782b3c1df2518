// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/sumstore.h"

#include <functional>
#include <stop_token>

namespace respool {

class Directory;

// Reads the whole file and says what its content is. progress: bytes so far. Errors: Interrupted;
// Conflict when it is written to meanwhile; NotFound, Unsafe, Io.
Result<PartSum> sumOf(const Directory &folder, const QString &name, const std::stop_token &stop,
                      const std::function<void(qint64)> &progress = {});

// Media when the content is another than was known, although size and time of the file are the
// same: nobody wrote to it, the disk has lost it.
Result<> refuseIfCorrupt(const QList<PartSum> &known, const PartSum &now);
// Whether a problem of a part was found so.
bool isCorruption(const QString &problem);

} // namespace respool
