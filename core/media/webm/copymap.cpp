// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/copymap.h"

#include "core/base/sizedbytes.h"
#include "core/files/fileio.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 mapMagic = 0x5253434d; // "RSCM"

} // namespace

qint64 CopyMap::bytes() const
{
    return m_pieces.isEmpty() ? m_front.size() : m_pieces.last().outputAt + m_pieces.last().bytes;
}

void CopyMap::copy(qint64 outputAt, qint64 sourceAt, qint64 bytes)
{
    if (bytes <= 0)
        return;
    if (!m_pieces.isEmpty()) {
        Piece &last = m_pieces.last();
        if (!last.own && last.at + last.bytes == sourceAt
            && last.outputAt + last.bytes == outputAt) {
            last.bytes += bytes;
            return;
        }
    }
    m_pieces << Piece{outputAt, bytes, sourceAt, false};
}

void CopyMap::insert(qint64 outputAt, QByteArrayView bytes)
{
    m_pieces << Piece{outputAt, bytes.size(), m_own.size(), true};
    m_own += bytes;
}

void CopyMap::put(qint64 outputAt, QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= mostPatchBytes);
    m_sorted = m_sorted && (m_patches.isEmpty() || m_patches.last().outputAt <= outputAt);
    m_patches << Patch{outputAt, bytes.toByteArray()};
}

void CopyMap::setFront(const QByteArray &front)
{
    m_front = front;
    sortPatches();
}

// What was put later comes later among those of one place.
void CopyMap::sortPatches()
{
    if (!m_sorted)
        std::ranges::stable_sort(m_patches, {}, &Patch::outputAt);
    m_sorted = true;
}

void CopyMap::patch(char *data, qint64 size, qint64 position) const
{
    auto next =
        std::ranges::lower_bound(m_patches, position - mostPatchBytes + 1, {}, &Patch::outputAt);
    for (; next != m_patches.end() && next->outputAt < position + size; ++next) {
        const qint64 from = std::max(position, next->outputAt);
        const qint64 until = std::min<qint64>(position + size, next->outputAt + next->bytes.size());
        if (until > from)
            std::memcpy(data + (from - position), next->bytes.constData() + (from - next->outputAt),
                        size_t(until - from));
    }
}

qint64 CopyMap::read(int file, char *data, qint64 size, qint64 position) const
{
    size = std::clamp<qint64>(bytes() - position, 0, size);
    qint64 done = std::clamp<qint64>(m_front.size() - position, 0, size);
    if (done > 0)
        std::memcpy(data, m_front.constData() + position, size_t(done));
    auto piece = std::ranges::upper_bound(m_pieces, position + done, {}, &Piece::outputAt);
    if (piece != m_pieces.begin())
        --piece;
    for (; done < size && piece != m_pieces.end(); ++piece) {
        const qint64 skip = position + done - piece->outputAt;
        const qint64 wanted = std::min(size - done, piece->bytes - skip);
        if (piece->own) {
            std::memcpy(data + done, m_own.constData() + piece->at + skip, size_t(wanted));
        } else {
            const qint64 got = readAt(file, data + done, wanted, piece->at + skip);
            if (got < 0)
                return got;
            if (got < wanted) { // the file became shorter
                done += got;
                break;
            }
        }
        done += wanted;
    }
    patch(data, done, position);
    return done;
}

QByteArray CopyMap::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << mapMagic;
    writeSized(stream, m_front);
    writeSized(stream, m_own);
    stream << quint32(m_pieces.size());
    for (const Piece &piece : m_pieces)
        stream << piece.own << piece.at << piece.bytes;
    stream << quint32(m_patches.size());
    for (const Patch &patch : m_patches) {
        stream << patch.outputAt;
        writeSized(stream, patch.bytes);
    }
    return bytes;
}

Result<CopyMap> CopyMap::fromBytes(const QByteArray &bytes, qint64 fileBytes)
{
    QDataStream stream(bytes);
    quint32 magic = 0, pieces = 0, patches = 0;
    stream >> magic;
    CopyMap map;
    map.m_front = readSized(stream, mostBytes);
    map.m_own = readSized(stream, mostBytes);
    stream >> pieces;
    bool good = magic == mapMagic && pieces <= quint32(mostPieces);
    qint64 outputAt = map.m_front.size();
    for (quint32 i = 0; good && i < pieces && stream.status() == QDataStream::Ok; ++i) {
        Piece piece;
        stream >> piece.own >> piece.at >> piece.bytes;
        piece.outputAt = outputAt;
        const qint64 end = piece.own ? map.m_own.size() : fileBytes;
        good = piece.bytes > 0 && piece.at >= 0 && piece.at <= end && piece.bytes <= end - piece.at
               && piece.bytes <= (qint64(1) << 60) - outputAt;
        outputAt += good ? piece.bytes : 0;
        map.m_pieces << piece;
    }
    stream >> patches;
    good = good && patches <= quint32(mostPieces);
    for (quint32 i = 0; good && i < patches && stream.status() == QDataStream::Ok; ++i) {
        Patch patch;
        stream >> patch.outputAt;
        patch.bytes = readSized(stream, mostPatchBytes);
        good = patch.outputAt >= 0
               && (map.m_patches.isEmpty() || map.m_patches.last().outputAt <= patch.outputAt);
        map.m_patches << patch;
    }
    if (!good || stream.status() != QDataStream::Ok || !stream.atEnd())
        return fail(ErrorCode::Media, u"this is no map of a copy"_s);
    return map;
}

} // namespace respool
