// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/sumstore.h"
#include "core/media/mediahost.h"
#include "core/work/archivejob.h"
#include "core/work/importjob.h"
#include "tests/support/workfixture.h"

#include <QProcess>

namespace respool {

// A store, a folder for archives, and the jobs between them.
class TransferFixture : public WorkFixture
{
public:
    void open(StoreKind kind = StoreKind::Gateway)
    {
        m_out = std::make_unique<QTemporaryDir>();
        WorkFixture::open(kind);
    }

    QString zip() const { return m_out->filePath(QStringLiteral("out.zip")); }
    QStringList outside() const
    {
        return QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    ArchivePayload archivePayload(const QList<RecordingId> &ids)
    {
        return {zip(), false, payloadOf(ids).items};
    }
    ImportPayload importPayload() const
    {
        const QFileInfo file(zip());
        return {zip(), info().uid, file.size(), file.lastModified().toMSecsSinceEpoch()};
    }
    // Of a job that is in the queue: what is kept for it hangs on its row.
    FakeContext queued(const QString &kind, const QByteArray &payload)
    {
        JobRecord job;
        job.batch = m_batch;
        job.payload = payload;
        job.units = 1'000'000;
        job.id = *on<JobStore>([&](JobStore store) {
            return store.enqueue(m_batch, {.kind = kind, .payload = payload});
        });
        return FakeContext(database(), job);
    }
    Result<> archive(FakeContext &context)
    {
        ArchiveJob job(database(), clock());
        TRY(job.run(context));
        return context.end();
    }
    Result<> archive(const QList<RecordingId> &ids)
    {
        FakeContext context = queued(QStringLiteral("archive"), archivePayload(ids).toJson());
        return archive(context);
    }
    Result<> import(FakeContext &context)
    {
        ImportJob job(database(), clock(), m_host);
        TRY(job.run(context));
        return context.end();
    }
    Result<> import()
    {
        FakeContext context = queued(QStringLiteral("import"), importPayload().toJson());
        return import(context);
    }

    QList<PartSum> sums(RecordingId id)
    {
        return *database().wait(
            [&](Connection &connection) { return SumStore(connection).ofRecording(id); });
    }
    qint64 verifiedMs(RecordingId id)
    {
        return *database().wait(
            [&](Connection &connection) { return SumStore(connection).verifiedMs(id); });
    }

    // Runs Python over the archive's path, argv[1]; what it prints.
    QString python(const QString &text) const
    {
        QProcess process;
        process.start(QStringLiteral("python3"), {QStringLiteral("-c"), text, zip()});
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())
            .trimmed();
    }

    MediaHost m_host;
    std::unique_ptr<QTemporaryDir> m_out;
};

} // namespace respool
