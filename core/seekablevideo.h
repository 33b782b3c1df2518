// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QIODevice>

#include <memory>

namespace respool {

// A video as a player is to see it, at one moment of the file's life: either the file as it is, or,
// for WebM and Matroska without an index, a new front in memory (head, duration, tracks and cues)
// followed by the clusters of the file, whose sizes are put in as they are read. Nothing is ever
// written. A value that any number of threads and devices share; the file stays open with it.
class SeekableVideo
{
public:
    struct Content; // the front, what is put in, and the file

    explicit SeekableVideo(std::shared_ptr<const Content> content);
    ~SeekableVideo();

    // A new one for each player, at its beginning, open for reading. It may be read and moved by
    // any one thread at a time, which need not be the one it was made on.
    std::unique_ptr<QIODevice> device() const;

    QString name() const; // of the file, for the kind of content: setSourceDevice(…, QUrl(name))
    qint64 durationMs() const; // 0: not known (the file tells, or the player finds out)
    qint64 bytes() const;      // of the virtual file
    bool isIndexed() const;    // it has a front of ours
    bool isGrowing() const;    // somebody was still writing when it was opened
    qint64 fileBytes() const;  // of the file that this is a view of

    std::shared_ptr<const Content> content() const { return m_content; }

private:
    std::shared_ptr<const Content> m_content;
};

} // namespace respool
