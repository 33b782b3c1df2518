// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avfile.h"

#include <QList>

namespace respool {

// Writes packets into a WebM file with Duration and with Cues in front. One use: open, write,
// close. Every error of libav's and of the disk is looked at.
class WebmWriter
{
public:
    // part is the descriptor of an empty file, used and not owned. Errors: Media names a codec
    // that WebM does not know.
    static Result<std::unique_ptr<WebmWriter>> open(int part, const QString &path,
                                                    const AVFormatContext &like);

    // A packet of input's stream with the same index. Keeps the packets' order; a timestamp that
    // goes backwards is lifted, never dropped.
    Result<> write(AVPacket &packet, const AVFormatContext &input);
    Result<> close();

private:
    WebmWriter(int part, QString path);
    Result<> addStreams(const AVFormatContext &like);
    Result<> check(int result, const QString &what);
    static int openAgain(AVFormatContext *context, AVIOContext **io, const char *url, int flags,
                         AVDictionary **options);
    static int closeAgain(AVFormatContext *context, AVIOContext *io);

    int m_part;
    QString m_path;
    AvFile m_file;
    std::unique_ptr<AvFile> m_again; // libav reads the file back to make room for the Cues
    AvOutput m_output;
    QList<qint64> m_lastDts;
};

} // namespace respool
