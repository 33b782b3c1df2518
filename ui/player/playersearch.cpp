// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playersearch.h"

#include "core/base/pending.h"
#include "core/sessionlogfile.h"
#include "core/terminalreplay.h"
#include "ui/player/replayshelf.h"

#include <algorithm>

namespace respool {

namespace {

Result<QList<SeekMark>> searchLog(const Recording &recording, const StoreInfo &store, int part,
                                  const QString &text)
{
    TRY_LET(const SessionLog log, sessionLogOf(recording, store, recording.parts[part]));
    QList<SeekMark> hits;
    for (qsizetype row = 0; row < log.entries.size(); ++row) {
        const QString line = SessionLog::textOf(log.entries[row]);
        if (line.contains(text, Qt::CaseInsensitive))
            hits << SeekMark{{part, log.timesMs[row]}, line};
    }
    std::ranges::stable_sort(hits, {}, [](const SeekMark &hit) { return hit.place.ms; });
    return hits;
}

} // namespace

PlayerSearch::PlayerSearch(ReplayShelf &shelf, QObject *parent)
    : QObject(parent)
    , m_shelf(shelf)
{}

void PlayerSearch::stop()
{
    ++m_asked;
    m_left.clear();
    m_hits.clear();
    m_unread = 0;
    m_text.clear();
}

void PlayerSearch::search(const Recording &recording, const StoreInfo &store,
                          const QList<int> &parts, const QString &text)
{
    stop();
    m_recording = recording;
    m_store = store;
    m_text = text;
    for (const int part : parts) {
        const PartKind kind = recording.parts[part].kind;
        const bool hasText =
            kind == PartKind::Cast || kind == PartKind::Trp || kind == PartKind::Slog;
        if (hasText && !text.isEmpty())
            m_left << part;
    }
    searchNext();
}

void PlayerSearch::searchNext()
{
    if (m_left.isEmpty()) {
        emit found();
        return;
    }
    const int part = m_left.first();
    const auto logRead = [this, asked = m_asked](const Result<QList<SeekMark>> &hits) {
        if (asked == m_asked)
            take(hits);
    };
    const auto replayRead = [this, part, asked = m_asked](const Result<QList<ReplayHit>> &hits) {
        if (asked != m_asked)
            return;
        if (!hits)
            return take(fail(hits.error().code, hits.error().detail));
        QList<SeekMark> marks;
        for (const ReplayHit &hit : *hits)
            marks << SeekMark{{part, hit.atMs}, hit.text};
        take(marks);
    };
    if (m_recording.parts[part].kind == PartKind::Slog)
        inBackground(searchLog, m_recording, m_store, part, m_text).then(this, logRead);
    else
        m_shelf.replay(m_recording, m_store, part).search(m_text).then(this, replayRead);
}

void PlayerSearch::take(const Result<QList<SeekMark>> &hits)
{
    if (hits)
        m_hits += hits->first(std::min(hits->size(), mostHits - m_hits.size()));
    else
        ++m_unread;
    m_left.removeFirst();
    if (m_hits.size() >= mostHits)
        m_left.clear();
    if (!m_left.isEmpty())
        emit found();
    searchNext();
}

} // namespace respool
