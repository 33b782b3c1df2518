// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmstructure.h"

#include "core/media/webm/ebmlreader.h"
#include "core/media/webm/webmhead.h"
#include "core/media/webm/webmids.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 budgetBytes = 2'000'000;
constexpr double mostDurationMs = 1e13; // 300 years; more is a damaged number

// Walks the elements of one file once. Lives for one call of readWebmStructure().
class StructureWalk
{
public:
    explicit StructureWalk(EbmlReader reader)
        : m_reader(std::move(reader))
    {}

    // Nothing when the file is no EBML document.
    std::optional<WebmStructure> run();

private:
    void readSegment(const EbmlElement &segment);
    void readSeekHead(const EbmlElement &seekHead);
    void readInfo(const EbmlElement &info);
    void follow(const EbmlElement &segment, qint64 end);
    template <typename F>
    void forEachChild(const EbmlElement &parent, F visit);

    EbmlReader m_reader;
    WebmStructure m_found;
    std::optional<quint64> m_cuesAt; // relative to the Segment's data, as a SeekHead says it
    std::optional<quint64> m_infoAt;
    bool m_sawInfo = false;
};

template <typename F>
void StructureWalk::forEachChild(const EbmlElement &parent, F visit)
{
    if (!parent.sizeKnown)
        return;
    for (qint64 at = parent.dataStart; at < parent.end();) {
        const auto child = m_reader.elementAt(at, parent.end());
        if (!child || !child->sizeKnown || child->dataBytes > parent.end() - child->dataStart)
            return;
        visit(*child);
        at = child->end();
    }
}

std::optional<WebmStructure> StructureWalk::run()
{
    const auto head = m_reader.elementAt(0, m_reader.fileBytes());
    if (!head || head->id != webm::ebml || !head->sizeKnown || head->dataBytes > budgetBytes)
        return {};
    forEachChild(*head, [this](const EbmlElement &child) {
        if (child.id != webm::docType)
            return;
        const QByteArray type = m_reader.textOf(child).value_or(QByteArray());
        m_found.isWebm = type == "webm" || type == "matroska";
    });
    // Only Void and CRC-32 may stand between the header and the Segment (RFC 8794, section 11).
    for (qint64 at = head->end(); m_found.isWebm;) {
        const auto element = m_reader.elementAt(at, m_reader.fileBytes());
        if (element && element->id == webm::segment) {
            readSegment(*element);
            break;
        }
        if (!element || !element->sizeKnown
            || (element->id != webm::voidElement && element->id != webm::crc32))
            break;
        at = element->end();
    }
    return m_found;
}

void StructureWalk::readSegment(const EbmlElement &segment)
{
    const qint64 fileBytes = m_reader.fileBytes();
    m_found.segmentSizeKnown = segment.sizeKnown;
    m_found.truncated = segment.sizeKnown && segment.dataBytes > fileBytes - segment.dataStart;
    const qint64 end = segment.sizeKnown && !m_found.truncated ? segment.end() : fileBytes;
    // What is wanted stands before the first Cluster, or a SeekHead there says where.
    for (qint64 at = segment.dataStart; at < end;) {
        const auto element = m_reader.elementAt(at, end);
        if (!element)
            break;
        if (element->id == webm::cluster) {
            m_found.hasClusters = true;
            break;
        }
        // Of the Segment's children only a Cluster may have an unknown size (RFC 9559, section 5).
        if (!element->sizeKnown || element->dataBytes > end - element->dataStart)
            break;
        if (element->id == webm::seekHead)
            readSeekHead(*element);
        else if (element->id == webm::info)
            readInfo(*element);
        else if (element->id == webm::tracks)
            m_found.hasTracks = true;
        else if (element->id == webm::cues)
            m_found.hasCues = element->dataBytes > 0;
        at = element->end();
    }
    follow(segment, end);
}

// RFC 9559, section 5.1.1: pairs of an element's ID and its position in the Segment.
void StructureWalk::readSeekHead(const EbmlElement &seekHead)
{
    forEachChild(seekHead, [this](const EbmlElement &seek) {
        if (seek.id != webm::seek)
            return;
        std::optional<quint64> target;
        std::optional<quint64> position;
        forEachChild(seek, [&](const EbmlElement &child) {
            if (child.id == webm::seekId)
                target = m_reader.unsignedOf(child);
            else if (child.id == webm::seekPosition)
                position = m_reader.unsignedOf(child);
        });
        if (target == quint64(webm::cues))
            m_cuesAt = position;
        else if (target == quint64(webm::info))
            m_infoAt = position;
    });
}

// RFC 9559, section 5.1.2: the duration is a float in units of the timestamp scale, nanoseconds.
void StructureWalk::readInfo(const EbmlElement &info)
{
    m_sawInfo = true;
    qint64 scaleNs = timestampScaleNsOf({});
    double duration = 0;
    forEachChild(info, [&](const EbmlElement &child) {
        if (child.id == webm::timestampScale)
            scaleNs = timestampScaleNsOf(m_reader.unsignedOf(child));
        else if (child.id == webm::duration)
            duration = m_reader.floatOf(child).value_or(0);
    });
    const double ms = duration * double(scaleNs) / 1e6;
    if (std::isfinite(ms) && ms > 0 && ms < mostDurationMs)
        m_found.durationMs = std::max<qint64>(1, std::llround(ms));
}

// A SeekHead may lie, by damage or by a careless writer: what it points to counts only when it is
// really there.
void StructureWalk::follow(const EbmlElement &segment, qint64 end)
{
    const auto target = [&](std::optional<quint64> position, quint32 wanted) {
        std::optional<EbmlElement> element;
        if (position && *position < quint64(end - segment.dataStart))
            element = m_reader.elementAt(segment.dataStart + qint64(*position), end);
        if (element
            && (element->id != wanted || !element->sizeKnown
                || element->dataBytes > end - element->dataStart))
            element.reset();
        return element;
    };
    if (!m_found.hasCues) {
        const auto cues = target(m_cuesAt, webm::cues);
        m_found.hasCues = cues && cues->dataBytes > 0;
    }
    if (!m_sawInfo) {
        if (const auto info = target(m_infoAt, webm::info))
            readInfo(*info);
    }
}

} // namespace

Result<WebmStructure> readWebmStructure(const MediaFile &file)
{
    const qint64 bytes = file.identity.bytes;
    if (bytes == 0)
        return fail(ErrorCode::Media,
                    u"%1 is empty: nothing was recorded, it can only be deleted"_s.arg(file.path));
    const auto found = StructureWalk(EbmlReader(file.fd.get(), bytes, budgetBytes)).run();
    if (!found)
        return fail(ErrorCode::Media,
                    u"%1 is no WebM file: it does not begin with an EBML header"_s.arg(file.path));
    return *found;
}

} // namespace respool
