// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingstore.h"
#include "core/library/retentionstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_RetentionStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void rule_isKept();
    void wrongRule_isRefused_data();
    void wrongRule_isRefused();
    void name_isTakenOnce();
    void rule_isChanged();
    void rule_isFoundByNumber();
    void rule_thatIsGoneIsNotFound();
    void scope_hasWhatTheQueryNames();
    void scope_ofAnAgeLeavesOutTheYoung();
    void scope_ofANewerLanguageIsRefused();
    void ofANewerProgram_deletesNothing();
    void still_leavesOutWhatMayNotGo();

private:
    RetentionRule rule(const QString &name = u"old logs"_s) const
    {
        RetentionRule made;
        made.name = name;
        made.query = u"kind:log"_s;
        made.amount = 90;
        return made;
    }
    Result<RetentionRuleId> add(const RetentionRule &rule)
    {
        return m_fixture.on<RetentionStore>(
            [&](RetentionStore store) { return store.add(rule, u"me"_s); });
    }
    QList<RetentionRule> all()
    {
        return *m_fixture.on<RetentionStore>([](RetentionStore store) { return store.all(); });
    }
    Result<RetentionScope> scope(const RetentionRule &rule)
    {
        return m_fixture.on<RetentionStore>([&](RetentionStore store) -> Result<RetentionScope> {
            const QueryContext context{.nowMs = m_fixture.clock().nowMs(), .stores = {m_store}};
            RetentionScope scope{rule, {}};
            TRY_LET(const bool more, store.readMore(scope, context));
            TRY_LET(const bool evenMore, store.readMore(scope, context)); // goes on at the end
            return more || evenMore ? Result<RetentionScope>(fail(ErrorCode::Internal)) : scope;
        });
    }
    RecordingId know(const QString &uid, RecordingKind kind, qint64 days);
    void set(const QString &assignment, RecordingId id);

    EngineFixture m_fixture;
    StoreInfo m_store;
};

void tst_RetentionStore::init()
{
    m_fixture.open();
    m_store = {};
    m_store.uid = u"s-uid"_s;
    m_store.name = u"vault"_s;
    m_store.path = u"/nowhere"_s;
    m_store.id = *m_fixture.database().wait(
        [this](Connection &connection) { return RootStore(connection).add(m_store); });
}

RecordingId tst_RetentionStore::know(const QString &uid, RecordingKind kind, qint64 days)
{
    Recording recording;
    recording.uid = recording.path = uid;
    recording.kind = kind;
    recording.startMs = m_fixture.clock().nowMs() - days * ageDayMs;
    recording.bytes = 10;
    return *m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.upsert(m_store.id, recording, 1); });
}

void tst_RetentionStore::set(const QString &assignment, RecordingId id)
{
    const auto done = m_fixture.database().wait([&](Connection &connection) -> Result<> {
        TRY(connection.script(
            u"UPDATE recording SET %1 WHERE id = %2"_s.arg(assignment).arg(id.value)));
        return {};
    });
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
}

void tst_RetentionStore::rule_isKept()
{
    const auto id = add(rule());
    QVERIFY(id);
    QCOMPARE(all().size(), 1);
    const RetentionRule kept = all().first();
    QCOMPARE(kept.id, *id);
    QCOMPARE(kept.name, u"old logs"_s);
    QCOMPARE(kept.query, u"kind:log"_s);
    QCOMPARE(kept.language, queryLanguage);
    QCOMPARE(kept.bound, RetentionBound::Age);
    QCOMPARE(kept.amount, 90);
    QVERIFY(kept.enabled);
    QCOMPARE(kept.who, u"me"_s);
    QCOMPARE(kept.createdMs, m_fixture.clock().nowMs());
}

void tst_RetentionStore::wrongRule_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no name") << u"  "_s << QString() << qint64(1) << ErrorCode::InvalidArgument;
    QTest::newRow("no amount") << u"a"_s << QString() << qint64(0) << ErrorCode::InvalidArgument;
    QTest::newRow("less than nothing")
        << u"a"_s << QString() << qint64(-5) << ErrorCode::InvalidArgument;
    QTest::newRow("older than people")
        << u"a"_s << QString() << qint64(36'501) << ErrorCode::InvalidArgument;
    QTest::newRow("no query") << u"a"_s << u"kind:nonsense"_s << qint64(1)
                              << ErrorCode::InvalidArgument;
    QTest::newRow("no store") << u"a"_s << u"store:elsewhere"_s << qint64(1) << ErrorCode::NotFound;
}

void tst_RetentionStore::wrongRule_isRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, query);
    QFETCH(const qint64, amount);
    QFETCH(const ErrorCode, code);
    RetentionRule wrong = rule(name);
    wrong.query = query;
    wrong.amount = amount;
    QCOMPARE(codeOf(add(wrong)), code);
    QVERIFY(all().isEmpty());
}

void tst_RetentionStore::name_isTakenOnce()
{
    QVERIFY(add(rule()));
    QCOMPARE(codeOf(add(rule())), ErrorCode::Conflict);
    QCOMPARE(codeOf(add(rule(u" old logs "_s))), ErrorCode::Conflict);
}

void tst_RetentionStore::rule_isChanged()
{
    QVERIFY(add(rule(u"a"_s)));
    QVERIFY(add(rule(u"b"_s)));
    RetentionRule changed = all().first();
    changed.name = u"c"_s;
    changed.bound = RetentionBound::Size;
    changed.amount = 5'000;
    const auto change = [&] {
        return m_fixture.on<RetentionStore>(
            [&](RetentionStore store) { return store.change(changed); });
    };
    QVERIFY(change());
    QCOMPARE(all().last().name, u"c"_s);
    QCOMPARE(all().last().amount, 5'000);
    changed.name = u"b"_s;
    QCOMPARE(codeOf(change()), ErrorCode::Conflict);
    changed.id = RetentionRuleId{99};
    changed.name = u"d"_s;
    QCOMPARE(codeOf(change()), ErrorCode::NotFound);
}

void tst_RetentionStore::rule_isFoundByNumber()
{
    const RetentionRuleId id = *add(rule());
    for (const QString &what : {u"old logs"_s, QString::number(id.value)}) {
        const auto found =
            m_fixture.on<RetentionStore>([&](RetentionStore store) { return store.byName(what); });
        QVERIFY(found);
        QCOMPARE(found->id, id);
    }
}

void tst_RetentionStore::rule_thatIsGoneIsNotFound()
{
    const RetentionRuleId id = *add(rule());
    const auto remove = [&] {
        return m_fixture.on<RetentionStore>([&](RetentionStore store) { return store.remove(id); });
    };
    QVERIFY(remove());
    QCOMPARE(codeOf(remove()), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_fixture.on<RetentionStore>(
                 [&](RetentionStore store) { return store.setEnabled(id, false); })),
             ErrorCode::NotFound);
}

void tst_RetentionStore::scope_hasWhatTheQueryNames()
{
    const RecordingId old = know(u"a"_s, RecordingKind::Log, 200);
    know(u"b"_s, RecordingKind::Video, 300);
    const RecordingId older = know(u"c"_s, RecordingKind::Log, 400);
    const RecordingId trashed = know(u"d"_s, RecordingKind::Log, 500);
    set(u"flagged = 1"_s, old);
    set(u"state = 3"_s, trashed);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(older, u"case"_s, u"me"_s); }));
    RetentionRule logs = rule();
    logs.bound = RetentionBound::Count;
    const auto found = scope(logs);
    QVERIFY(found);
    QCOMPARE(found->candidates.size(), 2);
    QCOMPARE(found->candidates.first().id, older);
    QVERIFY(found->candidates.first().held);
    QVERIFY(!found->candidates.first().flagged);
    QCOMPARE(found->candidates.last().id, old);
    QVERIFY(found->candidates.last().flagged);
    QCOMPARE(found->candidates.last().bytes, 10);
    QCOMPARE(found->candidates.last().store, m_store.id);
}

void tst_RetentionStore::scope_ofAnAgeLeavesOutTheYoung()
{
    know(u"a"_s, RecordingKind::Log, 89);
    const RecordingId old = know(u"b"_s, RecordingKind::Log, 91);
    const auto found = scope(rule());
    QVERIFY(found);
    QCOMPARE(found->candidates.size(), 1);
    QCOMPARE(found->candidates.first().id, old);
}

void tst_RetentionStore::scope_ofANewerLanguageIsRefused()
{
    RetentionRule newer = rule();
    newer.language = queryLanguage + 1;
    QCOMPARE(codeOf(scope(newer)), ErrorCode::NewerVersion);
}

void tst_RetentionStore::ofANewerProgram_deletesNothing()
{
    know(u"a"_s, RecordingKind::Log, 200);
    QVERIFY(add(rule()));
    QVERIFY(m_fixture.database().wait([](Connection &connection) {
        return connection.script(u"UPDATE retention_rule SET bound = 9"_s);
    }));
    QCOMPARE(all().first().bound, RetentionBound::Unknown);
    QCOMPARE(codeOf(scope(all().first())), ErrorCode::NewerVersion);
}

void tst_RetentionStore::still_leavesOutWhatMayNotGo()
{
    QList<RecordingId> ids;
    for (const QString &uid : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s})
        ids << know(uid, RecordingKind::Log, 200);
    set(u"flagged = 1"_s, ids[1]);
    set(u"state = 2"_s, ids[2]);
    set(u"state = 4"_s, ids[3]);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(ids[4], u"case"_s, u"me"_s); }));
    const auto still =
        m_fixture.on<RetentionStore>([&](RetentionStore store) { return store.still(ids); });
    QVERIFY(still);
    QCOMPARE(still->ids, QList<RecordingId>({ids[0], ids[5]}));
    QCOMPARE(still->bytes, 20);
    const auto uids = m_fixture.on<RetentionStore>([&](RetentionStore store) {
        return store.uids({ids[5], RecordingId{999}, ids[1]});
    });
    QVERIFY(uids);
    QCOMPARE(*uids, QStringList({u"f"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(tst_RetentionStore)
#include "tst_retentionstore.moc"
