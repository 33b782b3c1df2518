// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/progressrate.h"

#include <QTest>

using namespace respool;

class tst_ProgressRate : public QObject
{
    Q_OBJECT

private slots:
    void rate_isUnknownAtFirst();
    void rate_isThatOfTheLastHalfMinute();
    void rate_beginsAfreshWhenTheWorkChanges();
    void rate_ofWorkThatStandsStillHasNoEnd();
};

void tst_ProgressRate::rate_isUnknownAtFirst()
{
    ProgressRate rate;
    QVERIFY(!rate.remainingMs());
    rate.add(0, {10, 100});
    QVERIFY(!rate.remainingMs());
    rate.add(100, {11, 100});
    QCOMPARE(rate.perSecond(), 0.0);
}

void tst_ProgressRate::rate_isThatOfTheLastHalfMinute()
{
    ProgressRate rate;
    qint64 done = 0;
    for (qint64 at = 0; at <= 60'000; at += 1000)
        rate.add(at, {done += 10, 100'000}); // ten a second
    for (qint64 at = 61'000; at <= 100'000; at += 1000)
        rate.add(at, {done += 50, 100'000});
    QCOMPARE(rate.perSecond(), 50.0);
    QCOMPARE(*rate.remainingMs(), (100'000 - done) * 20);
}

void tst_ProgressRate::rate_beginsAfreshWhenTheWorkChanges()
{
    ProgressRate rate;
    rate.add(0, {0, 100});
    rate.add(1000, {50, 100});
    QCOMPARE(rate.perSecond(), 50.0);
    rate.add(2000, {10, 100}); // failed jobs were retried
    QCOMPARE(rate.perSecond(), 0.0);
    rate.add(3000, {20, 100});
    QCOMPARE(rate.perSecond(), 10.0);
}

void tst_ProgressRate::rate_ofWorkThatStandsStillHasNoEnd()
{
    ProgressRate rate;
    rate.add(0, {5, 100});
    rate.add(40'000, {5, 100});
    rate.add(80'000, {5, 100});
    QVERIFY(!rate.remainingMs());
}

QTEST_GUILESS_MAIN(tst_ProgressRate)
#include "tst_progressrate.moc"
