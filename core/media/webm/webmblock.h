// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/ebml.h"

#include <QList>

#include <array>

namespace respool {

class CopyWindow;
struct WebmHead;

// A SimpleBlock or a BlockGroup.
struct WebmBlock
{
    qint64 position = 0;   // of the element
    qint64 relativeAt = 0; // of the two bytes that hold its time relative to the Cluster
    qint64 payloadAt = 0;  // of the frames, behind the block's head
    qint64 payloadBytes = 0;
    int track = 0;            // index into WebmHead::tracks
    qint64 ticks = 0;         // Cluster and relative time together
    qint64 durationTicks = 0; // 0: not told
    int frames = 1;           // more than one with lacing
    bool key = false;
    bool held = true; // its element lies wholly in the window still
};

// Reads what stands around the frames of a block, and nothing of the frames. Lives for one walk
// through a file.
class WebmBlockReader
{
public:
    static constexpr qint64 headBytes = 12; // track number of 8 bytes, time, flags, number of laces

    explicit WebmBlockReader(CopyWindow &window)
        : m_window(window)
    {}

    // Blocks of other tracks than these are damage.
    void learn(const WebmHead &head);

    // A SimpleBlock or a BlockGroup, all of whose bytes are in the file; its time is the one
    // relative to its Cluster. False: damage. The window holds a group, if it is not too large,
    // until it is released.
    bool read(qint64 at, const ElementHead &head, WebmBlock &block);

private:
    bool readGroup(qint64 from, qint64 to, WebmBlock &block);
    bool readHead(qint64 at, qint64 bytes, WebmBlock &block);

    CopyWindow &m_window;
    std::array<qint16, 128> m_trackOf{}; // index of a track by its number, -1: none
    QList<quint64> m_largeNumbers;       // of tracks beyond 127, with m_largeTracks
    QList<int> m_largeTracks;
};

} // namespace respool
