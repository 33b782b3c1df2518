// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importjob.h"

#include "core/db/database.h"
#include "core/files/volume.h"
#include "core/media/mediareader.h"
#include "core/work/importwalk.h"
#include "core/work/leftovers.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<MediaFile> openArchive(const ImportPayload &payload)
{
    const QFileInfo info(payload.file);
    TRY_LET(const Directory folder, Directory::open(info.path()));
    TRY_LET(MediaFile archive, MediaFile::open(folder, info.fileName()));
    if (archive.identity.bytes != payload.bytes
        || archive.identity.mtimeNs / 1'000'000 != payload.modifiedMs)
        return fail(
            ErrorCode::Conflict,
            u"%1 has changed since the import was asked for: ask again"_s.arg(payload.file));
    return archive;
}

// What is still to be written, once; a recording moves, it is not copied.
Result<> checkSpace(const JobContext &context, const ImportPlan &plan, const Directory &root)
{
    qint64 left = plan.bytes;
    const qsizetype next = QJsonDocument::fromJson(context.job().checkpoint)[u"next"_s].toInteger();
    for (qsizetype i = 0; i < std::min(next, plan.recordings.size()); ++i)
        left -= plan.recordings[i].about.bytes();
    TRY_LET(const qint64 free, freeBytes(root));
    return free >= left ? Result<>() : noSpaceFailure(root, left);
}

} // namespace

Result<> ImportJob::run(JobContext &context)
{
    TRY_LET(const ImportPayload payload, ImportPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    TRY_LET(const MediaFile archive, openArchive(payload));
    const ArchiveReader reader(m_host);
    const auto plan = planImport(reader, archive, context.stopToken());
    if (!plan && plan.error().code == ErrorCode::Interrupted)
        return context.stopped();
    TRY(plan);
    TRY(checkSpace(context, *plan, store.root));
    TRY_LET(const ImportPlace place, ImportPlace::open(store, context.job().id));
    const MediaReader media(m_host);
    const Result<> outcome =
        ImportWalk(m_database, m_clock, context, {reader, archive, *plan}, store, place, media)
            .run();
    // A lease that is lost is another worker's folder now.
    if (outcome || outcome.error().code != ErrorCode::LeaseLost)
        TRY(ImportPlace::remove(store.root, context.job().id));
    return outcome;
}

JobKind importKind(Database &database, const Clock &clock, MediaHost &host)
{
    return {
        .make =
            [&](const JobRecord &) { return std::make_unique<ImportJob>(database, clock, host); },
        .tidyUp = [&](const JobRecord &job) { removeLeftImport(database, job); },
        .version = ImportPayload::version,
        .limit = 2,
        .laneLimit = 1,
    };
}

JobSpec importSpec(const ImportPayload &payload, const QString &storeName, qint64 bytes)
{
    return {.kind = u"import"_s,
            .version = ImportPayload::version,
            .title = u"%1 → %2"_s.arg(QFileInfo(payload.file).fileName(), storeName),
            .payload = payload.toJson(),
            .lane = payload.store,
            .units = std::max<qint64>(1, bytes)};
}

} // namespace respool
