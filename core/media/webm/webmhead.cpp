// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmhead.h"

#include "core/media/webm/copywindow.h"
#include "core/media/webm/ebml.h"
#include "core/media/webm/webmids.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostElementBytes = 8 << 20; // fonts and covers are smaller
constexpr qint64 mostHeadBytes = 12 << 20;
constexpr int mostTracks = 64;

Failure without(const QString &what)
{
    return fail(ErrorCode::Media, what);
}

int smallInt(QByteArrayView data)
{
    const auto value = parseUnsigned(data);
    return value && *value < (1u << 30) ? int(*value) : 0;
}

void readVideo(QByteArrayView data, WebmTrack &track)
{
    for (EbmlCursor child(data); child.next();) {
        if (child.id() == webm::pixelWidth)
            track.width = smallInt(child.data());
        else if (child.id() == webm::pixelHeight)
            track.height = smallInt(child.data());
    }
}

void readAudio(QByteArrayView data, WebmTrack &track)
{
    for (EbmlCursor child(data); child.next();) {
        if (child.id() == webm::samplingFrequency)
            track.samplingHz = parseFloat(child.data()).value_or(0);
        else if (child.id() == webm::channels)
            track.channels = smallInt(child.data());
    }
}

WebmTrack::Kind kindOf(quint64 type)
{
    // RFC 9559, section 5.1.4.1.3
    return type == 1   ? WebmTrack::Kind::Video
           : type == 2 ? WebmTrack::Kind::Audio
                       : WebmTrack::Kind::Other;
}

WebmTrack trackOf(QByteArrayView entry)
{
    WebmTrack track;
    for (EbmlCursor child(entry); child.next();) {
        switch (child.id()) {
        case webm::trackNumber:
            track.number = parseUnsigned(child.data()).value_or(0);
            break;
        case webm::trackType:
            track.kind = kindOf(parseUnsigned(child.data()).value_or(0));
            break;
        case webm::codecId:
            track.codec = parseText(child.data());
            break;
        case webm::codecPrivate:
            track.codecPrivate = child.data().toByteArray();
            break;
        case webm::defaultDuration:
            track.defaultDurationNs =
                qint64(std::min<quint64>(parseUnsigned(child.data()).value_or(0), 1ull << 40));
            break;
        case webm::contentEncodings:
            track.encoded = true;
            break;
        case webm::video:
            readVideo(child.data(), track);
            break;
        case webm::audio:
            readAudio(child.data(), track);
            break;
        default:
            break;
        }
    }
    return track;
}

void readInfo(QByteArrayView data, WebmHead &head)
{
    // Of two, the last one counts, in all it says and leaves out: it is the one that is kept.
    head.timestampScaleNs = WebmHead().timestampScaleNs;
    head.durationTicks = 0;
    for (EbmlCursor child(data); child.next();) {
        if (child.id() == webm::timestampScale) {
            head.timestampScaleNs = timestampScaleNsOf(parseUnsigned(child.data()));
        } else if (child.id() == webm::duration) {
            const double ticks = parseFloat(child.data()).value_or(0);
            head.durationTicks = std::isfinite(ticks) && ticks > 0 ? ticks : 0;
        }
    }
}

// One call of readWebmHead().
class HeadReader
{
public:
    HeadReader(CopyWindow &window, qint64 position)
        : m_window(window)
        , m_at(position)
    {
        m_head.position = position;
    }

    Result<WebmHead> run();

private:
    std::optional<ElementHead> elementHere();
    QByteArray wholeElement(const ElementHead &element);
    QByteArray dataOf(const ElementHead &element);
    Result<> readDocument();
    // True while there may be more before the first Cluster.
    Result<bool> readChild();
    Result<> take(const ElementHead &element);
    // An element that the copy needs, or an error: without it the copy would be another recording.
    Result<QByteArray> needed(const ElementHead &element);

    CopyWindow &m_window;
    qint64 m_at;
    qint64 m_kept = 0;
    WebmHead m_head;
};

std::optional<ElementHead> HeadReader::elementHere()
{
    return parseElementHead(m_window.at(m_at, mostElementHeadBytes));
}

QByteArray HeadReader::wholeElement(const ElementHead &element)
{
    const qint64 bytes = element.headBytes + element.dataBytes;
    if (!element.sizeKnown || bytes > mostElementBytes || m_kept + bytes > mostHeadBytes)
        return {};
    m_kept += bytes;
    return m_window.at(m_at, bytes).toByteArray();
}

QByteArray HeadReader::dataOf(const ElementHead &element)
{
    return wholeElement(element).mid(element.headBytes);
}

Result<> HeadReader::readDocument()
{
    const auto ebml = elementHere();
    if (!ebml || ebml->id != webm::ebml)
        return without(u"does not begin with an EBML header"_s);
    m_head.ebml = wholeElement(*ebml);
    if (m_head.ebml.isEmpty())
        return without(u"ends within its EBML header"_s);
    for (EbmlCursor child(QByteArrayView(m_head.ebml).sliced(ebml->headBytes)); child.next();) {
        if (child.id() == webm::docType)
            m_head.docType = parseText(child.data());
    }
    m_at += m_head.ebml.size();
    // Only Void and CRC-32 may stand between the header and the Segment (RFC 8794, section 11).
    for (;;) {
        const auto element = elementHere();
        if (!element)
            return without(u"ends before its Segment"_s);
        if (element->id == webm::segment) {
            m_head.segmentAt = m_at;
            m_head.segmentDataAt = m_at += element->headBytes;
            m_head.segmentSizeKnown = element->sizeKnown;
            m_head.segmentBytes = element->dataBytes;
            return {};
        }
        if ((element->id != webm::voidElement && element->id != webm::crc32) || !element->sizeKnown)
            return without(u"has no Segment behind its EBML header"_s);
        m_at += element->headBytes + element->dataBytes;
    }
}

Result<QByteArray> HeadReader::needed(const ElementHead &element)
{
    const QByteArray whole = wholeElement(element);
    TRY(m_window.error());
    if (whole.isEmpty())
        return without(
            u"has more than %1 MiB before its first packet"_s.arg(mostElementBytes >> 20));
    return whole;
}

Result<> HeadReader::take(const ElementHead &element)
{
    switch (element.id) {
    case webm::info: {
        TRY_LET(m_head.info, needed(element));
        readInfo(QByteArrayView(m_head.info).sliced(element.headBytes), m_head);
        break;
    }
    case webm::tracks: {
        TRY_LET(m_head.tracksElement, needed(element));
        break;
    }
    case webm::tags:
    case webm::chapters:
    case webm::attachments: {
        TRY_LET(const QByteArray extra, needed(element));
        m_head.extras += extra;
        break;
    }
    case webm::cues:
        m_head.hasCues = element.dataBytes > 0;
        m_head.cues = dataOf(element);
        break;
    case webm::seekHead:
        m_head.seekHead = dataOf(element);
        break;
    default:
        break;
    }
    return {};
}

Result<bool> HeadReader::readChild()
{
    const auto element = elementHere();
    if (element && element->id == webm::cluster)
        return false;
    // Of the Segment's children only a Cluster may have an unknown size (RFC 9559, section 5).
    const bool whole = element && element->sizeKnown
                       && element->dataBytes <= m_window.fileBytes() - m_at - element->headBytes;
    if (!whole)
        return without(m_head.tracksElement.isEmpty() ? u"ends before its tracks"_s
                                                      : u"ends before its first packet"_s);
    TRY(take(*element));
    m_at += element->headBytes + element->dataBytes;
    return true;
}

Result<WebmHead> HeadReader::run()
{
    TRY(readDocument());
    for (bool more = true; more;) {
        TRY_LET(more, readChild());
    }
    TRY(m_window.error());
    m_head.firstClusterAt = m_at;
    if (m_head.tracksElement.isEmpty())
        return without(u"has no tracks before its first cluster"_s);
    const auto tracks = parseElementHead(m_head.tracksElement);
    for (EbmlCursor child(QByteArrayView(m_head.tracksElement).sliced(tracks->headBytes));
         child.next() && m_head.tracks.size() < mostTracks;) {
        if (child.id() == webm::trackEntry)
            m_head.tracks << trackOf(child.data());
    }
    if (m_head.tracks.isEmpty())
        return without(u"has no tracks: nothing can be read from it"_s);
    return std::move(m_head);
}

} // namespace

bool WebmTrack::continues(const WebmTrack &other) const
{
    return number == other.number && kind == other.kind && codec == other.codec
           && codecPrivate == other.codecPrivate && width == other.width && height == other.height
           && samplingHz == other.samplingHz && channels == other.channels
           && encoded == other.encoded;
}

qint64 WebmHead::msOf(qint64 ticks) const
{
    return qint64(std::llround(double(ticks) * double(timestampScaleNs) / 1e6));
}

qint64 timestampScaleNsOf(std::optional<quint64> told)
{
    constexpr qint64 usualNs = 1'000'000;
    constexpr quint64 mostNs = std::numeric_limits<qint64>::max();
    return told && *told > 0 && *told <= mostNs ? qint64(*told) : usualNs;
}

qint64 WebmHead::mostTicks() const
{
    return std::min(qint64(1) << 52, std::numeric_limits<qint64>::max() / timestampScaleNs);
}

Result<WebmHead> readWebmHead(CopyWindow &window, qint64 position)
{
    return HeadReader(window, position).run();
}

QByteArray codecOutsideWebm(const QList<WebmTrack> &tracks)
{
    for (const WebmTrack &track : tracks) {
        const QByteArray &codec = track.codec;
        if (codec != "V_VP8" && codec != "V_VP9" && codec != "V_AV1" && codec != "A_OPUS"
            && codec != "A_VORBIS" && codec != "S_TEXT/WEBVTT" && !codec.startsWith("D_WEBVTT/"))
            return codec;
    }
    return {};
}

} // namespace respool
