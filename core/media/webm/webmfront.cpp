// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmfront.h"

#include "core/media/webm/ebml.h"
#include "core/media/webm/ebmlwriter.h"
#include "core/media/webm/webmids.h"

#include <algorithm>

namespace respool {

namespace {

constexpr int segmentHeadBytes = 4 + 8;
constexpr int seekEntryBytes = 21;
constexpr int mostSeekEntries = 12;
constexpr int seekHeadBytes = 4 + 8 + mostSeekEntries * seekEntryBytes;
constexpr int durationBytes = 2 + 1 + 8;
constexpr int infoHeadBytes = 4 + 8;
constexpr int leastVoidBytes = 9;
constexpr int mostCueBytes = 48; // one that is huge in every way
constexpr int usualCueBytes = 27;

QByteArrayView childrenOf(QByteArrayView element)
{
    const auto head = parseElementHead(element);
    return head ? element.sliced(head->headBytes) : QByteArrayView();
}

QByteArray withDocType(QByteArrayView ebml, const QByteArray &docType)
{
    QByteArray children;
    for (EbmlCursor child(childrenOf(ebml)); child.next();) {
        if (child.id() == webm::docType)
            children += ebmlElement(webm::docType, docType);
        else if (child.id() != webm::crc32)
            children += child.whole();
    }
    return ebmlElement(webm::ebml, children);
}

QByteArray infoWithoutDuration(QByteArrayView info)
{
    QByteArray children;
    for (EbmlCursor child(childrenOf(info)); child.next();) {
        if (child.id() != webm::duration && child.id() != webm::crc32
            && child.id() != webm::voidElement)
            children += child.whole();
    }
    return children;
}

int widthOf(quint64 value, int least)
{
    int width = least;
    while (width < 8 && value >> (8 * width) != 0)
        ++width;
    return width;
}

// RFC 9559, section 5.1.1: positions count from the Segment's data on.
QByteArray seekEntry(quint32 id, qint64 position)
{
    return ebmlElement(webm::seek, ebmlElement(webm::seekId, ebmlId(id))
                                       + ebmlUnsigned(webm::seekPosition, quint64(position), 8));
}

} // namespace

WebmFront::WebmFront(const WebmHead &head, const QByteArray &docType, qint64 fileBytes)
    : m_ebml(head.docType == docType ? head.ebml : withDocType(head.ebml, docType))
    , m_infoChildren(infoWithoutDuration(head.info))
    , m_tracks(head.tracksElement)
    , m_extras(head.extras)
    // A cue every few seconds of an ordinary recording; more are thinned, never moved.
    , m_cueBytes(std::clamp<qint64>(fileBytes / 8192, 4096, 4 << 20))
    , m_bytes(m_ebml.size() + segmentHeadBytes + seekHeadBytes + infoHeadBytes
              + m_infoChildren.size() + durationBytes + m_tracks.size() + m_extras.size()
              + m_cueBytes + leastVoidBytes)
{}

void WebmFront::padTo(qint64 bytes)
{
    m_bytes = std::max(m_bytes, bytes);
}

qsizetype WebmFront::mostCues() const
{
    return qsizetype(m_cueBytes / usualCueBytes);
}

qint64 WebmFront::segmentDataAt() const
{
    return m_ebml.size() + segmentHeadBytes;
}

QByteArray WebmFront::cuesElement(const QList<WebmCue> &cues) const
{
    if (cues.isEmpty())
        return {};
    QByteArray points;
    points.reserve(cues.size() * mostCueBytes);
    for (const WebmCue &cue : cues) {
        const quint64 cluster = quint64(cue.clusterAt - segmentDataAt());
        const QByteArray positions =
            ebmlUnsigned(webm::cueTrack, cue.track, widthOf(cue.track, 1))
            + ebmlUnsigned(webm::cueClusterPosition, cluster, widthOf(cluster, 5))
            + ebmlUnsigned(webm::cueRelativePosition, quint64(cue.relative),
                           widthOf(quint64(cue.relative), 4));
        points +=
            ebmlElement(webm::cuePoint, ebmlUnsigned(webm::cueTime, quint64(cue.ticks),
                                                     widthOf(quint64(cue.ticks), 5))
                                            + ebmlElement(webm::cueTrackPositions, positions));
    }
    return ebmlElement(webm::cues, points);
}

// Where each part comes to lie, for the SeekHead: it has the same length whatever it says.
QList<SeekTarget> WebmFront::seekTargets(qint64 infoBytes, qint64 cueBytes,
                                         const QList<SeekTarget> &behind) const
{
    QList<SeekTarget> targets{{webm::info, 0}, {webm::tracks, 0}};
    if (cueBytes > 0)
        targets << SeekTarget{webm::cues, 0};
    const qsizetype extrasAt = targets.size();
    for (EbmlCursor child(m_extras); child.next();)
        targets << SeekTarget{child.id(), 0};
    targets << behind;
    targets.resize(std::min<qsizetype>(targets.size(), mostSeekEntries));

    const QByteArray entries(targets.size() * seekEntryBytes, '\0');
    qint64 at = segmentDataAt() + ebmlElement(webm::seekHead, entries).size();
    targets[0].outputAt = at;
    targets[1].outputAt = at += infoBytes;
    at += m_tracks.size();
    qsizetype next = extrasAt;
    for (EbmlCursor child(m_extras); child.next(); at += child.whole().size()) {
        if (next < targets.size())
            targets[next++].outputAt = at;
    }
    if (cueBytes > 0)
        targets[2].outputAt = at;
    return targets;
}

QByteArray WebmFront::build(double durationTicks, CueList cues, const QList<SeekTarget> &behind,
                            qint64 outputBytes) const
{
    QByteArray cueBytes = cuesElement(cues.cues());
    while (cueBytes.size() > m_cueBytes) {
        cues.thin();
        cueBytes = cuesElement(cues.cues());
    }
    const QByteArray info =
        ebmlElement(webm::info, m_infoChildren + ebmlFloat(webm::duration, durationTicks));
    QByteArray entries;
    for (const SeekTarget &target : seekTargets(info.size(), cueBytes.size(), behind))
        entries += seekEntry(target.id, target.outputAt - segmentDataAt());
    const QByteArray front =
        m_ebml + ebmlId(webm::segment) + ebmlSize(outputBytes - segmentDataAt(), 8)
        + ebmlElement(webm::seekHead, entries) + info + m_tracks + m_extras + cueBytes;
    return front + ebmlVoid(m_bytes - front.size());
}

} // namespace respool
