// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/work/recordingitems.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"
#include "tests/support/fakecontext.h"
#include "tests/support/storefixture.h"

namespace respool {

// A database and one store that it knows.
class WorkFixture : public EngineFixture
{
public:
    void open(StoreKind kind = StoreKind::Gateway)
    {
        EngineFixture::open();
        m_files = std::make_unique<StoreFixture>();
        m_info = {};
        m_info.uid = ensureIdentity(m_files->root(), kind)->uid;
        m_info.kind = kind;
        m_info.name = QStringLiteral("vault");
        m_info.path = m_files->path();
        m_info.id = *database().wait(
            [&](Connection &connection) { return RootStore(connection).add(m_info); });
        m_batch = *on<JobStore>([](JobStore store) {
            return store.addBatch(QStringLiteral("test"), QStringLiteral("me"), {});
        });
    }

    const StoreFixture &files() const { return *m_files; }
    void loseFiles() { m_files.reset(); }
    const StoreInfo &info() const { return m_info; }

    // What is on disk at path becomes known, without looking into media files.
    RecordingId know(const QString &path)
    {
        const Recording found = readRecording(m_files->root(), m_info, path);
        return *on<RecordingStore>(
            [&](RecordingStore store) { return store.upsert(m_info.id, found, clock().nowMs()); });
    }
    Recording get(RecordingId id)
    {
        const auto found = on<RecordingStore>([&](RecordingStore store) { return store.byId(id); });
        return found ? *found : Recording();
    }
    bool isKnown(RecordingId id) { return get(id).id == id; }
    QList<Recording> all()
    {
        QList<RecordingId> ids;
        const auto known =
            on<RecordingStore>([&](RecordingStore store) { return store.known(m_info.id); });
        for (const KnownRecording &recording : *known)
            ids << recording.id;
        return *on<RecordingStore>([&](RecordingStore store) { return store.byIds(ids); });
    }

    ItemsPayload payloadOf(const QList<RecordingId> &ids)
    {
        ItemsPayload payload;
        payload.store = m_info.uid;
        payload.trash = QStringLiteral("b1");
        for (const RecordingId id : ids) {
            const Recording recording = get(id);
            payload.items << RecordingItem{id, recording.uid, recording.path};
        }
        return payload;
    }
    FakeContext context(const QByteArray &payload)
    {
        JobRecord job;
        job.id = JobId{1000};
        job.batch = m_batch;
        job.payload = payload;
        return FakeContext(database(), job);
    }
    QList<JobRecord> jobs()
    {
        return *on<JobStore>([](JobStore store) { return store.find({}); });
    }
    // Another job, running, that has the recording.
    JobId takeForAnother(RecordingId id, const QString &kind = QStringLiteral("other"))
    {
        return *database().wait([&](Connection &connection) -> Result<JobId> {
            JobStore jobs(connection, clock());
            TRY_LET(const WorkerRecord worker, jobs.addWorker(QStringLiteral("host"), 1));
            TRY_LET(const JobId job, jobs.enqueue(m_batch, {.kind = kind}));
            TRY(claimOne(jobs, worker, {kind}));
            TRY(RecordingStore(connection, clock()).take(id, job.value));
            return job;
        });
    }

    std::unique_ptr<StoreFixture> m_files;
    StoreInfo m_info;
    BatchId m_batch;
};

} // namespace respool
