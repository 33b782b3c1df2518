// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"

#include "core/files/errnofailure.h"
#include "core/media/reader/mediaconversation.h"
#include "core/media/reader/mediamessage.h"

#include <QJsonArray>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// How often a request is made anew because respool-media died before it had begun with it.
constexpr int mostTries = 3;

QJsonObject messageOf(const MediaRequest &request)
{
    QJsonArray paths;
    for (const LentFile &file : request.files)
        paths << file.path;
    return {{u"verb"_s, request.verb},
            {u"options"_s, request.options},
            {u"paths"_s, paths},
            {u"memoryBytes"_s, request.limits.memoryBytes},
            {u"cpuMs"_s, request.limits.cpuMs},
            {u"fileBytes"_s, request.limits.fileBytes}};
}

} // namespace

MediaHost::MediaHost(QString program)
    : m_program(std::move(program))
{}

Result<QJsonObject> MediaHost::run(const MediaRequest &request, const std::stop_token &stop,
                                   const MediaProgress &progress)
{
    const QJsonObject message = messageOf(request);
    for (int tries = 0; tries < mostTries; ++tries) {
        TRY_LET(SocketPair sockets, SocketPair::make());
        QList<int> files{sockets.there.get()};
        for (const LentFile &file : request.files)
            files << file.fd;
        TRY(hand(message, files));
        sockets.there = UniqueFd();
        if (auto result = MediaConversation(request, std::move(sockets.here), stop).run(progress))
            return *std::move(result);
    }
    return fail(ErrorCode::Internal,
                u"%1 dies before it can read %2"_s.arg(m_program, request.about()));
}

pid_t MediaHost::processId() const
{
    const std::scoped_lock lock(m_mutex);
    return m_process.id();
}

Result<> MediaHost::hand(const QJsonObject &message, const QList<int> &files)
{
    const std::scoped_lock lock(m_mutex);
    int error = m_process ? sendMessage(m_process.control(), message, files) : EPIPE;
    if (error == EPIPE || error == ECONNRESET) {
        m_process = MediaProcess(); // buries the one that died
        TRY_LET(m_process, MediaProcess::start(m_program));
        error = sendMessage(m_process.control(), message, files);
    }
    if (error == 0 || error == EPIPE || error == ECONNRESET)
        return {}; // a death right now is seen, and counted, by the conversation
    if (error == EMSGSIZE)
        return fail(ErrorCode::InvalidArgument,
                    u"the request for %1 files is too large"_s.arg(files.size() - 1));
    errno = error;
    return errnoFailure(u"cannot talk to"_s, m_program);
}

} // namespace respool
