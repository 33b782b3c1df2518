// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_DeleteJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_movesIntoTheTrash();
    void run_twiceIsOnce();
    void run_ofAFileKeepsItsNeighbours();
    void run_refusesWhatIsHeld();
    void hold_isRefusedWhileAJobDeletes_data();
    void hold_isRefusedWhileAJobDeletes();
    void run_refusesWhatIsWritten();
    void run_refusesWhatHasChanged();
    void run_refusesALink();
    void run_ofWhatIsMissingIsASuccess();
    void run_ofAnUnknownRecordingIsASuccess();
    void run_ofAnotherRecordingUnderTheIdIsRefused();
    void run_waitsForAnotherJob();
    void run_oneRefusalDoesNotStopTheOthers();
    void run_stoppedInTheMiddleGoesOn();
    void run_whoseCheckpointWasLostGoesOn();
    void run_ofAnOfflineStoreTouchesNothing();
    void run_permanentEnqueuesOnePurge();
    void run_permanentAgainEnqueuesNoSecondPurge();
    void run_permanentLeavesRefusedOnesAlone();
    void run_ofABadPayloadSaysSo_data();
    void run_ofABadPayloadSaysSo();
    void giveUp_takesTheMarksBack();

private:
    RecordingId session(const QString &uid)
    {
        m_fixture.files().addSession(uid);
        return m_fixture.know(uid);
    }
    void mark(const QList<RecordingId> &ids)
    {
        QVERIFY(m_fixture.on<RecordingStore>(
            [&](RecordingStore store) { return store.markDeleting(ids); }));
    }
    FakeContext context(const QList<RecordingId> &ids, bool permanent = false)
    {
        ItemsPayload payload = m_fixture.payloadOf(ids);
        payload.permanent = permanent;
        mark(ids);
        return m_fixture.context(payload.toJson());
    }
    Result<> run(FakeContext &context)
    {
        return DeleteJob(m_fixture.database(), m_fixture.clock()).run(context);
    }
    QString placeOf(const QString &uid) const { return u".respool/trash/b1/"_s + uid; }

    WorkFixture m_fixture;
};

void tst_DeleteJob::run_movesIntoTheTrash()
{
    const RecordingId id = session(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    const Recording recording = m_fixture.get(id);
    QCOMPARE(recording.state, RecordingState::Trashed);
    QCOMPARE(recording.trashPath, placeOf(firstUid));
    QCOMPARE(recording.trashedMs, m_fixture.clock().nowMs());
    QVERIFY(m_fixture.files().isThere(placeOf(firstUid) + u"/recording.json"_s));
    QVERIFY(!m_fixture.files().isThere(firstUid));
    QCOMPARE(context.items.size(), 1);
    QCOMPARE(context.items.first().item, firstUid);
    QCOMPARE(context.items.first().error.code, ErrorCode::None);
    QCOMPARE(context.items.first().bytes, recording.bytes);
    QCOMPARE(context.lastProgress.done, 1);
    QVERIFY(m_fixture.jobs().isEmpty());
    m_fixture.takeForAnother(id); // it was released
}

void tst_DeleteJob::run_twiceIsOnce()
{
    const RecordingId id = session(firstUid);
    FakeContext first = context({id});
    QVERIFY(run(first));
    const QStringList tree = m_fixture.files().tree();
    FakeContext second = m_fixture.context(first.job().payload);
    QVERIFY(run(second));
    QCOMPARE(m_fixture.files().tree(), tree);
    QCOMPARE(m_fixture.get(id).trashPath, placeOf(firstUid));
}

void tst_DeleteJob::run_ofAFileKeepsItsNeighbours()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a/film.cast"_s, "film");
    m_fixture.files().write(u"a/other.cast"_s, "other");
    const RecordingId id = m_fixture.know(u"a/film.cast"_s);
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    QCOMPARE(m_fixture.files().tree(u"a"_s), QStringList{u"other.cast"_s});
    QCOMPARE(m_fixture.files().read(m_fixture.get(id).trashPath), "film");
}

void tst_DeleteJob::run_refusesWhatIsHeld()
{
    const RecordingId id = session(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(id, u"case 7"_s, u"me"_s); }));
    const auto outcome = run(context);
    QCOMPARE(codeOf(outcome), ErrorCode::Refused);
    QVERIFY(outcome.error().detail.contains(u"case 7"_s));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(context.items.first().error.code, ErrorCode::Refused);
}

void tst_DeleteJob::hold_isRefusedWhileAJobDeletes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("into the trash") << u"delete"_s << ErrorCode::Busy;
    QTest::newRow("for good") << u"purge"_s << ErrorCode::Busy;
    QTest::newRow("another job") << u"remux"_s << ErrorCode::None;
}

// Between the look at the hold and the deletion there is no place for another one.
void tst_DeleteJob::hold_isRefusedWhileAJobDeletes()
{
    QFETCH(const QString, kind);
    QFETCH(const ErrorCode, code);
    const RecordingId id = session(firstUid);
    m_fixture.takeForAnother(id, kind);
    const auto held = m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(id, u"audit"_s, u"me"_s); });
    QCOMPARE(codeOf(held), code);
    QCOMPARE(m_fixture.get(id).holdReason.isEmpty(), code != ErrorCode::None);
}

void tst_DeleteJob::run_refusesWhatIsWritten()
{
    const RecordingId id = session(firstUid);
    FakeContext context = this->context({id});
    QFile writer(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Append));
    const auto outcome = run(context);
    QCOMPARE(codeOf(outcome), ErrorCode::Refused);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
    QVERIFY(m_fixture.files().isThere(firstUid));
}

void tst_DeleteJob::run_refusesWhatHasChanged()
{
    const RecordingId id = session(firstUid);
    m_fixture.files().write(firstUid + u"/recording-0.trp"_s, "longer than it was");
    FakeContext context = this->context({id});
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QCOMPARE(context.items.first().error.code, ErrorCode::Conflict);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
    QVERIFY(m_fixture.files().isThere(firstUid));
}

void tst_DeleteJob::run_refusesALink()
{
    StoreFixture elsewhere;
    elsewhere.addSession(firstUid);
    const QStringList before = elsewhere.tree();
    const RecordingId id = session(firstUid);
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    m_fixture.files().link(elsewhere.path(firstUid), firstUid);
    FakeContext context = this->context({id});
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QCOMPARE(context.items.first().error.code, ErrorCode::Unsafe);
    QCOMPARE(elsewhere.tree(), before);
    QVERIFY(m_fixture.files().isThere(firstUid));
}

void tst_DeleteJob::run_ofWhatIsMissingIsASuccess()
{
    const RecordingId id = session(firstUid);
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    FakeContext context = this->context({id});
    QVERIFY(run(context));
    QVERIFY(!m_fixture.isKnown(id));
}

void tst_DeleteJob::run_ofAnUnknownRecordingIsASuccess()
{
    const RecordingId id = session(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(id); }));
    QVERIFY(run(context));
    QVERIFY(m_fixture.files().isThere(firstUid)); // nobody asked for this one any more
}

void tst_DeleteJob::run_ofAnotherRecordingUnderTheIdIsRefused()
{
    const RecordingId id = session(firstUid);
    ItemsPayload payload = m_fixture.payloadOf({id});
    payload.items.first().uid = secondUid;
    FakeContext context = m_fixture.context(payload.toJson());
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
}

void tst_DeleteJob::run_waitsForAnotherJob()
{
    const RecordingId id = session(firstUid);
    const JobId other = m_fixture.takeForAnother(id);
    FakeContext context = this->context({id});
    QCOMPARE(codeOf(run(context)), ErrorCode::Busy);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Deleting); // the wish stands
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.release(id, other.value); }));
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
}

void tst_DeleteJob::run_oneRefusalDoesNotStopTheOthers()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 3; ++i)
        ids << session(u"session %1"_s.arg(i));
    m_fixture.files().write(u"session 1/recording-0.trp"_s, "longer than it was");
    FakeContext context = this->context(ids);
    const auto outcome = run(context);
    QCOMPARE(codeOf(outcome), ErrorCode::Refused);
    QVERIFY(outcome.error().detail.contains(u"1 of 3"_s));
    QCOMPARE(m_fixture.get(ids[0]).state, RecordingState::Trashed);
    QCOMPARE(m_fixture.get(ids[1]).state, RecordingState::Present);
    QCOMPARE(m_fixture.get(ids[2]).state, RecordingState::Trashed);
    QCOMPARE(context.items.size(), 3);
}

void tst_DeleteJob::run_stoppedInTheMiddleGoesOn()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 150; ++i)
        ids << session(u"session %1"_s.arg(i, 3));
    FakeContext context = this->context(ids);
    context.stopAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    const auto trashed = [&] {
        return std::ranges::count(m_fixture.all(), RecordingState::Trashed, &Recording::state);
    };
    const auto done = trashed();
    QVERIFY(done >= 1 && done <= 128); // the chunk that is settled, and the one behind it
    QCOMPARE(context.items.size(), done);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(trashed(), 150);
    QCOMPARE(context.items.size(), 150 - done); // from the checkpoint on
    QCOMPARE(QDir(m_fixture.files().path(u".respool/trash/b1"_s))
                 .entryList(QDir::NoDotAndDotDot | QDir::Dirs)
                 .size(),
             150);
}

// The files were moved, but the process died before it could say so.
void tst_DeleteJob::run_whoseCheckpointWasLostGoesOn()
{
    const RecordingId one = session(firstUid);
    const RecordingId two = session(secondUid);
    FakeContext context = this->context({one, two});
    context.failAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::LeaseLost);
    QVERIFY(!m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(one).state, RecordingState::Deleting);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.get(one).state, RecordingState::Trashed);
    QCOMPARE(m_fixture.get(two).trashPath, placeOf(secondUid));
}

void tst_DeleteJob::run_ofAnOfflineStoreTouchesNothing()
{
    const RecordingId id = session(firstUid);
    FakeContext context = this->context({id});
    QVERIFY(m_fixture.files().root().removeTree(u".respool"_s));
    QCOMPARE(codeOf(run(context)), ErrorCode::Offline);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Deleting);
    QCOMPARE(context.checkpoints, 0);
}

void tst_DeleteJob::run_permanentEnqueuesOnePurge()
{
    const RecordingId one = session(firstUid);
    const RecordingId two = session(secondUid);
    FakeContext context = this->context({one, two}, true);
    QVERIFY(run(context));
    const QList<JobRecord> jobs = m_fixture.jobs();
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs.first().kind, u"purge"_s);
    QCOMPARE(jobs.first().batch, context.job().batch);
    const auto job =
        m_fixture.on<JobStore>([&](JobStore store) { return store.byId(jobs.first().id); });
    const auto payload = ItemsPayload::fromJson(job->payload);
    QVERIFY(payload);
    QCOMPARE(payload->items.size(), 2);
    QVERIFY(!payload->permanent);
    QVERIFY(m_fixture.files().isThere(placeOf(firstUid))); // that is the purge's work
}

// Died after the last checkpoint, before the end was written.
void tst_DeleteJob::run_permanentAgainEnqueuesNoSecondPurge()
{
    FakeContext context = this->context({session(firstUid)}, true);
    QVERIFY(run(context));
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.jobs().size(), 1);
    QVERIFY(context.items.isEmpty());
}

void tst_DeleteJob::run_permanentLeavesRefusedOnesAlone()
{
    const RecordingId good = session(firstUid);
    const RecordingId held = session(secondUid);
    FakeContext context = this->context({good, held}, true);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(held, u"case 7"_s, u"me"_s); }));
    QCOMPARE(codeOf(run(context)), ErrorCode::Refused);
    const QList<JobRecord> jobs = m_fixture.jobs();
    QCOMPARE(jobs.size(), 1);
    const auto job =
        m_fixture.on<JobStore>([&](JobStore store) { return store.byId(jobs.first().id); });
    const auto payload = ItemsPayload::fromJson(job->payload);
    QCOMPARE(payload->items.size(), 1);
    QCOMPARE(payload->items.first().id, good);
}

void tst_DeleteJob::run_ofABadPayloadSaysSo_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"store\":\"x\",\"items\":[{");
    QTest::newRow("no items") << QByteArray(R"({"store":"x","items":[]})");
    QTest::newRow("no store") << QByteArray(R"({"items":[{"id":1,"uid":"a","path":"a"}]})");
    QTest::newRow("no id") << QByteArray(R"({"store":"x","items":[{"uid":"a","path":"a"}]})");
    QTest::newRow("no path") << QByteArray(R"({"store":"x","items":[{"id":1,"uid":"a"}]})");
    QTest::newRow("text item") << QByteArray(R"({"store":"x","items":["a"]})");
}

void tst_DeleteJob::run_ofABadPayloadSaysSo()
{
    QFETCH(const QByteArray, payload);
    FakeContext context = m_fixture.context(payload);
    QCOMPARE(codeOf(run(context)), ErrorCode::BadPayload);
}

void tst_DeleteJob::giveUp_takesTheMarksBack()
{
    const RecordingId one = session(firstUid);
    const RecordingId two = session(secondUid);
    FakeContext context = this->context({one, two});
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.setTrashed(two, placeOf(secondUid), 1); }));
    const JobKind kind = deleteKind(m_fixture.database(), m_fixture.clock());
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return kind.giveUp(connection, context.job()); }));
    QCOMPARE(m_fixture.get(one).state, RecordingState::Present);
    QCOMPARE(m_fixture.get(two).state, RecordingState::Trashed);
}

QTEST_GUILESS_MAIN(tst_DeleteJob)
#include "tst_deletejob.moc"
