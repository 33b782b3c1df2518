// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/copywindow.h"

#include "core/files/errnofailure.h"
#include "core/media/mediafile.h"
#include "core/media/webm/copymap.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Larger steps are no faster, smaller ones a little slower, and a cluster's size can mostly be
// patched before it is written.
constexpr qint64 windowBytes = 1 << 20;
constexpr qint64 mostBytes = 16 << 20;
// The disk begins with each such piece while the next ones are copied.
constexpr qint64 writeBackBytes = 8 << 20;
// When only heads are read: a gap from which on it is cheaper to step over than to read through.
constexpr qint64 wideGapBytes = 64 << 10;

} // namespace

CopyWindow::CopyWindow(const MediaFile &file, std::stop_token stop, Progress progress,
                       qint64 readBytes)
    : m_file(file.fd.get())
    , m_fileBytes(file.identity.bytes)
    , m_path(file.path)
    , m_stop(std::move(stop))
    , m_progress(std::move(progress))
    , m_readBytes(readBytes)
    // A small file needs no large window.
    , m_buffer(std::min(windowBytes, m_fileBytes + pageBytes), Qt::Uninitialized)
{}

QByteArrayView CopyWindow::slideTo(qint64 position, qint64 bytes)
{
    bytes = std::min({bytes, m_fileBytes - position, mostBytes});
    if (bytes <= 0 || position < m_start || !m_error)
        return {};
    if (m_held >= 0 && position - m_held > mostBytes)
        release();
    const qint64 keepFrom = m_held >= 0 ? std::min(m_held, position) : position;
    const qint64 gap = keepFrom - (m_start + m_filled);
    while (m_error && isWriting() && keepFrom > m_start + m_filled) {
        giveUpBefore(m_start + m_filled);
        read(windowBytes);
    }
    giveUpBefore(keepFrom);
    const qint64 needed = position + bytes - m_start;
    if (m_buffer.size() < needed + pageBytes)
        m_buffer.resize(needed + windowBytes);
    qint64 wanted = m_buffer.size() - m_filled;
    if (!isWriting())
        wanted = std::min(
            wanted, std::max(needed - m_filled, gap > wideGapBytes ? pageBytes : m_readBytes));
    if (needed > m_filled)
        read(wanted);
    if (needed > m_filled)
        return {};
    return QByteArrayView(m_buffer).sliced(position - m_start, bytes);
}

// When writing, cuts at a page of the output: a page that is written in two pieces costs more.
void CopyWindow::giveUpBefore(qint64 position)
{
    qint64 from = position;
    if (isWriting()) {
        from -= (from + m_delta) & (pageBytes - 1);
        from = std::max(from, m_start);
        flushTo(std::min(from, m_start + m_filled));
    }
    if (from >= m_start + m_filled) {
        m_start = isWriting() ? m_start + m_filled : from;
        m_filled = 0;
    } else if (from > m_start) {
        m_filled -= from - m_start;
        std::memmove(m_buffer.data(), m_buffer.constData() + (from - m_start), size_t(m_filled));
        m_start = from;
    }
}

void CopyWindow::read(qint64 wanted)
{
    const qint64 position = m_start + m_filled;
    wanted = std::min({wanted, m_buffer.size() - m_filled, m_fileBytes - position});
    if (m_stop.stop_requested())
        m_error = fail(ErrorCode::Interrupted, u"reading %1 was interrupted"_s.arg(m_path));
    if (!m_error || wanted <= 0)
        return;
    const qint64 got = readAt(m_file, m_buffer.data() + m_filled, wanted, position);
    if (got < 0)
        return failWith(int(-got), true);
    m_filled += got;
    if (got < wanted)
        m_error = fail(ErrorCode::Conflict,
                       u"%1 became shorter while it was read; it is left as it is"_s.arg(m_path));
    if (m_progress)
        m_progress(position + got, m_fileBytes);
}

void CopyWindow::failWith(int systemError, bool reading)
{
    if (!m_error)
        return;
    errno = systemError;
    m_error = errnoFailure(reading ? u"cannot read"_s : u"cannot write the copy of"_s, m_path);
}

void CopyWindow::writeTo(int output, qint64 fromPosition, qint64 outputPosition, bool synced)
{
    m_output = output;
    m_synced = synced;
    m_flushed = fromPosition;
    m_delta = outputPosition - fromPosition;
}

void CopyWindow::noteIn(CopyMap &map, qint64 fromPosition, qint64 outputPosition)
{
    m_map = &map;
    m_flushed = fromPosition;
    m_delta = outputPosition - fromPosition;
}

void CopyWindow::write(QByteArrayView bytes, qint64 outputPosition)
{
    if (!m_error || bytes.isEmpty())
        return;
    const qint64 put = writeAt(m_output, bytes.data(), bytes.size(), outputPosition);
    if (put < 0)
        failWith(int(-put), false);
}

void CopyWindow::flushTo(qint64 position)
{
    if (m_paused || position <= m_flushed || (!m_map && m_flushed < m_start))
        return;
    if (m_map) {
        m_map->copy(m_flushed + m_delta, m_flushed, position - m_flushed);
        m_flushed = position;
        return;
    }
    write(QByteArrayView(m_buffer).sliced(m_flushed - m_start, position - m_flushed),
          m_flushed + m_delta);
    m_flushed = position;
    const qint64 written = m_flushed + m_delta;
    if (!m_synced || written - m_handedOn < writeBackBytes)
        return;
    startWriteBack(m_output, m_handedOn, written - m_handedOn);
    m_handedOn = written;
}

void CopyWindow::pause(qint64 from)
{
    flushTo(from);
    m_paused = true;
    m_pausedAt = from;
}

void CopyWindow::resume(qint64 at)
{
    m_paused = false;
    m_delta -= at - m_pausedAt;
    m_flushed = at;
}

qint64 CopyWindow::insert(qint64 position, QByteArrayView bytes)
{
    flushTo(position);
    const qint64 output = position + m_delta;
    if (m_map)
        m_map->insert(output, bytes);
    else
        write(bytes, output);
    m_delta += bytes.size();
    return output;
}

// The cut between what is written and what still lies in the buffer may go right through.
void CopyWindow::patch(qint64 outputPosition, QByteArrayView bytes)
{
    if (m_map)
        return m_map->put(outputPosition, bytes);
    const qint64 position = outputPosition - m_delta;
    const qint64 written = std::clamp<qint64>(m_flushed - position, 0, bytes.size());
    write(bytes.first(written), outputPosition);
    if (const QByteArrayView rest = bytes.sliced(written); !rest.isEmpty())
        std::memcpy(m_buffer.data() + (position + written - m_start), rest.data(),
                    size_t(rest.size()));
}

Result<qint64> CopyWindow::finish(qint64 end)
{
    release();
    while (m_error && !m_map && !m_paused && m_start + m_filled < end) {
        giveUpBefore(m_start + m_filled);
        read(windowBytes);
    }
    if (!m_paused)
        flushTo(end);
    TRY(m_error);
    return (m_paused ? m_pausedAt : end) + m_delta;
}

Result<> CopyWindow::error() const
{
    return m_error;
}

} // namespace respool
