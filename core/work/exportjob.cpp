// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/exportjob.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/files/fileuse.h"
#include "core/files/volume.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/media/transcode.h"
#include "core/work/exporttarget.h"
#include "core/work/leftovers.h"
#include "core/work/recordingfiles.h"
#include "core/work/workstore.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 toleranceMs = 100;

qint64 bytesOf(const std::vector<MediaFile> &sources)
{
    qint64 bytes = 0;
    for (const MediaFile &source : sources)
        bytes += source.identity.bytes;
    return bytes;
}

QString seconds(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 3) + u" s"_s;
}

// The file, and what it is made of where its name does not say so.
QString titleOf(const ExportPayload &payload)
{
    const QString name = QFileInfo(payload.target).fileName();
    return name.contains(payload.uid) ? name : u"%1 → %2"_s.arg(payload.uid, name);
}

WrittenMedia writtenOf(const RewriteReport &report)
{
    return {.startMs = 0,
            .endMs = report.durationMs,
            .durationMs = report.durationMs,
            .packets = report.packets,
            .outputBytes = report.outputBytes,
            .warning = report.warning};
}

} // namespace

Result<Recording> ExportJob::takeRecording(const ExportPayload &payload, JobId job)
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

Result<ExportJob::Sources> ExportJob::openSources(const OpenedStore &store,
                                                  const Recording &recording,
                                                  const ExportPayload &payload) const
{
    TRY_LET(const Directory folder, folderOf(store.root, store.info.kind, recording));
    Sources sources;
    for (const QString &name : payload.parts) {
        if (std::ranges::find(recording.parts, name, &Part::name) == recording.parts.end())
            return fail(ErrorCode::NotFound, u"%1 has no part %2"_s.arg(payload.uid, name));
        if (writersOf(folder, name) == FileUse::Written)
            return fail(
                ErrorCode::Busy,
                u"%1 is still being recorded: %2 is open for writing"_s.arg(payload.uid, name));
        TRY_LET(MediaFile source, MediaFile::open(folder, name));
        sources.push_back(std::move(source));
    }
    return sources;
}

Result<> ExportJob::run(JobContext &context)
{
    TRY_LET(const ExportPayload payload, ExportPayload::fromJson(context.job().payload));
    TRY_LET(const QList<StoreInfo> stores,
            m_database.ask([](Connection &connection) { return RootStore(connection).all(); }));
    TRY_LET(const ExportTarget target, ExportTarget::open(payload.target, stores));
    if (target.isInPlace(context.job().checkpoint))
        return end(context, payload, target);
    if (!payload.overwrite)
        TRY(target.refuseIfThere());
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    TRY_LET(const Recording recording, takeRecording(payload, context.job().id));
    TRY_LET(const Sources sources, openSources(store, recording, payload));
    TRY(write(context, payload, sources, target));
    return end(context, payload, target);
}

Result<> ExportJob::write(JobContext &context, const ExportPayload &payload, const Sources &sources,
                          const ExportTarget &target)
{
    const auto written = writePart(context, payload, sources, target);
    const auto note = written ? target.note() : Result<QByteArray>(Failure{written.error()});
    if (!note) {
        target.discard();
        return note.error().code == ErrorCode::Interrupted ? context.stopped()
                                                           : Failure{note.error()};
    }
    // Without the lease the hidden file may be another worker's: then it is left alone.
    TRY(context.checkpoint(*note, {}, {}));
    faultPoint("export.noted");
    if (const auto placed = target.takePlace(payload.overwrite); !placed) {
        target.discard();
        return placed;
    }
    faultPoint("export.renamed");
    if (!written->warning.isEmpty())
        context.log(LogLevel::Warning, written->warning);
    context.log(LogLevel::Info,
                u"%1: from %2 to %3, %4 packets, %5 bytes"_s
                    .arg(payload.target, seconds(written->startMs), seconds(written->endMs))
                    .arg(written->packets)
                    .arg(written->outputBytes));
    return {};
}

Result<WrittenMedia> ExportJob::writePart(JobContext &context, const ExportPayload &payload,
                                          const Sources &sources, const ExportTarget &target)
{
    TRY_LET(const UniqueFd output, target.begin());
    faultPoint("export.part.opened");
    const qint64 needed = rewriteSpaceFor(bytesOf(sources));
    if (!payload.encodes() && payload.form != ExportForm::Clip)
        TRY(reserveSpace(target.folder(), output, needed));
    const MediaWriter::Call call{context.stopToken(), [&](qint64 done, qint64 total) {
                                     context.progress({done, total});
                                 }};
    auto written = produce(payload, sources, output, call);
    if (!written && written.error().code == ErrorCode::NoSpace) {
        TRY(cutFile(output, 0, payload.target));
        return noSpaceFailure(target.folder(), needed);
    }
    TRY(written);
    faultPoint("export.part.written");
    TRY(syncFile(output, payload.target));
    faultPoint("export.part.synced");
    TRY(verify(target, *written, call.stop));
    faultPoint("export.verified");
    return written;
}

Result<WrittenMedia> ExportJob::produce(const ExportPayload &payload, const Sources &sources,
                                        const UniqueFd &output, const MediaWriter::Call &call) const
{
    if (payload.encodes())
        return m_writer.transcode(sources, output, {payload.range, false}, call);
    switch (payload.form) {
    case ExportForm::Clip:
        return m_writer.clip(sources.front(), output, payload.range, call);
    case ExportForm::Join:
        if (sources.size() > 1)
            return m_writer.join(sources, output, call);
        break;
    case ExportForm::Copy:
        break;
    }
    const RewriteOptions options{.target = mediaTargetFor(payload.target)};
    TRY_LET(const RewriteReport report,
            m_reader.rewrite(sources.front(), output, options, call.stop, call.progress));
    return writtenOf(report);
}

// A second look, by a process that did not write it.
Result<> ExportJob::verify(const ExportTarget &target, const WrittenMedia &written,
                           const std::stop_token &stop) const
{
    TRY_LET(const MediaFile part, MediaFile::open(target.folder(), target.partName()));
    TRY_LET(const MediaInfo info, m_reader.probe(part, stop));
    if (written.packets == 0 || part.identity.bytes != written.outputBytes || !info.seekable
        || std::llabs(info.durationMs - written.durationMs) > toleranceMs)
        return fail(ErrorCode::Media,
                    u"the export %1 was checked and is not what was written: it has %2 bytes and "
                    "lasts %3 instead of %4"_s.arg(part.path)
                        .arg(part.identity.bytes)
                        .arg(seconds(info.durationMs), seconds(written.durationMs)));
    return {};
}

Result<> ExportJob::end(JobContext &context, const ExportPayload &payload,
                        const ExportTarget &target)
{
    TRY_LET(const FileEntry file, target.folder().stat(QFileInfo(payload.target).fileName()));
    const qint64 units = std::max<qint64>(1, context.job().units);
    context.progress({units, units});
    const JobId job = context.job().id;
    context.atEnd([this, payload, job, bytes = file.bytes](Connection &connection) -> Result<> {
        faultPoint("export.row");
        TRY(JobStore(connection, m_clock).addItem(job, {payload.uid, bytes, {}, 0}));
        return RecordingStore(connection, m_clock).release(payload.id, job.value);
    });
    return {};
}

JobKind exportKind(Database &database, const Clock &clock, MediaHost &host)
{
    return {
        .make =
            [&](const JobRecord &) { return std::make_unique<ExportJob>(database, clock, host); },
        .tidyUp = [&](const JobRecord &job) { removeLeftExport(database, clock, job); },
        .version = ExportPayload::version,
        .limit = 2,
        .laneLimit = 1,
    };
}

// Encoding takes a whole processor for long: one at a time. Others take turns only where they would
// wait for each other anyway, on one recording.
JobSpec exportSpec(const ExportPayload &payload, qint64 bytes)
{
    return {.kind = u"export"_s,
            .version = ExportPayload::version,
            .title = titleOf(payload),
            .payload = payload.toJson(),
            .lane = payload.encodes() ? u"transcode"_s : payload.uid,
            .units = std::max<qint64>(1, bytes)};
}

} // namespace respool
