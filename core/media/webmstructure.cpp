// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webmstructure.h"

#include "core/files/errnofailure.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Element ids, RFC 9559 section 5.1 and RFC 8794 section 11.2.
namespace id {
constexpr quint32 ebml = 0x1A45DFA3, docType = 0x4282;
constexpr quint32 segment = 0x18538067, cluster = 0x1F43B675, cues = 0x1C53BB6B;
constexpr quint32 seekHead = 0x114D9B74, seek = 0x4DBB, seekId = 0x53AB, seekPosition = 0x53AC;
constexpr quint32 info = 0x1549A966, timestampScale = 0x2AD7B1, duration = 0x4489;
constexpr quint32 tracks = 0x1654AE6B;
} // namespace id

constexpr qint64 mostBodyBytes = 64 << 10; // of the elements that are read whole
constexpr int mostElements = 1000;         // before the first cluster
constexpr double mostDurationMs = 1e12;

struct Element
{
    quint32 id = 0;
    qint64 body = 0;            // where its content begins
    std::optional<qint64> size; // empty: unknown
    qint64 end() const { return body + size.value_or(0); }
};

class Reader
{
public:
    Reader(int fd, qint64 bytes)
        : m_fd(fd)
        , m_bytes(bytes)
    {}

    qint64 bytes() const { return m_bytes; }

    // The element that begins at position; nothing where none can be.
    std::optional<Element> element(qint64 position) const
    {
        const QByteArray head = read(position, 12);
        if (head.isEmpty() || head[0] == 0)
            return {};
        const int idBytes = std::countl_zero(quint8(head[0])) + 1;
        if (idBytes > 4 || head.size() <= idBytes)
            return {};
        Element element;
        for (int i = 0; i < idBytes; ++i)
            element.id = element.id << 8 | quint8(head[i]);
        const auto first = quint8(head[idBytes]);
        const int sizeBytes = std::countl_zero(first) + 1;
        if (sizeBytes > 8 || head.size() < idBytes + sizeBytes)
            return {};
        quint64 size = first & (0xffu >> sizeBytes);
        for (int i = 1; i < sizeBytes; ++i)
            size = size << 8 | quint8(head[idBytes + i]);
        element.body = position + idBytes + sizeBytes;
        // All bits set is "unknown", at every width (RFC 8794 section 6.2).
        const quint64 unknown = (quint64(1) << (7 * sizeBytes)) - 1;
        if (size != unknown)
            element.size = qint64(size);
        return element;
    }

    QByteArray body(const Element &element) const
    {
        if (!element.size || *element.size > mostBodyBytes)
            return {};
        return read(element.body, *element.size);
    }

private:
    QByteArray read(qint64 position, qint64 size) const
    {
        if (position < 0 || position >= m_bytes)
            return {};
        QByteArray bytes(std::min(size, m_bytes - position), Qt::Uninitialized);
        const ssize_t got = ::pread(m_fd, bytes.data(), size_t(bytes.size()), position);
        bytes.resize(std::max<ssize_t>(got, 0));
        return bytes;
    }

    int m_fd;
    qint64 m_bytes;
};

quint64 unsignedFrom(const QByteArray &bytes)
{
    quint64 value = 0;
    for (const char byte : bytes.first(std::min<qsizetype>(bytes.size(), 8)))
        value = value << 8 | quint8(byte);
    return value;
}

double floatFrom(const QByteArray &bytes)
{
    if (bytes.size() == 4)
        return std::bit_cast<float>(qFromBigEndian<quint32>(bytes.constData()));
    if (bytes.size() == 8)
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.constData()));
    return 0;
}

template <typename Visit>
void forEachChild(const Reader &reader, const Element &parent, const Visit &visit)
{
    qint64 position = parent.body;
    for (int i = 0; i < mostElements && position < parent.end(); ++i) {
        const auto child = reader.element(position);
        if (!child || !child->size || child->end() > parent.end())
            return;
        visit(*child);
        position = child->end();
    }
}

qint64 durationOf(const Reader &reader, const Element &info)
{
    double scaleNs = 1'000'000;
    double ticks = 0;
    forEachChild(reader, info, [&](const Element &child) {
        if (child.id == id::timestampScale)
            scaleNs = double(unsignedFrom(reader.body(child)));
        else if (child.id == id::duration)
            ticks = floatFrom(reader.body(child));
    });
    const double ms = ticks * scaleNs / 1e6;
    return std::isfinite(ms) && ms > 0 && ms < mostDurationMs
               ? std::max<qint64>(1, std::llround(ms))
               : 0;
}

// Whether the SeekHead leads to Cues that are really there.
bool leadsToCues(const Reader &reader, const Element &seekHead, const Element &segment)
{
    bool found = false;
    forEachChild(reader, seekHead, [&](const Element &seek) {
        quint64 target = 0;
        quint64 position = 0;
        if (seek.id != id::seek)
            return;
        forEachChild(reader, seek, [&](const Element &child) {
            if (child.id == id::seekId)
                target = unsignedFrom(reader.body(child));
            else if (child.id == id::seekPosition)
                position = unsignedFrom(reader.body(child));
        });
        if (target != id::cues || position > quint64(reader.bytes()))
            return;
        const auto cues = reader.element(segment.body + qint64(position));
        found =
            found || (cues && cues->id == id::cues && cues->size && cues->end() <= reader.bytes());
    });
    return found;
}

bool hasKnownDocType(const Reader &reader, const Element &ebml)
{
    bool known = false;
    forEachChild(reader, ebml, [&](const Element &child) {
        if (child.id != id::docType)
            return;
        const QByteArray type = reader.body(child);
        known = type.startsWith("webm") || type.startsWith("matroska");
    });
    return known;
}

void readHead(const Reader &reader, const Element &segment, WebmStructure &structure)
{
    qint64 position = segment.body;
    for (int i = 0; i < mostElements; ++i) {
        const auto element = reader.element(position);
        if (!element)
            return;
        switch (element->id) {
        case id::seekHead:
            structure.hasCues = structure.hasCues || leadsToCues(reader, *element, segment);
            break;
        case id::info:
            structure.durationMs = durationOf(reader, *element);
            break;
        case id::tracks:
            structure.hasTracks = true;
            break;
        case id::cues:
            structure.hasCues = true;
            break;
        case id::cluster:
            structure.hasClusters = true;
            return;
        default:
            break;
        }
        if (!element->size)
            return;
        position = element->end();
    }
}

} // namespace

Result<WebmStructure> readWebmStructure(const Directory &folder, const QString &name)
{
    TRY_LET(const UniqueFd fd, folder.openForReading(name));
    return readWebmStructure(fd.get(), folder.path() + u'/' + name);
}

Result<WebmStructure> readWebmStructure(int fd, const QString &path)
{
    struct stat status
    {};
    if (::fstat(fd, &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    if (status.st_size == 0)
        return fail(ErrorCode::Media, u"%1 is empty"_s.arg(path));
    const Reader reader(fd, status.st_size);
    WebmStructure structure;
    const auto ebml = reader.element(0);
    if (!ebml || ebml->id != id::ebml || !ebml->size || !hasKnownDocType(reader, *ebml))
        return structure;
    structure.isWebm = true;
    const auto segment = reader.element(ebml->end());
    if (!segment || segment->id != id::segment)
        return fail(ErrorCode::Media, u"%1 ends within its head: nothing was recorded"_s.arg(path));
    structure.segmentSizeKnown = segment->size.has_value();
    readHead(reader, *segment, structure);
    return structure;
}

} // namespace respool
