// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmwalk.h"

#include "core/media/webm/copywindow.h"
#include "core/media/webm/webmids.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostChildrenBeforeTimestamp = 8;
// Each may cost reading what is left of the file: a file of nothing else must come to an end. A
// recorder that starts that often without recording anything has not been seen.
constexpr int mostFalseStarts = 64;

bool isLevelOne(quint32 id)
{
    switch (id) {
    case webm::seekHead:
    case webm::info:
    case webm::tracks:
    case webm::cues:
    case webm::tags:
    case webm::chapters:
    case webm::attachments:
        return true;
    default:
        return false;
    }
}

// May stand in a Cluster before its Timestamp. The Timestamp should be first, and Chromium,
// Firefox and FFmpeg make it so; mkvmerge puts a CRC-32 or PrevSize before it.
bool mayPrecedeTimestamp(quint32 id)
{
    return id == webm::crc32 || id == webm::voidElement || id == webm::prevSize
           || id == webm::position || id == webm::silentTracks;
}

constexpr qsizetype markBytes = 4;
constexpr QByteArrayView clusterMark("\x1F\x43\xB6\x75", markBytes);
constexpr QByteArrayView ebmlMark("\x1A\x45\xDF\xA3", markBytes);

// Where the ID of a Cluster or of an EBML header stands first; -1: nowhere.
qsizetype firstMark(QByteArrayView bytes)
{
    for (qsizetype i = 0; i + markBytes <= bytes.size(); ++i) {
        if (bytes[i] != clusterMark[0] && bytes[i] != ebmlMark[0])
            continue;
        const QByteArrayView here = bytes.sliced(i, markBytes);
        if (here == clusterMark || here == ebmlMark)
            return i;
    }
    return -1;
}

// One walk through one file.
class Walk
{
public:
    Walk(CopyWindow &window, WebmVisitor &visitor)
        : m_window(window)
        , m_visitor(visitor)
        , m_blocks(window)
    {}

    Result<> run();
    Result<> runTail(const WebmHead &head, qint64 from);

private:
    Result<> runFrom(qint64 at);
    // Each returns the position where the walk goes on.
    Result<qint64> element(qint64 at);
    Result<qint64> cluster(const WebmCluster &cluster);
    Result<qint64> appended(qint64 at);
    qint64 damage(qint64 at);

    std::optional<WebmCluster> clusterAt(qint64 at);
    std::optional<qint64> nextStart(qint64 from);
    void learn(const WebmHead &head);

    enum class Child { Taken, EndsCluster, Damaged };
    Result<Child> child(const WebmCluster &cluster, qint64 at, qint64 end, qint64 &next);
    Result<Child> block(const WebmCluster &cluster, qint64 at, const ElementHead &head);

    CopyWindow &m_window;
    WebmVisitor &m_visitor;
    WebmBlockReader m_blocks;
    qint64 m_mostTicks = 0;
    int m_falseStarts = 0; // EBML headers that no recording follows
};

void Walk::learn(const WebmHead &head)
{
    m_mostTicks = head.mostTicks();
    m_blocks.learn(head);
}

Result<> Walk::run()
{
    TRY_LET(const WebmHead head, readWebmHead(m_window, 0));
    learn(head);
    TRY(m_visitor.begin(head));
    return runFrom(head.firstClusterAt);
}

Result<> Walk::runTail(const WebmHead &head, qint64 from)
{
    learn(head);
    return runFrom(nextStart(from).value_or(m_window.fileBytes()));
}

Result<> Walk::runFrom(qint64 at)
{
    while (at < m_window.fileBytes()) {
        TRY_LET(at, element(at));
        TRY(m_window.error());
    }
    return m_window.error();
}

Result<qint64> Walk::element(qint64 at)
{
    const auto head = parseElementHead(m_window.at(at, mostElementHeadBytes));
    if (!head)
        return damage(at);
    if (head->id == webm::cluster) {
        const auto found = clusterAt(at);
        return found ? cluster(*found) : Result<qint64>(damage(at));
    }
    if (head->id == webm::ebml)
        return appended(at);
    const bool known =
        isLevelOne(head->id) || head->id == webm::voidElement || head->id == webm::crc32;
    const qint64 rest = m_window.fileBytes() - at - head->headBytes;
    if (!known || !head->sizeKnown || head->dataBytes > rest)
        return damage(at);
    const qint64 end = at + head->headBytes + head->dataBytes;
    m_visitor.between(head->id, at, end);
    return end;
}

std::optional<WebmCluster> Walk::clusterAt(qint64 at)
{
    const auto head = parseElementHead(m_window.at(at, mostElementHeadBytes));
    if (!head || head->id != webm::cluster)
        return {};
    WebmCluster cluster{at, *head, 0, 0, 0, 0};
    m_window.hold(at);
    std::optional<WebmCluster> found;
    qint64 child = at + head->headBytes;
    // What stands behind a Cluster is not its Timestamp.
    const qint64 end = head->sizeKnown ? child + head->dataBytes : m_window.fileBytes();
    for (int i = 0; i < mostChildrenBeforeTimestamp; ++i) {
        const auto element = parseElementHead(m_window.at(child, mostElementHeadBytes));
        if (!element || !element->sizeKnown || element->dataBytes > 4096
            || child + element->headBytes + element->dataBytes > end)
            break;
        if (element->id == webm::timestamp && element->dataBytes <= 8) {
            const qint64 valueAt = child + element->headBytes;
            const QByteArrayView value = m_window.at(valueAt, element->dataBytes);
            const quint64 ticks = parseUnsigned(value).value_or(~quint64(0));
            if (value.size() != element->dataBytes || ticks > quint64(m_mostTicks))
                break;
            cluster.ticks = qint64(ticks);
            cluster.timestampAt = child;
            cluster.timestampBytes = int(element->dataBytes);
            cluster.timestampValueAt = valueAt;
            found = cluster;
            break;
        }
        if (!mayPrecedeTimestamp(element->id))
            break;
        child += element->headBytes + element->dataBytes;
    }
    m_window.release();
    return found;
}

Result<qint64> Walk::cluster(const WebmCluster &cluster)
{
    const qint64 start = cluster.position + cluster.head.headBytes;
    const qint64 fileBytes = m_window.fileBytes();
    const qint64 end = cluster.head.sizeKnown ? start + cluster.head.dataBytes : fileBytes;
    m_window.hold(cluster.position);
    const Result<> begun = m_visitor.cluster(cluster);
    m_window.release();
    TRY(begun);
    qint64 at = start;
    while (at < end) {
        qint64 next = at;
        TRY_LET(const Child outcome, child(cluster, at, end, next));
        if (outcome == Child::Taken) {
            at = next;
            continue;
        }
        m_visitor.clusterEnd(at);
        return outcome == Child::EndsCluster ? at : damage(at);
    }
    m_visitor.clusterEnd(at);
    return at;
}

Result<Walk::Child> Walk::child(const WebmCluster &cluster, qint64 at, qint64 end, qint64 &next)
{
    const auto head =
        parseElementHead(m_window.at(at, mostElementHeadBytes + WebmBlockReader::headBytes));
    if (!head)
        return Child::Damaged;
    // A Cluster of unknown size ends where something begins that cannot be in it. One of a known
    // size that meets the next one was damaged in its own size, or lost bytes.
    if (head->id == webm::cluster || head->id == webm::ebml || isLevelOne(head->id))
        return Child::EndsCluster;
    if (!head->sizeKnown)
        return Child::Damaged;
    next = at + head->headBytes + head->dataBytes;
    if (next > std::min(end, m_window.fileBytes()))
        return Child::Damaged;
    switch (head->id) {
    case webm::simpleBlock:
    case webm::blockGroup:
        return block(cluster, at, *head);
    case webm::crc32:
    case webm::prevSize:
    case webm::position:
        m_visitor.placeBound(head->id, at);
        return Child::Taken;
    case webm::timestamp:
    case webm::silentTracks:
    case webm::encryptedBlock:
    case webm::voidElement:
        return Child::Taken;
    default:
        return Child::Damaged;
    }
}

Result<Walk::Child> Walk::block(const WebmCluster &cluster, qint64 at, const ElementHead &head)
{
    WebmBlock block;
    if (!m_blocks.read(at, head, block)) {
        m_window.release();
        return Child::Damaged;
    }
    block.ticks += cluster.ticks;
    const Result<> taken = m_visitor.block(block);
    m_window.release();
    TRY(taken);
    return Child::Taken;
}

qint64 Walk::damage(qint64 at)
{
    m_visitor.damageBegins(at);
    const qint64 next = nextStart(at + 1).value_or(m_window.fileBytes());
    m_visitor.damageEnds(at, next);
    return next;
}

// The next Cluster that looks like one, or the next recording. Each byte is looked at once, however
// many marks there are that lead to nothing.
std::optional<qint64> Walk::nextStart(qint64 from)
{
    constexpr qint64 stepBytes = 64 << 10;
    qint64 at = std::max(from, m_window.earliest());
    while (at < m_window.fileBytes() && m_window.error()) {
        const QByteArrayView bytes =
            m_window.at(at, std::min(stepBytes, m_window.fileBytes() - at));
        const qsizetype mark = firstMark(bytes);
        if (mark < 0) {
            if (bytes.size() < stepBytes)
                return {};
            at += bytes.size() - (markBytes - 1); // a mark may lie across the cut
            continue;
        }
        const bool isCluster = bytes[mark] == clusterMark[0];
        at += mark;
        if (isCluster ? clusterAt(at).has_value() : m_falseStarts < mostFalseStarts)
            return at;
        ++at;
    }
    return {};
}

Result<qint64> Walk::appended(qint64 at)
{
    if (m_falseStarts >= mostFalseStarts)
        return damage(at);
    m_visitor.appendedBegins(at);
    m_window.hold(at);
    const auto head = readWebmHead(m_window, at);
    m_window.release();
    TRY(m_window.error());
    if (!head) {
        // Not a recording after all, or one that ended before its first packet.
        ++m_falseStarts;
        m_visitor.damageBegins(at);
        const qint64 next = nextStart(at + 4).value_or(m_window.fileBytes());
        m_visitor.damageEnds(at, next);
        return next;
    }
    learn(*head);
    TRY(m_visitor.appended(*head, at, head->firstClusterAt));
    return head->firstClusterAt;
}

} // namespace

Result<> walkWebm(CopyWindow &window, WebmVisitor &visitor)
{
    return Walk(window, visitor).run();
}

Result<> walkWebmTail(CopyWindow &window, const WebmHead &head, qint64 from, WebmVisitor &visitor)
{
    return Walk(window, visitor).runTail(head, from);
}

} // namespace respool
