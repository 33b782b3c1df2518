// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/webmblock.h"
#include "core/media/webm/webmhead.h"

namespace respool {

class CopyWindow;

// A Cluster as its first bytes tell it.
struct WebmCluster
{
    qint64 position = 0;
    ElementHead head;
    qint64 ticks = 0;       // its Timestamp
    qint64 timestampAt = 0; // the position of the Timestamp element
    int timestampBytes = 0; // of its value
    qint64 timestampValueAt = 0;
};

// What walkWebm() meets, in the order of the file. Positions never go back.
class WebmVisitor
{
public:
    virtual ~WebmVisitor() = default;

    // Before the first Cluster is read.
    virtual Result<> begin(const WebmHead &) { return {}; }
    virtual Result<> cluster(const WebmCluster &) { return {}; }
    virtual Result<> block(const WebmBlock &) { return {}; }
    // PrevSize, Position, CRC-32 of the Cluster: right only where they are.
    virtual void placeBound(quint32 /*id*/, qint64 /*position*/) {}
    virtual void clusterEnd(qint64 /*end*/) {}
    // An element between Clusters, or behind the last.
    virtual void between(quint32 /*id*/, qint64 /*from*/, qint64 /*to*/) {}
    // Bytes that are no element of a WebM file; the second call says how far they go. The first
    // one ends a Cluster that was open, after clusterEnd().
    virtual void damageBegins(qint64 /*from*/) {}
    virtual void damageEnds(qint64 /*from*/, qint64 /*to*/) {}
    // Another recording begins in the same file. An error ends the walk.
    virtual void appendedBegins(qint64 /*from*/) {}
    virtual Result<> appended(const WebmHead &, qint64 /*from*/, qint64 /*to*/) { return {}; }
};

// Reads a file from its head to its end, block by block, without looking into frames; steps over
// damage to the next Cluster, as libavformat's demuxer does. A block counts only when all of it
// is there. Errors: Media, from readWebmHead(); those of the window and of the visitor.
Result<> walkWebm(CopyWindow &window, WebmVisitor &visitor);

// The same from the first Cluster on that begins at or behind a position; begin() is not called.
Result<> walkWebmTail(CopyWindow &window, const WebmHead &head, qint64 from, WebmVisitor &visitor);

} // namespace respool
