// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/media/mediafile.h"
#include "core/terminal/replaypiece.h"
#include "core/terminal/spanplayer.h"
#include "core/terminal/textlines.h"

#include <memory>
#include <mutex>
#include <stop_token>

class QThreadPool;

namespace respool {

class MediaHost;

// A part of a recording that is looked at.
struct OpenPart
{
    Recording recording;
    StoreInfo store;
    Part part;

    // By handle below the root of the store. Errors: NotFound, Offline, Unsafe, PermissionDenied, Io.
    Result<Directory> folder() const;
    Result<MediaFile> open() const;
};

// What the pool threads of a TerminalReplay share: the part, opened by the first that needs it, and
// the questions about it. Any thread; the answers come on the thread that asks.
class ReplayFile
{
public:
    ReplayFile(MediaHost &host, QThreadPool &pool, OpenPart part);

    QThreadPool &pool() const { return m_pool; }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    void stop() { m_stop.request_stop(); }

    // Errors: those of OpenPart::open(), Media and others of the file, Interrupted.
    Result<qint64> size(); // now
    Result<ReplayPiece> index(const ReplayOrder &order);
    Result<ReplaySpan> span(const SpanOrder &order);
    Result<std::shared_ptr<const TextLines>> text();

private:
    Result<std::shared_ptr<const MediaFile>> opened();
    Result<QByteArray> ask(const QString &verb, QJsonObject options, const QByteArray &state,
                           qint64 mostBytes);

    MediaHost &m_host;
    QThreadPool &m_pool;
    const OpenPart m_part;
    std::stop_source m_stop;
    std::mutex m_mutex; // guards what follows
    std::shared_ptr<const MediaFile> m_file;
    std::shared_ptr<const TextLines> m_text;
    qint64 m_textBytes = -1; // the size of the file of which it is the text
};

} // namespace respool
