// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/connection.h"
#include "core/library/auditstore.h"
#include "tests/support/enginefixture.h"
#include "tests/support/storefixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The log can only be added to, and whoever gets round that is seen.
class tst_AuditStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_data.open(); }
    void rows_followFromEachOther();
    void hash_isThatOfTheDocumentedBytes();
    void page_goesBackwardsAndByRecording();
    void change_isRefusedByTheDatabase_data();
    void change_isRefusedByTheDatabase();
    void tampering_isNamedByItsRow_data();
    void tampering_isNamedByItsRow();
    void failedTransaction_leavesNoRow();

private:
    void add(int count);
    QList<AuditRow> rows();
    Result<> script(const QString &statement);

    EngineFixture m_data;
};

void tst_AuditStore::add(int count)
{
    QList<AuditEntry> entries;
    for (int i = 0; i < count; ++i)
        entries << AuditEntry{.action = act::holdAdd,
                              .who = u"zoë"_s,
                              .recording = u"uid-%1"_s.arg(i % 2),
                              .store = u"s"_s,
                              .reason = u"case \"%1\"\n"_s.arg(i),
                              .detail = {{u"n"_s, i}}};
    QVERIFY(m_data.on<AuditStore>([&](AuditStore store) { return store.append(entries); }));
}

QList<AuditRow> tst_AuditStore::rows()
{
    return *m_data.on<AuditStore>([](AuditStore store) { return store.after(0, 0); });
}

Result<> tst_AuditStore::script(const QString &statement)
{
    return m_data.database().wait(
        [&](Connection &connection) { return connection.script(statement); });
}

void tst_AuditStore::rows_followFromEachOther()
{
    add(2);
    m_data.clock().advance(5);
    add(1);
    AuditChain chain;
    for (const AuditRow &row : rows())
        QCOMPARE(chain.follow(row), std::nullopt);
    QCOMPARE(chain.head().id, 3);
    const auto head = m_data.on<AuditStore>([](AuditStore store) { return store.head(); });
    QCOMPARE(head->id, 3);
    QCOMPARE(head->hash, chain.head().hash);
    QCOMPARE(rows().first().prior, QString());
    QCOMPARE(rows().last().atMs, rows().first().atMs + 5);
}

// Anybody can compute it without this program.
void tst_AuditStore::hash_isThatOfTheDocumentedBytes()
{
    add(2);
    const AuditRow second = rows().last();
    const QByteArray bytes = "[2," + QByteArray::number(m_data.clock().nowMs())
                             + R"(,"zoë","hold-add","uid-1","s",0,)"
                               R"("case \"1\"\n","{\"n\":1}"])";
    QCOMPARE(canonicalBytes(second), bytes);
    QCOMPARE(second.prior.size(), 64);
    QCOMPARE(second.hash.toUtf8(),
             QCryptographicHash::hash(second.prior.toUtf8() + bytes, QCryptographicHash::Sha256)
                 .toHex());
    QCOMPARE(hashOf(auditRowFrom(toJson(second))), second.hash);
}

void tst_AuditStore::page_goesBackwardsAndByRecording()
{
    add(5);
    const auto page = [&](const AuditFilter &filter) {
        const auto found =
            m_data.on<AuditStore>([&](AuditStore store) { return store.page(filter); });
        QList<qint64> ids;
        for (const AuditRow &row : *found)
            ids << row.id;
        return ids;
    };
    QCOMPARE(page({}), (QList<qint64>{5, 4, 3, 2, 1}));
    QCOMPARE(page({.limit = 2}), (QList<qint64>{5, 4}));
    QCOMPARE(page({.before = 4, .limit = 2}), (QList<qint64>{3, 2}));
    QCOMPARE(page({.above = 3}), (QList<qint64>{5, 4}));
    QCOMPARE(page({.recording = u"uid-1"_s, .above = 2}), (QList<qint64>{4}));
    QCOMPARE(page({.recording = u"uid-1"_s}), (QList<qint64>{4, 2}));
    QCOMPARE(page({.recording = u"uid"_s}).size(), 5);
    QCOMPARE(page({.recording = u"other"_s}).size(), 0);
    QCOMPARE(page({.sinceMs = m_data.clock().nowMs() + 1}).size(), 0);
}

void tst_AuditStore::change_isRefusedByTheDatabase_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << u"UPDATE audit SET who = 'x' WHERE id = 2"_s;
    QTest::newRow("delete") << u"DELETE FROM audit WHERE id = 3"_s;
    QTest::newRow("all") << u"DELETE FROM audit"_s;
    QTest::newRow("replace") << u"UPDATE OR REPLACE audit SET id = 1 WHERE id = 2"_s;
}

void tst_AuditStore::change_isRefusedByTheDatabase()
{
    QFETCH(const QString, statement);
    add(3);
    const QList<AuditRow> before = rows();
    const auto changed = script(statement);
    QVERIFY(!changed);
    QVERIFY2(changed.error().detail.contains(u"only ever added to"_s),
             qPrintable(changed.error().detail));
    QCOMPARE(rows().size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(rows()[i].hash, before[i].hash);
}

void tst_AuditStore::tampering_isNamedByItsRow_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<qint64>("row");
    const auto row = [](const char *name, const char *statement, qint64 id) {
        QTest::newRow(name) << QString::fromLatin1(statement) << id;
    };
    row("another reason", "UPDATE audit SET reason = 'because' WHERE id = 3", 3);
    row("another person", "UPDATE audit SET who = 'somebody' WHERE id = 1", 1);
    row("another time", "UPDATE audit SET at_ms = at_ms + 1 WHERE id = 5", 5);
    row("another batch", "UPDATE audit SET batch = 7 WHERE id = 4", 4);
    row("another detail", "UPDATE audit SET detail = '{}' WHERE id = 2", 2);
    row("a hash of its own", "UPDATE audit SET hash = prior WHERE id = 2", 2);
    row("one cut out", "DELETE FROM audit WHERE id = 3", 4);
    row("the first cut off", "DELETE FROM audit WHERE id = 1", 2);
}

void tst_AuditStore::tampering_isNamedByItsRow()
{
    QFETCH(const QString, statement);
    QFETCH(const qint64, row);
    add(5);
    QVERIFY(script(u"DROP TRIGGER audit_no_update"_s));
    QVERIFY(script(u"DROP TRIGGER audit_no_delete"_s));
    QVERIFY(script(statement));
    AuditChain chain;
    qint64 broken = 0;
    for (const AuditRow &each : rows()) {
        if (const auto wrong = chain.follow(each)) {
            QVERIFY2(wrong->contains(QString::number(each.id)), qPrintable(*wrong));
            broken = each.id;
            break;
        }
    }
    QCOMPARE(broken, row);
}

void tst_AuditStore::failedTransaction_leavesNoRow()
{
    const auto failed = m_data.on<AuditStore>([](AuditStore store) -> Result<> {
        TRY(store.append({.action = u"delete"_s, .who = u"me"_s}));
        return fail(ErrorCode::Refused, u"no"_s);
    });
    QCOMPARE(codeOf(failed), ErrorCode::Refused);
    QVERIFY(rows().isEmpty());
    add(1);
    QCOMPARE(rows().first().id, 1);
}

QTEST_GUILESS_MAIN(tst_AuditStore)
#include "tst_auditstore.moc"
