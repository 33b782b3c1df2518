// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivewalk.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/files/atomicfile.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"
#include "core/media/mediafile.h"
#include "core/work/partsum.h"
#include "core/work/recordingfiles.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostManifestBytes = 1 << 20;

// What is wrong with the archive or this run, and not with one recording: what cannot be read of
// that is Media here.
bool isOfTheArchive(const Error &error)
{
    return error.code == ErrorCode::Interrupted || error.code == ErrorCode::Cancelled
           || error.code == ErrorCode::Paused || error.code == ErrorCode::Io
           || error.code == ErrorCode::PermissionDenied || error.code == ErrorCode::Database;
}

// A recording that cannot be read does not end the others.
template <typename T>
Result<T> asOfTheRecording(Result<T> result)
{
    if (!result
        && (result.error().code == ErrorCode::Io
            || result.error().code == ErrorCode::PermissionDenied))
        return fail(ErrorCode::Media, result.error().detail);
    return result;
}

} // namespace

struct ArchiveWalk::Place
{
    StoreInfo info;
    Directory root;
};

ArchiveWalk::ArchiveWalk(Database &database, const Clock &clock, JobContext &context,
                         const ArchivePayload &payload, ArchiveFile &file)
    : m_database(database)
    , m_clock(clock)
    , m_context(context)
    , m_file(file)
    , m_items{{}, payload.items}
    , m_done(file.offset())
{
    for (qsizetype position = 0; position < payload.items.size(); ++position) {
        const RecordingItem &item = payload.items[position];
        m_positions.insert(item.id.value, position);
        if (!m_firstOf.contains(item.uid))
            m_firstOf.insert(item.uid, item.id.value);
    }
}

ArchiveWalk::~ArchiveWalk() = default;

Result<> ArchiveWalk::run()
{
    const ItemStep step{
        .check = [&](RecordingStore &, const Recording &recording) { return check(recording); },
        .act = [&](const Recording &recording) { return add(recording); },
        .sync = [&] { return m_file.flush(); },
        .settle = {},
        .commit = [&](Connection &connection) { return commit(connection); },
        .endsAll = isOfTheArchive,
        .overlaps = false,
        .takesAll = true,
        .tellsProgress = true,
        .mayBeGone = false,
    };
    const Result<> outcome = ItemLoop(m_database, m_clock, m_context, m_items).run(step);
    if (!outcome && outcome.error().code == ErrorCode::NoSpace)
        return m_file.noSpace(std::max<qint64>(0, m_context.job().units - m_file.offset()));
    return outcome;
}

Result<> ArchiveWalk::check(const Recording &recording) const
{
    switch (recording.state) {
    case RecordingState::Deleting:
    case RecordingState::Trashed:
        return fail(ErrorCode::Conflict, u"%1 has been deleted"_s.arg(recording.uid));
    case RecordingState::Missing:
        return fail(ErrorCode::NotFound, u"%1 is not there any more"_s.arg(recording.uid));
    case RecordingState::Present:
    case RecordingState::Damaged:
        break;
    }
    if (m_firstOf.value(recording.uid) != recording.id.value)
        return fail(ErrorCode::Conflict,
                    u"%1 of the store '%2' is left out: another store's recording of this id is in "
                    "the archive"_s.arg(recording.uid, recording.storeName));
    return {};
}

Result<ArchiveWalk::Place *> ArchiveWalk::placeOf(StoreId store)
{
    if (const auto known = m_places.find(store.value); known != m_places.end())
        return &known->second;
    TRY_LET(const StoreInfo info, m_database.ask([&](Connection &connection) {
        return RootStore(connection).byId(store);
    }));
    TRY_LET(Directory root, openStore(info));
    return &m_places.emplace(store.value, Place{info, std::move(root)}).first->second;
}

Result<> ArchiveWalk::add(const Recording &recording)
{
    const Result<> added = addFiles(recording);
    faultPoint("archive.recording");
    if (added)
        return {};
    m_file.forget();
    m_sums.remove(recording.id.value);
    m_done = m_file.offset();
    return added.error().code == ErrorCode::Interrupted ? Result<>(m_context.stopped()) : added;
}

Result<> ArchiveWalk::addFiles(const Recording &recording)
{
    TRY_LET(const Place *place, placeOf(recording.store));
    TRY_LET(const Directory folder,
            asOfTheRecording(folderOf(place->root, place->info.kind, recording)));
    TRY(refuseIfActive(folder, recording, m_clock));
    TRY(asOfTheRecording(refuseIfChanged(folder, recording)));
    TRY_LET(const RecordingNotes notes, m_database.ask([&](Connection &connection) {
        return SumStore(connection).notes(recording.id);
    }));
    CarriedRecording about = CarriedRecording::of(recording, place->info.kind, notes);
    about.storeUid = place->info.uid;
    TRY(addManifest(folder, recording, place->info.kind, about));
    for (const Part &part : recording.parts)
        TRY(addPart(folder, recording, part, about));
    m_file.keep(m_positions.value(recording.id.value), about);
    m_done = m_file.offset();
    return {};
}

Result<> ArchiveWalk::addPart(const Directory &folder, const Recording &recording, const Part &part,
                              CarriedRecording &about)
{
    const auto file = asOfTheRecording(MediaFile::open(folder, part.name));
    if (!file && !part.problem.isEmpty()) {
        m_context.log(LogLevel::Warning, u"%1 is archived without %2: %3"_s.arg(
                                             recording.uid, part.name, part.problem));
        return {};
    }
    TRY(file);
    const qint64 units = std::max<qint64>(1, m_context.job().units);
    TRY_LET(const CarriedFile carried,
            m_file.add(*file, recording.uid, part.name, m_context.stopToken(), [&](qint64 bytes) {
                m_context.progress({std::min(units, m_done + bytes), units});
            }));
    m_done = m_file.offset();
    const PartSum sum{part.name, carried.bytes, carried.modifiedMs, carried.sha256, 0};
    TRY(m_database.ask([&](Connection &connection) -> Result<> {
        TRY_LET(const QList<PartSum> known, SumStore(connection).ofRecording(recording.id));
        return refuseIfCorrupt(known, sum);
    }));
    m_sums[recording.id.value] << sum;
    about.files << carried;
    return {};
}

// That of the Gateway as it is, even if it cannot be read: it belongs to the recording.
Result<> ArchiveWalk::addManifest(const Directory &folder, const Recording &recording,
                                  StoreKind kind, CarriedRecording &about)
{
    QByteArray content;
    qint64 modifiedMs = recording.startMs;
    if (kind == StoreKind::Gateway) {
        const auto there = folder.stat(recordingManifestName);
        if (there && there->type == FileEntry::Type::File) {
            TRY_LET(content, asOfTheRecording(
                                 readSmallFile(folder, recordingManifestName, mostManifestBytes)));
            modifiedMs = there->mtimeMs;
        }
    }
    if (content.isEmpty())
        content = gatewayManifestOf(recording);
    TRY_LET(const CarriedFile carried,
            m_file.add(content, recording.uid, recordingManifestName, modifiedMs));
    about.files << carried;
    return {};
}

Result<> ArchiveWalk::commit(Connection &connection)
{
    SumStore sums(connection);
    for (auto all = m_sums.cbegin(); all != m_sums.cend(); ++all) {
        for (const PartSum &sum : *all)
            TRY(sums.set(RecordingId{all.key()}, sum));
    }
    m_sums.clear();
    return m_file.commit(connection);
}

} // namespace respool
