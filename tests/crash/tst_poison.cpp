// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A job under which the program aborts each time is put aside; what waits beside it is done.
class TestPoison : public QObject
{
    Q_OBJECT

private slots:
    void poisonedJob_isParkedAfterThreeStarts();
};

void TestPoison::poisonedJob_isParkedAfterThreeStarts()
{
    SampleStore store({.recordings = 6, .webmEvery = 6});
    const CliResult scanned = store.addAndScan();
    QVERIFY2(scanned.status == 0, qPrintable(scanned.text()));
    // The poison first, so that every start meets it.
    const CliResult remux = store.cli().run({u"remux"_s, store.webmIds().first()});
    QCOMPARE(remux.object()[u"jobs"_s].toArray().size(), 1);
    const QString poison = QString::number(remux.object()[u"jobs"_s].toArray().first().toInteger());
    for (const QString &id : store.smallIds())
        QCOMPARE(store.cli().run({u"delete"_s, u"--yes"_s, id}).status, 0);

    store.cli().setVariable(u"RESPOOL_FAULT"_s, u"remux.part.opened!abort"_s);
    for (int start = 1; start <= 3; ++start) {
        const CliResult died = store.cli().run({u"work"_s, u"--drain"_s});
        QVERIFY2(died.signal == SIGABRT, qPrintable(died.text()));
    }
    const CliResult drained = store.cli().run({u"work"_s, u"--drain"_s});
    QVERIFY2(drained.status == 0, qPrintable(drained.text()));
    store.cli().setVariable(u"RESPOOL_FAULT"_s, {});

    const QJsonObject job = store.cli().run({u"job"_s, u"show"_s, poison}).object();
    QCOMPARE(job[u"state"_s].toString(), u"parked"_s);
    QCOMPARE(job[u"error"_s][u"code"_s].toInt(), 43);
    QVERIFY2(job[u"error"_s][u"text"_s].toString().contains("3 times in a row"_L1),
             qPrintable(job[u"error"_s][u"text"_s].toString()));
    const QJsonArray attempts = job[u"attempts"_s].toArray();
    QCOMPARE(attempts.size(), 3);
    for (const QJsonValue &attempt : attempts)
        QCOMPARE(attempt[u"error"_s][u"code"_s].toInt(), 43);
    for (const QJsonObject &other : store.jobs()) {
        if (QString::number(other[u"id"_s].toInteger()) != poison)
            QVERIFY2(other[u"state"_s].toString() == "done"_L1,
                     QJsonDocument(other).toJson().constData());
    }
    QCOMPARE(store.idsByState()[u"trashed"_s].size(), 5);

    // Its word is not the last: without the fault a retry ends well, and sweeps the part file.
    QCOMPARE(store.cli().run({u"job"_s, u"retry"_s, poison}).status, 0);
    QCOMPARE(store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(store.cli().run({u"job"_s, u"show"_s, poison}).object()[u"state"_s].toString(),
             u"done"_s);
    QCOMPARE(strayFiles(store.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestPoison)
#include "tst_poison.moc"
