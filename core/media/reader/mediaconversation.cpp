// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/mediaconversation.h"

#include "core/files/errnofailure.h"
#include "core/media/reader/mediamessage.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// How long a killed child may take: only a disk that does not answer makes it so long.
constexpr int deathMs = 5000;

// Errors that a child may give. Every other one, and above all "interrupted", is the host's word.
constexpr std::array childsCodes{
    ErrorCode::InvalidArgument, ErrorCode::Refused, ErrorCode::Conflict, ErrorCode::Io,
    ErrorCode::NoSpace,         ErrorCode::Unsafe,  ErrorCode::Media};

int secondsOf(qint64 ms)
{
    return int((ms + 999) / 1000);
}

// 1: it can be read; 0: it was quiet for that long.
int waitFor(std::array<pollfd, 2> &wanted, qint64 ms)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const qint64 left = std::max<qint64>(0, ms - timer.elapsed());
        const int woken = ::poll(wanted.data(), wanted.size(), int(left));
        if (woken >= 0 || errno != EINTR)
            return woken;
    }
}

} // namespace

std::optional<Result<QJsonObject>> MediaConversation::run(const MediaProgress &progress)
{
    const UniqueFd bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!bell)
        return errnoFailure(u"cannot watch the reader of"_s, m_request.about());
    const std::stop_callback ring(m_stop, [&] { ::eventfd_write(bell.get(), 1); });
    bool begun = false;
    for (;;) {
        switch (wait(bell.get())) {
        case Woken::Stop:
            TRY(letGo());
            return fail(ErrorCode::Interrupted,
                        u"reading %1 was interrupted"_s.arg(m_request.about()));
        case Woken::Stall:
            TRY(letGo());
            return fail(ErrorCode::Media,
                        u"%1 was given up: no progress for %2 s"_s.arg(m_request.about())
                            .arg(secondsOf(m_request.limits.stallMs)));
        case Woken::Message:
            break;
        }
        const auto message = receiveMessage(m_socket.get(), Descriptors::Refuse);
        if (!message && !begun)
            return {};
        if (!message)
            return fail(ErrorCode::Internal,
                        u"respool-media was ended while it read %1"_s.arg(m_request.about()));
        begun = true;
        if (auto result = take(message->object, progress))
            return result;
    }
}

MediaConversation::Woken MediaConversation::wait(int stopBell) const
{
    std::array<pollfd, 2> wanted{pollfd{m_socket.get(), POLLIN, 0}, pollfd{stopBell, POLLIN, 0}};
    if (waitFor(wanted, m_request.limits.stallMs) == 0)
        return Woken::Stall;
    return wanted[1].revents != 0 ? Woken::Stop : Woken::Message;
}

std::optional<Result<QJsonObject>> MediaConversation::take(const QJsonObject &message,
                                                           const MediaProgress &progress) const
{
    if (const QJsonValue result = message[u"result"_s]; result.isObject())
        return result.toObject();
    if (const QJsonValue error = message[u"error"_s]; error.isObject())
        return errorFrom(error.toObject());
    if (const QJsonValue refused = message[u"refused"_s]; refused.isString())
        return fail(ErrorCode::Internal, u"no process can be made to read %1: %2"_s.arg(
                                             m_request.about(), refused.toString()));
    if (const QJsonValue end = message[u"ended"_s]; end.isObject())
        return deathFrom(end.toObject());
    if (progress && message.contains(u"done"_s))
        progress(message[u"done"_s].toInteger(), message[u"total"_s].toInteger());
    return {};
}

Failure MediaConversation::errorFrom(const QJsonObject &error) const
{
    const auto code = ErrorCode(error[u"code"_s].toInt());
    const bool known = std::ranges::find(childsCodes, code) != childsCodes.end();
    return fail(known ? code : ErrorCode::Media, error[u"detail"_s].toString());
}

Failure MediaConversation::deathFrom(const QJsonObject &end) const
{
    const QString about = m_request.about();
    const int signal = end[u"signal"_s].toInt();
    if (signal == SIGXCPU)
        return fail(ErrorCode::Media,
                    u"%1 was given up: it took more than %2 s of computing"_s.arg(about).arg(
                        secondsOf(m_request.limits.cpuMs)));
    if (signal != 0)
        return fail(ErrorCode::Media,
                    u"the reader of %1 was killed by signal %2 (%3)"_s.arg(about).arg(signal).arg(
                        QString::fromLocal8Bit(::strsignal(signal))));
    return fail(ErrorCode::Media,
                u"the reader of %1 ended without an answer (status %2)"_s.arg(about).arg(
                    end[u"status"_s].toInt()));
}

Result<> MediaConversation::letGo() const
{
    ::shutdown(m_socket.get(), SHUT_WR);
    std::array<pollfd, 2> wanted{pollfd{m_socket.get(), POLLIN, 0}, pollfd{-1, 0, 0}};
    // The last word is of respool-media, which then closes the socket: the child cannot.
    while (waitFor(wanted, deathMs) > 0) {
        if (!receiveMessage(m_socket.get(), Descriptors::Refuse))
            return {};
    }
    return fail(ErrorCode::Io, u"the reader of %1 cannot be ended: its disk does not answer"_s.arg(
                                   m_request.about()));
}

} // namespace respool
