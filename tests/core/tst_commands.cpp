// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QFileInfo>

#include <utility>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The verbs of a user, and what they leave on disk before and after somebody works.
class tst_Commands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void openStore_addsOnceAndScansEachTime();
    void openStore_namesWhatIsWrong_data();
    void openStore_namesWhatIsWrong();
    void addStore_refusesOneInsideAnother();
    void removeStore_isRefusedWhileJobsWorkOnIt();
    void planDelete_changesNothing();
    void delete_isWholeBeforeAnybodyWorks();
    void deleteRestoreAndEmpty_goRoundAndEnd();
    void hold_keepsARecordingThatIsToBeDeleted();
    void hold_needsAReason();
    void hold_isNotForgottenWithItsStore();
    void remux_takesOnlyWhatIsNotSeekable();
    void exports_areAcceptedTogetherOrNotAtAll();

private:
    Commands &commands() { return m_engine->commands(); }
    void addStore();
    void work();
    QList<Recording> recordings(std::optional<RecordingState> state = {});
    QList<RecordingId> ids();
    QList<JobRecord> jobs(JobState state);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void tst_Commands::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false; // who counts jobs counts its own
    options.dataFolder = m_folder->path();
    options.database.file = m_folder->filePath(u"respool.db"_s);
    auto engine = Engine::start(options);
    QVERIFY2(bool(engine), engine ? "" : qPrintable(engine.error().detail));
    m_engine = *std::move(engine);
}

void tst_Commands::work()
{
    if (!m_engine->isWorker())
        QVERIFY(m_engine->work());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 20'000);
}

// Two recordings, known and scanned; this process is the worker from now on.
void tst_Commands::addStore()
{
    m_store->addSession(firstUid);
    m_store->addSession(secondUid);
    const auto opened = await(commands().openStore(m_store->path()));
    QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.error().detail));
    work();
    QCOMPARE(recordings().size(), 2);
}

QList<Recording> tst_Commands::recordings(std::optional<RecordingState> state)
{
    RecordingFilter filter;
    filter.state = state;
    const auto found = await(m_engine->catalog().find(filter));
    return found ? *found : QList<Recording>();
}

QList<RecordingId> tst_Commands::ids()
{
    QList<RecordingId> all;
    for (const Recording &recording : recordings())
        all << recording.id;
    return all;
}

QList<JobRecord> tst_Commands::jobs(JobState state)
{
    QList<JobRecord> all = *await(m_engine->queue().find({}));
    all.removeIf([state](const JobRecord &job) { return job.state != state; });
    return all;
}

void tst_Commands::openStore_addsOnceAndScansEachTime()
{
    m_store->addSession(firstUid);
    const auto first = await(commands().openStore(m_store->path()));
    QVERIFY(first);
    QVERIFY(first->added);
    QCOMPARE(first->scan.jobs.size(), 1);
    const auto second = await(commands().openStore(m_store->path() + u'/'));
    QVERIFY(second);
    QVERIFY(!second->added);
    QCOMPARE(second->store.id, first->store.id);
    QCOMPARE(jobs(JobState::Queued).size(), 2);
    work();
    QCOMPARE(jobs(JobState::Done).size(), 2);
    QCOMPARE(recordings().size(), 1);
}

void tst_Commands::openStore_namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing there") << u"nowhere"_s << ErrorCode::NotFound;
    QTest::newRow("a file") << u"file"_s << ErrorCode::InvalidArgument;
}

void tst_Commands::openStore_namesWhatIsWrong()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, code);
    m_store->write(u"file"_s, "x");
    const auto opened = await(commands().openStore(m_store->path(name)));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, code);
    QVERIFY2(opened.error().detail.contains(name), qPrintable(opened.error().detail));
    QVERIFY(await(m_engine->catalog().stores())->isEmpty());
    QVERIFY(jobs(JobState::Queued).isEmpty());
}

void tst_Commands::addStore_refusesOneInsideAnother()
{
    addStore();
    const auto inside = await(commands().addStore(m_store->path(firstUid), {}, {}));
    QVERIFY(!inside);
    QCOMPARE(inside.error().code, ErrorCode::Conflict);
    QCOMPARE(await(m_engine->catalog().stores())->size(), 1);
}

void tst_Commands::removeStore_isRefusedWhileJobsWorkOnIt()
{
    m_store->addSession(firstUid);
    const StoreId store = await(commands().openStore(m_store->path()))->store.id;
    work();
    QVERIFY(await(m_engine->queue().pause()));
    QVERIFY(await(commands().deleteRecordings(*await(commands().planDelete(ids(), {})), {})));
    QVERIFY(!await(commands().removeStore(store)));
    QVERIFY(await(m_engine->queue().resume()));
    QTRY_COMPARE(recordings(RecordingState::Trashed).size(), 1);
    work();
    QVERIFY(await(commands().removeStore(store)));
    QVERIFY(await(m_engine->catalog().stores())->isEmpty());
}

void tst_Commands::planDelete_changesNothing()
{
    addStore();
    QVERIFY(await(commands().addHold({ids().first()}, u"audit"_s)));
    const auto plan = await(commands().planDelete(ids(), {}));
    QVERIFY(plan);
    QCOMPARE(plan->ready.size(), 1);
    QCOMPARE(plan->refused.size(), 1);
    QCOMPARE(plan->refused.first().error.code, ErrorCode::Refused);
    QVERIFY(plan->refused.first().error.detail.contains(u"audit"_s));
    QVERIFY(plan->bytes > 0);
    QCOMPARE(plan->oldestMs, 1'700'000'000'000);
    QCOMPARE(recordings(RecordingState::Present).size(), 2);
    QVERIFY(jobs(JobState::Queued).isEmpty());
}

void tst_Commands::delete_isWholeBeforeAnybodyWorks()
{
    addStore();
    QVERIFY(await(m_engine->queue().pause()));
    const auto plan = await(commands().planDelete(ids(), {}));
    const auto enqueued = await(commands().deleteRecordings(*plan, {}));
    QVERIFY(enqueued);
    QCOMPARE(enqueued->jobs.size(), 1);
    // The wish and the mark are there together, and no file has moved.
    QCOMPARE(recordings(RecordingState::Deleting).size(), 2);
    QCOMPARE(jobs(JobState::Queued).size(), 1);
    QVERIFY(m_store->isThere(firstUid));
    // Cancelled before it began, it takes its marks back.
    QVERIFY(await(m_engine->queue().cancel(enqueued->jobs.first())));
    QTRY_COMPARE(recordings(RecordingState::Present).size(), 2);
}

void tst_Commands::deleteRestoreAndEmpty_goRoundAndEnd()
{
    addStore();
    const QStringList before = m_store->tree(firstUid);
    const auto plan = await(commands().planDelete(ids(), {}));
    QVERIFY(await(commands().deleteRecordings(*plan, {})));
    QTRY_COMPARE(recordings(RecordingState::Trashed).size(), 2);
    QVERIFY(!m_store->isThere(firstUid));
    QVERIFY(await(commands().restoreRecordings({plan->ready})));
    QTRY_COMPARE(recordings(RecordingState::Present).size(), 2);
    QCOMPARE(m_store->tree(firstUid), before);
    QVERIFY(await(commands().deleteRecordings(*await(commands().planDelete(ids(), {})), {})));
    QTRY_COMPARE(recordings(RecordingState::Trashed).size(), 2);
    const StoreId store = await(m_engine->catalog().stores())->first().id;
    // What is under hold stays, and is no failure.
    QVERIFY(await(commands().addHold({plan->ready.first()}, u"audit"_s)));
    QVERIFY(await(commands().emptyTrash({store})));
    QTRY_COMPARE(recordings(RecordingState::Trashed).size(), 1);
    work();
    QVERIFY(jobs(JobState::Failed).isEmpty());
    QVERIFY(await(commands().removeHold({plan->ready.first()}, u"the audit is over"_s)));
    QVERIFY(await(commands().emptyTrash({store})));
    QTRY_VERIFY(recordings(RecordingState::Trashed).isEmpty());
    QVERIFY(recordings().isEmpty());
    work();
    QVERIFY(m_store->tree(u".respool/trash"_s).isEmpty());
    QVERIFY(m_store->tree(u".respool/purge"_s).isEmpty());
}

// I7: what was asked for is looked at again when it is done.
void tst_Commands::hold_keepsARecordingThatIsToBeDeleted()
{
    addStore();
    QVERIFY(await(m_engine->queue().pause()));
    const auto plan = await(commands().planDelete(ids(), {}));
    const auto enqueued = await(commands().deleteRecordings(*plan, {}));
    QVERIFY(await(commands().addHold({plan->ready.first()}, u"audit"_s)));
    QVERIFY(await(m_engine->queue().resume()));
    QTRY_COMPARE(recordings(RecordingState::Trashed).size(), 1);
    work();
    const QList<Recording> kept = recordings(RecordingState::Present);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().id, plan->ready.first());
    QVERIFY(m_store->isThere(kept.first().path));
    const auto items = await(m_engine->queue().items(enqueued->jobs.first()));
    QVERIFY(std::ranges::any_of(
        *items, [](const JobItem &item) { return item.error.code == ErrorCode::Refused; }));
    QVERIFY(jobs(JobState::Done).size() == 1); // the scan: what was refused is not called done
}

void tst_Commands::hold_needsAReason()
{
    addStore();
    const auto held = await(commands().addHold(ids(), u"  "_s));
    QCOMPARE(codeOf(held), ErrorCode::InvalidArgument);
    QVERIFY(std::ranges::all_of(recordings(), &QString::isEmpty, &Recording::holdReason));
}

void tst_Commands::hold_isNotForgottenWithItsStore()
{
    addStore();
    const StoreId store = await(m_engine->catalog().stores())->first().id;
    QVERIFY(await(commands().addHold({ids().first()}, u"audit"_s)));
    const auto refused = await(commands().removeStore(store));
    QCOMPARE(codeOf(refused), ErrorCode::Refused);
    QVERIFY2(refused.error().detail.contains(u"hold"_s), qPrintable(refused.error().detail));
    QCOMPARE(recordings().size(), 2);
    QVERIFY(await(commands().removeHold({ids().first()}, u"closed"_s)));
    QVERIFY(await(commands().removeStore(store)));
}

void tst_Commands::remux_takesOnlyWhatIsNotSeekable()
{
    m_store->write(u"live.webm"_s, samples::liveWebm());
    m_store->write(u"whole.webm"_s, samples::seekableWebm());
    m_store->write(u"screen.cast"_s, samples::asciicast());
    QVERIFY(await(commands().openStore(m_store->path())));
    work();
    QCOMPARE(recordings().size(), 3);
    const auto enqueued = await(commands().remuxRecordings(ids()));
    QVERIFY(enqueued);
    QCOMPARE(enqueued->jobs.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(jobs(JobState::Done).size(), 2, 20'000);
    RecordingFilter seekable;
    seekable.seekable = true;
    QCOMPARE(await(m_engine->catalog().find(seekable))->size(), 2);
    QVERIFY(await(commands().remuxRecordings(ids()))->jobs.isEmpty());
}

void tst_Commands::exports_areAcceptedTogetherOrNotAtAll()
{
    m_store->write(u"one.webm"_s, samples::liveWebm());
    m_store->write(u"two.webm"_s, samples::seekableWebm());
    m_store->write(u"screen.cast"_s, samples::asciicast());
    QVERIFY(await(commands().openStore(m_store->path())));
    work();
    QList<ExportItem> items;
    for (const Recording &recording : recordings()) {
        ExportItem item;
        item.id = recording.id;
        item.wishes.target = m_folder->filePath(recording.path + u".webm"_s);
        items << item;
    }
    QCOMPARE(items.size(), 3);
    const auto refused = await(commands().exportRecordings(items)); // a terminal is no video
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(await(m_engine->queue().find({}))->size(), 1); // the scan
    QCOMPARE(await(commands().exportRecordings({})).error().code, ErrorCode::Refused);

    items.removeIf([](const ExportItem &item) { return item.wishes.target.contains("cast"_L1); });
    const auto enqueued = await(commands().exportRecordings(items));
    QVERIFY2(bool(enqueued), enqueued ? "" : qPrintable(enqueued.error().detail));
    QCOMPARE(enqueued->jobs.size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(jobs(JobState::Done).size(), 3, 20'000);
    for (const ExportItem &item : std::as_const(items))
        QVERIFY(QFileInfo(item.wishes.target).size() > 0);
}

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"
