// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmverify.h"

#include "core/media/mediafile.h"
#include "core/media/webm/cuelist.h"
#include "core/media/webm/ebmlreader.h"
#include "core/media/webm/webmids.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A cue as the file tells it: positions count from the Segment's data on.
WebmCue cueOf(QByteArrayView point)
{
    WebmCue cue;
    const auto number = [](const EbmlCursor &child) {
        return parseUnsigned(child.data()).value_or(0);
    };
    for (EbmlCursor child(point); child.next();) {
        if (child.id() == webm::cueTime)
            cue.ticks = qint64(number(child));
        if (child.id() != webm::cueTrackPositions)
            continue;
        for (EbmlCursor position(child.data()); position.next();) {
            if (position.id() == webm::cueTrack)
                cue.track = number(position);
            else if (position.id() == webm::cueClusterPosition)
                cue.clusterAt = qint64(number(position));
            else if (position.id() == webm::cueRelativePosition)
                cue.relative = qint64(number(position));
        }
    }
    return cue;
}

// One verification. Lives for one call of verifyWebm().
class Verification final : public WebmVisitor
{
public:
    Verification(const MediaFile &copy, const WebmRepairReport &written, CopyWindow &window)
        : m_copy(copy)
        , m_written(written)
        , m_window(window)
    {}

    Result<> begin(const WebmHead &head) override;
    Result<> cluster(const WebmCluster &cluster) override;
    Result<> block(const WebmBlock &block) override;
    void damageEnds(qint64 from, qint64 to) override;
    Result<> appended(const WebmHead &head, qint64 from, qint64 to) override;

    Result<> compare() const;

private:
    Result<> checkSeekHead(const WebmHead &head) const;
    Result<> checkCue(const WebmBlock &block);

    const MediaFile &m_copy;
    const WebmRepairReport &m_written;
    CopyWindow &m_window;
    WebmHead m_head;
    QList<WebmCue> m_cues;
    qsizetype m_nextCue = 0;
    TrackTallies m_tallies;
    WebmCluster m_cluster;
    QString m_damage;
};

Failure wrong(const QString &what)
{
    return fail(ErrorCode::Media, what);
}

Result<> Verification::begin(const WebmHead &head)
{
    m_head = head;
    m_tallies = emptyTallies(head.tracks, m_written.tallies.value(0).hash != nullptr);
    if (!head.segmentSizeKnown || head.segmentDataAt + head.segmentBytes != m_window.fileBytes())
        return wrong(u"a Segment that does not end with the file"_s);
    if (head.durationTicks != m_written.durationTicks)
        return wrong(u"another duration than was written"_s);
    const bool same =
        std::ranges::equal(head.tracks, m_written.tracks,
                           [](const WebmTrack &a, const WebmTrack &b) { return a.continues(b); });
    if (!same)
        return wrong(u"other tracks"_s);
    for (EbmlCursor point(head.cues); point.next();) {
        if (point.id() == webm::cuePoint)
            m_cues << cueOf(point.data());
    }
    if (m_cues.isEmpty() && m_written.cues > 0)
        return wrong(u"no index"_s);
    return checkSeekHead(head);
}

// RFC 9559, section 5.1.1: each entry must lead to the element it names.
Result<> Verification::checkSeekHead(const WebmHead &head) const
{
    EbmlReader reader(m_copy.fd.get(), m_window.fileBytes(), 1 << 20);
    int entries = 0;
    for (EbmlCursor seek(head.seekHead); seek.next(); ++entries) {
        quint64 id = 0;
        quint64 position = 0;
        for (EbmlCursor child(seek.data()); child.next();) {
            if (child.id() == webm::seekId)
                id = parseUnsigned(child.data()).value_or(0);
            else if (child.id() == webm::seekPosition)
                position = parseUnsigned(child.data()).value_or(0);
        }
        const auto target =
            position < quint64(m_window.fileBytes())
                ? reader.elementAt(head.segmentDataAt + qint64(position), m_window.fileBytes())
                : std::nullopt;
        if (!target || target->id != id)
            return wrong(u"a SeekHead that leads astray"_s);
    }
    return entries >= 2 ? Result<>() : wrong(u"no SeekHead"_s);
}

Result<> Verification::cluster(const WebmCluster &cluster)
{
    m_cluster = cluster;
    if (!cluster.head.sizeKnown)
        return wrong(u"a cluster of unknown size at byte %1"_s.arg(cluster.position));
    return {};
}

Result<> Verification::block(const WebmBlock &block)
{
    TrackTally &tally = m_tallies[block.track];
    tally.add(block, block.ticks);
    for (qint64 done = 0; tally.hash && done < block.payloadBytes;
         done += CopyWindow::hashStepBytes)
        tally.hash->addData(
            m_window.at(block.payloadAt + done,
                        std::min(CopyWindow::hashStepBytes, block.payloadBytes - done)));
    return checkCue(block);
}

// Cues stand in the order of the blocks they lead to.
Result<> Verification::checkCue(const WebmBlock &block)
{
    if (m_nextCue == m_cues.size())
        return {};
    const WebmCue &cue = m_cues[m_nextCue];
    const qint64 clusterAt = m_cluster.position - m_head.segmentDataAt;
    if (clusterAt < cue.clusterAt)
        return {};
    const qint64 relative = block.position - m_cluster.position - m_cluster.head.headBytes;
    if (clusterAt == cue.clusterAt && relative < cue.relative)
        return {};
    const bool right = clusterAt == cue.clusterAt && relative == cue.relative
                       && (block.key || m_written.keyless) && block.ticks == cue.ticks
                       && m_head.tracks[block.track].number == cue.track;
    if (!right)
        return wrong(u"a cue at %1 ticks that leads to no key frame"_s.arg(cue.ticks));
    ++m_nextCue;
    return {};
}

void Verification::damageEnds(qint64 from, qint64 to)
{
    if (m_damage.isEmpty())
        m_damage = u"bytes %1 to %2 that belong to nothing"_s.arg(from).arg(to);
}

Result<> Verification::appended(const WebmHead &, qint64 from, qint64)
{
    return wrong(u"a second recording at byte %1"_s.arg(from));
}

Result<> Verification::compare() const
{
    if (!m_damage.isEmpty())
        return wrong(m_damage);
    if (m_nextCue != m_cues.size())
        return wrong(u"cues that lead nowhere"_s);
    for (qsizetype i = 0; i < m_tallies.size(); ++i) {
        const TrackTally &read = m_tallies[i];
        const TrackTally &meant = m_written.tallies[i];
        const QString track = u"track %1"_s.arg(m_head.tracks[i].number);
        if (read.packets != meant.packets || read.keys != meant.keys)
            return wrong(u"%1 packets instead of %2 in %3"_s.arg(read.packets)
                             .arg(meant.packets)
                             .arg(track));
        if (read.payloadBytes != meant.payloadBytes || read.lastTicks != meant.lastTicks)
            return wrong(u"other packets in %1"_s.arg(track));
        if (read.hash && meant.hash && read.hash->result() != meant.hash->result())
            return wrong(u"packets with other bytes in %1"_s.arg(track));
    }
    return {};
}

} // namespace

Result<> verifyWebm(const MediaFile &copy, const WebmRepairReport &written,
                    const std::stop_token &stop, const CopyWindow::Progress &progress)
{
    CopyWindow window(copy, stop, progress);
    Verification verification(copy, written, window);
    Result<> outcome = walkWebm(window, verification);
    if (outcome)
        outcome = verification.compare();
    if (!outcome && outcome.error().code == ErrorCode::Media)
        return fail(ErrorCode::Media,
                    u"the copy of %1 was checked and has %2; the original is kept"_s.arg(
                        copy.path, outcome.error().detail));
    return outcome;
}

} // namespace respool
