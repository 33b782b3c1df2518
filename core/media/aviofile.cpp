// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/aviofile.h"

#include "core/files/fileio.h"

#include <algorithm>
#include <limits>
#include <type_traits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// One MiB is the one knob of libavformat that makes copying faster: up to 30 % on large files.
constexpr int bufferBytes = 1 << 20;

using WrittenBytes = std::conditional_t<(LIBAVFORMAT_VERSION_MAJOR >= 61), const uint8_t, uint8_t>;

int readPacket(void *opaque, uint8_t *data, int size)
{
    auto &file = *static_cast<AvioFile *>(opaque);
    if (file.stop.stop_requested())
        return AVERROR_EXIT;
    qint64 wanted = std::min<qint64>(size, file.bytes - file.position);
    if (file.readBudget > 0) {
        if (file.readBudget == 1)
            return AVERROR_EOF;
        wanted = std::min(wanted, file.readBudget - 1);
        file.readBudget -= wanted;
    }
    if (wanted <= 0)
        return AVERROR_EOF;
    const qint64 got = readAt(file.fd, reinterpret_cast<char *>(data), wanted, file.position);
    if (got < 0) {
        file.error = int(-got);
        return AVERROR(file.error);
    }
    file.position += got;
    return got == 0 ? AVERROR_EOF : int(got);
}

int writePacket(void *opaque, WrittenBytes *data, int size)
{
    auto &file = *static_cast<AvioFile *>(opaque);
    if (file.stop.stop_requested())
        return AVERROR_EXIT;
    const qint64 put = writeAt(file.fd, reinterpret_cast<const char *>(data), size, file.position);
    if (put < 0) {
        if (file.error == 0)
            file.error = int(-put);
        return AVERROR(int(-put));
    }
    file.position += put;
    file.bytes = std::max(file.bytes, file.position);
    return int(put);
}

int64_t seekTo(void *opaque, int64_t offset, int whence)
{
    auto &file = *static_cast<AvioFile *>(opaque);
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return file.bytes;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += file.position;
        break;
    case SEEK_END:
        offset += file.bytes;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < 0)
        return AVERROR(EINVAL);
    return file.position = offset;
}

Result<IoHandle> makeIo(AvioFile &file, bool writing, const QString &path)
{
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferBytes));
    AVIOContext *io = buffer ? avio_alloc_context(buffer, bufferBytes, writing ? 1 : 0, &file,
                                                  writing ? nullptr : readPacket,
                                                  writing ? writePacket : nullptr, seekTo)
                             : nullptr;
    if (io)
        return IoHandle(io);
    av_free(buffer);
    return fail(ErrorCode::Internal, u"no memory to open %1"_s.arg(path));
}

} // namespace

Result<IoHandle> AvioFile::forReading(const QString &path)
{
    return makeIo(*this, false, path);
}

Result<IoHandle> AvioFile::forWriting(const QString &path)
{
    return makeIo(*this, true, path);
}

} // namespace respool
