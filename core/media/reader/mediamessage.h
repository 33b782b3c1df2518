// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

#include <QJsonObject>
#include <QList>

#include <optional>
#include <vector>

namespace respool {

// How the host, respool-media and its children talk: JSON objects over SOCK_SEQPACKET, one a
// packet, with descriptors. Any thread, no Qt event loop.
//   to respool-media  {"verb", "options", "paths", "memoryBytes", "cpuMs", "fileBytes"} with the
//                     socket of the request and its files
//   on that socket    {"started"} or {"refused": why} from respool-media, {"done", "total"} and then {"result"} or
//                     {"error": {"code", "detail"}} from the child, {"ended": {"signal", "status"}}
//                     from respool-media
// When the host shuts its end down the child is killed.

constexpr qsizetype mostMessageBytes = 128 << 10;
constexpr qsizetype mostMessageFiles = 201;

struct MediaMessage
{
    QJsonObject object;
    std::vector<UniqueFd> files;
};

struct SocketPair
{
    UniqueFd here;
    UniqueFd there;

    static Result<SocketPair> make();
};

// 0, or the errno. EMSGSIZE: too large. flags as those of sendmsg(); SIGPIPE is never raised.
int sendMessage(int socket, const QJsonObject &object, const QList<int> &files = {}, int flags = 0);

// Nothing: the other end is closed. What cannot be read as JSON is an empty object. Descriptors
// that come with it are taken only if they are wanted.
enum class Descriptors { Refuse, Take };
std::optional<MediaMessage> receiveMessage(int socket, Descriptors descriptors);

} // namespace respool
