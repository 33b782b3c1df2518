// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/avfile.h"

#include <QLoggingCategory>

#include <array>
#include <cerrno>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The only knob of libavformat that matters for speed.
constexpr int bufferBytes = 1 << 20;

Q_LOGGING_CATEGORY(media, "respool.media", QtWarningMsg)

void logLine(void *, int level, const char *format, va_list arguments)
{
    if (level > AV_LOG_WARNING || !media().isDebugEnabled())
        return;
    std::array<char, 512> line{};
    std::vsnprintf(line.data(), line.size(), format, arguments);
    qCDebug(media, "%s", line.data());
}

} // namespace

void quietLibav()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(logLine); });
}

Failure avFailure(int error, const QString &what, const QString &path)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(error, text.data(), text.size());
    const ErrorCode code = error == AVERROR(ENOSPC) ? ErrorCode::NoSpace
                           : error == AVERROR(EIO)  ? ErrorCode::Io
                                                    : ErrorCode::Media;
    return fail(code, u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(text.data())));
}

AvFile::AvFile(int fd, Mode mode)
    : m_fd(fd)
{
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferBytes));
    m_io.reset(avio_alloc_context(buffer, bufferBytes, mode == Mode::Write, this,
                                  mode == Mode::Read ? read : nullptr,
                                  mode == Mode::Write ? write : nullptr, seek));
}

int AvFile::read(void *self, uint8_t *buffer, int size)
{
    auto *file = static_cast<AvFile *>(self);
    for (;;) {
        const ssize_t got = ::pread(file->m_fd, buffer, size_t(size), file->m_position);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            file->m_systemError = errno;
            return AVERROR(errno);
        }
        file->m_position += got;
        return got == 0 ? AVERROR_EOF : int(got);
    }
}

int AvFile::write(void *self, uint8_t *buffer, int size)
{
    auto *file = static_cast<AvFile *>(self);
    for (int at = 0; at < size;) {
        const ssize_t put = ::pwrite(file->m_fd, buffer + at, size_t(size - at), file->m_position);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            if (file->m_systemError == 0)
                file->m_systemError = errno;
            return AVERROR(errno);
        }
        at += int(put);
        file->m_position += put;
    }
    return size;
}

int64_t AvFile::seek(void *self, int64_t offset, int whence)
{
    auto *file = static_cast<AvFile *>(self);
    struct stat status
    {};
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return ::fstat(file->m_fd, &status) == 0 ? status.st_size : AVERROR(errno);
    case SEEK_SET:
        file->m_position = offset;
        return offset;
    case SEEK_CUR:
        file->m_position += offset;
        return file->m_position;
    case SEEK_END:
        if (::fstat(file->m_fd, &status) != 0)
            return AVERROR(errno);
        file->m_position = status.st_size + offset;
        return file->m_position;
    default:
        return AVERROR(EINVAL);
    }
}

Result<AvInput> openInput(AvFile &file, const QString &path)
{
    quietLibav();
    AVFormatContext *context = avformat_alloc_context();
    context->pb = file.io();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    // On failure libav frees the context itself.
    if (const int opened = avformat_open_input(&context, nullptr, nullptr, nullptr); opened < 0) {
        if (file.systemError() != 0)
            return avFailure(AVERROR(file.systemError()), u"cannot read"_s, path);
        // The system has no complaint: the EIO of a demuxer only says that the file ends too soon,
        // and trying again would not make it longer.
        return avFailure(opened == AVERROR(EIO) ? AVERROR_INVALIDDATA : opened,
                         u"no recording can be read from"_s, path);
    }
    AvInput input(context);
    if (context->nb_streams == 0)
        return fail(ErrorCode::Media, u"%1 has no streams"_s.arg(path));
    return input;
}

} // namespace respool
