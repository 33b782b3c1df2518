// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/batchreport.h"
#include "core/jobs/resultdigest.h"

#include <QCryptographicHash>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_BatchReport : public QObject
{
    Q_OBJECT

private slots:
    void cell_isNoFormula_data();
    void cell_isNoFormula();
    void digest_isThatOfTheDocumentedLines();
};

void tst_BatchReport::cell_isNoFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"ticket 42"_s << QByteArray("ticket 42");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("link") << u"=HYPERLINK(\"x\")"_s << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"");
    QTest::newRow("plus") << u"+49 30"_s << QByteArray("'+49 30");
    QTest::newRow("minus") << u"-2+3"_s << QByteArray("'-2+3");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("inside") << u"a=1"_s << QByteArray("a=1");
    QTest::newRow("comma and quote") << u"a,\"b\""_s << QByteArray("\"a,\"\"b\"\"\"");
}

void tst_BatchReport::cell_isNoFormula()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, cell);
    QCOMPARE(csvRow({text, u"x"_s}), cell + ",x\r\n");
    BatchReport report;
    report.reason = text;
    report.lines << ReportLine{JobId{1}, u"delete"_s, text, false, 1, JobState::Done, {}, 0};
    const QByteArray csv = toCsv(report);
    QCOMPARE(csv.count("," + cell + ",1,"), 2); // the reason before job 1, the item before its byte
}

void tst_BatchReport::digest_isThatOfTheDocumentedLines()
{
    const QList<JobItem> items{
        {u"uid-1"_s, 5, {}, 17},
        {u"uid-ü"_s, 0, {ErrorCode::Refused, u"under \"hold\""_s}, 18},
    };
    const QByteArray lines = "[\"uid-1\",5,0,\"\",17]\n[\"uid-ü\",0,4,\"under \\\"hold\\\"\",18]\n";
    QCOMPARE(digestOf(items).toLatin1(),
             QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex());
    QVERIFY(digestOf({items[1], items[0]}) != digestOf(items));
}

QTEST_GUILESS_MAIN(tst_BatchReport)
#include "tst_batchreport.moc"
