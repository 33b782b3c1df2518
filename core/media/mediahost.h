// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediaprogress.h"
#include "core/media/mediarequest.h"
#include "core/media/reader/mediaprocess.h"

#include <mutex>
#include <stop_token>

namespace respool {

// Has untrusted media files read by the program respool-media, one process a request, so that a
// file that crashes, hangs or feeds a demuxer harms its own request and nothing else. Starts the
// program with the first request, and again when it has died. Engine owns the only one; it is made
// on the main thread, runs requests on any pool thread, several at the same time, and must outlive
// them. Knows nothing of what the verbs do.
class MediaHost
{
public:
    explicit MediaHost(QString program = MediaProcess::findProgram());

    // Errors: Interrupted (the stop; no process works on the files any more), Media (what the task
    // says of the file; its process crashed, took too much, made no progress), Internal when
    // respool-media cannot be used at all; Io, NoSpace and others of the task.
    Result<QJsonObject> run(const MediaRequest &request, const std::stop_token &stop = {},
                            const MediaProgress &progress = {});

    // Of the program that runs now; 0 before the first request.
    pid_t processId() const;

private:
    Q_DISABLE_COPY_MOVE(MediaHost)
    Result<> hand(const QJsonObject &message, const QList<int> &files);

    const QString m_program;
    mutable std::mutex m_mutex; // guards m_process, from its start to the last byte of a message
    MediaProcess m_process;
};

} // namespace respool
