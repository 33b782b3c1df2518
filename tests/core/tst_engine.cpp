// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Two programs on one data folder, as a window and the unattended worker are.
class tst_Engine : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void second_enqueuesAndTakesOver();
    void second_seesWhatTheFirstDid();
    void second_hearsWhichJobsChanged();
    void unknownKind_isRefused();

private:
    std::unique_ptr<Engine> start(const QList<QString> &kinds = {}) const
    {
        EngineOptions options;
        options.drawsPictures = false; // who counts jobs counts its own
        options.dataFolder = m_folder->path();
        options.database.file = m_folder->filePath(u"respool.db"_s);
        options.kinds = kinds;
        auto engine = Engine::start(options);
        return engine ? *std::move(engine) : nullptr;
    }
    static QList<JobState> states(Engine &engine)
    {
        QList<JobState> all;
        const auto jobs = await(engine.queue().find({}));
        for (const JobRecord &job : jobs ? *jobs : QList<JobRecord>())
            all << job.state;
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Engine::second_enqueuesAndTakesOver()
{
    auto first = start();
    const auto second = start();
    QVERIFY(first && second);
    QCOMPARE(*first->work(), true);
    QCOMPARE(*second->work(), false);
    QVERIFY(!second->isWorker());
    QSignalSpy changed(second.get(), &Engine::workerChanged);
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second->isWorker(), 10'000);
    QCOMPARE(changed.size(), 1);
    const StoreFixture store;
    store.addSession(firstUid);
    QVERIFY(await(second->commands().openStore(store.path())));
    QTRY_COMPARE(states(*second), QList<JobState>{JobState::Done});
}

void tst_Engine::second_seesWhatTheFirstDid()
{
    const auto worker = start();
    const auto window = start();
    QVERIFY(worker && window);
    QCOMPARE(*worker->work(), true);
    QCOMPARE(*window->work(), false);
    QSignalSpy changed(&window->queue(), &JobQueue::changed);
    const StoreFixture store;
    store.addSession(firstUid);
    QVERIFY(await(window->commands().openStore(store.path())));
    QTRY_COMPARE(states(*window), QList<JobState>{JobState::Done});
    // Once for its own wish, and at least once for what the other did with it.
    QTRY_VERIFY(changed.size() >= 2);
}

// By the bell, with the ids, before any poll; in both directions.
void tst_Engine::second_hearsWhichJobsChanged()
{
    const auto worker = start();
    QVERIFY(worker);
    QCOMPARE(*worker->work(), true);
    const auto window = start();
    QVERIFY(window);
    QSignalSpy listens(&window->queue(), &JobQueue::changed);
    QTRY_VERIFY(!listens.isEmpty());
    const StoreFixture store;
    store.addSession(firstUid);
    const auto collect = [](Engine &engine, QSet<qint64> &heard) {
        QObject::connect(&engine.queue(), &JobQueue::changed, &engine,
                         [&heard](const JobQueue::Jobs &jobs) {
                             for (const JobId job : jobs)
                                 heard << job.value;
                         });
    };
    QSet<qint64> atWorker;
    QSet<qint64> atWindow;
    collect(*worker, atWorker);
    collect(*window, atWindow);
    const auto opened = await(window->commands().openStore(store.path()));
    QVERIFY(opened);
    const qint64 scan = opened->scan.jobs.first().value;
    QTRY_VERIFY(atWorker.contains(scan));
    QTRY_COMPARE(states(*window), QList<JobState>{JobState::Done});
    const auto again = await(worker->commands().scan({opened->store.id}));
    QTRY_VERIFY(atWindow.contains(again->jobs.first().value));
}

void tst_Engine::unknownKind_isRefused()
{
    const auto engine = start({u"polish"_s});
    QVERIFY(engine);
    const auto working = engine->work();
    QVERIFY(!working);
    QCOMPARE(working.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(working.error().detail.contains(u"scan"_s), qPrintable(working.error().detail));
}

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
