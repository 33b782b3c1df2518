// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/textsearch.h"

#include "core/db/connection.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/querysql.h"
#include "core/library/textstore.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Pieces grow while nothing is found in them; a page looks at so many lines at most.
constexpr qint64 leastHits = 64;
constexpr qint64 mostHits = 2048;
constexpr qint64 mostLookedAt = 20'000;

constexpr QChar markBegin(2);
constexpr QChar markEnd(3);

struct PartOfLine
{
    qint64 first = 0;
    RecordingId recording; // 0: nobody finds it
    QString name;
    qint64 startMs = 0;
};

struct FoundLine
{
    qint64 id = 0;
    qsizetype part = 0;
};

// What must have begun then, begins no earlier; 0: it may have begun at any time.
qint64 earliestStart(const QueryNode &node)
{
    qint64 earliest = 0;
    if (node.kind == QueryNode::Kind::All) {
        for (const QueryNode &child : node.children)
            earliest = std::max(earliest, earliestStart(child));
        return earliest;
    }
    const bool isStart =
        node.kind == QueryNode::Kind::Term && node.term.field == findField(u"start"_s);
    if (!isStart || node.term.values.size() != 1)
        return 0;
    const QueryValue &value = node.term.values.first();
    switch (node.term.op) {
    case QueryOp::Has:
    case QueryOp::Equal:
    case QueryOp::GreaterEqual:
        return value.from;
    case QueryOp::Greater:
        return value.to;
    case QueryOp::NotEqual:
    case QueryOp::Less:
    case QueryOp::LessEqual:
        break;
    }
    return 0;
}

// The clocks of a part and its recording may differ by less than a day.
qint64 leastLine(const Query &query)
{
    constexpr qint64 dayMs = 86'400'000;
    return query.root ? TextStore::leastLineOf(earliestStart(*query.root) - dayMs) : 0;
}

// Walks the lines in which it stands by falling ids. What cannot be in the answer is passed over a
// part at a time.
class TextSearch
{
public:
    TextSearch(Connection &connection, const TextQuestion &question)
        : m_connection(connection)
        , m_question(question)
        , m_before(question.before)
        , m_least(leastLine(question.within))
    {}

    Result<TextPage> run()
    {
        TextPage page;
        const qsizetype limit = std::max(1, m_question.limit);
        qint64 most = std::max(leastHits, qint64(limit) + 1);
        for (qint64 looked = 0; looked < mostLookedAt;) {
            TRY_LET(const QList<FoundLine> found, nextLines(most));
            looked += found.size();
            TRY_LET(const QSet<qint64> recordings, recordingsAmong());
            QList<FoundLine> wanted;
            for (const FoundLine &line : found) {
                if (recordings.contains(m_parts[line.part].recording.value))
                    wanted << line;
            }
            const bool full = page.hits.size() + wanted.size() > limit;
            wanted.resize(std::min(wanted.size(), limit - page.hits.size()));
            TRY(addHits(wanted, page));
            if (full) {
                page.next = page.hits.last().line;
                return page;
            }
            if (found.size() < most)
                return page; // that was all
            m_before = found.last().id;
            if (!recordings.contains(m_parts.last().recording.value))
                m_before = m_parts.last().first;
            most = std::min(most * 2, mostHits);
        }
        page.next = m_before;
        return page;
    }

private:
    Result<QList<FoundLine>> nextLines(qint64 most)
    {
        QList<qint64> ids;
        TRY(m_connection.read(u"text_hits"_s,
                              {{u"match"_s, m_question.match},
                               {u"before"_s, m_before},
                               {u"least"_s, m_least},
                               {u"most"_s, most}},
                              [&](const Row &row) { ids << row.integer(0); }));
        m_parts.clear();
        QList<FoundLine> lines;
        for (const qint64 id : std::as_const(ids)) {
            if (m_parts.isEmpty() || id < m_parts.last().first) {
                TRY_LET(PartOfLine part, partOf(id));
                m_parts << std::move(part);
            }
            lines << FoundLine{id, m_parts.size() - 1};
        }
        return lines;
    }

    Result<PartOfLine> partOf(qint64 id)
    {
        PartOfLine part{id, {}, {}, 0};
        TRY(m_connection.read(u"text_place"_s, {{u"id"_s, id}}, [&](const Row &row) {
            part = {row.integer(0), RecordingId{row.integer(4) ? row.integer(1) : 0}, row.text(2),
                    row.integer(3)};
        }));
        return part;
    }

    // Those of the parts at hand that are asked for.
    Result<QSet<qint64>> recordingsAmong()
    {
        QList<qint64> ids;
        for (const PartOfLine &part : std::as_const(m_parts)) {
            if (part.recording.value > 0 && !m_known.contains(part.recording.value))
                ids << part.recording.value;
        }
        if (!ids.isEmpty()) {
            CompiledQuery query = conditionOf(m_question.within, m_connection.dialect());
            // These few first: an index of the condition would have it walk the library.
            QString sql = u"SELECT r.id FROM json_each(?) j CROSS JOIN recording r"
                          " ON r.id = j.value WHERE TRUE"_s;
            if (!m_question.within.choosesState())
                sql += u" AND r.state <> 3"_s;
            if (!query.sql.isEmpty())
                sql += u" AND "_s + query.sql;
            query.binds.prepend(jsonArray(ids));
            for (const qint64 id : std::as_const(ids))
                m_known << id;
            TRY(m_connection.readCompiled(sql, query.binds,
                                          [&](const Row &row) { m_wanted << row.integer(0); }));
        }
        return m_wanted;
    }

    Result<> addHits(const QList<FoundLine> &lines, TextPage &page)
    {
        if (lines.isEmpty())
            return {};
        QHash<qint64, TextHit> marked;
        for (const FoundLine &line : lines)
            marked.insert(line.id, {});
        TRY(m_connection.read(u"text_marked"_s,
                              {{u"match"_s, m_question.match},
                               {u"from"_s, lines.first().id},
                               {u"last"_s, lines.last().id}},
                              [&](const Row &row) {
                                  const auto hit = marked.find(row.integer(0));
                                  if (hit == marked.end())
                                      return; // of a recording that is not asked for
                                  hit->atMs = row.integer(1);
                                  readMarked(row.text(2), *hit);
                              }));
        for (const FoundLine &line : lines) {
            TextHit hit = marked.value(line.id);
            hit.line = line.id;
            TRY(tellPart(m_parts[line.part], hit));
            page.hits << std::move(hit);
        }
        return {};
    }

    Result<> tellPart(const PartOfLine &part, TextHit &hit)
    {
        hit.recording = part.recording;
        hit.part = part.name;
        hit.dayMs = part.startMs > 0 ? part.startMs + hit.atMs : 0;
        TRY(m_connection.read(u"text_recording"_s, {{u"id"_s, part.recording.value}},
                              [&](const Row &row) {
                                  hit.uid = row.text(0);
                                  hit.store = StoreId{row.integer(1)};
                                  hit.storeName = row.text(2);
                              }));
        return {};
    }

    static void readMarked(const QString &marked, TextHit &hit)
    {
        for (const QChar letter : marked) {
            if (letter == markBegin)
                hit.marks << TextMark{hit.text.size(), 0};
            else if (letter == markEnd && !hit.marks.isEmpty())
                hit.marks.last().length = hit.text.size() - hit.marks.last().from;
            else
                hit.text += letter;
        }
    }

    Connection &m_connection;
    const TextQuestion &m_question;
    qint64 m_before;
    const qint64 m_least;      // lines before it are of recordings that are not asked for
    QList<PartOfLine> m_parts; // of the lines at hand, by falling ids
    QSet<qint64> m_known;      // recordings that were asked about
    QSet<qint64> m_wanted;     // and those of them that are asked for
};

} // namespace

Result<TextPage> searchText(Connection &connection, const TextQuestion &question)
{
    return TextSearch(connection, question).run();
}

Result<TextCoverage> textCoverage(Connection &connection)
{
    TextCoverage coverage;
    TRY_LET(coverage.all, connection.number(u"text_recording_count"_s));
    TRY_LET(const qint64 open, connection.number(u"text_wish_open"_s));
    coverage.indexed = std::max<qint64>(0, coverage.all - open);
    return coverage;
}

Result<TextPlace> textPlace(Connection &connection, const TextHit &hit, int linesAround)
{
    qint64 first = -1, lines = 0;
    bool cutShort = false;
    TRY(connection.read(u"text_range"_s,
                        {{u"recording"_s, hit.recording.value}, {u"name"_s, hit.part}},
                        [&](const Row &row) {
                            first = row.integer(0);
                            lines = row.integer(1);
                            cutShort = row.integer(2) == 1;
                        }));
    if (first < 0)
        return fail(ErrorCode::NotFound,
                    u"the text of %1 is not known any more: scan its store"_s.arg(hit.part));
    const qint64 begin = first + lines - 1; // the id of the first line
    // A part that was read again has other lines now: it is shown from its beginning on.
    const qint64 chosen = hit.line >= first && hit.line <= begin ? hit.line : begin;
    const qint64 from = std::min(begin, chosen + linesAround);
    const qint64 last = std::max(first, chosen - linesAround);
    TextPlace place;
    TRY(connection.read(u"text_lines"_s, {{u"from"_s, from}, {u"last"_s, last}},
                        [&](const Row &row) {
                            if (row.integer(0) == chosen)
                                place.chosen = place.lines.size();
                            place.lines << TextPlaceLine{row.integer(1), row.text(2)};
                        }));
    place.beginsLate = from < begin;
    place.endsEarly = last > first || cutShort;
    return place;
}

} // namespace respool
