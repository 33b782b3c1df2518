// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/textstore.h"
#include "core/work/purgejob.h"
#include "core/work/scanjob.h"
#include "tests/work/indexfixture.h"

#include <fcntl.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_IndexJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_findsTheLinesOfEachFormat();
    void run_readsWhatChangedAnew();
    void run_readsNothingTwice();
    void run_forgetsPartsThatAreGone();
    void run_goesOnWhenOnePartFails();
    void run_waitsForWhatIsRecorded();
    void run_waitsForWhatHasChanged();
    void run_goesOnAfterItsCheckpoint();
    void run_thatWasStoppedLeavesNothingTwice();
    void run_ofAnOfflineStoreWaits();
    void removal_hidesAndSweeps();
    void removal_ofTheStoreHidesAll();
    void purge_asksForTheSweep();
    void scan_asksOnceForWhatIsNew();
    void scan_asksForNothingUnlessItIsWanted();
    void end_asksAgainWhenMoreHasCome();
    void store_keepsPartsOfOneSecondApart();

private:
    IndexFixture m_fixture;
};

void tst_IndexJob::run_findsTheLinesOfEachFormat()
{
    m_fixture.addCast(u"a"_s, {"hello cast"});
    m_fixture.add(u"b"_s, u"recording-0.trp"_s, QByteArray(6, '\0') + "\x09" + '\0' + "hello trp");
    m_fixture.add(u"c"_s, u"recording-0.slog"_s,
                  R"({"timestamp":"2026-01-01T10:00:00Z","seq":0,"event":"session.start",)"
                  R"("description":"hello log"})");
    QVERIFY(m_fixture.run());
    QStringList found = m_fixture.find(u"hello"_s);
    found.sort();
    QCOMPARE(found,
             (QStringList{u"a hello cast"_s, u"b hello trp"_s, u"c hello log  session.start"_s}));
    QVERIFY(m_fixture.isIndexSound());
}

void tst_IndexJob::run_readsWhatChangedAnew()
{
    m_fixture.addCast(u"a"_s, {"one", "old words"});
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"old"_s), QStringList{u"a old words"_s});
    m_fixture.addCast(u"a"_s, {"one", "new words here"});
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"old"_s), QStringList());
    QCOMPARE(m_fixture.find(u"words"_s), QStringList{u"a new words here"_s});
    QCOMPARE(m_fixture.storedLines(), 2);
    QVERIFY(m_fixture.isIndexSound());
}

void tst_IndexJob::run_readsNothingTwice()
{
    m_fixture.addCast(u"a"_s, {"one"});
    QVERIFY(m_fixture.run());
    const qint64 first = m_fixture.number(u"SELECT first FROM text_part"_s);
    m_fixture.know(u"a"_s); // a scan writes the rows of its parts anew
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_wish"_s), 0);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.number(u"SELECT first FROM text_part"_s), first);
    QCOMPARE(m_fixture.storedLines(), 1);
}

void tst_IndexJob::run_forgetsPartsThatAreGone()
{
    const QString uid = u"a"_s;
    const QStringList both{u"recording-0.cast"_s, u"recording-1.cast"_s};
    for (const QString &part : both)
        m_fixture.files().write(uid + u'/' + part, castOf({part.toUtf8()}));
    m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, both));
    m_fixture.know(uid);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"cast"_s).size(), 2);
    m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, {both[0]}));
    m_fixture.know(uid);
    QCOMPARE(m_fixture.find(u"cast"_s).size(), 1); // though it was not swept yet
    m_fixture.files().write(uid + u"/recording-0.cast"_s, castOf({"recording 0 cast anew"}));
    m_fixture.know(uid);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.storedLines(), 1);
}

void tst_IndexJob::run_goesOnWhenOnePartFails()
{
    m_fixture.addCast(u"a"_s, {"good one"});
    m_fixture.add(u"b"_s, u"recording-0.cast"_s, "no cast at all");
    m_fixture.add(u"c"_s, u"recording-0.cast"_s, QByteArray(100'000, '\0'));
    m_fixture.addCast(u"d"_s, {"good too"});
    FakeContext fresh = m_fixture.indexContext();
    QVERIFY(m_fixture.run(fresh));
    QCOMPARE(m_fixture.find(u"good"_s).size(), 2);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_part WHERE problem <> ''"_s), 2);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_wish"_s),
             0); // not again before they change
    m_fixture.know(u"b"_s);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_wish"_s), 0);
    m_fixture.addCast(u"b"_s, {"good now"});
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"good"_s).size(), 3);
}

void tst_IndexJob::run_waitsForWhatIsRecorded()
{
    m_fixture.addCast(u"a"_s, {"growing"});
    m_fixture.addCast(u"b"_s, {"whole"});
    const QString path = m_fixture.files().path(u"a/recording-0.cast"_s);
    const int fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    QVERIFY(fd >= 0);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"whole"_s).size(), 1);
    QCOMPARE(m_fixture.find(u"growing"_s).size(), 0);
    ::close(fd);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_wish"_s), 1);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"growing"_s).size(), 1);
}

void tst_IndexJob::run_waitsForWhatHasChanged()
{
    m_fixture.addCast(u"a"_s, {"one"});
    m_fixture.files().write(u"a/recording-0.cast"_s, castOf({"one", "two"}));
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.storedLines(), 0);
    m_fixture.know(u"a"_s);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"two"_s).size(), 1);
}

void tst_IndexJob::run_goesOnAfterItsCheckpoint()
{
    m_fixture.addCast(u"a"_s, {"one"});
    FakeContext first = m_fixture.indexContext();
    QVERIFY(m_fixture.run(first));
    m_fixture.addCast(u"b"_s, {"two"});
    first.again();
    QVERIFY(m_fixture.run(first));
    QCOMPARE(m_fixture.find(u"two"_s).size(), 1);
    QCOMPARE(first.lastProgress.done, 2);
}

void tst_IndexJob::run_thatWasStoppedLeavesNothingTwice()
{
    QByteArrayList lines;
    for (int i = 0; i < 5000; ++i)
        lines << "line " + QByteArray::number(i);
    m_fixture.addCast(u"a"_s, lines);
    // As a death in the middle leaves it: some pieces are written, nobody finds them.
    const auto half = m_fixture.database().wait([&](Connection &connection) -> Result<> {
        TextStore store(connection);
        TRY_LET(const qint64 first,
                store.begin({u"recording-0.cast"_s, 1, 1, 1'700'000'000'000, 5000}));
        return store.addLines(first, 5000, 4000, std::vector<StoredLine>(1000, {1, "line half"}));
    });
    QVERIFY(half);
    QCOMPARE(m_fixture.find(u"line"_s).size(), 0);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.storedLines(), 5000);
    QCOMPARE(m_fixture.find(u"half"_s).size(), 0);
    QCOMPARE(m_fixture.find(u"4999"_s), QStringList{u"a line 4999"_s});
    QVERIFY(m_fixture.isIndexSound());
}

void tst_IndexJob::run_ofAnOfflineStoreWaits()
{
    m_fixture.addCast(u"a"_s, {"one"});
    m_fixture.loseFiles();
    const auto done = m_fixture.run();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Offline);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_wish"_s), 1);
}

void tst_IndexJob::removal_hidesAndSweeps()
{
    const RecordingId gone = m_fixture.addCast(u"a"_s, {"one secret"});
    m_fixture.addCast(u"b"_s, {"one other"});
    QVERIFY(m_fixture.run());
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(gone); }));
    QCOMPARE(m_fixture.find(u"one"_s), QStringList{u"b one other"_s});
    QCOMPARE(m_fixture.storedLines(), 2);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.storedLines(), 1);
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_part"_s), 1);
    QVERIFY(m_fixture.isIndexSound());
}

void tst_IndexJob::removal_ofTheStoreHidesAll()
{
    m_fixture.addCast(u"a"_s, {"one secret"});
    QVERIFY(m_fixture.run());
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return RootStore(connection).remove(m_fixture.info().id); }));
    QCOMPARE(m_fixture.find(u"secret"_s), QStringList());
    QCOMPARE(m_fixture.number(u"SELECT count(*) FROM text_part WHERE recording_id IS NOT NULL"_s),
             0);
    const auto more = m_fixture.database().wait(
        [](Connection &connection) { return TextStore(connection).sweep(100); });
    QVERIFY(more && !*more);
    QCOMPARE(m_fixture.storedLines(), 0);
}

void tst_IndexJob::purge_asksForTheSweep()
{
    const RecordingId id = m_fixture.addCast(u"a"_s, {"one secret"});
    QVERIFY(m_fixture.run());
    QVERIFY(QDir().mkpath(m_fixture.files().path(u".respool/trash/b1/a"_s)));
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) {
        return store.setTrashed(id, u".respool/trash/b1/a"_s, m_fixture.clock().nowMs());
    }));
    QCOMPARE(m_fixture.find(u"secret"_s), QStringList()); // not in the trash
    QCOMPARE(m_fixture.find(u"secret"_s, u"state:trash"_s), QStringList{u"a one secret"_s});
    FakeContext purge = m_fixture.context(m_fixture.payloadOf({id}).toJson());
    QVERIFY(PurgeJob(m_fixture.database(), m_fixture.clock()).run(purge));
    QVERIFY(purge.end());
    QVERIFY(!m_fixture.isKnown(id));
    QCOMPARE(m_fixture.find(u"secret"_s, u"state:trash"_s), QStringList());
    QCOMPARE(m_fixture.jobsOfKind(u"index"_s), 1);
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.storedLines(), 0);
}

void tst_IndexJob::scan_asksOnceForWhatIsNew()
{
    m_fixture.addCast(u"a"_s, {"one"});
    const auto scan = [&] {
        m_fixture.clock().advance(1000);
        FakeContext fresh = m_fixture.context(scanSpec(m_fixture.info()).payload);
        ScanJob job(m_fixture.database(), m_fixture.clock(), m_fixture.m_host, false, true);
        return job.run(fresh) && fresh.end();
    };
    QVERIFY(scan());
    QVERIFY(scan());
    QCOMPARE(m_fixture.jobsOfKind(u"index"_s), 1); // it has not ended yet
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"one"_s).size(), 1);
}

void tst_IndexJob::scan_asksForNothingUnlessItIsWanted()
{
    m_fixture.addCast(u"a"_s, {"one"});
    FakeContext fresh = m_fixture.context(scanSpec(m_fixture.info()).payload);
    ScanJob job(m_fixture.database(), m_fixture.clock(), m_fixture.m_host);
    QVERIFY(job.run(fresh) && fresh.end());
    QCOMPARE(m_fixture.jobsOfKind(u"index"_s), 0);
}

void tst_IndexJob::end_asksAgainWhenMoreHasCome()
{
    m_fixture.addCast(u"a"_s, {"one"});
    FakeContext fresh = m_fixture.indexContext();
    IndexJob job(m_fixture.database(), m_fixture.clock(), m_fixture.m_host);
    QVERIFY(job.run(fresh));
    m_fixture.addCast(u"b"_s, {"two"}); // after it has looked for the last time
    QVERIFY(fresh.end());
    QCOMPARE(m_fixture.jobsOfKind(u"index"_s), 1);
}

void tst_IndexJob::store_keepsPartsOfOneSecondApart()
{
    QList<qint64> firsts;
    for (const qint64 lines : {3, 0, 300'000, 1}) {
        firsts << *m_fixture.database().wait([&](Connection &connection) {
            return TextStore(connection).begin({u"x"_s, 1, 1, 1'700'000'000'999, lines});
        });
    }
    const qint64 base = qint64(1'700'000'000) << 31;
    QCOMPARE(firsts, (QList<qint64>{base, base + 3, base + 4, base + 300'004}));
    for (const qint64 startMs : {qint64(-5), qint64(0), qint64(1) << 60}) {
        const auto first = m_fixture.database().wait([&](Connection &connection) {
            return TextStore(connection).begin({u"x"_s, 1, 1, startMs, 5});
        });
        QVERIFY(first && *first >= 0);
    }
}

QTEST_GUILESS_MAIN(tst_IndexJob)
#include "tst_indexjob.moc"
