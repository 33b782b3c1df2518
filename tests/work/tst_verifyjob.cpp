// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"
#include "core/media/mediahost.h"
#include "core/work/verifyjob.h"
#include "tests/support/samples.h"
#include "tests/support/transferfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_VerifyJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void firstTime_keepsTheSums();
    void silentCorruption_isDamage();
    void silentCorruption_thatIsMendedIsForgotten();
    void writtenFile_isNewContent();
    void scan_keepsWhatIsKnownOfUnchangedParts();
    void damagedMedia_isFound_data();
    void damagedMedia_isFound();
    void missingFile_isFound();
    void query_findsByVerification_data();
    void query_findsByVerification();

private:
    Result<> verify(FakeContext &context)
    {
        VerifyJob job(m_fixture.database(), m_fixture.clock(), m_fixture.m_host);
        TRY(job.run(context));
        return context.end();
    }
    Result<> verify(bool thorough = false)
    {
        ItemsPayload payload = m_fixture.payloadOf({m_id});
        payload.thorough = thorough;
        FakeContext context = m_fixture.queued(u"verify"_s, payload.toJson());
        const auto done = verify(context);
        m_logged = context.logged;
        return done;
    }
    // Writes into the part and leaves its size, and its time if that is wished.
    void change(bool keepTime)
    {
        QFile file(m_fixture.files().path(part));
        const QDateTime time = QFileInfo(file.fileName()).lastModified();
        m_fixture.files().write(part, StoreFixture::terminalPart(7));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(keepTime ? time : time.addSecs(100),
                                 QFileDevice::FileModificationTime));
    }

    const QString part = firstUid + u"/recording-0.trp"_s;
    TransferFixture m_fixture;
    RecordingId m_id;
    QStringList m_logged;
};

void tst_VerifyJob::init()
{
    m_fixture.open();
    m_fixture.files().addSession(firstUid);
    m_id = m_fixture.know(firstUid);
}

void tst_VerifyJob::firstTime_keepsTheSums()
{
    const auto done = verify();
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(m_fixture.sums(m_id).size(), 1);
    QCOMPARE(m_fixture.verifiedMs(m_id), m_fixture.clock().nowMs());
    QVERIFY(verify());
}

void tst_VerifyJob::silentCorruption_isDamage()
{
    QVERIFY(verify());
    const QString sum = m_fixture.sums(m_id).first().sha256;
    change(true);
    const auto done = verify();
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(u"silent corruption"_s));
    const Recording recording = m_fixture.get(m_id);
    QCOMPARE(recording.state, RecordingState::Damaged);
    QVERIFY(recording.problem.contains(u"silent corruption"_s));
    QCOMPARE(m_fixture.verifiedMs(m_id), 0);
    QCOMPARE(m_fixture.sums(m_id).first().sha256, sum); // of what was right
    m_fixture.know(firstUid);                           // a scan sees no change
    QCOMPARE(m_fixture.get(m_id).state, RecordingState::Damaged);
}

void tst_VerifyJob::silentCorruption_thatIsMendedIsForgotten()
{
    QVERIFY(verify());
    const QByteArray before = m_fixture.files().read(part);
    const QDateTime time = QFileInfo(m_fixture.files().path(part)).lastModified();
    change(true);
    QVERIFY(!verify());
    m_fixture.files().write(part, before);
    QFile file(m_fixture.files().path(part));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(verify());
    QCOMPARE(m_fixture.get(m_id).state, RecordingState::Present);
    QCOMPARE(m_fixture.get(m_id).problem, QString());
}

void tst_VerifyJob::writtenFile_isNewContent()
{
    QVERIFY(verify());
    const QString sum = m_fixture.sums(m_id).first().sha256;
    change(false);
    QVERIFY(verify());
    QVERIFY(m_fixture.sums(m_id).first().sha256 != sum);
    QVERIFY(m_logged.join(u'\n').contains(u"was written to"_s));
}

void tst_VerifyJob::scan_keepsWhatIsKnownOfUnchangedParts()
{
    QVERIFY(verify());
    m_fixture.know(firstUid);
    QCOMPARE(m_fixture.sums(m_id).size(), 1);
    QVERIFY(m_fixture.verifiedMs(m_id) > 0);
    change(false);
    m_fixture.know(firstUid);
    QCOMPARE(m_fixture.verifiedMs(m_id), 0); // not as it is now
}

void tst_VerifyJob::damagedMedia_isFound_data()
{
    QTest::addColumn<bool>("thorough");
    QTest::newRow("a look") << false;
    QTest::newRow("all packets") << true;
}

void tst_VerifyJob::damagedMedia_isFound()
{
    QFETCH(const bool, thorough);
    const QString uid = secondUid;
    m_fixture.files().write(uid + u"/recording-0.webm"_s, samples::seekableWebm());
    m_fixture.files().write(
        uid + u"/recording.json"_s,
        R"({"sessionId":")" + uid.toUtf8()
            + R"(","startTime":1,"duration":1,"files":[{"fileName":"recording-0.webm","startTime":1,"duration":1}]})");
    m_id = m_fixture.know(uid);
    const auto fine = verify(thorough);
    QVERIFY2(bool(fine), fine ? "" : qPrintable(fine.error().detail));
    m_fixture.files().write(uid + u"/recording-0.webm"_s, QByteArray(5000, 'x'));
    const auto done = verify(thorough);
    QVERIFY(!done);
    QCOMPARE(m_fixture.get(m_id).state, RecordingState::Damaged);
}

void tst_VerifyJob::missingFile_isFound()
{
    QVERIFY(QFile::remove(m_fixture.files().path(part)));
    QVERIFY(!verify());
    QCOMPARE(m_fixture.get(m_id).state, RecordingState::Damaged);
}

void tst_VerifyJob::query_findsByVerification_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("unknown") << u"verified:unknown"_s << 1 << 0;
    QTest::newRow("lately") << u"verified>-1d"_s << 0 << 1;
    QTest::newRow("long ago") << u"verified<-90d"_s << 0 << 0;
}

void tst_VerifyJob::query_findsByVerification()
{
    QFETCH(const QString, query);
    QFETCH(const int, before);
    QFETCH(const int, after);
    const auto found = [&] {
        return *m_fixture.database().wait([&](Connection &connection) -> Result<int> {
            RecordingFilter filter;
            TRY_LET(filter.query, readQuery(query, QueryContext{m_fixture.clock().nowMs()}));
            const CompiledQuery compiled = countQuery(filter, connection.dialect());
            int count = 0;
            TRY(connection.readCompiled(compiled.sql, compiled.binds,
                                        [&](const Row &row) { count = int(row.integer(0)); }));
            return count;
        });
    };
    QCOMPARE(found(), before);
    QVERIFY(verify());
    QCOMPARE(found(), after);
}

QTEST_GUILESS_MAIN(tst_VerifyJob)
#include "tst_verifyjob.moc"
