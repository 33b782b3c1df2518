// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace respool {

// One chunk of a terminal recording of the Gateway family.
struct TrpChunk
{
    enum Type : quint16 { Output = 0, Input = 1, Size = 2, Setup = 4 };
    qint64 atMs = 0;    // from the start of the recording
    quint16 type = 0;   // others than those above are to be passed over
    QByteArray payload; // UTF-8 sequences may go on in the next chunk
    // Of a Size chunk; 0 when it is none.
    int columns() const;
    int rows() const;
};

// Between two chunks of a recording.
struct TrpPlace
{
    qint64 at = 0;   // position in the file
    qint64 atMs = 0; // of the chunk before
};

// Reads a .trp chunk by chunk: u32 ms since the last chunk, u16 type, u16 bytes of payload,
// payload; little-endian. Lives on the thread of its device.
class TrpReader
{
public:
    explicit TrpReader(QIODevice &device);

    // Goes on where another reader of the same file stood, behind its first chunk.
    Result<> goOn(const TrpPlace &place);
    TrpPlace place() const { return m_place; } // of the next chunk

    // Nothing at the end. Errors: Media when the file does not begin as a terminal recording; Io.
    Result<std::optional<TrpChunk>> next();

    qint64 chunks() const { return m_chunks; }
    bool isTorn() const { return m_torn; } // the file ends within a chunk

private:
    Result<qint64> read(char *data, qint64 bytes);

    QIODevice &m_device;
    TrpPlace m_place;
    qint64 m_chunks = 0;
    bool m_torn = false;
};

} // namespace respool
