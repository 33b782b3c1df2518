// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"
#include "core/media/mediarequest.h"

#include <stop_token>

namespace respool {

class MediaHost;

struct ByteAnswer
{
    QByteArray bytes;
    QJsonObject report; // what the verb answers besides
};

// Runs a request whose answer is bytes: they come by a file in memory, which is lent as the second
// one. What follows the first file in the request comes behind it. Who made the bytes may have been
// taken over by the file: that they are more than mostBytes, or fewer than was told, is an error of
// the file, and the rest is for their reader to find out. Pool thread. Errors: as MediaHost::run().
Result<ByteAnswer> askForBytes(MediaHost &host, MediaRequest request, qint64 mostBytes,
                               const std::stop_token &stop);

// A file in memory that holds these bytes, to be lent. Errors: Internal.
Result<UniqueFd> memoryFileOf(const QByteArray &bytes);

} // namespace respool
