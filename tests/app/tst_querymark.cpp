// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cliprocess.h"

#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What respoolctl says about a query that is wrong.
class tst_QueryMark : public QObject
{
    Q_OBJECT

private slots:
    void mistake_isMarked_data();
    void mistake_isMarked();
    void everyVerb_marksIt();
    void help_namesEveryField();

private:
    QTemporaryDir m_folder;
};

void tst_QueryMark::mistake_isMarked_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked"); // the last two lines
    QTest::newRow("field") << u"a sise>100M"_s << u"  a sise>100M\n    ^~~~"_s;
    QTest::newRow("value") << u"kind:log,movie b"_s << u"  kind:log,movie b\n           ^~~~~"_s;
    QTest::newRow("store") << u"store:cellar"_s << u"  store:cellar\n        ^~~~~~"_s;
    QTest::newRow("wide letters") << u"日本 sise:1"_s << u"  日本 sise:1\n       ^~~~"_s;
    QTest::newRow("accent of its own") << u"e\u0301 sise:1"_s << u"  e\u0301 sise:1\n    ^~~~"_s;
    QTest::newRow("tab and escape") << u"a\t\u001b sise:1"_s << u"  a   sise:1\n      ^~~~"_s;
    QTest::newRow("long") << u"x"_s.repeated(100) + u" sise:1"_s
                          << u"  …"_s + u"x"_s.repeated(49) + u" sise:1\n   "_s
                                 + u" "_s.repeated(50) + u"^~~~"_s;
}

void tst_QueryMark::mistake_isMarked()
{
    QFETCH(const QString, query);
    QFETCH(const QString, marked);
    const CliResult result = Cli(m_folder.path()).run({u"list"_s, query});
    QVERIFY2(result.status == 2, qPrintable(result.text()));
    QVERIFY2(result.err.endsWith(u'\n' + marked + u'\n'), qPrintable(result.text()));
}

void tst_QueryMark::everyVerb_marksIt()
{
    const Cli cli(m_folder.path());
    const QString query = u"kind:movie"_s;
    for (const QStringList &arguments :
         {QStringList{u"remux"_s, u"--query"_s, query},
          QStringList{u"delete"_s, u"--query"_s, query},
          QStringList{u"schedule"_s, u"add"_s, u"nightly"_s, u"remux"_s, u"--when"_s,
                      u"daily 03:00"_s, u"--query"_s, query}}) {
        const CliResult result = cli.run(arguments);
        QVERIFY2(result.status == 2, qPrintable(result.text()));
        QVERIFY2(result.err.contains(u"\n       ^~~~~\n"_s), qPrintable(result.text()));
    }
}

void tst_QueryMark::help_namesEveryField()
{
    const CliResult result = Cli(m_folder.path()).run({u"help"_s, u"query"_s});
    QVERIFY2(result.status == 0, qPrintable(result.text()));
    QVERIFY(result.array().size() > 20);
    QCOMPARE(result.array().first().toObject()[u"field"_s].toString(), u"kind"_s);
    QCOMPARE(Cli(m_folder.path()).run({u"help"_s, u"potato"_s}).status, 2);
}

QTEST_GUILESS_MAIN(tst_QueryMark)
#include "tst_querymark.moc"
