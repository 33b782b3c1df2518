// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

namespace respool::samples {

// A live WebM taken apart at its Clusters, to be put together in other ways: as a recorder would
// have written it, or as it, a disk or a network broke it.
class TornWebm
{
public:
    struct Cluster
    {
        quint64 ticks = 0;
        QByteArray body; // what stands behind the Timestamp
    };

    explicit TornWebm(const QByteArray &live);

    const QByteArray &head() const { return m_head; } // all before the first Cluster
    const QList<Cluster> &clusters() const { return m_clusters; }

    // How the size of a Cluster is written: so many bytes, known or not.
    struct Size
    {
        int width = 8;
        bool known = false;
    };
    static QByteArray cluster(const Cluster &cluster, Size size);
    QByteArray whole(Size size) const;
    // Every Timestamp moved by so many ticks.
    QByteArray startingAt(quint64 ticks) const;
    // The same clusters again and again with their times going on, until it has so many bytes.
    void repeat(qint64 bytes, const std::function<void(const QByteArray &)> &write,
                Size size) const;
    // All blocks in one Cluster, whose 16-bit times run over: stretch is what they are multiplied by.
    QByteArray inOneCluster(int stretch) const;

private:
    QByteArray m_head;
    QList<Cluster> m_clusters;
};

struct BrokenWebm
{
    const char *what;
    QByteArray content;
    bool hopeless = false; // nothing can be saved
};

// The ways in which recorders, disks and networks break a live file.
QList<BrokenWebm> brokenWebms(const QByteArray &live);

} // namespace respool::samples
