// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace respool {

class MediaHost;
class SeekableVideo;
class TerminalReplay;

// Opens parts of recordings for the player: by handle below the root of the store, for reading
// only. Lives on the main thread; what it opens is read on a pool of its own, so that a store that
// hangs holds up nothing else, and by respool-media.
class ReplayCatalog final : public QObject
{
    Q_OBJECT

public:
    explicit ReplayCatalog(MediaHost &host, QObject *parent = nullptr);
    ~ReplayCatalog() override; // ends what is under way and waits for it

    // A part of kind Cast or Trp. Comes at once and knows nothing yet; opening is the first thing
    // it does in the background: TerminalReplay::failed() tells when that cannot be.
    std::unique_ptr<TerminalReplay> openTerminal(const Recording &recording, const StoreInfo &store,
                                                 const Part &part);

    using Video = std::shared_ptr<const SeekableVideo>;
    // A part of kind Webm or Media. Errors: NotFound, Offline, Unsafe, PermissionDenied, Io; Media
    // when it is no video.
    QFuture<Result<Video>> openVideo(const Recording &recording, const StoreInfo &store,
                                     const Part &part);
    // The same file once more: another video when it has grown since, the same one when not.
    QFuture<Result<Video>> lookAgain(const Video &video);
    // As SeekableVideo::frames().
    QFuture<Result<QList<quint32>>> frames(const Video &video);

private:
    MediaHost &m_host;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace respool
