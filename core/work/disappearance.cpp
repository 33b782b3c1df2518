// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/disappearance.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/library/storescanner.h"
#include "core/work/scanjob.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<> Disappearance::settle(const QList<RecordingId> &missing, bool all, qint64 scanMs)
{
    RootStore stores(m_connection);
    RecordingStore recordings(m_connection, m_clock);
    TRY_LET(const qint64 emptiedMs, stores.emptiedMs(m_store.id));
    TRY_LET(const qint64 before,
            m_connection.number(u"recording_count_there"_s, {{u"store"_s, m_store.id.value}}));
    if (!all || before == 0) { // 0: they are being deleted
        TRY(recordings.markMissing(missing, scanMs));
        // What is said of an empty store stays until something lies there again.
        TRY_LET(const qint64 there,
                m_connection.number(u"recording_count_there"_s, {{u"store"_s, m_store.id.value}}));
        return there > 0 || emptiedMs == 0 ? stores.setProblem(m_store.id, {}, 0) : Result<>();
    }
    const qint64 sinceMs = m_clock.nowMs() - emptiedMs;
    if (emptiedMs > 0 && (sinceMs < 0 || sinceMs >= secondLookMs)) {
        const QString text =
            u"all %1 recordings are gone: they are marked as missing, after a second look"_s.arg(
                missing.size());
        TRY(recordings.markMissing(missing, scanMs));
        m_context.log(LogLevel::Warning, text);
        return stores.setProblem(m_store.id, text, emptiedMs);
    }
    const QString text = u"all %1 recordings are gone at once: a second look follows before they "
                         "count as missing"_s.arg(missing.size());
    m_context.log(LogLevel::Warning, text);
    if (emptiedMs == 0)
        TRY(lookAgain(secondLookMs));
    return stores.setProblem(m_store.id, text, emptiedMs > 0 ? emptiedMs : m_clock.nowMs());
}

Result<> Disappearance::settlePaths(const QStringList &gone, qint64 scanMs)
{
    if (gone.isEmpty())
        return {};
    QStringList uids;
    for (const QString &path : gone)
        uids << uidOf(m_store, path);
    RecordingStore recordings(m_connection, m_clock);
    TRY_LET(const auto known, recordings.known(m_store.id, uids));
    QList<RecordingId> ids;
    for (const KnownRecording &recording : known) {
        if (gone.contains(recording.path)) // else it has only moved
            ids << recording.id;
    }
    TRY_LET(const qint64 there,
            m_connection.number(u"recording_count_there"_s, {{u"store"_s, m_store.id.value}}));
    if (!ids.isEmpty() && ids.size() >= there)
        return lookAgain(0); // at all of it
    TRY(recordings.markMissing(ids, scanMs));
    return {};
}

Result<> Disappearance::lookAgain(qint64 waitMs)
{
    JobStore jobs(m_connection, m_clock);
    TRY_LET(const BatchId batch, jobs.addBatch(u"scan"_s, {}, {}));
    JobSpec spec = scanSpec(m_store);
    spec.dueMs = waitMs > 0 ? m_clock.nowMs() + waitMs : 0;
    TRY(jobs.enqueue(batch, spec));
    return {};
}

} // namespace respool
