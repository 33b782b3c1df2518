// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingquery.h"

#include "core/library/query/queryfields.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// As recordingFrom() reads them.
QString columns()
{
    return u"SELECT r.id, r.store_id, s.name, r.uid, r.path, r.state, r.kind, r.start_ms, "
           "r.duration_ms, r.bytes, r.problem, r.trash_path, r.trashed_ms, h.reason, r.active"_s;
}

// What is shown of the rows that recordings names.
QString joinedTo(const QString &recordings)
{
    return columns() + u" FROM "_s + recordings
           + u" r JOIN store s ON s.id = r.store_id LEFT JOIN hold h ON h.recording_id = r.id"_s;
}

CompiledQuery amongIds(const QString &sql, const QList<RecordingId> &ids, const QString &order)
{
    CompiledQuery query;
    QStringList marks;
    for (const RecordingId id : ids) {
        query.binds << id.value;
        marks << u"?"_s;
    }
    query.sql = sql + u" IN ("_s + marks.join(u',') + u')' + order;
    return query;
}

// Of the recordings alone: what else is joined to a page does not choose its rows.
CompiledQuery conditions(const RecordingFilter &filter, const Dialect &dialect)
{
    QStringList all;
    QVariantList binds;
    const auto add = [&](const QString &condition, const QVariant &value) {
        all << condition;
        binds << value;
    };
    if (filter.state)
        add(u"r.state = ?"_s, int(*filter.state));
    else if (!filter.query.choosesState())
        all << u"r.state <> 3"_s;
    if (filter.store)
        add(u"r.store_id = ?"_s, filter.store->value);
    if (filter.kind)
        add(u"r.kind = ?"_s, int(*filter.kind));
    const auto addField = [&](const QString &name, const std::optional<bool> &yes) {
        const QueryField &field = *findField(name);
        if (yes)
            all << yesOrNoCondition(field, *yes);
    };
    addField(u"held"_s, filter.held);
    addField(u"seekable"_s, filter.seekable);
    addField(u"active"_s, filter.active);
    const CompiledQuery asked = conditionOf(filter.query, dialect);
    if (!asked.sql.isEmpty())
        all << asked.sql;
    return {all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND "_s), binds + asked.binds};
}

QString sortColumn(RecordingSort sort)
{
    switch (sort) {
    case RecordingSort::Start:
        return u"r.start_ms"_s;
    case RecordingSort::Duration:
        return u"r.duration_ms"_s;
    case RecordingSort::Bytes:
        return u"r.bytes"_s;
    case RecordingSort::Name:
        return u"r.uid"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

// The page is cut from the recordings alone, in the order of an index where there is one; only
// its rows meet the other tables.
CompiledQuery pageQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    CompiledQuery query = conditions(filter, dialect);
    const QString direction = filter.descending ? u" DESC"_s : u" ASC"_s;
    const QString order =
        u" ORDER BY "_s + sortColumn(filter.sort) + direction + u", r.id"_s + direction;
    query.sql =
        joinedTo(u"(SELECT r.* FROM recording r"_s + query.sql + order + u" LIMIT ? OFFSET ?)"_s)
        + order;
    query.binds << (filter.limit > 0 ? filter.limit : std::numeric_limits<qint64>::max())
                << filter.offset;
    return query;
}

CompiledQuery countQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    CompiledQuery query = conditions(filter, dialect);
    query.sql = u"SELECT count(*) FROM recording r"_s + query.sql;
    return query;
}

CompiledQuery allIdsQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    CompiledQuery query = conditions(filter, dialect);
    query.sql = u"SELECT r.id FROM recording r"_s + query.sql + u" ORDER BY r.id"_s;
    return query;
}

CompiledQuery idsQuery(const QList<RecordingId> &ids)
{
    return amongIds(joinedTo(u"recording"_s) + u" WHERE r.id"_s, ids, {});
}

CompiledQuery partsQuery(const QList<RecordingId> &ids)
{
    return amongIds(u"SELECT recording_id, name, kind, bytes, start_ms, duration_ms, modified_ms, "
                    "seekable, problem, media FROM part WHERE recording_id"_s,
                    ids, u" ORDER BY recording_id, position"_s);
}

CompiledQuery tagsQuery(const QList<RecordingId> &ids)
{
    return amongIds(u"SELECT recording_id, name FROM tag WHERE recording_id"_s, ids,
                    u" ORDER BY recording_id, name"_s);
}

} // namespace respool
