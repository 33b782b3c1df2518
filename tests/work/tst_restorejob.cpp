// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trash.h"
#include "core/work/restorejob.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_RestoreJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_bringsItBack();
    void run_twiceIsOnce();
    void run_bringsAFileBackIntoItsFolder();
    void run_neverOverwrites();
    void run_ofWhatIsGoneFails();
    void run_ofWhatIsBeingDeletedIsRefused();
    void run_whoseCheckpointWasLostGoesOn();
    void run_stoppedGoesOn();
    void run_ofAnOfflineStoreTouchesNothing();

private:
    RecordingId trashed(const QString &path)
    {
        const RecordingId id = m_fixture.know(path);
        const QString uid = m_fixture.get(id).uid;
        const auto place = Trash(m_fixture.files().root()).moveIn(path, u"b1"_s, uid);
        const auto marked = m_fixture.on<RecordingStore>([&](RecordingStore store) {
            return store.setTrashed(id, *place, m_fixture.clock().nowMs());
        });
        return marked ? id : RecordingId();
    }
    RecordingId trashedSession(const QString &uid)
    {
        m_fixture.files().addSession(uid);
        return trashed(uid);
    }
    FakeContext context(const QList<RecordingId> &ids)
    {
        return m_fixture.context(m_fixture.payloadOf(ids).toJson());
    }
    Result<> run(FakeContext &context)
    {
        return RestoreJob(m_fixture.database(), m_fixture.clock()).run(context);
    }
    WorkFixture m_fixture;
};

void tst_RestoreJob::run_bringsItBack()
{
    const RecordingId id = trashedSession(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
    QCOMPARE(m_fixture.get(id).trashPath, QString());
    QVERIFY(m_fixture.files().isThere(firstUid + u"/recording.json"_s));
}

void tst_RestoreJob::run_twiceIsOnce()
{
    const RecordingId id = trashedSession(firstUid);
    FakeContext first = context({id});
    QVERIFY(run(first));
    FakeContext second = m_fixture.context(first.job().payload);
    QVERIFY(run(second));
    QVERIFY(m_fixture.files().isThere(firstUid + u"/recording.json"_s));
}

void tst_RestoreJob::run_bringsAFileBackIntoItsFolder()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a/b/film.cast"_s, "film");
    const RecordingId id = trashed(u"a/b/film.cast"_s);
    QVERIFY(m_fixture.files().root().removeTree(u"a"_s));
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    QCOMPARE(m_fixture.files().read(u"a/b/film.cast"_s), "film");
}

void tst_RestoreJob::run_neverOverwrites()
{
    const RecordingId id = trashedSession(firstUid);
    m_fixture.files().write(firstUid + u"/new"_s, "new");
    FakeContext context = this->context({id});
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QCOMPARE(context.items.first().error.code, ErrorCode::Conflict);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
    QVERIFY(m_fixture.files().isThere(m_fixture.get(id).trashPath));
}

void tst_RestoreJob::run_ofWhatIsGoneFails()
{
    const RecordingId id = trashedSession(firstUid);
    QVERIFY(m_fixture.files().root().child(u".respool"_s)->removeTree(u"trash"_s));
    FakeContext context = this->context({id});
    QVERIFY(!run(context));
    QCOMPARE(context.items.first().error.code, ErrorCode::NotFound);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
}

void tst_RestoreJob::run_ofWhatIsBeingDeletedIsRefused()
{
    m_fixture.files().addSession(firstUid);
    const RecordingId id = m_fixture.know(firstUid);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.markDeleting({id}); }));
    FakeContext context = this->context({id});
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Deleting);
}

void tst_RestoreJob::run_whoseCheckpointWasLostGoesOn()
{
    const RecordingId id = trashedSession(firstUid);
    FakeContext context = this->context({id});
    context.failAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::LeaseLost);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
}

void tst_RestoreJob::run_stoppedGoesOn()
{
    const RecordingId id = trashedSession(firstUid);
    FakeContext context = this->context({id});
    context.stop();
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    QVERIFY(!m_fixture.files().isThere(firstUid));
    context.again();
    QVERIFY(run(context));
    QVERIFY(m_fixture.files().isThere(firstUid));
}

void tst_RestoreJob::run_ofAnOfflineStoreTouchesNothing()
{
    const RecordingId id = trashedSession(firstUid);
    FakeContext context = this->context({id});
    m_fixture.files().write(u".respool/store.json"_s, "{}");
    QCOMPARE(codeOf(run(context)), ErrorCode::Offline);
    QVERIFY(m_fixture.files().isThere(m_fixture.get(id).trashPath));
}

QTEST_GUILESS_MAIN(tst_RestoreJob)
#include "tst_restorejob.moc"
