// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/scanreader.h"

#include "core/db/database.h"
#include "core/work/partfacts.h"
#include "core/work/picturecache.h"
#include "core/work/recordingfiles.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool isUnchanged(const Part &part, const KnownRecording &known)
{
    return std::ranges::any_of(known.parts, [&](const Part &old) {
        return old.name == part.name && old.bytes == part.bytes
               && old.modifiedMs == part.modifiedMs;
    });
}

// Catalogues of before say nothing of streams, and what was being recorded was not looked into.
bool isLookedInto(const Part &part, const KnownRecording &known)
{
    const auto old = std::ranges::find(known.parts, part.name, &Part::name);
    const bool isMedia = part.kind == PartKind::Webm || part.kind == PartKind::Media;
    return !known.active && isUnchanged(part, known)
           && (!isMedia || !old->media.isEmpty() || !old->problem.isEmpty());
}

// Whether the part that its pictures are drawn from is not the one that is known.
bool isPictureOutOfDate(const Recording &recording, const KnownRecording &known)
{
    const Part *source = PictureCache::sourceOf(recording);
    return source && (known.active || !isUnchanged(*source, known));
}

} // namespace

ScanReader::ScanReader(const ScanSource &source, int threads)
    : m_source(source)
{
    // Few paths are not worth a thread.
    const qsizetype pieces = (source.listing.paths.size() + pieceSize - 1) / pieceSize;
    const int all = int(std::clamp<qsizetype>(pieces, 1, threads));
    m_working = all; // the first may have ended before the last begins
    for (int i = 0; i < all; ++i)
        m_threads.emplace_back([this] { work(); });
}

ScanReader::~ScanReader()
{
    m_stop.request_stop();
    m_changed.notify_all();
}

void ScanReader::work()
{
    const std::stop_token stop = m_stop.get_token();
    while (!stop.stop_requested()) {
        const qsizetype first = m_next.fetch_add(pieceSize);
        if (first >= m_source.listing.paths.size())
            break;
        auto piece = read(first, std::min(first + pieceSize, m_source.listing.paths.size()));
        const bool failed = !piece;
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [this] { return m_done.size() < mostWaiting; }))
            break;
        m_done.push_back(std::move(piece));
        m_changed.notify_all();
        if (failed)
            break;
    }
    const std::lock_guard lock(m_mutex);
    --m_working;
    m_changed.notify_all();
}

Result<std::optional<ScannedPiece>> ScanReader::next(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool ready =
        m_changed.wait(lock, stop, [this] { return !m_done.empty() || m_working == 0; });
    if (!ready || stop.stop_requested()) {
        m_stop.request_stop();
        return fail(ErrorCode::Interrupted);
    }
    if (m_done.empty())
        return std::optional<ScannedPiece>();
    auto piece = std::move(m_done.front());
    m_done.pop_front();
    m_changed.notify_all();
    TRY(piece);
    return std::optional(*std::move(piece));
}

Result<ScannedPiece> ScanReader::read(qsizetype first, qsizetype end)
{
    ScannedPiece piece;
    QStringList paths;
    QList<quint64> stamps;
    const StoreListing &listing = m_source.listing;
    for (qsizetype i = first; i < end; ++i) {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Interrupted);
        const quint64 stamp = listing.stamps.empty()
                                  ? stampOfFolder(m_source.store.root, listing.paths.raw(i))
                                  : listing.stamps[size_t(i)];
        const auto known = m_source.known.find(pathHashOf(listing.paths.view(i)));
        if (stamp == 0 && !StoreListing::isThere(m_source.store.root, listing.paths.name(i))) {
            piece.gone << listing.paths.name(i);
            continue;
        }
        if (known)
            m_source.known.see(*known);
        if (known && m_source.known.isUnchanged(*known, stamp))
            continue;
        paths << listing.paths.name(i);
        stamps << stamp;
    }
    piece.looked = end - first;
    if (!paths.isEmpty())
        TRY(readChanged(paths, stamps, piece));
    return piece;
}

Result<> ScanReader::readChanged(const QStringList &paths, const QList<quint64> &stamps,
                                 ScannedPiece &piece)
{
    const OpenedStore &store = m_source.store;
    piece.changed.reserve(paths.size()); // the parts stay where they are
    QStringList uids;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (!StoreListing::isRecording(store.root, store.info.kind, paths[i]))
            continue;
        piece.changed << ScannedRecording{readRecording(store.root, store.info, paths[i]),
                                          stamps[i]};
        uids << piece.changed.last().recording.uid;
    }
    QHash<QString, KnownRecording> all;
    if (m_source.knowsSome) {
        TRY_LET(all, m_source.database.ask([&](Connection &connection) {
            return RecordingStore(connection, m_source.clock).known(store.info.id, uids);
        }));
    }
    PartFacts facts(m_source.reader, m_stop.get_token());
    for (ScannedRecording &scanned : piece.changed) {
        Recording &recording = scanned.recording;
        const KnownRecording before = all.value(recording.uid);
        recording.id = before.id;
        const auto folder = folderOf(store.root, store.info.kind, recording);
        if (!folder)
            continue; // the recording says so itself already
        const QStringList written = partsInTheWriting(*folder, recording, m_source.clock);
        recording.active = !written.isEmpty();
        if (recording.active)
            scanned.stamp = 0; // looked at again, until nobody writes to it
        for (Part &part : recording.parts) {
            if (part.problem.isEmpty() && !written.contains(part.name)
                && !isLookedInto(part, before))
                facts.add(*folder, part);
        }
        scanned.drawsAnew = !recording.active && isPictureOutOfDate(recording, before);
    }
    return facts.look();
}

} // namespace respool
