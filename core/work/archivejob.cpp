// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivejob.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/retrypolicy.h"
#include "core/library/rootstore.h"
#include "core/work/archivewalk.h"
#include "core/work/exporttarget.h"
#include "core/work/leftovers.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// What the finished archive is known by, once it has its name or is about to get it.
Result<QByteArray> noteOf(Database &database, JobId job)
{
    QByteArray note;
    TRY(database.ask([&](Connection &connection) {
        return connection.read(u"archive_find"_s, {{u"job"_s, job.value}},
                               [&](const Row &row) { note = row.bytes(2); });
    }));
    return note;
}

Result<> setNote(JobContext &context, const QByteArray &note)
{
    return context.checkpoint(
        context.job().checkpoint, {}, [&](Connection &connection) -> Result<> {
            TRY(connection.run(u"archive_set_note"_s, {{u"job"_s, context.job().id.value},
                                                       {u"note"_s, QString::fromUtf8(note)}}));
            return {};
        });
}

// The verdict of the run that wrote the archive: an item that failed then is not in it.
Result<> verdictOf(const JobContext &context, const ArchivePayload &payload)
{
    const ItemsCheckpoint state = ItemsCheckpoint::fromJson(context.job().checkpoint);
    if (state.refused == 0)
        return {};
    return fail(ErrorCode::Refused,
                u"%1 of %2 recordings are not in %3: see the report"_s.arg(state.refused)
                    .arg(payload.items.size())
                    .arg(payload.target));
}

Result<> place(JobContext &context, const ArchivePayload &payload, const ExportTarget &target)
{
    TRY_LET(const QByteArray note, target.note());
    // Without the lease the hidden file may be another worker's: then it is left alone.
    TRY(setNote(context, note));
    faultPoint("archive.noted");
    TRY(target.takePlace(payload.overwrite));
    faultPoint("archive.renamed");
    TRY(context.checkpoint(context.job().checkpoint, {}, [&](Connection &connection) -> Result<> {
        TRY(connection.run(u"archive_pieces_forget"_s, {{u"job"_s, context.job().id.value}}));
        return {};
    }));
    const qint64 units = std::max<qint64>(1, context.job().units);
    context.progress({units, units});
    context.log(LogLevel::Info, payload.target);
    return {};
}

} // namespace

Result<> ArchiveJob::run(JobContext &context)
{
    TRY_LET(const ArchivePayload payload, ArchivePayload::fromJson(context.job().payload));
    TRY_LET(const QList<StoreInfo> stores,
            m_database.ask([](Connection &connection) { return RootStore(connection).all(); }));
    TRY_LET(const ExportTarget target, ExportTarget::open(payload.target, stores));
    TRY_LET(const QByteArray note, noteOf(m_database, context.job().id));
    if (target.isInPlace(note))
        return verdictOf(context, payload);
    if (!payload.overwrite)
        TRY(target.refuseIfThere());
    TRY_LET(ArchiveFile file, ArchiveFile::open(target, m_database, context.job().id));
    // A file that begins anew has none of the recordings that an earlier run had written.
    if (file.offset() == 0 && !context.job().checkpoint.isEmpty())
        TRY(context.checkpoint({}, {}, {}));
    TRY(file.reserve(std::max<qint64>(0, context.job().units - file.offset())));
    const Result<> walked = ArchiveWalk(m_database, m_clock, context, payload, file).run();
    if (!walked && walked.error().code != ErrorCode::Refused) {
        if (hasEnded(RetryPolicy::judge(walked, context.job(), 0).state))
            target.discard();
        return walked;
    }
    TRY_LET(const bool empty, file.isEmpty());
    if (empty) {
        target.discard();
        return walked;
    }
    TRY(file.finish(m_clock.nowMs(), stores));
    TRY(place(context, payload, target));
    return walked ? Result<>() : verdictOf(context, payload);
}

JobKind archiveKind(Database &database, const Clock &clock)
{
    return {
        .make = [&](const JobRecord &) { return std::make_unique<ArchiveJob>(database, clock); },
        .tidyUp = [&](const JobRecord &job) { removeLeftArchive(database, clock, job); },
        .version = ArchivePayload::version,
        .limit = 2,
        .laneLimit = 1,
    };
}

JobSpec archiveSpec(const ArchivePayload &payload, qint64 bytes)
{
    return {.kind = u"archive"_s,
            .version = ArchivePayload::version,
            .title = QFileInfo(payload.target).fileName(),
            .payload = payload.toJson(),
            .lane = payload.target,
            .units = std::max<qint64>(1, bytes)};
}

} // namespace respool
