// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/aviofile.h"
#include "core/media/mediafile.h"

#include <optional>

namespace respool {

// A media file opened by libavformat for its packets. Only containers on a short list are taken,
// and nothing but this one file is ever opened: playlists and references in a file lead nowhere.
// Never decodes. Pool threads; one object, one thread.
class AvInput
{
public:
    struct Options
    {
        const char *format = nullptr; // a demuxer's name; otherwise the content decides
        qint64 readBudget = 0;        // bytes to be read at most; 0 is no limit
        std::stop_token stop;
    };

    // The file must outlive the input. Errors: Media when no container is recognised or it cannot
    // be read; Io; Interrupted.
    static Result<std::unique_ptr<AvInput>> open(const MediaFile &file, Options options);

    // The next packet into packet; false at the end. Errors: Io when the file cannot be read,
    // Interrupted, Media for damage the demuxer cannot step over.
    Result<bool> read(AVPacket &packet);

    AVFormatContext &context() { return *m_context; }
    const MediaFile &file() const { return m_file; }
    const QString &path() const { return m_file.path; }
    qint64 position() const { return m_bytes.position; }

private:
    explicit AvInput(const MediaFile &file)
        : m_file(file)
    {}
    Result<> start(const Options &options);
    Failure failure(const QString &what, int code) const;

    const MediaFile &m_file;
    AvioFile m_bytes;
    IoHandle m_io;
    InputHandle m_context;
};

} // namespace respool
