// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmfacts.h"

#include "core/media/mediafile.h"
#include "core/media/webm/copywindow.h"
#include "core/media/webm/webmwalk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 tailBytes = 768 << 10;
constexpr qint64 smallStepBytes = 16 << 10; // most heads are shorter
constexpr qsizetype mostDamages = 20;

// Notes what it passes by. Lives for one call of readWebmFacts().
class Look final : public WebmVisitor
{
public:
    Look(const MediaFile &file, WebmFacts &facts)
        : m_file(file)
        , m_facts(facts)
    {}

    Result<> begin(const WebmHead &head) override
    {
        m_facts.head = head;
        return {};
    }
    Result<> cluster(const WebmCluster &cluster) override
    {
        m_facts.clusterSizesKnown = cluster.head.sizeKnown;
        return {};
    }
    Result<> block(const WebmBlock &block) override
    {
        m_facts.packets += block.frames;
        m_lastTicks = std::max(m_lastTicks, block.ticks);
        return {};
    }
    void damageEnds(qint64 from, qint64 to) override;
    Result<> appended(const WebmHead &, qint64 from, qint64) override
    {
        ++m_facts.recordings;
        note(u"another recording begins at byte %1"_s.arg(from));
        return {};
    }

    qint64 lastTicks() const { return m_lastTicks; }

private:
    bool isZero(qint64 from, qint64 to) const;
    void note(const QString &damage)
    {
        if (m_facts.damage.size() < mostDamages)
            m_facts.damage << damage;
    }

    const MediaFile &m_file;
    WebmFacts &m_facts;
    qint64 m_lastTicks = 0;
};

bool Look::isZero(qint64 from, qint64 to) const
{
    QByteArray bytes(std::min<qint64>(to - from, 4096), Qt::Uninitialized);
    return readAt(m_file.fd.get(), bytes.data(), bytes.size(), to - bytes.size()) == bytes.size()
           && std::ranges::all_of(bytes, [](char byte) { return byte == 0; });
}

void Look::damageEnds(qint64 from, qint64 to)
{
    if (to < m_file.identity.bytes)
        note(u"%1 bytes from %2 on belong to nothing"_s.arg(to - from).arg(from));
    else if (isZero(from, to))
        note(u"zeros from byte %1 to the end: power was lost"_s.arg(from));
    else
        note(u"it ends within a packet, %1 bytes after the last whole one"_s.arg(to - from));
}

} // namespace

Result<WebmFacts> readWebmFacts(const MediaFile &file, bool thorough, const MediaProgress &progress)
{
    WebmFacts facts;
    Look look(file, facts);
    if (thorough) {
        CopyWindow window(file, {}, progress);
        TRY(walkWebm(window, look));
    } else {
        CopyWindow window(file, {}, {}, smallStepBytes);
        TRY_LET(facts.head, readWebmHead(window, 0));
        const qint64 from = std::max(facts.head.firstClusterAt, file.identity.bytes - tailBytes);
        TRY(walkWebmTail(window, facts.head, from, look));
        facts.packets = 0;
    }
    facts.lastMs = facts.head.msOf(look.lastTicks());
    const WebmHead &head = facts.head;
    if (head.segmentSizeKnown && head.segmentBytes > file.identity.bytes - head.segmentDataAt)
        facts.damage.prepend(u"it is %1 bytes shorter than it says"_s.arg(
            head.segmentBytes - (file.identity.bytes - head.segmentDataAt)));
    return facts;
}

} // namespace respool
