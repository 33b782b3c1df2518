// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The command line's words for retention rules.
class tst_RetentionVerbs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void preview_namesWhatWouldGo();
    void dryRun_namesWhatWouldGo();
    void run_namesWhatGoes();

private:
    Cli &cli() { return m_store->cli(); }
    QStringList expected() const;
    static QStringList idsIn(const QJsonValue &group);

    std::unique_ptr<SampleStore> m_store;
};

// Two rules agree on all but the newest two, one alone names the one before those.
void tst_RetentionVerbs::init()
{
    m_store = std::make_unique<SampleStore>(samples::StoreMix{.recordings = 6, .webmEvery = 0});
    QCOMPARE(m_store->addAndScan().status, 0);
    QCOMPARE(cli().run({u"hold"_s, u"add"_s, m_store->ids()[0], u"--reason"_s, u"audit"_s}).status,
             0);
    QCOMPARE(cli().run({u"retention"_s, u"add"_s, u"two"_s, u"--keep-last"_s, u"2"_s}).status, 0);
    QCOMPARE(cli().run({u"retention"_s, u"add"_s, u"three"_s, u"--keep-last"_s, u"3"_s}).status, 0);
}

QStringList tst_RetentionVerbs::idsIn(const QJsonValue &group)
{
    QStringList ids;
    for (const QJsonValue id : group[u"recordings"_s].toArray())
        ids << id.toString();
    return ids;
}

// Of the groups together: all but the one under hold and the two newest, the oldest first.
QStringList tst_RetentionVerbs::expected() const
{
    Cli &cli = m_store->cli();
    QStringList newestFirst;
    for (const QJsonValue recording : cli.run({u"list"_s}).array())
        newestFirst << recording[u"id"_s].toString();
    QStringList ids = newestFirst.mid(2);
    ids.removeOne(m_store->ids()[0]);
    return ids;
}

void tst_RetentionVerbs::preview_namesWhatWouldGo()
{
    QStringList wanted = expected();
    QStringList named;
    const CliResult preview = cli().run({u"retention"_s, u"preview"_s});
    QCOMPARE(preview.status, 0);
    QCOMPARE(preview.object()[u"groups"_s].toArray().size(), 2);
    for (const QJsonValue group : preview.object()[u"groups"_s].toArray()) {
        QCOMPARE(idsIn(group).size(), group[u"count"_s].toInt());
        named += idsIn(group);
    }
    named.sort();
    wanted.sort();
    QCOMPARE(named, wanted);
    QCOMPARE(preview.object()[u"count"_s].toInt(), wanted.size());
}

void tst_RetentionVerbs::dryRun_namesWhatWouldGo()
{
    const CliResult preview = cli().run({u"retention"_s, u"preview"_s, u"three"_s});
    const CliResult plan = cli().run({u"retention"_s, u"run"_s, u"three"_s, u"--dry-run"_s});
    QCOMPARE(plan.status, 0);
    QVERIFY(!idsIn(plan.object()[u"groups"_s][0]).isEmpty());
    QCOMPARE(idsIn(plan.object()[u"groups"_s][0]), idsIn(preview.object()[u"groups"_s][0]));
    const CliResult refused = cli().run({u"retention"_s, u"run"_s, u"three"_s});
    QCOMPARE(refused.status, 4);
    QCOMPARE(idsIn(refused.object()[u"groups"_s][0]), idsIn(plan.object()[u"groups"_s][0]));
}

void tst_RetentionVerbs::run_namesWhatGoes()
{
    QStringList wanted = expected();
    QStringList named;
    const CliResult run = cli().run({u"retention"_s, u"run"_s, u"--yes"_s, u"--wait"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.object()[u"batches"_s].toArray().size(), 2);
    for (const QJsonValue batch : run.object()[u"batches"_s].toArray()) {
        QCOMPARE(idsIn(batch).size(), batch[u"count"_s].toInt());
        named += idsIn(batch);
    }
    QStringList trashed = m_store->idsByState()[u"trashed"_s];
    for (QStringList *ids : {&wanted, &named, &trashed})
        ids->sort();
    QCOMPARE(named, wanted);
    QCOMPARE(trashed, wanted);
}

QTEST_GUILESS_MAIN(tst_RetentionVerbs)
#include "tst_retentionverbs.moc"
