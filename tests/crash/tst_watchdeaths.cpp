// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

#include <algorithm>
#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A scan that makes recordings complete and asks for their remux dies at each of its named points:
// in the end every WebM has been made seekable, and by one job alone.
class TestWatchDeaths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void death_losesNoRemuxAndAsksForNoneTwice_data();
    void death_losesNoRemuxAndAsksForNoneTwice();

private:
    // The titles of the remux jobs, in their order.
    QStringList remuxes()
    {
        QStringList titles;
        for (const QJsonObject &job : m_store.jobs()) {
            if (job[u"kind"_s].toString() == u"remux")
                titles << job[u"title"_s].toString() + u' ' + job[u"state"_s].toString();
        }
        titles.sort();
        return titles;
    }
    void finish() { QCOMPARE(m_store.cli().run({u"work"_s, u"--drain"_s}).status, 0); }

    SampleStore m_store{{.recordings = 4, .webmEvery = 3}};
    QStringList m_trace;
    QStringList m_remuxes;
    QMap<QString, QByteArray> m_tree;
};

void TestWatchDeaths::initTestCase()
{
    const QStringList add{u"store"_s,   u"add"_s,    m_store.path(), u"--kind"_s,
                          u"gateway"_s, u"--name"_s, u"s"_s};
    QCOMPARE(m_store.cli().run(add).status, 0);
    QCOMPARE(m_store.cli().run({u"store"_s, u"set"_s, u"s"_s, u"--auto-remux"_s, u"on"_s}).status,
             0);
    m_store.save(u"before"_s);
    const QString trace = m_store.filePath(u"trace"_s);
    QCOMPARE(m_store.cli().runWith(u"RESPOOL_FAULT_TRACE"_s, trace, {u"scan"_s}).status, 0);
    m_trace = QString::fromUtf8(samples::readFile(trace)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(m_trace.contains(u"scan.commit"_s));
    finish();
    m_remuxes = remuxes();
    QCOMPARE(m_remuxes.size(), 2);
    QVERIFY(
        std::ranges::all_of(m_remuxes, [](const QString &job) { return job.endsWith(u" done"); }));
    m_tree = m_store.tree();
}

void TestWatchDeaths::death_losesNoRemuxAndAsksForNoneTwice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("passage");
    QMap<QString, int> passages;
    for (const QString &name : std::as_const(m_trace))
        ++passages[name];
    for (const auto &[name, count] : passages.asKeyValueRange()) {
        QTest::addRow("%s, first", qPrintable(name)) << name << 1;
        if (count > 1)
            QTest::addRow("%s, last", qPrintable(name)) << name << count;
    }
}

void TestWatchDeaths::death_losesNoRemuxAndAsksForNoneTwice()
{
    QFETCH(const QString, name);
    QFETCH(const int, passage);
    bool died = false;
    // Commits are grouped, so that this run may pass a little less often than the traced one.
    for (int at = passage; at > 0 && !died; --at) {
        m_store.load(u"before"_s);
        died = m_store.cli()
                   .runWith(u"RESPOOL_FAULT"_s, u"%1:%2"_s.arg(name).arg(at), {u"scan"_s})
                   .signal
               == SIGKILL;
    }
    QVERIFY2(died, "the process did not come by");
    QCOMPARE(m_store.cli().run({u"scan"_s}).status, 0);
    finish();
    QCOMPARE(remuxes(), m_remuxes);
    QCOMPARE(difference(m_store.tree(), m_tree), QString());
    QCOMPARE(strayFiles(m_store.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestWatchDeaths)
#include "tst_watchdeaths.moc"
