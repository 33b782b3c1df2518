// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingcatalog.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/library/recordingfinder.h"
#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype sumsInOneQuestion = 20'000; // some hundredths of a second

// Questions need no time, but the store of recordings has a clock for what it writes.
const SystemClock unusedClock;

struct Match
{
    qint64 id = 0;
    QString uid;
    QString store;
};

// Which of them a word may mean. One session that lies in several stores has one id in all of them.
QString whichOf(const QString &typed, const QList<Match> &matches)
{
    const auto isSame = [&](const Match &match) { return match.uid == matches.first().uid; };
    QStringList names;
    if (std::ranges::all_of(matches, isSame)) {
        for (const Match &match : matches)
            names << u"'%1'"_s.arg(match.store);
        return u"'%1' lies in the stores %2: say which with --query 'id:%3 store:NAME'"_s.arg(
            typed, names.join(u", "_s), matches.first().uid);
    }
    for (const Match &match : matches)
        names << match.uid;
    names.removeDuplicates();
    return u"'%1' may be any of %2: write more of it"_s.arg(typed, names.join(u", "_s));
}

Result<QList<Match>> matchesOf(Connection &connection, const QString &prefix)
{
    QList<Match> matches;
    if (prefix.isEmpty())
        return matches; // every uid begins so: nobody means that
    TRY(connection.read(u"recording_by_prefix"_s,
                        {{u"prefix"_s, prefix}, {u"after"_s, prefix + u"\U0010FFFF"_s}},
                        [&](const Row &row) {
                            matches << Match{row.integer(0), row.text(1), row.text(2)};
                        }));
    return matches;
}

// UUIDs are kept in lower case, but a folder that is named otherwise keeps its name.
Result<RecordingId> idByPrefix(Connection &connection, const QString &typed)
{
    QString prefix = typed;
    TRY_LET(QList<Match> matches, matchesOf(connection, prefix));
    if (matches.isEmpty()) {
        prefix = typed.toLower();
        TRY_LET(matches, matchesOf(connection, prefix));
    }
    if (matches.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no recording '%1'"_s.arg(typed));
    const auto exact = std::ranges::count(matches, prefix, &Match::uid);
    if (matches.size() > 1 && exact != 1)
        return fail(ErrorCode::Conflict, whichOf(prefix, matches));
    return RecordingId{matches.first().id};
}

Result<Recording> findByPrefix(Connection &connection, const QString &typed)
{
    TRY_LET(const RecordingId id, idByPrefix(connection, typed));
    return RecordingStore(connection, unusedClock).byId(id);
}

Result<FoundIds> findEach(Connection &connection, const QStringList &typed)
{
    FoundIds found;
    QSet<qint64> had;
    QSet<QString> missed;
    QStringList several;
    for (const QString &text : typed) {
        const auto id = idByPrefix(connection, text);
        if (id) {
            if (!had.contains(id->value))
                found.ids << *id;
            had.insert(id->value);
        } else if (id.error().code == ErrorCode::NotFound) {
            if (!missed.contains(text))
                found.notFound << text;
            missed.insert(text);
        } else if (id.error().code == ErrorCode::Conflict) {
            several << id.error().detail;
        } else {
            return Failure{id.error()};
        }
    }
    // An id that fits several recordings is a wrong argument, not a conflict of data.
    if (!several.isEmpty())
        return fail(ErrorCode::InvalidArgument, several.join(u'\n'));
    return found;
}

Result<RecordingSums> withSumsOf(Connection &connection, const QList<RecordingId> &ids,
                                 RecordingSums sums)
{
    for (qsizetype from = 0; from < ids.size(); from += idsInOneQuery) {
        const CompiledQuery query = sumsQuery(ids.mid(from, idsInOneQuery));
        TRY(connection.readCompiled(query.sql, query.binds, [&](const Row &row) {
            sums.kinds[RecordingKind(row.integer(0))] += row.integer(1);
            sums.recordings += row.integer(1);
            sums.bytes += row.integer(2);
            sums.durationMs += row.integer(3);
            sums.held += row.integer(4);
            const qint64 oldest = row.integer(5);
            if (oldest > 0)
                sums.oldestMs = sums.oldestMs > 0 ? std::min(sums.oldestMs, oldest) : oldest;
            sums.newestMs = std::max(sums.newestMs, row.integer(6));
        }));
    }
    return sums;
}

Result<> checkWanted(const RecordingFilter &filter)
{
    if (filter.obsolete && *filter.obsolete)
        return fail(ErrorCode::Cancelled, u"another question came after this one"_s);
    return {};
}

Result<StoreInfo> findStore(Connection &connection, const QString &what)
{
    TRY_LET(const QList<StoreInfo> stores, RootStore(connection).all());
    const auto found = std::ranges::find_if(stores, [&](const StoreInfo &store) {
        return store.name == what || store.uid == what || store.path == what
               || QString::number(store.id.value) == what;
    });
    if (found == stores.end())
        return fail(ErrorCode::NotFound, u"there is no store '%1': see 'store list'"_s.arg(what));
    return *found;
}

} // namespace

bool isIndexed(RecordingSort sort)
{
    return sort <= RecordingSort::Name;
}

PageStart PageStart::after(const Recording &last, RecordingSort sort)
{
    Q_ASSERT(isIndexed(sort));
    if (sort == RecordingSort::Duration)
        return {last.durationMs, {}, last.id};
    if (sort == RecordingSort::Bytes)
        return {last.bytes, {}, last.id};
    if (sort == RecordingSort::Name)
        return {0, last.uid, last.id};
    return {last.startMs, {}, last.id};
}

RecordingCatalog::RecordingCatalog(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

// The answer comes by way of this object, on its thread: who asked may be gone by then, and a
// database thread must not meet a widget that is being destroyed.
template <typename F>
auto RecordingCatalog::ask(F question)
{
    return m_database.read(std::move(question)).on(this);
}

QFuture<Result<QList<StoreInfo>>> RecordingCatalog::stores()
{
    return ask([](Connection &connection) { return RootStore(connection).all(); });
}

QFuture<Result<QList<Recording>>> RecordingCatalog::find(const RecordingFilter &filter)
{
    return ask([filter](Connection &connection) -> Result<QList<Recording>> {
        TRY(checkWanted(filter));
        TRY_LET(QList<Recording> recordings, RecordingFinder(connection, filter).page());
        TRY(addPartsAndTags(connection, recordings));
        return recordings;
    });
}

QFuture<Result<qint64>> RecordingCatalog::count(const RecordingFilter &filter)
{
    return ask([filter](Connection &connection) -> Result<qint64> {
        TRY(checkWanted(filter));
        return RecordingFinder(connection, filter).count();
    });
}

QFuture<Result<qint64>> RecordingCatalog::countUpTo(const RecordingFilter &filter, int most)
{
    return ask([filter, most](Connection &connection) -> Result<qint64> {
        TRY(checkWanted(filter));
        return RecordingFinder(connection, filter).countUpTo(most);
    });
}

QFuture<Result<LibraryCounts>> RecordingCatalog::counts()
{
    return ask([](Connection &connection) -> Result<LibraryCounts> {
        LibraryCounts counts;
        TRY(connection.read(u"recording_counts"_s, {}, [&](const Row &row) {
            counts.all = row.integer(0);
            counts.damaged = row.integer(1);
            counts.deleting = row.integer(2);
            counts.trashed = row.integer(3);
            counts.missing = row.integer(4);
            counts.video = row.integer(5);
            counts.terminal = row.integer(6);
            counts.log = row.integer(7);
            counts.bytes = row.integer(8);
            counts.trashedBytes = row.integer(9);
            counts.held = row.integer(10);
            counts.notSeekable = row.integer(11);
            counts.flagged = row.integer(12);
            counts.unseen = row.integer(13);
        }));
        TRY_LET(counts.active, connection.number(u"recording_count_active"_s));
        return counts;
    });
}

QFuture<Result<QStringList>> RecordingCatalog::tags()
{
    return ask([](Connection &connection) -> Result<QStringList> {
        QStringList names;
        TRY(connection.read(u"tag_names"_s, {}, [&](const Row &row) { names << row.text(0); }));
        return names;
    });
}

QFuture<Result<QList<TagCount>>> RecordingCatalog::tagCounts(int most)
{
    return ask([most](Connection &connection) -> Result<QList<TagCount>> {
        QList<TagCount> tags;
        TRY(connection.read(u"tag_counts"_s, {{u"most"_s, most}}, [&](const Row &row) {
            tags << TagCount{row.text(0), row.integer(1)};
        }));
        return tags;
    });
}

QFuture<Result<Recording>> RecordingCatalog::recording(const QString &uidPrefix)
{
    return ask(
        [prefix = uidPrefix](Connection &connection) { return findByPrefix(connection, prefix); });
}

QFuture<Result<QList<Recording>>> RecordingCatalog::recordings(const QList<RecordingId> &ids)
{
    return ask([ids](Connection &connection) {
        return RecordingStore(connection, unusedClock).byIds(ids);
    });
}

QFuture<Result<RecordingSums>> RecordingCatalog::sums(const QList<RecordingId> &ids)
{
    return addSums(ids, 0, {});
}

QFuture<Result<RecordingSums>> RecordingCatalog::addSums(const QList<RecordingId> &ids,
                                                         qsizetype from, const RecordingSums &sums)
{
    return ask([piece = ids.mid(from, sumsInOneQuestion), sums](Connection &connection) {
               return withSumsOf(connection, piece, sums);
           })
        .then(this,
              [this, ids, next = from + sumsInOneQuestion](const Result<RecordingSums> &added) {
                  return added && next < ids.size()
                             ? addSums(ids, next, *added)
                             : QtFuture::makeReadyFuture(Result<RecordingSums>(added));
              })
        .unwrap();
}

QFuture<Result<QList<RecordingId>>> RecordingCatalog::ids(const RecordingFilter &filter)
{
    return ask([filter](Connection &connection) -> Result<QList<RecordingId>> {
        QList<RecordingId> ids;
        const CompiledQuery query = allIdsQuery(filter, connection.dialect());
        TRY(connection.readCompiled(query.sql, query.binds,
                                    [&](const Row &row) { ids << RecordingId{row.integer(0)}; }));
        return ids;
    });
}

QFuture<Result<IdStretch>> RecordingCatalog::idsInOrder(const RecordingFilter &filter)
{
    return ask([filter](Connection &connection) -> Result<IdStretch> {
        TRY(checkWanted(filter));
        return RecordingFinder(connection, filter).stretch();
    });
}

QFuture<Result<FoundIds>> RecordingCatalog::findIds(const QStringList &typed)
{
    return ask([typed](Connection &connection) { return findEach(connection, typed); });
}

QFuture<Result<StoreInfo>> RecordingCatalog::store(const QString &what)
{
    return ask([what](Connection &connection) { return findStore(connection, what); });
}

void RecordingCatalog::announceChange()
{
    emit changed();
}

} // namespace respool
