// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingfinder.h"

#include "core/library/recordingrows.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A row of the table that is looked at out of its order costs as much as this many steps in an
// index, or rows that are read in their order.
constexpr qint64 stepsOfARow = 35;
constexpr qint64 mostRows = 20'000;       // looked at one by one for a page
constexpr qint64 mostCandidates = 30'000; // likewise, before every recording is looked at
constexpr qint64 fewestRows = 200;        // nobody waits for these

// Holds all that is small, so that a condition on that never leaves it.
QString usualIndex()
{
    return u"INDEXED BY recording_start"_s;
}

CompiledQuery joined(CompiledQuery first, const CompiledQuery &second, const QString &by)
{
    if (first.sql.isEmpty() || second.sql.isEmpty())
        return first.sql.isEmpty() ? second : first;
    first.sql += by + second.sql;
    first.binds += second.binds;
    return first;
}

} // namespace

RecordingFinder::RecordingFinder(Connection &connection, const RecordingFilter &filter)
    : m_connection(connection)
    , m_filter(filter)
    , m_asked(filterQuery(filter, connection.dialect()))
{}

Result<qint64> RecordingFinder::number(const CompiledQuery &query)
{
    qint64 number = 0;
    TRY(m_connection.readCompiled(query.sql, query.binds,
                                  [&](const Row &row) { number = row.integer(0); }));
    return number;
}

Result<const CompiledQuery *> RecordingFinder::setWithin(qint64 most)
{
    const CompiledQuery *smallest = nullptr;
    for (const CompiledQuery &set : m_asked.sets) {
        TRY_LET(const qint64 size,
                number({u"SELECT count(*) FROM ("_s + set.sql + u" LIMIT %1)"_s.arg(most + 1),
                        set.binds}));
        if (size > most)
            continue;
        most = size; // the next one must be smaller
        smallest = &set;
    }
    return smallest;
}

// Where the walk along the order, or a look at every recording, would not take longer.
qint64 RecordingFinder::mostInSet(qint64 all) const
{
    qint64 most = all / (m_asked.isLight ? stepsOfARow : 10);
    if (m_asked.isLight && m_filter.sort == RecordingSort::Start && m_filter.limit > 0)
        most = qint64(std::sqrt(double(all) * m_filter.limit / double(stepsOfARow)));
    return std::clamp(most, fewestRows, mostRows);
}

// The ids of a page: first is what the way itself asks for, before the filter.
CompiledQuery RecordingFinder::ids(const QString &from, const QString &first,
                                   const QVariantList &binds) const
{
    CompiledQuery query = joined(joined({first, binds}, m_asked.order.after, u" AND "_s),
                                 m_asked.condition, u" AND "_s);
    query.sql = u"SELECT r.id FROM recording r "_s + from + u" WHERE "_s + query.sql
                + m_asked.order.by() + u" LIMIT ? OFFSET ?"_s;
    query.binds << (m_filter.limit > 0 ? m_filter.limit : std::numeric_limits<qint64>::max())
                << m_filter.offset;
    return query;
}

Result<QList<Recording>> RecordingFinder::rows(const CompiledQuery &ids)
{
    QList<Recording> recordings;
    const CompiledQuery query = rowsQuery(ids, m_asked.order);
    TRY(m_connection.readCompiled(query.sql, query.binds,
                                  [&](const Row &row) { recordings << recordingFrom(row); }));
    return recordings;
}

// The page, if it is among so many that are first in the order.
Result<QList<Recording>> RecordingFinder::alongOrder(int candidates, bool *atEnd)
{
    const CompiledQuery bounds = joined(m_asked.order.within, m_asked.order.after, u" AND "_s);
    const CompiledQuery among{u"SELECT r.id FROM recording r INDEXED BY "_s + m_asked.order.index
                                  + (bounds.sql.isEmpty() ? QString() : u" WHERE "_s + bounds.sql)
                                  + m_asked.order.by() + u" LIMIT %1"_s.arg(candidates),
                              bounds.binds};
    TRY_LET(const QList<Recording> found,
            rows(ids(u"NOT INDEXED"_s, u"r.id IN ("_s + among.sql + u')', among.binds)));
    *atEnd = found.size() >= m_filter.limit;
    if (*atEnd)
        return found;
    TRY_LET(const qint64 were,
            number({u"SELECT count(*) FROM ("_s + among.sql + u')', among.binds}));
    *atEnd = were < candidates;
    return found;
}

Result<QList<Recording>> RecordingFinder::page()
{
    TRY_LET(const qint64 all, m_connection.number(u"recording_tally_all"_s));
    TRY_LET(const CompiledQuery *const set, setWithin(mostInSet(all)));
    if (set)
        return rows(ids(u"NOT INDEXED"_s, u"r.id IN ("_s + set->sql + u')', set->binds));
    if (m_asked.isLight && m_filter.sort == RecordingSort::Start)
        return rows(ids(usualIndex(), {}, {}));
    if (m_filter.limit > 0 && isIndexed(m_filter.sort)) {
        qint64 candidates = 2 * qint64(m_filter.limit);
        for (int tries = 3; tries > 0 && candidates <= mostCandidates; --tries) {
            bool atEnd = false;
            TRY_LET(const QList<Recording> found,
                    alongOrder(int(m_filter.offset + candidates), &atEnd));
            if (atEnd)
                return found;
            // As many as are needed if they go on like this, and some more.
            const qint64 needed = candidates * m_filter.limit * 3 / (2 * (found.size() + 1));
            candidates =
                std::clamp(needed, 8 * candidates, std::max(8 * candidates, mostCandidates));
        }
    }
    return rows(ids(m_asked.isLight ? usualIndex() : u"NOT INDEXED"_s, {}, {}));
}

// In one piece: few, or such that no index has their order.
Result<IdStretch> RecordingFinder::allIds(const CompiledQuery *set)
{
    const CompiledQuery query =
        set ? ids(u"NOT INDEXED"_s, u"r.id IN ("_s + set->sql + u')', set->binds)
            : ids(m_asked.isLight ? usualIndex() : u"NOT INDEXED"_s, {}, {});
    IdStretch all;
    TRY(m_connection.readCompiled(query.sql, query.binds,
                                  [&](const Row &row) { all.ids << RecordingId{row.integer(0)}; }));
    return all;
}

// A step of the walk along the order. What stands in the index is compared there, and then only
// what is found counts; else every recording that is looked at does, and the next step begins
// behind the last of those, found or not.
Result<IdStretch> RecordingFinder::walkedIds()
{
    CompiledQuery bounds = joined(m_asked.order.within, m_asked.order.after, u" AND "_s);
    const bool inIndex = m_asked.isLight && m_filter.sort == RecordingSort::Start;
    CompiledQuery query{u"SELECT r.id, "_s + m_asked.order.column + u", 1"_s, {}};
    if (inIndex)
        bounds = joined(bounds, m_asked.condition, u" AND "_s);
    else if (!m_asked.condition.sql.isEmpty())
        query = {u"SELECT r.id, "_s + m_asked.order.column + u", ("_s + m_asked.condition.sql
                     + u')',
                 m_asked.condition.binds};
    query.sql += u" FROM recording r INDEXED BY "_s + m_asked.order.index
                 + (bounds.sql.isEmpty() ? QString() : u" WHERE "_s + bounds.sql)
                 + m_asked.order.by() + u" LIMIT ?"_s;
    query.binds += bounds.binds;
    query.binds << m_filter.limit;
    IdStretch stretch;
    PageStart last;
    qint64 seen = 0;
    const bool byName = m_filter.sort == RecordingSort::Name;
    TRY(m_connection.readCompiled(query.sql, query.binds, [&](const Row &row) {
        last.id = RecordingId{row.integer(0)};
        if (byName)
            last.text = row.text(1);
        else
            last.number = row.integer(1);
        if (row.integer(2) == 1)
            stretch.ids << last.id;
        ++seen;
    }));
    if (seen == m_filter.limit)
        stretch.next = last;
    return stretch;
}

Result<IdStretch> RecordingFinder::stretch()
{
    Q_ASSERT(m_filter.limit > 0);
    if (m_filter.after)
        return walkedIds();
    RecordingFilter whole = m_filter;
    whole.limit = 0;
    RecordingFinder finder(m_connection, whole);
    TRY_LET(const qint64 all, m_connection.number(u"recording_tally_all"_s));
    TRY_LET(const CompiledQuery *const set, finder.setWithin(finder.mostInSet(all)));
    // What the index of the order does not know is a look at every row, one by one: where all of it
    // stands in the usual index, to sort that is a fraction.
    const bool sorts =
        m_asked.isLight && !m_asked.order.coversAll
        && (m_filter.sort == RecordingSort::Bytes || m_filter.sort == RecordingSort::Duration);
    if (set || sorts || !isIndexed(m_filter.sort))
        return finder.allIds(set);
    return walkedIds();
}

Result<qint64> RecordingFinder::count()
{
    if (m_asked.isTallied)
        return number({u"SELECT coalesce(sum(r.number), 0) FROM recording_tally r WHERE "_s
                           + m_asked.condition.sql,
                       m_asked.condition.binds});
    TRY_LET(const qint64 all, m_connection.number(u"recording_tally_all"_s));
    // Looked at in the order of their ids, not in that of a list.
    TRY_LET(const CompiledQuery *const set,
            setWithin(std::max(fewestRows, m_asked.isLight ? all / stepsOfARow : all / 5)));
    CompiledQuery query = m_asked.condition;
    if (set)
        query = joined({u"r.id IN ("_s + set->sql + u')', set->binds}, query, u" AND "_s);
    query.sql = u"SELECT count(*) FROM recording r "_s
                + (!set && m_asked.isLight ? usualIndex() : u"NOT INDEXED"_s) + u" WHERE "_s
                + query.sql;
    return number(query);
}

Result<qint64> RecordingFinder::countUpTo(int most)
{
    if (m_asked.isTallied)
        return count();
    TRY_LET(const CompiledQuery *const set, setWithin(mostRows));
    CompiledQuery query = m_asked.condition;
    if (set)
        query = joined({u"r.id IN ("_s + set->sql + u')', set->binds}, query, u" AND "_s);
    query.sql = u"SELECT count(*) FROM (SELECT 1 FROM recording r "_s
                + (!set && m_asked.isLight ? usualIndex() : u"NOT INDEXED"_s) + u" WHERE "_s
                + query.sql + u" LIMIT %1)"_s.arg(most + 1);
    return number(query);
}

} // namespace respool
