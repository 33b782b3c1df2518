// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/indexjob.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/textstore.h"
#include "core/media/mediafile.h"
#include "core/work/parttext.h"
#include "core/work/recordingfiles.h"
#include "core/work/workstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// What others who write wait for: some tens of milliseconds.
constexpr qint64 writtenAtOnce = 2000;

struct IndexCheckpoint
{
    qint64 after = 0; // all wishes up to this one were looked at
    qint64 done = 0;

    QByteArray toJson() const
    {
        return QJsonDocument(QJsonObject{{u"after"_s, after}, {u"done"_s, done}})
            .toJson(QJsonDocument::Compact);
    }
    static IndexCheckpoint fromJson(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        return {object[u"after"_s].toInteger(), object[u"done"_s].toInteger()};
    }
};

// What would meet every further recording as well.
bool concernsAllTexts(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::NoSpace
           || code == ErrorCode::Interrupted || code == ErrorCode::Internal
           || code == ErrorCode::Database || code == ErrorCode::Busy
           || code == ErrorCode::LeaseLost;
}

Result<> addIndexJob(Connection &connection, const Clock &clock, const StoreInfo &store)
{
    JobStore jobs(connection, clock);
    TRY_LET(const BatchId batch, jobs.addBatch(u"index"_s, {}, {}));
    TRY(jobs.enqueue(batch, indexSpec(store)));
    return {};
}

// One such job of a store is enough: it goes on until nothing waits.
Result<> enqueueIndexJob(Connection &connection, const Clock &clock, const StoreInfo &store)
{
    TRY_LET(const qint64 jobs, connection.number(u"text_job_waiting"_s, {{u"lane"_s, store.uid}}));
    return jobs > 0 ? Result<>() : addIndexJob(connection, clock, store);
}

// In a transaction that only the owner of the job gets through (I3).
Result<> commit(JobContext &context, const JobContext::Effects &effects)
{
    return context.checkpoint(QByteArray(context.job().checkpoint), {}, effects);
}

// What may be better the next time, without a change of the file.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Refused || code == ErrorCode::Conflict || code == ErrorCode::Io
           || code == ErrorCode::PermissionDenied || code == ErrorCode::NotFound;
}

} // namespace

Result<> IndexJob::run(JobContext &context)
{
    const QString uid =
        QJsonDocument::fromJson(context.job().payload).object()[u"store"_s].toString();
    if (uid.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no store"_s);
    TRY(sweep(context));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, uid));
    TRY(indexAll(store, context));
    return sweep(context);
}

Result<> IndexJob::sweep(JobContext &context)
{
    for (bool more = true; more;) {
        if (context.stopToken().stop_requested())
            return context.stopped();
        TRY_LET(const bool clean, m_database.ask([](Connection &connection) {
            return TextStore(connection).isSwept();
        }));
        if (clean)
            return {};
        TRY(commit(context, [&](Connection &connection) -> Result<> {
            TRY_LET(more, TextStore(connection).sweep(writtenAtOnce));
            return {};
        }));
        faultPoint("index.swept");
    }
    return {};
}

Result<> IndexJob::indexAll(const OpenedStore &store, JobContext &context)
{
    IndexCheckpoint state = IndexCheckpoint::fromJson(context.job().checkpoint);
    TRY_LET(const qint64 waiting, m_database.ask([&](Connection &connection) {
        return TextStore(connection).countWishes(store.info.id, state.after);
    }));
    const qint64 all = state.done + waiting;
    for (;;) {
        if (context.stopToken().stop_requested())
            return context.stopped();
        TRY_LET(const std::optional<TextWish> wish, m_database.ask([&](Connection &connection) {
            return TextStore(connection).nextWish(store.info.id, state.after);
        }));
        if (!wish)
            break;
        const Result<> indexed = index(*wish, store, context);
        if (!indexed && indexed.error().code == ErrorCode::Interrupted)
            return context.stopped();
        if (!indexed && concernsAllTexts(indexed.error().code))
            return indexed;
        if (!indexed)
            context.log(LogLevel::Info, indexed.error().detail + u": it waits for the next scan"_s);
        state.after = wish->id;
        ++state.done;
        TRY(context.checkpoint(state.toJson(), {}, [&](Connection &connection) -> Result<> {
            return indexed ? TextStore(connection).removeWish(wish->id) : Result<>();
        }));
        context.progress({state.done, std::max(all, state.done)});
    }
    // A scan that ended meanwhile has found this job and asked for no other.
    context.atEnd([this, info = store.info, state](Connection &connection) -> Result<> {
        TRY_LET(const qint64 newer, TextStore(connection).countWishes(info.id, state.after));
        if (newer == 0)
            return {};
        return addIndexJob(connection, m_clock, info);
    });
    return {};
}

Result<> IndexJob::index(const TextWish &wish, const OpenedStore &store, JobContext &context)
{
    const auto found = m_database.ask([&](Connection &connection) {
        return RecordingStore(connection, m_clock).byId(wish.recording);
    });
    if (!found && found.error().code == ErrorCode::NotFound)
        return {};
    TRY(found);
    const Recording &recording = *found;
    if (recording.state != RecordingState::Present && recording.state != RecordingState::Damaged)
        return fail(ErrorCode::Conflict, u"%1 is not there now"_s.arg(recording.uid));
    TRY_LET(const Directory folder, folderOf(store.root, store.info.kind, recording));
    TRY(refuseIfActive(folder, recording, m_clock));
    QStringList names;
    for (const Part &part : recording.parts) {
        if (!hasText(part))
            continue;
        names << part.name;
        TRY_LET(const bool known, m_database.ask([&](Connection &connection) {
            return TextStore(connection).isKnown(recording.id, part);
        }));
        if (!known)
            TRY(indexPart(recording, part, folder, context));
    }
    return commit(context, [&](Connection &connection) {
        return TextStore(connection).hideOthers(recording.id, names);
    });
}

Result<> IndexJob::indexPart(const Recording &recording, const Part &part, const Directory &folder,
                             JobContext &context)
{
    const auto read = [&]() -> Result<TextLines> {
        TRY_LET(const MediaFile file, MediaFile::open(folder, part.name));
        TRY_LET(const FileEntry entry, folder.stat(part.name));
        if (entry.bytes != part.bytes || entry.mtimeMs != part.modifiedMs)
            return fail(ErrorCode::Conflict,
                        u"%1 has changed since the last scan"_s.arg(file.path));
        return readPartText(m_host, file, part, context.stopToken());
    }();
    if (read)
        return write(recording, part, *read, {}, context);
    const Error &error = read.error();
    if (concernsAllTexts(error.code) || isPassing(error.code))
        return Failure{error};
    context.log(LogLevel::Warning, recording.uid + u": "_s + error.detail);
    return write(recording, part, {}, error.detail, context);
}

// From the end on, so that the ids rise. Nobody finds any of it before the last piece is written.
Result<> IndexJob::write(const Recording &recording, const Part &part, const TextLines &text,
                         const QString &problem, JobContext &context)
{
    qint64 first = -1;
    qint64 left = text.lines.size();
    do {
        if (context.stopToken().stop_requested())
            return fail(ErrorCode::Interrupted);
        const qint64 startMs = part.startMs > 0 ? part.startMs : recording.startMs;
        const qint64 from = std::max<qint64>(0, left - writtenAtOnce);
        std::vector<StoredLine> lines;
        for (qint64 i = from; i < left; ++i)
            lines.push_back({text.lines[i].atMs, text.lines[i].text});
        TRY(commit(context, [&](Connection &connection) -> Result<> {
            TextStore store(connection);
            if (first < 0) {
                TRY_LET(first, store.begin({part.name, part.bytes, part.modifiedMs, startMs,
                                            text.lines.size(), text.cutShort, problem}));
            }
            TRY(store.addLines(first, text.lines.size(), from, lines));
            return from == 0 ? store.show(first, text.lines.size(), recording.id, part.name)
                             : Result<>();
        }));
        faultPoint("index.written");
        left = from;
    } while (left > 0);
    return {};
}

JobKind indexKind(Database &database, const Clock &clock, MediaHost &host)
{
    return {
        .make =
            [&database, &clock, &host](const JobRecord &) {
                return std::make_unique<IndexJob>(database, clock, host);
            },
        .version = 1,
        .limit = 1,
    };
}

JobSpec indexSpec(const StoreInfo &store)
{
    return {.kind = u"index"_s,
            .version = 1,
            .title = store.name,
            .payload =
                QJsonDocument(QJsonObject{{u"store"_s, store.uid}}).toJson(QJsonDocument::Compact),
            .lane = store.uid,
            .priority = -20};
}

Result<> enqueueIndexing(Connection &connection, const Clock &clock, const StoreInfo &store)
{
    TRY_LET(const qint64 waiting, TextStore(connection).countWishes(store.id, 0));
    if (waiting == 0)
        return sweepTexts(connection, clock, store);
    return enqueueIndexJob(connection, clock, store);
}

Result<> sweepTexts(Connection &connection, const Clock &clock, const StoreInfo &store)
{
    TRY_LET(const bool clean, TextStore(connection).isSwept());
    return clean ? Result<>() : enqueueIndexJob(connection, clock, store);
}

} // namespace respool
