// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importwalk.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/library/auditstore.h"
#include "core/library/recordingstore.h"
#include "core/library/storescanner.h"
#include "core/work/jobwitness.h"
#include "core/work/recordingfiles.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype chunkRecordings = 32;
constexpr qint64 chunkBytes = qint64(64) << 20;

// What is wrong with one recording of the archive; everything else ends the run.
bool isOfOne(const Error &error)
{
    return error.code == ErrorCode::Media || error.code == ErrorCode::Conflict
           || error.code == ErrorCode::Refused || error.code == ErrorCode::Unsafe
           || error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidArgument;
}

} // namespace

ImportWalk::ImportWalk(Database &database, const Clock &clock, JobContext &context,
                       const Source &source, const OpenedStore &store, const ImportPlace &place,
                       const MediaReader &media)
    : m_database(database)
    , m_clock(clock)
    , m_context(context)
    , m_source(source)
    , m_store(store)
    , m_place(place)
    , m_media(media)
{
    const QJsonObject state = QJsonDocument::fromJson(context.job().checkpoint).object();
    m_next = state[u"next"_s].toInteger();
    m_refused = state[u"refused"_s].toInteger();
    for (qsizetype i = 0; i < std::min(m_next, source.plan.recordings.size()); ++i)
        m_done += source.plan.recordings[i].about.bytes();
}

// A failure of one recording is its own; nothing is returned for it.
Result<> ImportWalk::goOn(Step &step, Result<> result) const
{
    if (result)
        return {};
    if (result.error().code == ErrorCode::Interrupted)
        return m_context.stopped();
    if (!isOfOne(result.error()))
        return result;
    step.outcome = std::move(result);
    return {};
}

// Many small recordings share a process, a large one has its own.
qsizetype ImportWalk::chunkFrom(qsizetype next) const
{
    const QList<ImportRecording> &all = m_source.plan.recordings;
    qsizetype count = 0;
    qsizetype files = 0;
    qint64 bytes = 0;
    while (next + count < all.size() && count < chunkRecordings) {
        const ImportRecording &recording = all[next + count];
        files += recording.entries.size();
        bytes += recording.about.bytes();
        if (count > 0 && (files > ArchiveReader::mostWanted || bytes > chunkBytes))
            break;
        ++count;
    }
    return count;
}

Result<> ImportWalk::run()
{
    const QList<ImportRecording> &all = m_source.plan.recordings;
    while (m_next < all.size()) {
        if (m_context.stopToken().stop_requested())
            return m_context.stopped();
        Chunk chunk(size_t(chunkFrom(m_next)));
        for (size_t i = 0; i < chunk.size(); ++i) {
            chunk[i].recording = &all[m_next + qsizetype(i)];
            TRY(goOn(chunk[i], prepare(chunk[i])));
        }
        TRY(extract(chunk));
        for (Step &step : chunk) {
            if (step.outcome && !step.isThere)
                TRY(goOn(step, settleFiles(step)));
            step.files.clear();
            m_done += step.recording->about.bytes();
        }
        TRY(lookInto(chunk));
        m_next += qsizetype(chunk.size());
        TRY(commit(chunk));
        m_context.progress({m_done, std::max<qint64>(1, m_source.plan.bytes)});
    }
    return verdict();
}

Result<> ImportWalk::mayBeAdded(const CarriedRecording &recording) const
{
    TRY_LET(const QString path, importPath(recording, m_store.info.kind));
    const QString uid = uidOf(m_store.info, path);
    const auto known = m_database.ask([&](Connection &connection) -> Result<Recording> {
        TRY_LET(const qint64 id,
                connection.number(u"recording_id_by_uid"_s,
                                  {{u"store"_s, m_store.info.id.value}, {u"uid"_s, uid}}));
        return RecordingStore(connection, m_clock).byId(RecordingId{id});
    });
    if (!known)
        return known.error().code == ErrorCode::NotFound ? Result<>() : Failure{known.error()};
    if (known->state == RecordingState::Trashed)
        return fail(ErrorCode::Conflict,
                    u"%1 is in the trash of the store: restore it from there"_s.arg(uid));
    if (known->state == RecordingState::Deleting)
        return fail(ErrorCode::Conflict, u"%1 is being deleted"_s.arg(uid));
    return {};
}

Result<> ImportWalk::prepare(Step &step) const
{
    const CarriedRecording &about = step.recording->about;
    TRY(mayBeAdded(about));
    TRY_LET(const bool there, m_place.isThere(about, m_context.stopToken()));
    const bool hasSums = !about.files.first().sha256.isEmpty();
    step.isThere = there && hasSums;
    if (step.isThere)
        return {};
    TRY_LET(step.files, m_place.make(about));
    return {};
}

// One that is damaged ends the process for all; then each gets its own.
Result<> ImportWalk::extract(std::span<Step> steps)
{
    const auto together = extractTogether(steps);
    if (together || !isOfOne(together.error()))
        return !together && together.error().code == ErrorCode::Interrupted
                   ? Result<>(m_context.stopped())
                   : together;
    for (Step &step : steps) {
        if (step.outcome && !step.isThere)
            TRY(goOn(step, extractTogether({&step, 1})));
    }
    return {};
}

Result<> ImportWalk::extractTogether(std::span<Step> steps)
{
    QList<WantedEntry> wanted;
    for (const Step &step : steps) {
        const ImportRecording &recording = *step.recording;
        for (size_t i = 0; i < step.files.size() && step.outcome; ++i) {
            const CarriedFile &file = recording.about.files[qsizetype(i)];
            wanted << WantedEntry{recording.entries[qsizetype(i)], file.bytes, step.files[i].get(),
                                  recording.about.uid + u'/' + file.name};
        }
    }
    std::ranges::sort(wanted, {}, &WantedEntry::index);
    const qint64 total = std::max<qint64>(1, m_source.plan.bytes);
    qint64 before = m_done;
    for (qsizetype from = 0; from < wanted.size(); from += ArchiveReader::mostWanted) {
        const QList<WantedEntry> some = wanted.mid(from, ArchiveReader::mostWanted);
        TRY(m_source.reader.extract(m_source.archive, some, m_context.stopToken(),
                                    [&](qint64 done) {
                                        m_context.progress({before + done, total});
                                    }));
        for (const WantedEntry &entry : some)
            before += entry.bytes;
    }
    faultPoint("import.extracted");
    return {};
}

Result<> ImportWalk::settleFiles(Step &step) const
{
    const CarriedRecording &about = step.recording->about;
    const auto placed = [&]() -> Result<> {
        TRY(m_place.complete(about, m_context.stopToken()));
        TRY_LET(step.isThere, m_place.isSameAsThere(about, m_context.stopToken()));
        return step.isThere ? Result<>() : m_place.put(about);
    }();
    if (!placed || step.isThere)
        m_place.discard(about);
    return placed;
}

// What a scan would see of the new recordings.
Result<> ImportWalk::lookInto(Chunk &chunk) const
{
    PartFacts facts(m_media, m_context.stopToken());
    for (Step &step : chunk) {
        if (!step.outcome)
            continue;
        TRY_LET(const QString path, importPath(step.recording->about, m_store.info.kind));
        step.imported = readRecording(m_store.root, m_store.info, path);
        const auto folder = folderOf(m_store.root, m_store.info.kind, *step.imported);
        if (!folder)
            continue; // the recording says so itself already
        for (Part &part : step.imported->parts) {
            if (part.problem.isEmpty())
                facts.add(*folder, part);
        }
    }
    const auto looked = facts.look();
    return !looked && looked.error().code == ErrorCode::Interrupted ? Result<>(m_context.stopped())
                                                                    : looked;
}

Result<> ImportWalk::commit(const Chunk &chunk)
{
    QList<JobItem> items;
    for (const Step &step : chunk) {
        const CarriedRecording &about = step.recording->about;
        JobItem item{about.uid, step.outcome ? about.bytes() : 0, {}, 0};
        if (!step.outcome) {
            item.error = m_last = step.outcome.error();
            ++m_refused;
            m_context.log(LogLevel::Warning, about.uid + u": "_s + m_last.detail);
        }
        items << item;
    }
    const QJsonObject state{{u"next"_s, m_next}, {u"refused"_s, m_refused}};
    return m_context.checkpoint(QJsonDocument(state).toJson(QJsonDocument::Compact), items,
                                [&](Connection &connection) -> Result<> {
                                    faultPoint("import.rows");
                                    for (const Step &step : chunk) {
                                        if (step.imported)
                                            TRY(record(connection, step));
                                    }
                                    return {};
                                });
}

// A hold that comes along stands in the log like one that was placed here.
Result<> ImportWalk::tellOfHold(Connection &connection, const CarriedRecording &about) const
{
    if (about.notes.holdReason.isEmpty())
        return {};
    const JobRecord &job = m_context.job();
    TRY_LET(const QString who, whoOrdered(connection, job));
    return AuditStore(connection, m_clock)
        .append({.action = act::holdAdd,
                 .who = who,
                 .recording = about.uid,
                 .store = m_store.info.uid,
                 .batch = job.batch.value,
                 .reason = about.notes.holdReason,
                 .detail = {{u"by"_s, about.notes.holdWho}}});
}

Result<> ImportWalk::record(Connection &connection, const Step &step) const
{
    const CarriedRecording &about = step.recording->about;
    const qint64 now = m_clock.nowMs();
    RecordingStore recordings(connection, m_clock);
    TRY_LET(const RecordingId id, recordings.upsert(m_store.info.id, *step.imported, now));
    for (const QString &tag : about.tags)
        TRY(recordings.addTag(id, tag));
    SumStore sums(connection);
    TRY(sums.carry(id, about.notes));
    TRY(tellOfHold(connection, about));
    bool whole = true;
    for (const Part &part : step.imported->parts) {
        const auto file = std::ranges::find(about.files, part.name, &CarriedFile::name);
        whole =
            whole && part.problem.isEmpty() && file != about.files.end() && !file->sha256.isEmpty();
        if (whole)
            TRY(sums.set(id, {part.name, part.bytes, part.modifiedMs, file->sha256, now}));
    }
    return whole ? sums.setVerified(id, now) : Result<>();
}

Result<> ImportWalk::verdict() const
{
    if (m_refused == 0)
        return {};
    return fail(ErrorCode::Refused,
                u"%1 of %2 recordings were not imported%3"_s.arg(m_refused)
                    .arg(m_source.plan.recordings.size())
                    .arg(m_last.detail.isEmpty() ? QString() : u": "_s + m_last.detail));
}

} // namespace respool
