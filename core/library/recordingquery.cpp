// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingquery.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString likePattern(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        word.replace(special, u'\\' + QString(special));
    return u'%' + word + u'%';
}

// As recordingFrom() reads them.
QString columns()
{
    return u"SELECT r.id, r.store_id, s.name, r.uid, r.path, r.state, r.kind, r.start_ms, "
           "r.duration_ms, r.bytes, r.problem, r.trash_path, r.trashed_ms, h.reason"_s;
}

QString sources()
{
    return u" FROM recording r JOIN store s ON s.id = r.store_id "
           "LEFT JOIN hold h ON h.recording_id = r.id WHERE "_s;
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

CompiledQuery conditions(const RecordingFilter &filter)
{
    QStringList all;
    QVariantList binds;
    const auto add = [&](const QString &condition, const QVariant &value) {
        all << condition;
        binds << value;
    };
    if (filter.state)
        add(u"r.state = ?"_s, int(*filter.state));
    else
        all << u"r.state <> 3"_s;
    if (filter.store)
        add(u"r.store_id = ?"_s, filter.store->value);
    if (filter.kind)
        add(u"r.kind = ?"_s, int(*filter.kind));
    if (filter.held)
        all << (*filter.held ? u"h.recording_id IS NOT NULL"_s : u"h.recording_id IS NULL"_s);
    if (filter.seekable)
        add(u"EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id AND p.seekable = ?)"_s,
            *filter.seekable ? 1 : 0);
    if (filter.seekable == true)
        all << u"NOT EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id AND p.seekable = 0)"_s;
    for (const QString &word : filter.text.split(u' ', Qt::SkipEmptyParts)) {
        const QString pattern = likePattern(word);
        all << u"(r.uid LIKE ? ESCAPE '\\' OR r.path LIKE ? ESCAPE '\\' OR s.name LIKE ? ESCAPE "
               u"'\\' "
               "OR EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = r.id AND t.name LIKE ? ESCAPE '\\'))"_s;
        binds << pattern << pattern << pattern << pattern;
    }
    return {sources() + all.join(u" AND "_s), binds};
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

CompiledQuery pageQuery(const RecordingFilter &filter)
{
    CompiledQuery query = conditions(filter);
    const QString direction = filter.descending ? u" DESC"_s : u" ASC"_s;
    query.sql = columns() + query.sql + u" ORDER BY "_s + sortColumn(filter.sort) + direction
                + u", r.id"_s + direction + u" LIMIT ? OFFSET ?"_s;
    query.binds << (filter.limit > 0 ? filter.limit : -1) << filter.offset;
    return query;
}

CompiledQuery countQuery(const RecordingFilter &filter)
{
    CompiledQuery query = conditions(filter);
    query.sql = u"SELECT count(*)"_s + query.sql;
    return query;
}

CompiledQuery idsQuery(const QList<RecordingId> &ids)
{
    return amongIds(columns() + sources() + u"r.id"_s, ids, {});
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
