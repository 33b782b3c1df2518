// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QList>

#include <memory>
#include <stop_token>

namespace respool {

class MediaHost;
struct OpenPart;

// A video as a player is to see it, at one moment of the file's life: either the file as it is, or,
// for WebM and Matroska without an index, what a repair of it would be: a new front in memory (head,
// duration, tracks and cues) and the clusters of the file, with what is to be changed in them put
// over as they are read. Nothing is ever written. Any number of threads and devices share one; the
// file stays open with it.
class SeekableVideo
{
public:
    // Pool thread. Errors: NotFound, Offline, Unsafe, PermissionDenied, Io; Media when it is a WebM
    // file without anything to show; Interrupted.
    static Result<std::shared_ptr<const SeekableVideo>> open(MediaHost &host, const OpenPart &part,
                                                             const std::stop_token &stop);
    // The same file once more. Nothing: it has not changed since.
    Result<std::shared_ptr<const SeekableVideo>> openAgain(MediaHost &host,
                                                           const std::stop_token &stop) const;
    ~SeekableVideo();

    // A new one for each player, at its beginning, open for reading; holds on to the video itself.
    // It may be read and moved by one thread at a time, which need not be the one it was made on.
    std::unique_ptr<QIODevice> device() const;

    // Up to size bytes from there, fewer only at the end; or a negative errno. Any thread.
    qint64 read(char *data, qint64 size, qint64 position) const;

    QString name() const; // of the file, for the kind of content: setSourceDevice(…, QUrl(name))
    qint64 durationMs() const; // 0: not known
    qint64 bytes() const;      // of what a device shows
    bool isIndexed() const;    // it has a front of ours
    bool isGrowing() const;    // somebody was writing to the file when it was opened
    qint64 fileBytes() const;  // of the file that this is a view of
    // When the frames of the picture begin, in ms, rounded up, in order; none where that is not
    // known. Takes a while where the file is large. Pool thread. Errors: as open().
    Result<QList<quint32>> frames(MediaHost &host, const std::stop_token &stop) const;

private:
    Q_DISABLE_COPY_MOVE(SeekableVideo)
    struct Content; // the front, what is put over, and the file
    explicit SeekableVideo(std::shared_ptr<const Content> content);
    class Device;

    std::shared_ptr<const Content> m_content;
};

} // namespace respool
