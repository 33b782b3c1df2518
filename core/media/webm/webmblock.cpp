// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmblock.h"

#include "core/media/webm/copywindow.h"
#include "core/media/webm/webmhead.h"
#include "core/media/webm/webmids.h"

#include <QtEndian>

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 mostHeldBytes = 8 << 20;
constexpr int mostGroupChildren = 256; // a dozen kinds of them, and few come twice

} // namespace

void WebmBlockReader::learn(const WebmHead &head)
{
    m_trackOf.fill(-1);
    m_largeNumbers.clear();
    m_largeTracks.clear();
    for (int i = 0; i < head.tracks.size(); ++i) {
        const quint64 number = head.tracks[i].number;
        if (number < m_trackOf.size()) {
            m_trackOf[number] = qint16(i);
        } else {
            m_largeNumbers << number;
            m_largeTracks << i;
        }
    }
}

bool WebmBlockReader::read(qint64 at, const ElementHead &head, WebmBlock &block)
{
    block.position = at;
    const qint64 dataAt = at + head.headBytes;
    // RFC 9559, section 10.2: the first flag of a SimpleBlock says whether it is a key frame.
    if (head.id == webm::simpleBlock)
        return readHead(dataAt, head.dataBytes, block);
    block.held = head.dataBytes <= mostHeldBytes;
    if (block.held)
        m_window.hold(at);
    return readGroup(dataAt, dataAt + head.dataBytes, block);
}

// RFC 9559, section 10.1: track number, time relative to the Cluster, flags.
bool WebmBlockReader::readHead(qint64 at, qint64 bytes, WebmBlock &block)
{
    const QByteArrayView head = m_window.at(at, std::min(bytes, headBytes));
    int length = 0;
    const auto number = parseVint(head, length);
    if (!number || head.size() < length + 3)
        return false;
    int track = -1;
    if (*number < m_trackOf.size())
        track = m_trackOf[*number];
    else if (const qsizetype index = m_largeNumbers.indexOf(*number); index >= 0)
        track = m_largeTracks[index];
    if (track < 0)
        return false;
    block.track = track;
    block.relativeAt = at + length;
    block.ticks = qFromBigEndian<qint16>(head.data() + length);
    const quint8 flags = quint8(head[length + 2]);
    block.key = (flags & 0x80) != 0;
    block.payloadAt = at + length + 3;
    block.payloadBytes = bytes - length - 3;
    const bool laced = (flags & 0x06) != 0;
    if (laced && head.size() > length + 3)
        block.frames = quint8(head[length + 3]) + 1;
    return true;
}

// A block of a group is a key frame when it refers to no other (RFC 9559, section 5.1.3.5).
bool WebmBlockReader::readGroup(qint64 from, qint64 to, WebmBlock &block)
{
    bool found = false;
    bool refers = false;
    int children = 0;
    for (qint64 at = from; at < to;) {
        const auto head = parseElementHead(m_window.at(at, mostElementHeadBytes));
        if (!head || !head->sizeKnown || head->dataBytes > to - at - head->headBytes
            || ++children > mostGroupChildren)
            return false;
        const qint64 dataAt = at + head->headBytes;
        if (head->id == webm::block && !found)
            found = readHead(dataAt, head->dataBytes, block);
        else if (head->id == webm::referenceBlock)
            refers = true;
        else if (head->id == webm::blockDuration && head->dataBytes <= 8)
            block.durationTicks = qint64(std::min<quint64>(
                parseUnsigned(m_window.at(dataAt, head->dataBytes)).value_or(0), 1ull << 40));
        at = dataAt + head->dataBytes;
    }
    block.key = !refers;
    return found;
}

} // namespace respool
