// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/avinput.h"

#include "core/files/errnofailure.h"

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Containers of recordings. Playlists (hls, concat, dash) are left out on purpose: they open
// other files.
constexpr auto allowedFormats = "matroska,webm,mov,mp4,ogg,avi,wav,flac,mp3,mpegts,asf";

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM);
}

} // namespace

Result<std::unique_ptr<AvInput>> AvInput::open(const MediaFile &file, Options options)
{
    routeAvLog();
    std::unique_ptr<AvInput> input(new AvInput(file));
    input->m_bytes.fd = file.fd.get();
    input->m_bytes.bytes = file.identity.bytes;
    input->m_bytes.readBudget = options.readBudget > 0 ? options.readBudget + 1 : 0;
    input->m_bytes.stop = options.stop;
    TRY_LET(input->m_io, input->m_bytes.forReading(file.path));
    TRY(input->start(options));
    return input;
}

Result<> AvInput::start(const Options &options)
{
    const AVInputFormat *format = options.format ? av_find_input_format(options.format) : nullptr;
    if (!format) {
        const int score = av_probe_input_buffer2(m_io.get(), &format, "", nullptr, 0, 0);
        if (score <= AVPROBE_SCORE_RETRY)
            return failure(u"no media can be recognised in"_s,
                           score < 0 ? score : AVERROR_INVALIDDATA);
    }
    AVFormatContext *context = avformat_alloc_context();
    if (!context)
        return fail(ErrorCode::Internal, u"no memory to open %1"_s.arg(path()));
    context->pb = m_io.get();
    context->io_open = refuseToOpen;
    context->format_whitelist = av_strdup(allowedFormats);
    // On failure libav frees the context and sets the pointer to null.
    const int opened = avformat_open_input(&context, "", format, nullptr);
    m_context.reset(context);
    if (opened < 0)
        return failure(u"cannot read the beginning of"_s, opened);
    return {};
}

Result<bool> AvInput::read(AVPacket &packet)
{
    const int got = av_read_frame(m_context.get(), &packet);
    if (got == 0)
        return true;
    // A failed read of the disk may look like the end of the file further up.
    if (got == AVERROR_EOF && m_bytes.error == 0 && !m_bytes.stop.stop_requested())
        return false;
    return failure(u"cannot read on in"_s, got);
}

Failure AvInput::failure(const QString &what, int code) const
{
    if (m_bytes.stop.stop_requested())
        return fail(ErrorCode::Interrupted, u"reading %1 was interrupted"_s.arg(path()));
    if (m_bytes.error != 0) {
        errno = m_bytes.error;
        return errnoFailure(u"cannot read"_s, path());
    }
    return avFailure(what, path(), code);
}

} // namespace respool
