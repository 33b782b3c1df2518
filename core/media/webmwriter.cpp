// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webmwriter.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The codecs of the WebM container guidelines (webmproject.org/docs/container), AV1 by its own
// mapping; WebVTT in WebM is not what other programs read.
constexpr std::array webmCodecs{AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1, AV_CODEC_ID_OPUS,
                                AV_CODEC_ID_VORBIS};

} // namespace

WebmWriter::WebmWriter(int part, QString path)
    : m_part(part)
    , m_path(std::move(path))
    , m_file(part, AvFile::Mode::Write)
{}

Result<std::unique_ptr<WebmWriter>> WebmWriter::open(int part, const QString &path,
                                                     const AVFormatContext &like)
{
    std::unique_ptr<WebmWriter> writer(new WebmWriter(part, path));
    AVFormatContext *context = nullptr;
    const int made = avformat_alloc_output_context2(&context, nullptr, "webm", nullptr);
    writer->m_output.reset(context);
    TRY(writer->check(made, u"cannot begin"_s));
    context->pb = writer->m_file.io();
    context->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    context->opaque = writer.get();
    context->io_open = openAgain;
    context->io_close2 = closeAgain;
    av_dict_copy(&context->metadata, like.metadata, 0);
    TRY(writer->addStreams(like));
    AVDictionary *options = nullptr;
    // Unknown to older versions of libavformat, which put the Cues behind: seekable as well.
    if (av_opt_find(context->priv_data, "cues_to_front", nullptr, 0, 0))
        av_dict_set(&options, "cues_to_front", "1", 0);
    const int begun = avformat_write_header(context, &options);
    av_dict_free(&options);
    TRY(writer->check(begun, u"cannot begin"_s));
    return writer;
}

Result<> WebmWriter::addStreams(const AVFormatContext &like)
{
    for (unsigned i = 0; i < like.nb_streams; ++i) {
        const AVStream *source = like.streams[i];
        if (std::ranges::find(webmCodecs, source->codecpar->codec_id) == webmCodecs.end())
            return fail(
                ErrorCode::Media,
                u"%1 holds %2, which WebM does not know"_s.arg(
                    m_path, QString::fromUtf8(avcodec_get_name(source->codecpar->codec_id))));
        AVStream *stream = avformat_new_stream(m_output.get(), nullptr);
        TRY(check(avcodec_parameters_copy(stream->codecpar, source->codecpar), u"cannot copy"_s));
        stream->codecpar->codec_tag = 0;
        stream->id = source->id;
        stream->time_base = source->time_base;
        stream->disposition = source->disposition;
        stream->sample_aspect_ratio = source->sample_aspect_ratio;
        av_dict_copy(&stream->metadata, source->metadata, 0);
        for (int k = 0; k < source->nb_side_data; ++k) {
            const AVPacketSideData &data = source->side_data[k];
            if (uint8_t *copy = av_stream_new_side_data(stream, data.type, data.size))
                std::copy_n(data.data, data.size, copy);
        }
        m_lastDts << AV_NOPTS_VALUE;
    }
    return {};
}

Result<> WebmWriter::write(AVPacket &packet, const AVFormatContext &input)
{
    const int index = packet.stream_index;
    av_packet_rescale_ts(&packet, input.streams[index]->time_base,
                         m_output->streams[index]->time_base);
    if (packet.dts == AV_NOPTS_VALUE)
        packet.dts = packet.pts;
    qint64 &last = m_lastDts[index];
    if (last != AV_NOPTS_VALUE && packet.dts < last)
        packet.dts = last;
    if (packet.pts == AV_NOPTS_VALUE || packet.pts < packet.dts)
        packet.pts = packet.dts;
    last = packet.dts;
    packet.pos = -1;
    // The file's own order is kept, so nothing is to be interleaved.
    return check(av_write_frame(m_output.get(), &packet), u"cannot write"_s);
}

Result<> WebmWriter::close()
{
    TRY(check(av_write_trailer(m_output.get()), u"cannot end"_s));
    avio_flush(m_output->pb);
    return check(m_output->pb->error, u"cannot write"_s);
}

// libav goes on after a failed write; the disk's own word is the one that counts.
Result<> WebmWriter::check(int result, const QString &what)
{
    if (m_file.systemError() != 0)
        return avFailure(AVERROR(m_file.systemError()), u"cannot write"_s, m_path);
    if (result < 0)
        return avFailure(result, what, m_path);
    return {};
}

int WebmWriter::openAgain(AVFormatContext *context, AVIOContext **io, const char *, int flags,
                          AVDictionary **)
{
    auto *writer = static_cast<WebmWriter *>(context->opaque);
    if (flags & AVIO_FLAG_WRITE)
        return AVERROR(ENOSYS);
    writer->m_again = std::make_unique<AvFile>(writer->m_part, AvFile::Mode::Read);
    *io = writer->m_again->io();
    return 0;
}

int WebmWriter::closeAgain(AVFormatContext *context, AVIOContext *)
{
    static_cast<WebmWriter *>(context->opaque)->m_again.reset();
    return 0;
}

} // namespace respool
