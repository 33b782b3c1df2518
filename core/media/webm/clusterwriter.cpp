// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/clusterwriter.h"

#include "core/media/webm/copywindow.h"
#include "core/media/webm/ebmlwriter.h"
#include "core/media/webm/webmids.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int ownSizeBytes = 8;
constexpr int ownTimestampBytes = 8;
constexpr qint64 wrapTicks = 1 << 16;
// The IDs of Timestamp, Position, PrevSize, CRC-32 and Void have one byte each: to void one of
// them, its ID is enough.
constexpr char voidId = char(webm::voidElement);

bool fits(qint64 ticks, int bytes)
{
    return bytes == 8 || quint64(ticks) >> (8 * bytes) == 0;
}

bool fitsRelative(qint64 ticks)
{
    return ticks >= std::numeric_limits<qint16>::min()
           && ticks <= std::numeric_limits<qint16>::max();
}

} // namespace

// Recordings that are joined, or times that ran over, may lead beyond what can be told.
Result<> ClusterWriter::checkTime(qint64 ticks) const
{
    if (ticks > m_mostTicks)
        return fail(ErrorCode::Media, u"has times beyond those that a WebM file can tell"_s);
    return {};
}

Result<> ClusterWriter::begin(const WebmCluster &cluster, qint64 shift)
{
    m_sourceTicks = m_baseTicks = cluster.ticks;
    m_shift = std::max(shift, -cluster.ticks);
    m_anyBlock = false;
    m_wrapTicks = 0;
    m_crcAt = -1;
    m_changed = false;
    const qint64 ticks = cluster.ticks + m_shift;
    TRY(checkTime(ticks));
    const bool roomForTicks = fits(ticks, cluster.timestampBytes);
    const bool roomForSize = cluster.head.sizeKnown || cluster.head.sizeBytes == ownSizeBytes;
    if (roomForTicks && roomForSize) {
        m_at = m_window.outputOf(cluster.position);
        m_dataAt = m_at + cluster.head.headBytes;
        m_sizeBytes = cluster.head.sizeBytes;
        m_sizeAt = m_dataAt - m_sizeBytes;
        m_sizeTold = cluster.head.sizeKnown;
        m_toldBytes = cluster.head.dataBytes;
    } else {
        m_window.pause(cluster.position);
        m_window.resume(cluster.position + cluster.head.headBytes);
        beginOwn(cluster.position + cluster.head.headBytes, ticks, !roomForTicks);
    }
    if (!roomForTicks) {
        m_window.patch(m_window.outputOf(cluster.timestampAt), QByteArrayView(&voidId, 1));
        m_changed = true;
    } else if (m_shift != 0) {
        m_window.patch(m_window.outputOf(cluster.timestampValueAt),
                       ebmlInteger(quint64(ticks), cluster.timestampBytes));
        m_changed = true;
    }
    return {};
}

// The head of a Cluster of ours before the given position.
void ClusterWriter::beginOwn(qint64 position, qint64 ticks, bool withTimestamp)
{
    QByteArray head = ebmlId(webm::cluster) + ebmlSize(0, ownSizeBytes);
    const qsizetype headBytes = head.size();
    if (withTimestamp)
        head += ebmlUnsigned(webm::timestamp, quint64(ticks), ownTimestampBytes);
    m_at = m_window.insert(position, head);
    m_dataAt = m_at + headBytes;
    m_sizeBytes = ownSizeBytes;
    m_sizeAt = m_dataAt - ownSizeBytes;
    m_sizeTold = false;
}

// A recorder whose Cluster grows longer than 16 bits of time lets the blocks' times run over
// (w3c/webcodecs issue 332). Time does not jump back that far by itself.
qint64 ClusterWriter::unwrap(qint64 ticks)
{
    ticks += m_wrapTicks;
    if (m_anyBlock) {
        for (; ticks < m_lastTicks - m_slackTicks; ticks += wrapTicks)
            m_wrapTicks += wrapTicks;
        // Another track may still be a little before the wrap.
        if (m_wrapTicks > 0 && ticks - wrapTicks >= m_lastTicks - m_slackTicks)
            ticks -= wrapTicks;
    }
    m_anyBlock = true;
    m_lastTicks = ticks;
    return ticks;
}

Result<qint64> ClusterWriter::add(const WebmBlock &block)
{
    const qint64 ticks = unwrap(block.ticks);
    if (ticks != block.ticks)
        ++m_wrapped;
    if (!fitsRelative(ticks - m_baseTicks)) {
        if (!block.held)
            return fail(ErrorCode::Media, u"has a block that is too large to be moved"_s);
        TRY(checkTime(ticks + m_shift));
        close(block.position);
        beginOwn(block.position, ticks + m_shift, true);
        m_baseTicks = ticks;
        m_crcAt = -1;
        m_changed = false;
    }
    const qint64 relative = ticks - m_baseTicks;
    if (relative != block.ticks - m_sourceTicks) {
        m_window.patch(m_window.outputOf(block.relativeAt),
                       ebmlInteger(quint64(relative), sizeof(qint16)));
        m_changed = true;
    }
    return ticks + m_shift;
}

qint64 ClusterWriter::relativeOf(const WebmBlock &block) const
{
    return m_window.outputOf(block.position) - m_dataAt;
}

void ClusterWriter::placeBound(quint32 id, qint64 position)
{
    const qint64 output = m_window.outputOf(position);
    if (id == webm::crc32) {
        m_crcAt = output;
        return;
    }
    m_window.patch(output, QByteArrayView(&voidId, 1));
    m_changed = true;
}

void ClusterWriter::end(qint64 position)
{
    close(position);
}

void ClusterWriter::close(qint64 position)
{
    qint64 bytes = m_window.outputOf(position) - m_dataAt;
    if (!m_sizeTold || bytes != m_toldBytes) {
        if (!ebmlSizeFits(bytes, m_sizeBytes)) {
            // One size in each width reads as "unknown": a Void makes it another one.
            m_window.insert(position, ebmlVoid(2));
            bytes += 2;
        }
        m_window.patch(m_sizeAt, ebmlSize(bytes, m_sizeBytes));
        m_changed = m_changed || m_sizeTold;
    }
    if (m_crcAt >= 0 && m_changed)
        m_window.patch(m_crcAt, QByteArrayView(&voidId, 1));
}

} // namespace respool
