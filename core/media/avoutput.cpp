// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/avoutput.h"

#include "core/files/errnofailure.h"

extern "C" {
#include <libavutil/opt.h>
}

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<std::unique_ptr<AvOutput>> AvOutput::open(const UniqueFd &file, const QString &path,
                                                 const char *muxer, const std::stop_token &stop)
{
    std::unique_ptr<AvOutput> output(new AvOutput);
    output->m_path = path;
    output->m_file.fd = file.get();
    output->m_file.stop = stop;
    output->m_readBack = output->m_file;
    TRY_LET(output->m_io, output->m_file.forWriting(path));
    AVFormatContext *context = nullptr;
    const int made = avformat_alloc_output_context2(&context, nullptr, muxer, nullptr);
    output->m_context.reset(context);
    if (made < 0)
        return avFailure(u"cannot prepare"_s, path, made);
    context->pb = output->m_io.get();
    // Bit-exact: no random ids and no times, so that the same packets make the same file again.
    context->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    context->opaque = output.get();
    context->io_open = openAgain;
    context->io_close2 = closeAgain;
    // Timestamps stay what they are: a recording that begins late begins late.
    context->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
    return output;
}

bool AvOutput::allowsEqualTimestamps() const
{
    return (m_context->oformat->flags & AVFMT_TS_NONSTRICT) != 0;
}

// The muxer reads the file back when it moves the index to the front; that is the only file it
// may open, whatever url says.
int AvOutput::openAgain(AVFormatContext *context, AVIOContext **io, const char *, int flags,
                        AVDictionary **)
{
    auto &self = *static_cast<AvOutput *>(context->opaque);
    if (flags & AVIO_FLAG_WRITE)
        return AVERROR(EPERM);
    self.m_readBack.position = 0;
    self.m_readBack.bytes = self.m_file.bytes;
    auto opened = self.m_readBack.forReading(self.m_path);
    if (!opened)
        return AVERROR(ENOMEM);
    *io = opened->release();
    return 0;
}

int AvOutput::closeAgain(AVFormatContext *, AVIOContext *io)
{
    const IoHandle closed(io);
    return 0;
}

Result<> AvOutput::begin()
{
    AVDictionary *options = nullptr;
    // Unknown before FFmpeg 5.1; there the index stays at the end, which seeks as well.
    if (av_opt_find(m_context->priv_data, "cues_to_front", nullptr, 0, 0))
        av_dict_set(&options, "cues_to_front", "1", 0);
    if (av_opt_find(m_context->priv_data, "movflags", nullptr, 0, 0))
        av_dict_set(&options, "movflags", "+faststart", 0);
    const int begun = avformat_write_header(m_context.get(), &options);
    av_dict_free(&options);
    return checked(u"cannot begin"_s, begun);
}

Result<> AvOutput::write(AVPacket &packet)
{
    return checked(u"cannot write a packet of"_s, av_write_frame(m_context.get(), &packet));
}

Result<qint64> AvOutput::finish()
{
    TRY(checked(u"cannot write the last packets of"_s, av_write_frame(m_context.get(), nullptr)));
    TRY(checked(u"cannot write the index of"_s, av_write_trailer(m_context.get())));
    avio_flush(m_io.get());
    TRY(checked(u"cannot finish"_s, 0));
    return m_file.bytes;
}

Result<> AvOutput::checked(const QString &what, int code) const
{
    if (m_file.stop.stop_requested())
        return fail(ErrorCode::Interrupted, u"writing %1 was interrupted"_s.arg(m_path));
    const int error = m_file.error != 0 ? m_file.error : m_readBack.error;
    if (error != 0) {
        errno = error;
        return errnoFailure(u"cannot write"_s, m_path);
    }
    if (code < 0)
        return avFailure(what, m_path, code);
    if (m_io->error < 0)
        return avFailure(what, m_path, m_io->error);
    return {};
}

} // namespace respool
