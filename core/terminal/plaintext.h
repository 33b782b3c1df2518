// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QIODevice;

namespace respool {

// The beginning of what a recording shows, as plain text without control sequences: a glance, not
// a screen. About 64 KiB of text at most. Errors: Media, when it is not such a file.
Result<QString> plainTextOfCast(QIODevice &file); // the output events of an asciicast
Result<QString> plainTextOfTrp(QIODevice &file);
Result<QString> plainTextOfLog(QIODevice &file); // as it is

} // namespace respool
