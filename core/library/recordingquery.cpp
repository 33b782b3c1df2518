// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingquery.h"

#include "core/library/query/queryfields.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// As recordingFrom() reads them.
QString columns()
{
    return u"SELECT r.id, r.store_id, s.name, r.uid, r.path, r.state, r.kind, r.start_ms, "
           "r.duration_ms, r.bytes, r.problem, r.trash_path, r.trashed_ms, h.reason, r.flagged, "
           "r.seen, r.note, r.resume_ms, r.active"_s;
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

QueryNode termOf(const QString &field, const QueryValue &value)
{
    QueryNode node;
    node.term = {findField(field), QueryOp::Has, {value}};
    return node;
}

// The filter's own conditions and those of its query, as one query.
Query asOneQuery(const RecordingFilter &filter)
{
    QueryNode all{QueryNode::Kind::All};
    const auto add = [&](const QString &field, qint64 number) {
        all.children.push_back(termOf(field, {.from = number, .to = number + 1}));
    };
    const auto addYesOrNo = [&](const QString &field, const std::optional<bool> &yes) {
        if (yes)
            add(field, *yes ? 1 : 0);
    };
    if (filter.state)
        add(u"state"_s, int(*filter.state));
    if (filter.store)
        add(u"store"_s, filter.store->value);
    if (filter.kind)
        add(u"kind"_s, int(*filter.kind));
    addYesOrNo(u"held"_s, filter.held);
    addYesOrNo(u"seekable"_s, filter.seekable);
    addYesOrNo(u"active"_s, filter.active);
    addYesOrNo(u"flagged"_s, filter.flagged);
    addYesOrNo(u"seen"_s, filter.seen);
    if (!filter.tag.isEmpty())
        all.children.push_back(termOf(u"tag"_s, {.text = filter.tag}));
    if (filter.query.root && filter.query.root->kind == QueryNode::Kind::All)
        std::ranges::copy(filter.query.root->children, std::back_inserter(all.children));
    else if (filter.query.root)
        all.children.push_back(*filter.query.root);
    return all.children.empty() ? Query() : Query{std::move(all)};
}

// Of the recordings alone: what else is joined to a page does not choose its rows.
CompiledQuery conditions(const RecordingFilter &filter, const Query &query, const Dialect &dialect)
{
    CompiledQuery asked = conditionOf(query, dialect);
    if (filter.state || filter.query.choosesState())
        return asked;
    asked.sql = asked.sql.isEmpty() ? u"r.state <> 3"_s : u"r.state <> 3 AND "_s + asked.sql;
    return asked;
}

// What a list can be sorted by.
struct SortKey
{
    QLatin1StringView column;
    QLatin1StringView field = {}; // that asks for the same
    QLatin1StringView index = {}; // of all recordings in this order
    QLatin1StringView unknown = {};
};

SortKey keyOf(RecordingSort sort)
{
    switch (sort) {
    case RecordingSort::Start:
        return {"r.start_ms"_L1, "start"_L1, "recording_start"_L1};
    case RecordingSort::Duration:
        return {"r.duration_ms"_L1, "duration"_L1, "recording_duration"_L1};
    case RecordingSort::Bytes:
        return {"r.bytes"_L1, "size"_L1, "recording_bytes"_L1};
    case RecordingSort::Name:
        return {"r.uid"_L1, "id"_L1, "recording_uid"_L1};
    case RecordingSort::Kind:
        return {"r.kind"_L1};
    case RecordingSort::State:
        return {"r.state"_L1};
    case RecordingSort::Store:
        return {"(SELECT n.name FROM store n WHERE n.id = r.store_id)"_L1};
    case RecordingSort::Parts:
        return {"r.parts"_L1};
    case RecordingSort::Seekable:
        return {"r.seekable"_L1};
    case RecordingSort::Held:
        return {"r.held"_L1};
    case RecordingSort::Flagged:
        return {"r.flagged"_L1};
    case RecordingSort::Seen:
        return {"r.seen"_L1};
    case RecordingSort::Tags:
        return {.column = "(SELECT min(t.name) FROM tag t WHERE t.recording_id = r.id)"_L1,
                .unknown = "NOT EXISTS (SELECT 1 FROM tag t WHERE t.recording_id = r.id)"_L1};
    case RecordingSort::Note:
        return {.column = "r.note"_L1, .unknown = "r.note = ''"_L1};
    case RecordingSort::Media:
        return {.column = "(SELECT max(p.media) FROM part p WHERE p.recording_id = r.id)"_L1,
                .unknown = "NOT EXISTS (SELECT 1 FROM part p WHERE p.recording_id = r.id AND "
                           "p.media <> '')"_L1};
    }
    Q_UNREACHABLE();
}

// Of one kind, or one store, there is an index in two of the orders.
QString indexFor(RecordingSort sort, const QueryNode &node)
{
    const bool isOne =
        node.term.field && node.term.values.size() == 1 && node.term.op <= QueryOp::Equal
        && (node.term.field->name == "kind"_L1 || node.term.field->name == "store"_L1);
    if (!isOne || (sort != RecordingSort::Duration && sort != RecordingSort::Bytes))
        return {};
    const QString by = sort == RecordingSort::Bytes ? u"bytes"_s : u"duration"_s;
    return u"recording_%1_%2"_s.arg(node.term.field->name, by);
}

// What of the query bounds the walk along the order: a range of it, the one kind or store, and the
// end of the page before.
PageOrder orderOf(const RecordingFilter &filter, const Query &query, const Dialect &dialect)
{
    const SortKey key = keyOf(filter.sort);
    PageOrder order{key.column, key.index, key.unknown, {}, {}, filter.descending};
    Query within{QueryNode{QueryNode::Kind::All}};
    order.coversAll = true; // it has the state, and what it begins with
    for (const QueryNode &node : query.root ? query.root->children : std::vector<QueryNode>()) {
        const bool isTerm = node.kind == QueryNode::Kind::Term;
        const QString better = isTerm ? indexFor(filter.sort, node) : QString();
        const bool isBetter = !better.isEmpty() && order.index == key.index;
        const bool isRange =
            isTerm && node.term.field->name == key.field && node.term.op != QueryOp::NotEqual;
        if (isBetter)
            order.index = better;
        if (isBetter || isRange)
            within.root->children.push_back(node);
        else if (!isTerm || node.term.field->name != "state"_L1)
            order.coversAll = false;
    }
    if (!within.root->children.empty())
        order.within = conditionOf(within, dialect);
    if (filter.after) {
        order.after.sql =
            u"(%1, r.id) %2 (?, ?)"_s.arg(order.column, filter.descending ? u"<"_s : u">"_s);
        order.after.binds << (filter.sort == RecordingSort::Name ? QVariant(filter.after->text)
                                                                 : QVariant(filter.after->number))
                          << filter.after->id.value;
    }
    return order;
}

} // namespace

QString PageOrder::by() const
{
    const QString direction = descending ? u" DESC"_s : u" ASC"_s;
    return u" ORDER BY "_s + (unknown.isEmpty() ? QString() : unknown + u", "_s) + column
           + direction
           + (index.isEmpty() ? u", r.start_ms DESC, r.id DESC"_s : u", r.id"_s + direction);
}

FilterQuery filterQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    const Query query = asOneQuery(filter);
    FilterQuery asked;
    asked.condition = conditions(filter, query, dialect);
    asked.sets = setsOf(query, dialect);
    asked.isLight = isOnly(query, &QueryField::isLight);
    asked.isTallied = isOnly(query, &QueryField::isTallied);
    asked.order = orderOf(filter, query, dialect);
    return asked;
}

CompiledQuery pageQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    const FilterQuery asked = filterQuery(filter, dialect);
    const QString order = asked.order.by();
    CompiledQuery query = asked.condition;
    query.sql = joinedTo(u"(SELECT r.* FROM recording r WHERE "_s + query.sql + order
                         + u" LIMIT ? OFFSET ?)"_s)
                + order;
    query.binds << (filter.limit > 0 ? filter.limit : std::numeric_limits<qint64>::max())
                << filter.offset;
    return query;
}

CompiledQuery countQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    CompiledQuery query = filterQuery(filter, dialect).condition;
    query.sql = u"SELECT count(*) FROM recording r WHERE "_s + query.sql;
    return query;
}

CompiledQuery allIdsQuery(const RecordingFilter &filter, const Dialect &dialect)
{
    CompiledQuery query = filterQuery(filter, dialect).condition;
    query.sql = u"SELECT r.id FROM recording r WHERE "_s + query.sql + u" ORDER BY r.id"_s;
    return query;
}

CompiledQuery rowsQuery(const CompiledQuery &ids, const PageOrder &order)
{
    const QString rows = u"("_s + ids.sql + u") k JOIN recording"_s;
    QString sql = joinedTo(rows);
    sql.replace(u") k JOIN recording r JOIN"_s, u") k JOIN recording r ON r.id = k.id JOIN"_s);
    return {sql + order.by(), ids.binds};
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

CompiledQuery sumsQuery(const QList<RecordingId> &ids)
{
    return amongIds(
        u"SELECT kind, count(*), sum(bytes), sum(duration_ms), sum(held), "
        "coalesce(min(nullif(start_ms, 0)), 0), max(start_ms) FROM recording WHERE id"_s,
        ids, u" GROUP BY kind"_s);
}

CompiledQuery tagsQuery(const QList<RecordingId> &ids)
{
    return amongIds(u"SELECT recording_id, name FROM tag WHERE recording_id"_s, ids,
                    u" ORDER BY recording_id, name"_s);
}

} // namespace respool
