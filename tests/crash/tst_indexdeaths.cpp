// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A death while texts are read leaves no line twice, and none out.
class TestIndexDeaths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void death_leavesEachLineOnce_data();
    void death_leavesEachLineOnce();

private:
    QJsonArray found()
    {
        return m_store.cli().run({u"search"_s, u"--limit"_s, u"0"_s, u"line*"_s}).array();
    }

    SampleStore m_store{{.recordings = 2, .webmEvery = 0}};
    QJsonArray m_unbroken;
};

void TestIndexDeaths::initTestCase()
{
    QByteArray cast = "{\"version\": 2, \"width\": 80, \"height\": 24}\n";
    for (int i = 0; i < 4500; ++i)
        cast += '[' + QByteArray::number(i) + ", \"o\", \"line " + QByteArray::number(i)
                + "\\r\\n\"]\n";
    m_store.add(7, {{u"recording-0.cast"_s, cast}});
    m_store.add(8, {{u"recording-0.cast"_s, "no cast"}});
    const CliResult scanned = m_store.addAndScan();
    QVERIFY2(scanned.status == 0, qPrintable(scanned.text()));
    m_store.save(u"scanned"_s);
    const CliResult indexed = m_store.cli().run({u"index"_s, u"--wait"_s});
    QVERIFY2(indexed.status == 0, qPrintable(indexed.text()));
    m_unbroken = found();
    QCOMPARE(m_unbroken.size(), 4500);
}

void TestIndexDeaths::death_leavesEachLineOnce_data()
{
    QTest::addColumn<QString>("fault");
    for (const int passage : {1, 2, 3, 4})
        QTest::addRow("written, %d", passage) << u"index.written:%1"_s.arg(passage);
    QTest::newRow("commit before") << u"db.commit.before:6"_s;
    QTest::newRow("commit after") << u"db.commit.after:6"_s;
    QTest::newRow("checkpoint") << u"job.checkpoint:2"_s;
}

void TestIndexDeaths::death_leavesEachLineOnce()
{
    QFETCH(const QString, fault);
    m_store.load(u"scanned"_s);
    const CliResult died =
        m_store.cli().runWith(u"RESPOOL_FAULT"_s, fault, {u"index"_s, u"--wait"_s});
    if (died.signal != SIGKILL)
        QSKIP("the process did not come by");
    const CliResult again = m_store.cli().run({u"index"_s, u"--wait"_s});
    QVERIFY2(again.status == 0, qPrintable(again.text()));
    QCOMPARE(m_store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(found(), m_unbroken);
    QCOMPARE(m_store.cli().run({u"search"_s, u"nothing"_s}).array().size(), 0);
}

QTEST_GUILESS_MAIN(TestIndexDeaths)
#include "tst_indexdeaths.moc"
