// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QIODevice;

namespace respool {

// The beginning of what a recording shows, as plain text without control sequences: a glance, not
// a screen. At most about 64 KiB are read. Errors: Media, when it is not such a file.
Result<QString> plainTextOfCast(QIODevice &file); // the output events of an asciicast v2 or v3
Result<QString> plainTextOfTrp(QIODevice &file);
Result<QString> plainTextOfLog(QIODevice &file); // as it is

} // namespace respool
