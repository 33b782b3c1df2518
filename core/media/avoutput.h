// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/media/aviofile.h"

namespace respool {

// A media file being written by libavformat into a descriptor. Every error of writing is kept and
// told: the muxer itself goes on over a full disk. Pool threads; one object, one thread.
class AvOutput
{
public:
    // A muxer ("webm", "matroska", "mp4") without streams yet. The descriptor must be open for
    // reading, too: the index is moved to the front at the end, which reads the file back.
    static Result<std::unique_ptr<AvOutput>> open(const UniqueFd &file, const QString &path,
                                                  const char *muxer,
                                                  const std::stop_token &stop = {});

    AVFormatContext &context() { return *m_context; }
    // Whether equal timestamps in a row are fine for this muxer.
    bool allowsEqualTimestamps() const;

    Result<> begin();
    // Errors: NoSpace or Io of the disk, Interrupted, Media for what the muxer does not take.
    Result<> write(AVPacket &packet);
    // Index, durations, sizes. Returns how many bytes the file has now.
    Result<qint64> finish();

private:
    AvOutput() = default;
    static int openAgain(AVFormatContext *context, AVIOContext **io, const char *url, int flags,
                         AVDictionary **options);
    static int closeAgain(AVFormatContext *context, AVIOContext *io);
    Result<> checked(const QString &what, int code) const;

    QString m_path;
    AvioFile m_file;
    AvioFile m_readBack;
    IoHandle m_io;
    OutputHandle m_context;
};

} // namespace respool
