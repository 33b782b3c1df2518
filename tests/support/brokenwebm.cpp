// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/brokenwebm.h"

#include "core/media/webm/ebml.h"
#include "core/media/webm/ebmlwriter.h"
#include "core/media/webm/webmids.h"
#include "tests/support/samples.h"

#include <QtEndian>

namespace respool::samples {

namespace {

const QByteArray clusterMark("\x1F\x43\xB6\x75");

} // namespace

TornWebm::TornWebm(const QByteArray &live)
{
    qsizetype at = live.indexOf(clusterMark);
    m_head = live.first(at);
    while (at >= 0) {
        const auto cluster = parseElementHead(QByteArrayView(live).sliced(at));
        const qsizetype children = at + cluster->headBytes;
        qsizetype end = cluster->sizeKnown ? children + cluster->dataBytes
                                           : live.indexOf(clusterMark, children);
        if (end < 0 || end > live.size())
            end = live.size();
        const QByteArrayView data = QByteArrayView(live).sliced(children, end - children);
        const auto stamp = parseElementHead(data);
        const qsizetype stampEnd = stamp->headBytes + stamp->dataBytes;
        m_clusters << Cluster{*parseUnsigned(data.sliced(stamp->headBytes, stamp->dataBytes)),
                              data.sliced(stampEnd).toByteArray()};
        at = live.indexOf(clusterMark, end);
    }
}

QByteArray TornWebm::cluster(const Cluster &cluster, Size size)
{
    const QByteArray data = ebmlUnsigned(webm::timestamp, cluster.ticks, 8) + cluster.body;
    const quint64 ones = (quint64(1) << (7 * size.width)) - 1;
    return clusterMark
           + ebmlInteger((quint64(1) << (7 * size.width))
                             | (size.known ? quint64(data.size()) : ones),
                         size.width)
           + data;
}

QByteArray TornWebm::whole(Size size) const
{
    QByteArray content = m_head;
    for (const Cluster &each : m_clusters)
        content += cluster(each, size);
    return content;
}

QByteArray TornWebm::startingAt(quint64 ticks) const
{
    QByteArray content = m_head;
    for (const Cluster &each : m_clusters)
        content += cluster({each.ticks + ticks, each.body}, {});
    return content;
}

void TornWebm::repeat(qint64 bytes, const std::function<void(const QByteArray &)> &write,
                      Size size) const
{
    const quint64 step =
        m_clusters.last().ticks
        + (m_clusters.size() > 1 ? m_clusters.last().ticks - m_clusters[m_clusters.size() - 2].ticks
                                 : 1000);
    write(m_head);
    qint64 written = m_head.size();
    for (quint64 turn = 0; written < bytes; ++turn) {
        for (const Cluster &each : m_clusters) {
            const QByteArray content = cluster({each.ticks + turn * step, each.body}, size);
            write(content);
            written += content.size();
        }
    }
}

QByteArray TornWebm::inOneCluster(int stretch) const
{
    QByteArray body;
    for (const Cluster &each : m_clusters) {
        QByteArray blocks = each.body;
        const auto move = [&](QByteArrayView block) {
            // Track numbers of recorders have one byte.
            char *time = blocks.data() + (block.data() - each.body.constData()) + 1;
            const qint64 ticks = qint64(each.ticks) + qFromBigEndian<qint16>(time);
            qToBigEndian(qint16(quint16(ticks * stretch)), time);
        };
        for (EbmlCursor child(each.body); child.next();) {
            if (child.id() == webm::simpleBlock)
                move(child.data());
            if (child.id() != webm::blockGroup)
                continue;
            for (EbmlCursor inner(child.data()); inner.next();) {
                if (inner.id() == webm::block)
                    move(inner.data());
            }
        }
        body += blocks;
    }
    return m_head + cluster({0, body}, {});
}

QList<BrokenWebm> brokenWebms(const QByteArray &live)
{
    QList<qsizetype> at;
    for (qsizetype found = live.indexOf(clusterMark); found >= 0;
         found = live.indexOf(clusterMark, found + 4))
        at << found;
    const qsizetype mid = at[at.size() / 2];
    const qsizetype late = at.last();
    const QByteArray noise = randomBytes(5000);
    const auto cut = [&](qsizetype bytes) { return live.first(bytes); };
    return {
        {"empty", {}, true},
        {"the EBML header alone", cut(36), true},
        {"the head alone", cut(at[0]), true},
        {"cut in the tracks", cut(at[0] - 20), true},
        {"cut in the first block", cut(at[0] + 30), true},
        {"cut in a cluster's header", cut(mid + 7)},
        {"cut at a cluster", cut(mid)},
        {"cut anywhere", cut(live.size() * 7 / 10 + 13)},
        {"zeros at the end", cut(late + 500) + zeros(65536)},
        {"whole pages of zeros at the end", cut(late / 4096 * 4096) + zeros(3 * 4096)},
        {"a hole of zeros", cut(mid + 2000) + zeros(8192) + live.mid(mid + 2000 + 8192)},
        {"garbage put in", cut(mid + 3000) + noise + live.mid(mid + 3000)},
        {"garbage over blocks", cut(mid + 3000) + noise + live.mid(mid + 8000)},
        {"garbage over a cluster's header", cut(mid - 20) + noise.first(60) + live.mid(mid + 40)},
        {"bytes missing", cut(mid + 1000) + live.mid(mid + 1000 + 6553)},
        {"a cluster sent twice", cut(at[at.size() / 2 + 1]) + live.mid(mid)},
        {"the first key frame missing", cut(at[0]) + live.mid(at[at.size() > 2 ? 2 : 1])},
        {"two recordings", cut(late) + live},
        {"zeros", zeros(100'000), true},
        {"noise", randomBytes(100'000, 3), true},
    };
}

} // namespace respool::samples
