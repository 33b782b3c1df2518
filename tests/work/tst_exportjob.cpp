// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exportorder.h"
#include "core/files/atomicfile.h"
#include "core/media/mediahost.h"
#include "core/media/mediareader.h"
#include "core/work/exportjob.h"
#include "core/workorder.h"
#include "tests/support/colourvideo.h"
#include "tests/support/samples.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ExportJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void payload_readsBack();
    void payload_thatIsBrokenIsBad_data();
    void payload_thatIsBrokenIsBad();
    void plan_refusesWhatCannotBe_data();
    void plan_refusesWhatCannotBe();
    void run_writesTheForm_data();
    void run_writesTheForm();
    void run_mayRunTwice();
    void run_throwsAStalePartAway();
    void run_leavesAFileThatIsThere();
    void run_replacesItIfAsked();
    void run_ofAFileThatCameMeanwhileIsRefused();
    void run_insideAStoreIsRefused_data();
    void run_insideAStoreIsRefused();
    void run_ofADeletedRecordingIsRefused();
    void run_waitsForAnotherJob();
    void run_ofAMissingFolderSaysSo();
    void run_stopsWhenAsked();
    void run_stopsInTheMiddleOfEncoding();
    void run_tellsWhatEncodingLeavesOut();
    void run_ofBrokenMediaLeavesNothing();
    void run_withoutTheLeaseTouchesNothingMore();
    void kind_encodesOneAtATime();

private:
    ExportPayload payload(ExportForm form = ExportForm::Copy) const
    {
        ExportPayload payload;
        payload.store = m_fixture.info().uid;
        payload.id = m_id;
        payload.uid = firstUid;
        payload.target = target();
        payload.form = form;
        payload.parts = {u"recording-0.webm"_s};
        return payload;
    }
    // Of a job that is in the queue: its end adds a row to it.
    FakeContext context(const ExportPayload &payload)
    {
        JobRecord job;
        job.batch = m_fixture.m_batch;
        job.payload = payload.toJson();
        job.id = *m_fixture.on<JobStore>([&](JobStore store) {
            return store.enqueue(job.batch, {.kind = u"export"_s, .payload = job.payload});
        });
        return FakeContext(m_fixture.database(), job);
    }
    Result<> run(FakeContext &context)
    {
        ExportJob job(m_fixture.database(), m_fixture.clock(), m_host); // lives until its end
        TRY(job.run(context));
        return context.end();
    }
    Result<> run(const ExportPayload &payload)
    {
        FakeContext once = context(payload);
        return run(once);
    }
    QString target() const { return m_out->filePath(u"out.webm"_s); }
    QStringList names() const
    {
        return QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }
    MediaInfo info() const
    {
        const auto folder = Directory::open(m_out->path());
        return *MediaReader(m_host).probe(*MediaFile::open(*folder, u"out.webm"_s));
    }

    WorkFixture m_fixture;
    mutable MediaHost m_host;
    std::unique_ptr<QTemporaryDir> m_out;
    RecordingId m_id;
};

void tst_ExportJob::init()
{
    m_out = std::make_unique<QTemporaryDir>();
    m_fixture.open();
    for (const char *part : {"/recording-0.webm", "/recording-1.webm"})
        m_fixture.files().write(firstUid + QString::fromUtf8(part),
                                samples::colourVideo({.seconds = 4, .keyEvery = 2}));
    m_fixture.files().write(firstUid + u"/recording-2.trp"_s, samples::trp());
    m_id = m_fixture.know(firstUid);
}

void tst_ExportJob::payload_readsBack()
{
    ExportPayload whole = payload(ExportForm::Join);
    whole.parts << u"recording-1.webm"_s;
    whole.range = {1500, 2500};
    whole.exact = whole.transcode = whole.overwrite = true;
    const auto read = ExportPayload::fromJson(whole.toJson());
    QVERIFY(read);
    QCOMPARE(read->store, whole.store);
    QCOMPARE(read->id, m_id);
    QCOMPARE(read->uid, firstUid);
    QCOMPARE(read->target, whole.target);
    QCOMPARE(read->form, ExportForm::Join);
    QCOMPARE(read->parts, whole.parts);
    QCOMPARE(read->range, whole.range);
    QVERIFY(read->exact && read->transcode && read->overwrite);
}

void tst_ExportJob::payload_thatIsBrokenIsBad_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = payload().toJson();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << good.chopped(3);
    QTest::newRow("no parts") << QByteArray(good).replace("[\"recording-0.webm\"]", "[]");
    QTest::newRow("two parts, no join")
        << QByteArray(good).replace("[\"recording-0.webm\"]", "[\"a\",\"b\"]");
    QTest::newRow("a form of tomorrow") << QByteArray(good).replace("\"copy\"", "\"hologram\"");
    QTest::newRow("a relative target") << QByteArray(good).replace(target().toUtf8(), "out.webm");
}

void tst_ExportJob::payload_thatIsBrokenIsBad()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(codeOf(ExportPayload::fromJson(json)), ErrorCode::BadPayload);
}

void tst_ExportJob::plan_refusesWhatCannotBe_data()
{
    QTest::addColumn<ExportWishes>("wishes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const ErrorCode wrong = ErrorCode::InvalidArgument;
    const auto row = [](const char *name, const ExportWishes &wishes, ErrorCode code,
                        const QString &word) { QTest::newRow(name) << wishes << code << word; };
    row("several parts", {.target = u"/x/a.webm"_s}, wrong, u"--join"_s);
    row("an archive", {.target = u"/x/a.zip"_s, .part = u"0"_s}, wrong, u".webm"_s);
    row("another ending", {.target = u"/x/a.gif"_s, .part = u"0"_s}, wrong, u".webm"_s);
    row("a clip as MP4", {.target = u"/x/a.mp4"_s, .part = u"0"_s, .range = {0, 1000}}, wrong,
        u".webm"_s);
    row("a relative path", {.target = u"a.webm"_s, .part = u"0"_s}, wrong, u"absolute"_s);
    row("a terminal", {.target = u"/x/a.webm"_s, .part = u"2"_s}, wrong, u"no video"_s);
    row("no such part", {.target = u"/x/a.webm"_s, .part = u"9"_s}, ErrorCode::NotFound, u"'9'"_s);
    row("exact without a range", {.target = u"/x/a.webm"_s, .part = u"0"_s, .exact = true}, wrong,
        u"clip"_s);
    row("an empty range", {.target = u"/x/a.webm"_s, .part = u"0"_s, .range = {2000, 2000}}, wrong,
        u"ends after"_s);
    row("a joined clip", {.target = u"/x/a.webm"_s, .range = {0, 1000}, .join = true}, wrong,
        u"--part"_s);
}

void tst_ExportJob::plan_refusesWhatCannotBe()
{
    QFETCH(const ExportWishes, wishes);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto order = planExport(m_fixture.get(m_id), wishes);
    QCOMPARE(codeOf(order), code);
    QVERIFY2(order.error().detail.contains(word), qPrintable(order.error().detail));
}

void tst_ExportJob::run_writesTheForm_data()
{
    QTest::addColumn<ExportWishes>("wishes");
    QTest::addColumn<int>("duration");
    QTest::addColumn<QByteArrayList>("colours"); // in the middle of each second
    QTest::newRow("a copy") << ExportWishes{.target = {}, .part = u"0"_s} << 4000
                            << QByteArrayList{"red", "green", "blue", "yellow"};
    QTest::newRow("a clip") << ExportWishes{.target = {}, .part = u"0"_s, .range = {2500, 4000}}
                            << 2000 << QByteArrayList{"blue", "yellow"};
    QTest::newRow("an exact clip")
        << ExportWishes{.target = {}, .part = u"0"_s, .range = {1000, 3000}, .exact = true} << 2000
        << QByteArrayList{"green", "blue"};
    QTest::newRow("joined") << ExportWishes{.target = {}, .join = true} << 8000
                            << QByteArrayList{"red", "green", "blue", "yellow",
                                              "red", "green", "blue", "yellow"};
    QTest::newRow("encoded") << ExportWishes{.target = {}, .part = u"1"_s, .transcode = true}
                             << 4000 << QByteArrayList{"red", "green", "blue", "yellow"};
}

void tst_ExportJob::run_writesTheForm()
{
    QFETCH(ExportWishes, wishes);
    QFETCH(const int, duration);
    QFETCH(const QByteArrayList, colours);
    wishes.target = target();
    auto order = planExport(m_fixture.get(m_id), wishes);
    QVERIFY2(bool(order), order ? "" : qPrintable(order.error().detail));
    order->payload.store = m_fixture.info().uid;
    FakeContext once = context(order->payload);
    const auto outcome = run(once);
    QVERIFY2(bool(outcome), outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(names(), QStringList{u"out.webm"_s});
    const MediaInfo media = info();
    QVERIFY(media.seekable);
    QVERIFY2(qAbs(media.durationMs - duration) <= 120,
             qPrintable(QString::number(media.durationMs)));
    for (qsizetype second = 0; second < colours.size(); ++second)
        QCOMPARE(samples::colourAt(target(), double(second) + 0.5), colours[second]);
    QVERIFY(once.logged.join(u' ').contains(target()));
    // The recording is as it was.
    QCOMPARE(m_fixture.files().tree(firstUid),
             (QStringList{u"recording-0.webm"_s, u"recording-1.webm"_s, u"recording-2.trp"_s}));
}

void tst_ExportJob::run_mayRunTwice()
{
    FakeContext twice = context(payload());
    QVERIFY(run(twice));
    const QByteArray first = samples::readFile(target());
    // The process died behind the rename: the job is claimed again with its checkpoint.
    twice.again();
    const auto outcome = run(twice);
    QVERIFY2(bool(outcome), outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(samples::readFile(target()), first);
    QCOMPARE(names(), QStringList{u"out.webm"_s});
    // It died before the rename.
    twice.again();
    QVERIFY(QFile::rename(target(), m_out->filePath(partNameOf(u"out.webm"_s))));
    QVERIFY(run(twice));
    QCOMPARE(samples::readFile(target()), first);
    QCOMPARE(names(), QStringList{u"out.webm"_s});
}

void tst_ExportJob::run_throwsAStalePartAway()
{
    samples::writeFile(m_out->filePath(partNameOf(u"out.webm"_s)), "half an export");
    QVERIFY(run(payload()));
    QCOMPARE(names(), QStringList{u"out.webm"_s});
}

void tst_ExportJob::run_leavesAFileThatIsThere()
{
    samples::writeFile(target(), "mine");
    const auto outcome = run(payload());
    QCOMPARE(codeOf(outcome), ErrorCode::Conflict);
    QVERIFY(outcome.error().detail.contains(u"--overwrite"_s));
    QCOMPARE(samples::readFile(target()), "mine");
    QCOMPARE(names(), QStringList{u"out.webm"_s});
}

void tst_ExportJob::run_replacesItIfAsked()
{
    samples::writeFile(target(), "mine");
    ExportPayload other = payload();
    other.overwrite = true;
    QVERIFY(run(other));
    QVERIFY(info().seekable);
    QCOMPARE(names(), QStringList{u"out.webm"_s});
}

void tst_ExportJob::run_ofAFileThatCameMeanwhileIsRefused()
{
    // Another file stands there when the checkpoint of a dead attempt says something else.
    FakeContext twice = context(payload());
    QVERIFY(run(twice));
    QVERIFY(QFile::remove(target()));
    samples::writeFile(target(), "somebody else's");
    twice.again();
    QCOMPARE(codeOf(run(twice)), ErrorCode::Conflict);
    QCOMPARE(samples::readFile(target()), "somebody else's");
}

void tst_ExportJob::run_insideAStoreIsRefused_data()
{
    QTest::addColumn<bool>("throughALink");
    QTest::newRow("by its path") << false;
    QTest::newRow("through a link") << true;
}

void tst_ExportJob::run_insideAStoreIsRefused()
{
    QFETCH(const bool, throughALink);
    QString folder = m_fixture.files().path(firstUid);
    if (throughALink) {
        QVERIFY(QFile::link(folder, m_out->filePath(u"link"_s)));
        folder = m_out->filePath(u"link"_s);
    }
    ExportPayload other = payload();
    other.target = folder + u"/recording-7.webm"_s;
    const auto before = m_fixture.files().tree();
    QCOMPARE(codeOf(run(other)), ErrorCode::Refused);
    QCOMPARE(m_fixture.files().tree(), before);
}

void tst_ExportJob::run_ofADeletedRecordingIsRefused()
{
    for (const RecordingState state : {RecordingState::Deleting, RecordingState::Trashed}) {
        QVERIFY(m_fixture.on<RecordingStore>(
            [&](RecordingStore store) { return store.setState(m_id, state, {}); }));
        QCOMPARE(codeOf(run(payload())), ErrorCode::Conflict);
    }
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(m_id); }));
    QCOMPARE(codeOf(run(payload())), ErrorCode::NotFound);
    QCOMPARE(names(), QStringList());
}

void tst_ExportJob::run_waitsForAnotherJob()
{
    m_fixture.takeForAnother(m_id);
    QCOMPARE(codeOf(run(payload())), ErrorCode::Busy);
    QCOMPARE(names(), QStringList());
}

void tst_ExportJob::run_ofAMissingFolderSaysSo()
{
    ExportPayload other = payload();
    other.target = m_out->filePath(u"nowhere/out.webm"_s);
    const auto outcome = run(other);
    QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    QVERIFY(outcome.error().detail.contains(u"nowhere"_s));
}

void tst_ExportJob::run_stopsWhenAsked()
{
    ExportPayload slow = payload();
    slow.transcode = true;
    FakeContext stopped = context(slow);
    stopped.stop();
    QCOMPARE(codeOf(run(stopped)), ErrorCode::Interrupted);
    QCOMPARE(names(), QStringList());
}

void tst_ExportJob::run_stopsInTheMiddleOfEncoding()
{
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s,
                            samples::colourVideo({.seconds = 12, .size = "320x240"}));
    const auto before = m_fixture.files().tree();
    ExportPayload slow = payload();
    slow.transcode = true;
    FakeContext stopped = context(slow);
    QStringList during;
    stopped.stopWhen = [&](Progress progress) {
        during = names();
        return progress.done > 0;
    };
    QCOMPARE(codeOf(run(stopped)), ErrorCode::Interrupted);
    QCOMPARE(during.size(), 1); // it had begun to write
    QVERIFY(!during.contains(u"out.webm"_s));
    QCOMPARE(names(), QStringList());
    QCOMPARE(m_fixture.files().tree(), before);
    stopped.again();
    const auto outcome = run(stopped);
    QVERIFY2(bool(outcome), outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(names(), QStringList{u"out.webm"_s});
}

void tst_ExportJob::run_tellsWhatEncodingLeavesOut()
{
    const QString part = m_fixture.files().path(firstUid + u"/recording-0.webm"_s);
    const QString two = m_out->filePath(u"two.webm"_s);
    samples::ffmpeg({u"-i"_s, part, u"-map"_s, u"0:v"_s, u"-map"_s, u"0:a"_s, u"-map"_s, u"0:a"_s,
                     u"-c"_s, u"copy"_s, two});
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s, samples::readFile(two));
    ExportPayload encoded = payload();
    encoded.transcode = true;
    FakeContext once = context(encoded);
    QVERIFY(run(once));
    QVERIFY2(once.logged.first().contains(u"left out: audio (opus)"_s),
             qPrintable(once.logged.join(u'\n')));
}

void tst_ExportJob::run_ofBrokenMediaLeavesNothing()
{
    for (const ExportForm form : {ExportForm::Copy, ExportForm::Clip}) {
        m_fixture.files().write(firstUid + u"/recording-0.webm"_s, samples::randomBytes(9000));
        QCOMPARE(codeOf(run(payload(form))), ErrorCode::Media);
        QCOMPARE(names(), QStringList());
    }
}

void tst_ExportJob::run_withoutTheLeaseTouchesNothingMore()
{
    FakeContext lost = context(payload());
    lost.failAt = 1;
    QCOMPARE(codeOf(run(lost)), ErrorCode::LeaseLost);
    QVERIFY(!QFile::exists(target()));
}

void tst_ExportJob::kind_encodesOneAtATime()
{
    const JobKind kind = exportKind(m_fixture.database(), m_fixture.clock(), m_host);
    QCOMPARE(kind.limit, 2);
    QCOMPARE(kind.laneLimit, 1);
    ExportPayload encoded = payload();
    encoded.transcode = true;
    ExportPayload exact = payload(ExportForm::Clip);
    exact.exact = true;
    exact.uid = secondUid;
    QCOMPARE(exportSpec(encoded, 1).lane, exportSpec(exact, 1).lane);
    ExportPayload other = payload();
    other.uid = secondUid;
    QVERIFY(exportSpec(payload(), 1).lane != exportSpec(other, 1).lane);
}

QTEST_GUILESS_MAIN(tst_ExportJob)
#include "tst_exportjob.moc"
