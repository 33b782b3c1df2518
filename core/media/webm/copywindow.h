// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediaprogress.h"

#include <QByteArray>

#include <stop_token>

namespace respool {

// A copy whose bytes lie at the same place within a page as the original's is the fastest.
inline constexpr qint64 pageBytes = 4096;

class CopyMap;
struct MediaFile;

// The sliding window through which a file is read once, forwards, in large steps, and copied at
// the same time: every byte that is not left out is written once, from the buffer it was read
// into. Without an output it only reads, and steps over what nobody asks for. Positions are those
// of the source unless they say "output". The first error is kept: after it nothing is read or
// written any more, and error() or finish() tells it. One object, one thread.
class CopyWindow
{
public:
    using Progress = MediaProgress;
    // Blocks are hashed in steps, so that one of any size fits.
    static constexpr qint64 hashStepBytes = 64 << 10;

    // readBytes: how much is read at a time while nothing is written.
    CopyWindow(const MediaFile &file, std::stop_token stop, Progress progress,
               qint64 readBytes = 256 << 10);

    qint64 fileBytes() const { return m_fileBytes; }
    qint64 earliest() const { return m_start; } // the first position that may still be asked for

    // The bytes at a position, fewer at the end of the file; good until the next call. Asking for
    // a position gives up everything before it that is not held. At most 16 MiB.
    QByteArrayView at(qint64 position, qint64 bytes)
    {
        if (position >= m_start && position + bytes <= m_start + m_filled) [[likely]]
            return QByteArrayView(m_buffer).sliced(position - m_start, bytes);
        return slideTo(position, bytes);
    }
    // Keeps what lies behind a position, for as long as that is not more than 16 MiB.
    void hold(qint64 position) { m_held = position; }
    void release() { m_held = -1; }

    // From now on what lies behind fromPosition is written to the output, beginning there. synced:
    // the output will be, so the disk begins with it meanwhile.
    void writeTo(int output, qint64 fromPosition, qint64 outputPosition, bool synced);
    // Notes what the copy would consist of, instead, and reads no more than it is asked for.
    void noteIn(CopyMap &map, qint64 fromPosition, qint64 outputPosition);
    qint64 outputOf(qint64 position) const { return position + m_delta; }
    // Leaves out what lies behind from, until resume() says where the copy goes on.
    void pause(qint64 from);
    void resume(qint64 at);
    // Puts bytes into the output before the given position. Returns their output position.
    qint64 insert(qint64 position, QByteArrayView bytes);
    // Overwrites bytes that were, or will be, written at an output position.
    void patch(qint64 outputPosition, QByteArrayView bytes);

    // Copies on up to end. Returns how long the output is now. Errors: Io, NoSpace, Interrupted.
    Result<qint64> finish(qint64 end);
    Result<> error() const;

private:
    QByteArrayView slideTo(qint64 position, qint64 bytes);
    bool isWriting() const { return m_output >= 0; }
    void giveUpBefore(qint64 position);
    void read(qint64 wanted);
    void flushTo(qint64 position);
    void write(QByteArrayView bytes, qint64 outputPosition);
    void failWith(int systemError, bool reading);

    int m_file;
    qint64 m_fileBytes;
    QString m_path;
    std::stop_token m_stop;
    Progress m_progress;

    const qint64 m_readBytes;
    QByteArray m_buffer;
    qint64 m_start = 0;  // the position of the buffer's first byte
    qint64 m_filled = 0; // bytes in the buffer
    qint64 m_held = -1;

    int m_output = -1;
    CopyMap *m_map = nullptr; // in place of an output
    qint64 m_flushed = 0;     // everything before it was written or left out
    bool m_synced = false;
    qint64 m_handedOn = 0; // everything before it the disk was told to write
    qint64 m_delta = 0;    // output position minus position, for what is not flushed yet
    bool m_paused = false;
    qint64 m_pausedAt = 0;
    Result<> m_error;
};

} // namespace respool
