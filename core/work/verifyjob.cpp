// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/verifyjob.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/library/recordingstore.h"
#include "core/media/mediareader.h"
#include "core/work/itemloop.h"
#include "core/work/partfacts.h"
#include "core/work/partsum.h"
#include "core/work/recordingfiles.h"
#include "core/work/workstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// What reading one recording has found.
struct Found
{
    QList<PartSum> sums;
    QHash<QString, QString> problems; // by part; empty: the part is whole
};

// One run over the recordings of a job.
class VerifyWalk
{
public:
    VerifyWalk(Database &database, const Clock &clock, JobContext &context,
               const ItemsPayload &payload, const OpenedStore &store, const MediaReader &reader)
        : m_database(database)
        , m_clock(clock)
        , m_context(context)
        , m_payload(payload)
        , m_store(store)
        , m_reader(reader)
    {}

    Result<> run();

private:
    Result<> read(const Recording &recording);
    Result<> readParts(const Directory &folder, const Recording &recording, Found &found);
    Result<> lookInto(const Directory &folder, const Part &part, Found &found) const;
    void tell(const Recording &recording, const QList<PartSum> &known, const PartSum &now) const;
    Result<> write(Connection &connection);
    Result<> writeOne(Connection &connection, RecordingId id, const Found &found) const;
    void progress(qint64 bytes) const;

    Database &m_database;
    const Clock &m_clock;
    JobContext &m_context;
    const ItemsPayload &m_payload;
    const OpenedStore &m_store;
    const MediaReader &m_reader;
    QHash<qint64, Found> m_found; // not committed yet
    qint64 m_done = 0;            // bytes
};

Result<> mayBeRead(const Recording &recording)
{
    switch (recording.state) {
    case RecordingState::Present:
    case RecordingState::Damaged:
        return {};
    case RecordingState::Missing:
        return fail(ErrorCode::NotFound, u"%1 is not there any more"_s.arg(recording.uid));
    case RecordingState::Deleting:
    case RecordingState::Trashed:
        break;
    }
    return fail(ErrorCode::Conflict, u"%1 has been deleted"_s.arg(recording.uid));
}

bool isStop(const Error &error)
{
    return error.code == ErrorCode::Interrupted || error.code == ErrorCode::Cancelled
           || error.code == ErrorCode::Paused;
}

Result<> VerifyWalk::run()
{
    const ItemStep step{
        .check = [](RecordingStore &, const Recording &recording) { return mayBeRead(recording); },
        .act = [&](const Recording &recording) -> Result<> {
            const Result<> outcome = read(recording);
            m_done += recording.bytes;
            progress(0);
            if (!outcome && outcome.error().code == ErrorCode::Interrupted)
                return m_context.stopped();
            return outcome;
        },
        .settle = {},
        .commit = [&](Connection &connection) { return write(connection); },
        .endsAll = isStop,
        .overlaps = false,
        .takesAll = true,
        .tellsProgress = true,
        .mayBeGone = false,
    };
    return ItemLoop(m_database, m_clock, m_context, m_payload).run(step);
}

void VerifyWalk::progress(qint64 bytes) const
{
    const qint64 units = std::max<qint64>(1, m_context.job().units);
    m_context.progress({std::min(units, m_done + bytes), units});
}

Result<> VerifyWalk::read(const Recording &recording)
{
    TRY_LET(const Directory folder, folderOf(m_store.root, m_store.info.kind, recording));
    TRY(refuseIfActive(folder, recording, m_clock));
    Found found;
    TRY(readParts(folder, recording, found));
    m_found.insert(recording.id.value, found);
    faultPoint("verify.read");
    for (const Part &part : recording.parts) {
        const QString problem = found.problems.value(part.name);
        if (!problem.isEmpty())
            return fail(ErrorCode::Media, problem);
    }
    return {};
}

Result<> VerifyWalk::readParts(const Directory &folder, const Recording &recording, Found &found)
{
    TRY_LET(const QList<PartSum> known, m_database.ask([&](Connection &connection) {
        return SumStore(connection).ofRecording(recording.id);
    }));
    qint64 before = 0;
    for (const Part &part : recording.parts) {
        auto sum = sumOf(folder, part.name, m_context.stopToken(),
                         [&](qint64 bytes) { progress(before + bytes); });
        if (!sum && sum.error().code == ErrorCode::NotFound) {
            found.problems.insert(part.name, u"%1 is not there any more"_s.arg(part.name));
            continue;
        }
        TRY(sum);
        before += sum->bytes;
        if (const auto same = refuseIfCorrupt(known, *sum); !same) {
            found.problems.insert(part.name, same.error().detail);
            continue; // the sum of what was right stays
        }
        TRY(lookInto(folder, part, found));
        tell(recording, known, *sum);
        sum->verifiedMs = found.problems.value(part.name).isEmpty() ? m_clock.nowMs() : 0;
        found.sums << *sum;
    }
    return {};
}

// Whether the content is what its kind says.
Result<> VerifyWalk::lookInto(const Directory &folder, const Part &part, Found &found) const
{
    const bool isMedia = part.kind == PartKind::Webm || part.kind == PartKind::Media;
    Part now = part;
    now.problem.clear();
    if (isMedia && m_payload.thorough) {
        TRY_LET(const MediaFile file, MediaFile::open(folder, part.name));
        const auto info = m_reader.examine(file, m_context.stopToken(), [](qint64, qint64) {});
        if (!info && info.error().code != ErrorCode::Media)
            return Failure{info.error()};
        if (!info)
            now.problem = info.error().detail;
    } else {
        PartFacts facts(m_reader, m_context.stopToken());
        facts.add(folder, now);
        TRY(facts.look());
    }
    found.problems.insert(part.name, now.problem);
    return {};
}

// A file that was written to is another content, and that is said.
void VerifyWalk::tell(const Recording &recording, const QList<PartSum> &known,
                      const PartSum &now) const
{
    const auto before = std::ranges::find(known, now.name, &PartSum::name);
    if (before != known.end() && before->sha256 != now.sha256)
        m_context.log(LogLevel::Info,
                      u"%1/%2 was written to since it was read last: its new content is kept"_s.arg(
                          recording.uid, now.name));
}

Result<> VerifyWalk::write(Connection &connection)
{
    for (auto found = m_found.cbegin(); found != m_found.cend(); ++found)
        TRY(writeOne(connection, RecordingId{found.key()}, *found));
    m_found.clear();
    return {};
}

Result<> VerifyWalk::writeOne(Connection &connection, RecordingId id, const Found &found) const
{
    SumStore sums(connection);
    for (const PartSum &sum : found.sums)
        TRY(sums.set(id, sum));
    RecordingStore recordings(connection, m_clock);
    const auto recording = recordings.byId(id);
    if (!recording) // it was removed from the catalogue meanwhile
        return recording.error().code == ErrorCode::NotFound ? Result<>()
                                                             : Failure{recording.error()};
    bool whole = true;
    for (Part part : recording->parts) {
        const QString problem = found.problems.value(part.name);
        whole = whole && problem.isEmpty();
        if (problem == part.problem)
            continue;
        part.problem = problem;
        TRY(recordings.replacePart(id, part));
    }
    return whole ? sums.setVerified(id, m_clock.nowMs()) : sums.setVerified(id, 0);
}

} // namespace

Result<> VerifyJob::run(JobContext &context)
{
    TRY_LET(const ItemsPayload payload, ItemsPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    const MediaReader reader(m_host);
    return VerifyWalk(m_database, m_clock, context, payload, store, reader).run();
}

JobKind verifyKind(Database &database, const Clock &clock, MediaHost &host)
{
    return {
        .make =
            [&](const JobRecord &) { return std::make_unique<VerifyJob>(database, clock, host); },
        .version = ItemsPayload::version,
        .limit = 2,
        .laneLimit = 1,
    };
}

JobSpec verifySpec(const ItemsPayload &payload, qint64 bytes)
{
    constexpr int afterAllOthers = -10;
    return {.kind = u"verify"_s,
            .version = ItemsPayload::version,
            .title = QString::number(payload.items.size()),
            .payload = payload.toJson(),
            .lane = payload.store,
            .units = std::max<qint64>(1, bytes),
            .priority = afterAllOthers};
}

} // namespace respool
