// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/mediamessage.h"

#include "core/files/errnofailure.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct ControlBuffer
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * mostMessageFiles)> bytes{};
};

std::vector<UniqueFd> descriptorsOf(msghdr &header)
{
    std::vector<UniqueFd> files;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof fd);
            files.emplace_back(fd);
        }
    }
    return files;
}

} // namespace

Result<SocketPair> SocketPair::make()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return errnoFailure(u"cannot make a socket for"_s, u"respool-media"_s);
    return SocketPair{UniqueFd(ends[0]), UniqueFd(ends[1])};
}

int sendMessage(int socket, const QJsonObject &object, const QList<int> &files, int flags)
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (json.size() > mostMessageBytes || files.size() > mostMessageFiles)
        return EMSGSIZE;
    iovec content{json.data(), size_t(json.size())};
    msghdr header{};
    header.msg_iov = &content;
    header.msg_iovlen = 1;
    ControlBuffer control;
    if (!files.isEmpty()) {
        const size_t bytes = sizeof(int) * size_t(files.size());
        header.msg_control = control.bytes.data();
        header.msg_controllen = CMSG_SPACE(bytes);
        cmsghdr *part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(bytes);
        std::memcpy(CMSG_DATA(part), files.constData(), bytes);
    }
    for (;;) {
        if (::sendmsg(socket, &header, flags | MSG_NOSIGNAL) >= 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
}

std::optional<MediaMessage> receiveMessage(int socket, Descriptors descriptors)
{
    QByteArray json(mostMessageBytes, Qt::Uninitialized);
    iovec content{json.data(), size_t(json.size())};
    msghdr header{};
    header.msg_iov = &content;
    header.msg_iovlen = 1;
    ControlBuffer control;
    if (descriptors == Descriptors::Take) {
        header.msg_control = control.bytes.data();
        header.msg_controllen = control.bytes.size();
    }
    ssize_t got = 0;
    do {
        got = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return {};
    json.truncate(got);
    return MediaMessage{QJsonDocument::fromJson(json).object(), descriptorsOf(header)};
}

} // namespace respool
