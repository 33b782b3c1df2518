// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/mediahost.h"
#include "core/work/remuxjob.h"
#include "tests/support/samples.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What it refuses; the remux itself is tested with the media.
class tst_RemuxJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void payload_readsBack();
    void payload_thatIsBrokenIsBad_data();
    void payload_thatIsBrokenIsBad();
    void run_ofADeletedRecordingIsRefused_data();
    void run_ofADeletedRecordingIsRefused();
    void run_ofAMissingPartSaysSo();
    void run_ofAnotherRecordingUnderTheIdIsRefused();
    void run_waitsForAnotherJob();
    void run_ofNoVideoLeavesTheFile();
    void run_keepsWhatWasDrawn();
    void run_asksForPicturesThatAreNotThere();
    void run_ofADamagedVideoSaysWhereTheOriginalIs();

private:
    Result<> run(const RemuxPayload &payload)
    {
        FakeContext context = m_fixture.context(payload.toJson());
        return RemuxJob(m_fixture.database(), m_fixture.clock(), m_host, {m_pictures.path()})
            .run(context);
    }
    void runToItsEnd();
    qsizetype pictureJobs();
    RemuxPayload payload() const
    {
        return {m_fixture.info().uid, m_id, firstUid, u"recording-0.webm"_s};
    }
    WorkFixture m_fixture;
    MediaHost m_host;
    QTemporaryDir m_pictures;
    RecordingId m_id;
};

void tst_RemuxJob::init()
{
    m_fixture.open();
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s, "no video at all");
    m_id = m_fixture.know(firstUid);
}

// As the runner does it: the result names the job, which must be there.
void tst_RemuxJob::runToItsEnd()
{
    JobRecord record;
    record.batch = m_fixture.m_batch;
    record.payload = payload().toJson();
    record.id = *m_fixture.on<JobStore>(
        [&](JobStore store) { return store.enqueue(record.batch, {.kind = u"remux"_s}); });
    FakeContext context(m_fixture.database(), record);
    RemuxJob job(m_fixture.database(), m_fixture.clock(), m_host, {m_pictures.path()});
    QVERIFY(job.run(context));
    QVERIFY(context.end());
}

qsizetype tst_RemuxJob::pictureJobs()
{
    return std::ranges::count(m_fixture.jobs(), u"picture"_s, &JobRecord::kind);
}

void tst_RemuxJob::payload_readsBack()
{
    const auto read = RemuxPayload::fromJson(payload().toJson());
    QVERIFY(read);
    QCOMPARE(read->store, m_fixture.info().uid);
    QCOMPARE(read->id, m_id);
    QCOMPARE(read->uid, firstUid);
    QCOMPARE(read->part, u"recording-0.webm"_s);
}

void tst_RemuxJob::payload_thatIsBrokenIsBad_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << payload().toJson().chopped(3);
    QTest::newRow("no store") << QByteArray(R"({"id":1,"uid":"a","part":"a"})");
    QTest::newRow("no id") << QByteArray(R"({"store":"a","uid":"a","part":"a"})");
    QTest::newRow("no part") << QByteArray(R"({"store":"a","id":1,"uid":"a"})");
}

void tst_RemuxJob::payload_thatIsBrokenIsBad()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(codeOf(RemuxPayload::fromJson(json)), ErrorCode::BadPayload);
}

void tst_RemuxJob::run_ofADeletedRecordingIsRefused_data()
{
    QTest::addColumn<RecordingState>("state");
    QTest::newRow("deleting") << RecordingState::Deleting;
    QTest::newRow("trashed") << RecordingState::Trashed;
}

void tst_RemuxJob::run_ofADeletedRecordingIsRefused()
{
    QFETCH(const RecordingState, state);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.setState(m_id, state, {}); }));
    QCOMPARE(codeOf(run(payload())), ErrorCode::Conflict);
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(m_id); }));
    QCOMPARE(codeOf(run(payload())), ErrorCode::NotFound);
}

void tst_RemuxJob::run_ofAMissingPartSaysSo()
{
    RemuxPayload other = payload();
    other.part = u"recording-9.webm"_s;
    const auto outcome = run(other);
    QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    QVERIFY(outcome.error().detail.contains(other.part));
    other.part = u"../recording-0.webm"_s;
    QCOMPARE(codeOf(run(other)), ErrorCode::NotFound);
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    QCOMPARE(codeOf(run(payload())), ErrorCode::NotFound);
}

void tst_RemuxJob::run_ofAnotherRecordingUnderTheIdIsRefused()
{
    RemuxPayload other = payload();
    other.uid = secondUid;
    QCOMPARE(codeOf(run(other)), ErrorCode::Conflict);
}

void tst_RemuxJob::run_waitsForAnotherJob()
{
    m_fixture.takeForAnother(m_id);
    QCOMPARE(codeOf(run(payload())), ErrorCode::Busy);
}

void tst_RemuxJob::run_ofNoVideoLeavesTheFile()
{
    const auto outcome = run(payload());
    QCOMPARE(codeOf(outcome), ErrorCode::Media);
    QCOMPARE(m_fixture.files().tree(firstUid), QStringList{u"recording-0.webm"_s});
    QCOMPARE(m_fixture.files().read(firstUid + u"/recording-0.webm"_s), "no video at all");
}

void tst_RemuxJob::run_keepsWhatWasDrawn()
{
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s, samples::liveWebm());
    m_id = m_fixture.know(firstUid);
    const auto keyNow = [&] {
        const Directory folder = *m_fixture.files().root().child(firstUid);
        return *PictureCache::keyOf(*MediaFile::open(folder, u"recording-0.webm"_s));
    };
    const PictureCache cache(m_pictures.path());
    QVERIFY(cache.write(keyNow(), PictureKind::Poster, false, {"a picture", {}}));
    const QString before = keyNow();
    QVERIFY(run(payload()));
    QVERIFY(keyNow() != before);
    const auto carried = cache.read(keyNow(), PictureKind::Poster, false);
    QVERIFY(carried);
    QCOMPARE(carried->body, "a picture");
}

void tst_RemuxJob::run_asksForPicturesThatAreNotThere()
{
    const QString part = firstUid + u"/recording-0.webm"_s;
    m_fixture.files().write(part, samples::liveWebm());
    m_id = m_fixture.know(firstUid);
    const Directory folder = *m_fixture.files().root().child(firstUid);
    const QString key = *PictureCache::keyOf(*MediaFile::open(folder, u"recording-0.webm"_s));
    QVERIFY(
        PictureCache(m_pictures.path()).write(key, PictureKind::Poster, false, {"a picture", {}}));
    runToItsEnd();
    QCOMPARE(pictureJobs(), 0);
    // Another file, of which nothing was drawn.
    m_fixture.files().write(part, samples::liveWebm({.seconds = 5}));
    m_id = m_fixture.know(firstUid);
    runToItsEnd();
    QCOMPARE(pictureJobs(), 1);
}

void tst_RemuxJob::run_ofADamagedVideoSaysWhereTheOriginalIs()
{
    const QByteArray live = samples::liveWebm();
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s, live.chopped(live.size() / 3));
    m_id = m_fixture.know(firstUid);
    runToItsEnd();
    const Recording recording = m_fixture.get(m_id);
    QCOMPARE(recording.state, RecordingState::Damaged);
    const Part part = recording.parts.first();
    QVERIFY2(part.problem.contains(u"recording-0.webm.orig"_s), qPrintable(part.problem));
    QCOMPARE(part.seekable, Seekable::Yes);
    QCOMPARE(m_fixture.files().read(firstUid + u"/recording-0.webm.orig"_s),
             live.chopped(live.size() / 3));
}

QTEST_GUILESS_MAIN(tst_RemuxJob)
#include "tst_remuxjob.moc"
