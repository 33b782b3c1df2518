// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The command line's words for deletions, reports and the audit log.
class tst_EvidenceVerbs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void dryRun_tellsThePlan();
    void withoutYes_nothingIsDeleted();
    void unknownIds_stopNothingAndAreNamed();
    void nothingFound_isNotFound();
    void liftingAHold_wantsAReason();
    void report_isVerified();
    void audit_isListedAndVerified();
    void show_hasTheHistory();

private:
    Cli &cli() { return m_store->cli(); }
    const QStringList &ids() { return m_ids; }

    std::unique_ptr<SampleStore> m_store;
    QStringList m_ids;
};

void tst_EvidenceVerbs::init()
{
    m_store = std::make_unique<SampleStore>(samples::StoreMix{.recordings = 4, .webmEvery = 0});
    m_ids = m_store->ids();
    QCOMPARE(m_store->addAndScan().status, 0);
}

void tst_EvidenceVerbs::dryRun_tellsThePlan()
{
    QCOMPARE(cli().run({u"hold"_s, u"add"_s, ids()[0], u"--reason"_s, u"audit"_s}).status, 0);
    const CliResult plan = cli().run({u"delete"_s, u"--query"_s, QString(), u"--dry-run"_s});
    QCOMPARE(plan.status, 0);
    QCOMPARE(plan.object()[u"count"_s].toInt(), 3);
    QCOMPARE(plan.object()[u"held"_s].toInt(), 1);
    QCOMPARE(plan.object()[u"recordings"_s].toArray().size(), 3);
    QCOMPARE(plan.object()[u"stores"_s].toArray().size(), 1);
    QVERIFY(plan.object()[u"stores"_s].toArray()[0][u"trashOnVolume"_s].toBool());
    QCOMPARE(m_store->idsByState()[u"present"_s].size(), 4);
}

void tst_EvidenceVerbs::withoutYes_nothingIsDeleted()
{
    const CliResult refused = cli().run({u"delete"_s, ids()[0]});
    QCOMPARE(refused.status, 4);
    QVERIFY(refused.err.contains(u"--yes"_s));
    QCOMPARE(m_store->idsByState()[u"present"_s].size(), 4);
}

void tst_EvidenceVerbs::unknownIds_stopNothingAndAreNamed()
{
    QByteArray list = ids()[0].toUtf8() + '\n' + ids()[1].toUtf8() + "\n\n";
    for (int i = 0; i < 12; ++i)
        list += "unknown-" + QByteArray::number(i) + '\n';
    const QString file = m_store->filePath(u"ids"_s);
    samples::writeFile(file, list);
    const CliResult plan = cli().run({u"delete"_s, u"--from"_s, file, u"--dry-run"_s});
    QCOMPARE(plan.object()[u"notFound"_s].toArray().size(), 12);
    const CliResult deleted = cli().run({u"delete"_s, u"--from"_s, file, u"--yes"_s, u"--wait"_s});
    QCOMPARE(deleted.status, 1);
    QCOMPARE(deleted.err.count(u"not found: unknown-"_s), 10);
    QVERIFY2(deleted.err.contains(u"and 2 more"_s), qPrintable(deleted.err));
    QCOMPARE(m_store->idsByState()[u"present"_s].size(), 2);
    const QString batch = QString::number(deleted.object()[u"batch"_s].toInt());
    const CliResult report = cli().run({u"report"_s, batch});
    QCOMPARE(report.object()[u"plan"_s][u"notFound"_s].toArray().size(), 12);
}

void tst_EvidenceVerbs::nothingFound_isNotFound()
{
    QCOMPARE(cli().run({u"delete"_s, u"unknown"_s, u"--yes"_s}).status, 3);
}

void tst_EvidenceVerbs::liftingAHold_wantsAReason()
{
    QCOMPARE(cli().run({u"hold"_s, u"add"_s, ids()[0], u"--reason"_s, u"audit"_s}).status, 0);
    QCOMPARE(cli().run({u"hold"_s, u"remove"_s, ids()[0]}).status, 2);
    QCOMPARE(cli().run({u"delete"_s, u"--yes"_s, ids()[0]}).status, 4);
    QCOMPARE(cli().run({u"hold"_s, u"remove"_s, ids()[0], u"--reason"_s, u"closed"_s}).status, 0);
    const QJsonArray log = cli().run({u"audit"_s, u"list"_s, u"--recording"_s, ids()[0]}).array();
    QCOMPARE(log.size(), 2);
    QCOMPARE(log[0][u"action"_s].toString(), u"hold-lift"_s);
    QCOMPARE(log[0][u"reason"_s].toString(), u"closed"_s);
    QCOMPARE(log[0][u"detail"_s][u"held"_s].toString(), u"audit"_s);
}

void tst_EvidenceVerbs::report_isVerified()
{
    const CliResult deleted =
        cli().run({u"delete"_s, ids()[0], u"--yes"_s, u"--wait"_s, u"--reason"_s, u"T-1"_s});
    QCOMPARE(deleted.status, 0);
    const QString batch = QString::number(deleted.object()[u"batch"_s].toInt());
    const CliResult report = cli().run({u"report"_s, batch, u"--format"_s, u"json"_s});
    const QString file = m_store->filePath(u"report.json"_s);
    samples::writeFile(file, report.out);
    const CliResult intact = cli().run({u"report"_s, u"verify"_s, file});
    QCOMPARE(intact.status, 0);
    QVERIFY(intact.object()[u"intact"_s].toBool());
    samples::writeFile(file, QByteArray(report.out).replace("T-1", "T-2"));
    const CliResult changed = cli().run({u"report"_s, u"verify"_s, file});
    QCOMPARE(changed.status, 1);
    QVERIFY(!changed.object()[u"problems"_s].toArray().isEmpty());
    QVERIFY(cli().run({u"report"_s, batch, u"--format"_s, u"html"_s}).out.startsWith("<!DOCTYPE"));
    QVERIFY(cli().run({u"report"_s, batch, u"--format"_s, u"csv"_s}).out.startsWith("batch,"));
    QCOMPARE(cli().run({u"report"_s}).status, 2);
    QCOMPARE(cli().run({u"report"_s, u"verify"_s, u"/nowhere"_s}).status, 3);
}

void tst_EvidenceVerbs::audit_isListedAndVerified()
{
    const CliResult verified = cli().run({u"audit"_s, u"verify"_s});
    QCOMPARE(verified.status, 0);
    QCOMPARE(verified.object()[u"rows"_s].toInt(), 1); // the store
    QCOMPARE(cli().run({u"audit"_s, u"list"_s, u"--since"_s, u"2999-01-01"_s}).array().size(), 0);
    QCOMPARE(cli().run({u"audit"_s, u"list"_s, u"--since"_s, u"soon"_s}).status, 2);
    const QString file = m_store->filePath(u"log"_s);
    QCOMPARE(cli().run({u"audit"_s, u"export"_s, u"--to"_s, file}).status, 0);
    QCOMPARE(samples::readFile(file).count('\n'), 1);
    QCOMPARE(cli().run({u"audit"_s, u"export"_s, u"--to"_s, u"-"_s}).out, samples::readFile(file));
}

void tst_EvidenceVerbs::show_hasTheHistory()
{
    QCOMPARE(cli().run({u"delete"_s, ids()[0], u"--yes"_s, u"--wait"_s}).status, 0);
    const QJsonArray shown = cli().run({u"show"_s, ids()[0]}).array();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0][u"id"_s].toString(), ids()[0]);
    const QJsonValue history = shown[0][u"history"_s];
    QCOMPARE(history[u"results"_s].toArray().size(), 1);
    QCOMPARE(history[u"audit"_s].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(tst_EvidenceVerbs)
#include "tst_evidenceverbs.moc"
