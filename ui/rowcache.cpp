// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rowcache.h"

#include <algorithm>

namespace respool {

namespace {

constexpr int mostKept = 2000;       // about a kilobyte each
constexpr qsizetype blockSize = 96;  // more rows than a screen shows; one question of the store
constexpr qsizetype mostWaiting = 4; // the others have scrolled away
constexpr int mostRunning = 2;

} // namespace

RowCache::RowCache(RecordingCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_rows(mostKept)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // an answer that is there already must not come while a row is painted
    connect(&m_soon, &QTimer::timeout, this, &RowCache::askNext);
}

bool RowCache::isFresh(qint64 id) const
{
    const Row *row = m_rows.object(id);
    return row && row->edition == m_edition;
}

const Recording *RowCache::known(qint64 id) const
{
    const Row *row = m_rows.object(id);
    return row && !row->recording.uid.isEmpty() ? &row->recording : nullptr;
}

const Recording *RowCache::wanted(const QList<qint64> &ids, qsizetype row)
{
    const qint64 id = ids[row];
    if (!isFresh(id) && !m_asked.contains(id))
        ask(ids, row);
    return known(id);
}

// With those around it: who looks at a row will look at its neighbours.
void RowCache::ask(const QList<qint64> &ids, qsizetype row)
{
    const qsizetype first = std::max(qsizetype(0), row - blockSize / 3);
    const qsizetype end = std::min(ids.size(), first + blockSize);
    QList<qint64> block;
    for (qsizetype i = first; i < end; ++i) {
        if (!isFresh(ids[i]) && !m_asked.contains(ids[i]))
            block << ids[i];
    }
    for (const qint64 id : block)
        m_asked.insert(id);
    m_waiting << block;
    if (m_waiting.size() > mostWaiting) {
        for (const qint64 id : m_waiting.takeFirst())
            m_asked.remove(id);
    }
    if (!m_soon.isActive())
        m_soon.start();
}

void RowCache::askNext()
{
    while (m_running < mostRunning && !m_waiting.isEmpty()) {
        const QList<qint64> block = m_waiting.takeLast();
        QList<RecordingId> ids;
        for (const qint64 id : block)
            ids << RecordingId{id};
        ++m_running;
        m_catalog.recordings(ids).then(
            this, [this, block, edition = m_edition](const Result<QList<Recording>> &found) {
                --m_running;
                take(block, found, edition);
                askNext();
            });
    }
}

void RowCache::take(const QList<qint64> &ids, const Result<QList<Recording>> &found, int edition)
{
    if (edition == m_edition) {
        for (const qint64 id : ids)
            m_asked.remove(id);
    }
    if (!found) {
        // Not again and again: with the next change of the library.
        for (const qint64 id : ids) {
            const Recording *before = known(id);
            m_rows.insert(id, new Row{before ? *before : Recording(), edition});
        }
        emit failed(found.error());
        return;
    }
    QHash<qint64, Row> rows; // what is in none of the answers is gone
    for (const qint64 id : ids)
        rows.insert(id, {{}, edition});
    for (const Recording &recording : *found)
        rows[recording.id.value].recording = recording;
    for (const qint64 id : ids) {
        if (!isFresh(id)) // else a later answer came first
            m_rows.insert(id, new Row(rows.take(id)));
    }
    emit arrived(ids);
}

void RowCache::keep(const QList<Recording> &recordings)
{
    for (const Recording &recording : recordings)
        m_rows.insert(recording.id.value, new Row{recording, m_edition});
}

void RowCache::outdate()
{
    ++m_edition;
    m_asked.clear();
    m_waiting.clear();
}

} // namespace respool
