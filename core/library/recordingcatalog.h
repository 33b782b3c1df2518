// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/query/query.h"
#include "core/library/recording.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <map>
#include <memory>
#include <optional>

namespace respool {

class Database;

// Of the first four an index keeps the order; by the others all that is found is sorted each time.
enum class RecordingSort {
    Start,
    Duration,
    Bytes,
    Name,
    Kind,
    State,
    Store,
    Parts,
    Seekable,
    Held,
    Flagged,
    Seen,
    Tags,
    Note,
    Media
};
bool isIndexed(RecordingSort sort);

// The last row of a page, by what the page is sorted by; for the orders that are indexed.
struct PageStart
{
    qint64 number = 0;
    QString text = {}; // instead of number when the order is that of names
    RecordingId id;

    static PageStart after(const Recording &last, RecordingSort sort);
};

// Which recordings, in which order. All conditions hold together.
struct RecordingFilter
{
    Query query = {}; // as it was typed
    std::optional<StoreId> store = {};
    std::optional<RecordingKind> kind = {};
    std::optional<RecordingState> state = {}; // empty: what the query says, else all but Trashed
    std::optional<bool> seekable = {};        // false: some WebM part is not seekable
    std::optional<bool> held = {};
    std::optional<bool> active = {}; // being recorded
    std::optional<bool> flagged = {};
    std::optional<bool> seen = {};
    QString tag = {}; // empty: any or none
    RecordingSort sort = RecordingSort::Start;
    bool descending = true;
    int limit = 500; // <= 0: all
    int offset = 0;
    std::optional<PageStart> after = {}; // of the page before: much cheaper than an offset
    // Set by who asked when the answer is not wanted any more: what waits is not answered then.
    std::shared_ptr<const std::atomic_bool> obsolete = {};
};

// Some of the ids that a filter finds, in its order.
struct IdStretch
{
    QList<RecordingId> ids;
    std::optional<PageStart> next = {}; // the others come after it; none: there are no others
};

// How many recordings each row of the sidebar stands for.
struct LibraryCounts
{
    qint64 all = 0, damaged = 0, deleting = 0, trashed = 0, missing = 0, held = 0, notSeekable = 0;
    qint64 video = 0, terminal = 0, log = 0, flagged = 0, unseen = 0;
    qint64 bytes = 0, trashedBytes = 0;
    qint64 active = 0;
};

// What some recordings are together.
struct RecordingSums
{
    qint64 recordings = 0;
    qint64 bytes = 0, durationMs = 0, held = 0;
    qint64 oldestMs = 0, newestMs = 0; // 0: of none is the start known
    std::map<RecordingKind, qint64> kinds = {};
};

// What the ids of a list name.
struct FoundIds
{
    QList<RecordingId> ids;
    QStringList notFound;
};

// A tag, and how many recordings outside the trash have it.
struct TagCount
{
    QString name;
    qint64 recordings = 0;
};

// The library as window and CLI see it: questions only, answered by the reader thread. Lives on
// the main thread; does not know jobs.
class RecordingCatalog final : public QObject
{
    Q_OBJECT

public:
    explicit RecordingCatalog(Database &database, QObject *parent = nullptr);

    QFuture<Result<QList<StoreInfo>>> stores();
    QFuture<Result<QList<Recording>>> find(const RecordingFilter &filter);
    QFuture<Result<qint64>> count(const RecordingFilter &filter);
    // The same, but what is more than most is most + 1: a fraction of the time where many match.
    QFuture<Result<qint64>> countUpTo(const RecordingFilter &filter, int most);
    QFuture<Result<LibraryCounts>> counts();

    // All tags that there are, in their order; at most a thousand.
    QFuture<Result<QStringList>> tags();
    QFuture<Result<QList<TagCount>>> tagCounts(int most); // those of the most recordings first

    // By uid, or any unambiguous beginning of one. Errors: NotFound, Conflict (several; named).
    QFuture<Result<Recording>> recording(const QString &uidPrefix);
    QFuture<Result<QList<Recording>>> recordings(const QList<RecordingId> &ids);
    // Many are asked for in pieces, so that nobody waits behind them.
    QFuture<Result<RecordingSums>> sums(const QList<RecordingId> &ids);
    // All that the filter finds, without its limit, by nothing but their numbers.
    QFuture<Result<QList<RecordingId>>> ids(const RecordingFilter &filter);
    // The same in the filter's order, in pieces that each take a few hundredths of a second: its
    // limit is about how many recordings are looked at, the answer says where to go on.
    QFuture<Result<IdStretch>> idsInOrder(const RecordingFilter &filter);
    // Many ids as they were typed, each once. Errors: InvalidArgument (an id fits several; named).
    QFuture<Result<FoundIds>> findIds(const QStringList &typed);
    // By name, uid, path or number.
    QFuture<Result<StoreInfo>> store(const QString &what);

    void announceChange(); // commands and jobs call it when rows have changed

signals:
    void changed(); // ask again: something in the library is different now

private:
    template <typename F>
    auto ask(F question);
    QFuture<Result<RecordingSums>> addSums(const QList<RecordingId> &ids, qsizetype from,
                                           const RecordingSums &sums);

    Database &m_database;
};

} // namespace respool
