// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trash.h"
#include "core/work/purgejob.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_PurgeJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_removesFilesAndRow();
    void run_twiceIsOnce();
    void run_refusesWhatIsHeld();
    void run_refusesWhatWasRestored();
    void run_ofFilesThatAreGoneIsASuccess();
    void run_whoseCheckpointWasLostGoesOn();
    void run_stoppedInTheMiddleGoesOn();
    void run_ofAForgedPlaceTouchesNothing();

private:
    RecordingId trashed(const QString &uid)
    {
        m_fixture.files().addSession(uid);
        const RecordingId id = m_fixture.know(uid);
        const auto place = Trash(m_fixture.files().root()).moveIn(uid, u"b1"_s, uid);
        setTrashed(id, *place);
        return id;
    }
    void setTrashed(RecordingId id, const QString &place)
    {
        QVERIFY(m_fixture.on<RecordingStore>(
            [&](RecordingStore store) { return store.setTrashed(id, place, 1); }));
    }
    FakeContext context(const QList<RecordingId> &ids)
    {
        return m_fixture.context(purgeSpec(m_fixture.payloadOf(ids)).payload);
    }
    Result<> run(FakeContext &context)
    {
        return PurgeJob(m_fixture.database(), m_fixture.clock()).run(context);
    }
    bool isEmpty() const { return m_fixture.files().tree(u".respool/trash"_s).isEmpty(); }
    WorkFixture m_fixture;
};

void tst_PurgeJob::run_removesFilesAndRow()
{
    const RecordingId id = trashed(firstUid);
    const RecordingId other = trashed(secondUid);
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    QVERIFY(!m_fixture.isKnown(id));
    QVERIFY(!m_fixture.files().isThere(u".respool/trash/b1/"_s + firstUid));
    QVERIFY(m_fixture.isKnown(other));
    QVERIFY(m_fixture.files().isThere(u".respool/trash/b1/"_s + secondUid));
    QVERIFY(m_fixture.files().tree(u".respool/purge"_s).isEmpty());
}

void tst_PurgeJob::run_twiceIsOnce()
{
    const RecordingId id = trashed(firstUid);
    FakeContext first = context({id});
    QVERIFY(run(first));
    FakeContext second = m_fixture.context(first.job().payload);
    QVERIFY(run(second));
    QVERIFY(isEmpty());
}

void tst_PurgeJob::run_refusesWhatIsHeld()
{
    const RecordingId id = trashed(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(id, u"case 7"_s, u"me"_s); }));
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
    QVERIFY(!isEmpty());
}

void tst_PurgeJob::run_refusesWhatWasRestored()
{
    const RecordingId id = trashed(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(Trash(m_fixture.files().root()).moveOut(m_fixture.get(id).trashPath, firstUid));
    QVERIFY(
        m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.setRestored(id); }));
    QVERIFY(!run(context));
    QCOMPARE(context.items.first().error.code, ErrorCode::Conflict);
    QVERIFY(m_fixture.isKnown(id));
    QVERIFY(m_fixture.files().isThere(firstUid + u"/recording.json"_s));
}

void tst_PurgeJob::run_ofFilesThatAreGoneIsASuccess()
{
    const RecordingId id = trashed(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(m_fixture.files().root().child(u".respool"_s)->removeTree(u"trash"_s));
    QVERIFY(run(context));
    QVERIFY(!m_fixture.isKnown(id));
}

void tst_PurgeJob::run_whoseCheckpointWasLostGoesOn()
{
    const RecordingId id = trashed(firstUid);
    FakeContext context = this->context({id});
    context.failAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::LeaseLost);
    QVERIFY(m_fixture.isKnown(id));
    context.again();
    QVERIFY(run(context));
    QVERIFY(!m_fixture.isKnown(id));
    QVERIFY(isEmpty());
}

void tst_PurgeJob::run_stoppedInTheMiddleGoesOn()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 140; ++i)
        ids << trashed(u"session %1"_s.arg(i));
    FakeContext context = this->context(ids);
    context.stopAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    const auto left = m_fixture.all().size();
    QVERIFY(left >= 12 && left < 140); // at most two chunks are gone
    context.again();
    QVERIFY(run(context));
    QVERIFY(m_fixture.all().isEmpty());
    QVERIFY(isEmpty());
    QCOMPARE(context.items.size(), left);
}

void tst_PurgeJob::run_ofAForgedPlaceTouchesNothing()
{
    m_fixture.files().addSession(firstUid);
    const RecordingId id = m_fixture.know(firstUid);
    for (const QString &place : {QString(firstUid), u""_s, u".respool/trash/../../"_s + firstUid}) {
        setTrashed(id, place);
        FakeContext context = this->context({id});
        QVERIFY(!run(context));
        QCOMPARE(context.items.first().error.code, ErrorCode::Unsafe);
        QVERIFY(m_fixture.files().isThere(firstUid + u"/recording.json"_s));
    }
}

QTEST_GUILESS_MAIN(tst_PurgeJob)
#include "tst_purgejob.moc"
