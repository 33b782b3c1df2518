// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/remuxjob.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/files/atomicfile.h"
#include "core/files/fileuse.h"
#include "core/jobs/jobstore.h"
#include "core/library/manifest.h"
#include "core/library/recordingstore.h"
#include "core/media/mediafile.h"
#include "core/media/remuxer.h"
#include "core/work/autoremux.h"
#include "core/work/leftovers.h"
#include "core/work/recordingfiles.h"
#include "core/work/recordingitems.h"
#include "core/work/workstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostManifestBytes = 1 << 20;
constexpr auto manifestName = "recording.json"_L1;

// The Gateway's manifest of a recorder that died has durations of 0; now they are known.
Result<> repairManifest(const Directory &folder, const QString &part, qint64 durationMs)
{
    const auto content = readSmallFile(folder, manifestName, mostManifestBytes);
    if (!content && content.error().code == ErrorCode::NotFound)
        return {};
    TRY(content);
    const auto repaired = repairedManifest(*content, {{part, durationMs}});
    if (!repaired)
        return {}; // a broken manifest is left as it is; the scan says what is wrong with it
    if (*repaired == *content)
        return {};
    faultPoint("remux.manifest");
    return writeAtomically(folder, manifestName, *repaired);
}

// By the content of the file as it is now; empty when it cannot be read.
QString pictureKeyOf(const Directory &folder, const QString &part)
{
    const auto file = MediaFile::open(folder, part);
    const auto key = file ? PictureCache::keyOf(*file) : Result<QString>(Failure{file.error()});
    return key ? *key : QString();
}

// The work that nobody asked for disturbs nobody. Errors: Busy.
Result<> waitUntilQuiet(const Directory &folder, const QString &part, const Clock &clock)
{
    const FileUse use = usersOf(folder, part);
    if (use == FileUse::Written || use == FileUse::Read)
        return fail(ErrorCode::Busy, u"%1 is open in another program: the remux waits"_s.arg(part));
    TRY_LET(const FileEntry file, folder.stat(part));
    const qint64 age = clock.nowMs() - file.mtimeMs;
    if (age >= 0 && age < automaticRemuxMs)
        return fail(ErrorCode::Busy, u"%1 was written a moment ago: the remux waits"_s.arg(part));
    return {};
}

Result<Part> refreshed(const Directory &folder, Part part, const RemuxReport &report)
{
    TRY_LET(const FileEntry file, folder.stat(part.name));
    part.bytes = file.bytes;
    part.modifiedMs = file.mtimeMs;
    part.durationMs = report.durationMs;
    part.seekable = Seekable::Yes;
    part.problem.clear();
    if (!report.keptAs.isEmpty())
        part.problem =
            u"%1; the damaged original is kept as %2"_s.arg(report.warning, report.keptAs);
    return part;
}

} // namespace

QByteArray RemuxPayload::toJson() const
{
    return QJsonDocument(QJsonObject{{u"store"_s, store},
                                     {u"id"_s, id.value},
                                     {u"uid"_s, uid},
                                     {u"part"_s, part},
                                     {u"keepDamaged"_s, keepDamaged},
                                     {u"verifyFull"_s, verifyFull},
                                     {u"automatic"_s, automatic}})
        .toJson(QJsonDocument::Compact);
}

Result<RemuxPayload> RemuxPayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const RemuxPayload payload{
        object[u"store"_s].toString(),         RecordingId{object[u"id"_s].toInteger()},
        object[u"uid"_s].toString(),           object[u"part"_s].toString(),
        object[u"keepDamaged"_s].toBool(true), object[u"verifyFull"_s].toBool(),
        object[u"automatic"_s].toBool()};
    if (payload.store.isEmpty() || payload.id.value <= 0 || payload.part.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no store, recording or part"_s);
    return payload;
}

Result<Recording> RemuxJob::takeRecording(const RemuxPayload &payload, JobId job)
{
    return m_database.wait([&](Connection &connection) -> Result<Recording> {
        RecordingStore store(connection, m_clock);
        TRY_LET(Recording recording, store.byId(payload.id));
        if (recording.uid != payload.uid)
            return fail(ErrorCode::Conflict, u"another recording now"_s);
        if (recording.state == RecordingState::Deleting
            || recording.state == RecordingState::Trashed)
            return fail(ErrorCode::Conflict, u"%1 has been deleted"_s.arg(payload.uid));
        TRY(store.take(payload.id, job.value));
        return recording;
    });
}

Result<> RemuxJob::run(JobContext &context)
{
    TRY_LET(const RemuxPayload payload, RemuxPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    const auto taken = takeRecording(payload, context.job().id);
    if (!taken && payload.automatic
        && (taken.error().code == ErrorCode::NotFound
            || taken.error().code == ErrorCode::Conflict)) {
        context.log(LogLevel::Info, taken.error().detail);
        return {}; // nobody asked, and nobody needs to hear of it
    }
    TRY_LET(const Recording recording, taken);
    const auto part = std::ranges::find(recording.parts, payload.part, &Part::name);
    if (part == recording.parts.end())
        return fail(ErrorCode::NotFound, u"%1 has no part %2"_s.arg(payload.uid, payload.part));
    TRY_LET(const Directory folder, folderOf(store.root, store.info.kind, recording));

    if (payload.automatic)
        TRY(waitUntilQuiet(folder, part->name, m_clock));

    const RemuxOptions options{.rewrite = {.target = mediaTargetFor(part->name),
                                           .onlyIfNeeded = true,
                                           .verifyFull = payload.verifyFull},
                               .keepDamaged = payload.keepDamaged};
    const QString pictured = pictureKeyOf(folder, part->name);
    const auto report = remuxInPlace(m_reader, folder, part->name, options, context.stopToken(),
                                     [&](qint64 done, qint64 total) {
                                         context.progress({done, total});
                                     });
    if (!report) {
        if (report.error().code == ErrorCode::Interrupted)
            return context.stopped();
        return Failure{report.error()};
    }
    if (!report->warning.isEmpty())
        context.log(LogLevel::Warning, report->warning);
    context.log(LogLevel::Info, report->alreadySeekable
                                    ? u"%1 is seekable already"_s.arg(part->name)
                                    : u"%1: %2 packets, %3 bytes became %4"_s.arg(part->name)
                                          .arg(report->packets)
                                          .arg(report->bytesBefore)
                                          .arg(report->bytesAfter));
    // Without its pictures a recording is as good as with them.
    const QString copied = pictureKeyOf(folder, part->name);
    if (!report->timesMoved)
        (void) m_pictures.carry(pictured, copied);
    if (store.info.kind == StoreKind::Gateway)
        TRY(repairManifest(folder, part->name, report->durationMs));
    TRY_LET(const Part now, refreshed(folder, *part, *report));
    const bool isDrawn = bool(m_pictures.read(copied, PictureKind::Poster, false));
    endWith(context, payload, recording, now,
            m_drawsUndrawn && !report->alreadySeekable && !isDrawn);
    return {};
}

// In the transaction that ends the job.
void RemuxJob::endWith(JobContext &context, const RemuxPayload &payload, const Recording &recording,
                       const Part &now, bool drawsAnew)
{
    context.progress({now.bytes, now.bytes});
    const JobId job = context.job().id;
    const ItemsPayload pictures{.store = payload.store,
                                .items = {{recording.id, recording.uid, recording.path}}};
    context.atEnd([this, job, now, drawsAnew, pictures](Connection &connection) -> Result<> {
        const RecordingItem &item = pictures.items.constFirst();
        faultPoint("remux.row");
        JobStore jobs(connection, m_clock);
        TRY(jobs.addItem(job, {item.uid, now.bytes, {}, 0}));
        RecordingStore recordings(connection, m_clock);
        TRY(recordings.replacePart(item.id, now));
        if (drawsAnew)
            TRY(enqueuePictures(jobs, pictures));
        return recordings.release(item.id, job.value);
    });
}

JobSpec remuxSpec(const RemuxPayload &payload, qint64 bytes)
{
    return {.kind = u"remux"_s,
            .version = RemuxPayload::version,
            .title = payload.uid + u'/' + payload.part,
            .payload = payload.toJson(),
            .units = std::max<qint64>(1, bytes)};
}

JobKind remuxKind(Database &database, const Clock &clock, MediaHost &host,
                  const PictureWishes &pictures)
{
    return {
        .make =
            [&, pictures](const JobRecord &) {
                return std::make_unique<RemuxJob>(database, clock, host, pictures);
            },
        .tidyUp = [&](const JobRecord &job) { removeLeftRemux(database, clock, job); },
        .version = RemuxPayload::version,
        .limit = 2,
    };
}

} // namespace respool
