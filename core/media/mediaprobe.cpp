// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediaprobe.h"

#include "core/media/avfile.h"
#include "core/media/webmstructure.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<MediaInfo> probeMedia(const Directory &folder, const QString &name)
{
    const QString path = folder.path() + u'/' + name;
    TRY_LET(const UniqueFd fd, folder.openForReading(name));
    TRY_LET(const WebmStructure structure, readWebmStructure(fd.get(), path));
    if (structure.isWebm && !structure.hasTracks)
        return fail(ErrorCode::Media,
                    u"%1 ends before its tracks: nothing was recorded"_s.arg(path));
    AvFile file(fd.get(), AvFile::Mode::Read);
    TRY_LET(const AvInput input, openInput(file, path));
    MediaInfo info;
    info.container = QString::fromUtf8(input->iformat->name);
    for (unsigned i = 0; i < input->nb_streams; ++i) {
        const AVCodecParameters *codec = input->streams[i]->codecpar;
        info.streams << StreamInfo{QString::fromUtf8(avcodec_get_name(codec->codec_id)),
                                   QString::fromUtf8(av_get_media_type_string(codec->codec_type)),
                                   codec->width, codec->height};
    }
    if (structure.isWebm) {
        info.durationMs = structure.durationMs;
        info.seekable = structure.seekable();
    } else {
        info.durationMs = input->duration > 0 ? input->duration / (AV_TIME_BASE / 1000) : 0;
        info.seekable = info.durationMs > 0;
    }
    return info;
}

} // namespace respool
