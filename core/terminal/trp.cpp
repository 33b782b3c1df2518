// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/trp.h"

#include <QIODevice>
#include <QtEndian>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype headBytes = 8;
constexpr qsizetype sizeBytes = 4;

bool isKnown(quint16 type)
{
    return type <= TrpChunk::Size || type == TrpChunk::Setup;
}

int sizeAt(const TrpChunk &chunk, qsizetype offset)
{
    return chunk.type == TrpChunk::Size && chunk.payload.size() >= sizeBytes
               ? qFromLittleEndian<quint16>(chunk.payload.constData() + offset)
               : 0;
}

} // namespace

int TrpChunk::columns() const
{
    return sizeAt(*this, 0);
}

int TrpChunk::rows() const
{
    return sizeAt(*this, 2);
}

TrpReader::TrpReader(QIODevice &device)
    : m_device(device)
    , m_place{device.pos(), 0}
{}

Result<qint64> TrpReader::read(char *data, qint64 bytes)
{
    const qint64 got = m_device.read(data, bytes);
    if (got < 0)
        return fail(ErrorCode::Io, m_device.errorString());
    return got;
}

Result<> TrpReader::goOn(const TrpPlace &place)
{
    if (!m_device.seek(place.at))
        return fail(ErrorCode::Io, m_device.errorString());
    m_place = place;
    m_chunks = 1;
    return {};
}

Result<std::optional<TrpChunk>> TrpReader::next()
{
    std::array<char, headBytes> head{};
    TRY_LET(const qint64 got, read(head.data(), headBytes));
    m_torn = got > 0 && got < headBytes;
    TrpChunk chunk;
    chunk.type = qFromLittleEndian<quint16>(head.data() + 4);
    if (m_chunks == 0 && got < headBytes)
        return fail(ErrorCode::Media,
                    got == 0 ? u"the file is empty"_s : u"the file holds no whole chunk"_s);
    if (got < headBytes)
        return std::optional<TrpChunk>();
    // A later version may add types; the first chunk tells a recording from another file.
    if (m_chunks == 0 && !isKnown(chunk.type))
        return fail(ErrorCode::Media,
                    u"the file does not begin with a chunk of a terminal recording"_s);
    const auto bytes = qFromLittleEndian<quint16>(head.data() + 6);
    chunk.payload.resize(bytes);
    TRY_LET(const qint64 payload, read(chunk.payload.data(), bytes));
    if (payload < bytes) {
        m_torn = true;
        return std::optional<TrpChunk>();
    }
    m_place.at += headBytes + bytes;
    m_place.atMs += qFromLittleEndian<quint32>(head.data());
    chunk.atMs = m_place.atMs;
    ++m_chunks;
    return std::optional(std::move(chunk));
}

} // namespace respool
