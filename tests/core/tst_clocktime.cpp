// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clocktime.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ClockTime : public QObject
{
    Q_OBJECT

private slots:
    void clockTimeMs_readsWhatPeopleWrite_data();
    void clockTimeMs_readsWhatPeopleWrite();
};

void tst_ClockTime::clockTimeMs_readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: nothing
    QTest::newRow("seconds") << u"90"_s << qint64(90'000);
    QTest::newRow("a part of a second") << u"90.5"_s << qint64(90'500);
    QTest::newRow("a comma") << u"0,25"_s << qint64(250);
    QTest::newRow("more digits than count") << u"1.23456"_s << qint64(1'234);
    QTest::newRow("minutes") << u"1:30.5"_s << qint64(90'500);
    QTest::newRow("hours") << u"1:02:03.004"_s << qint64(3'723'004);
    QTest::newRow("spaces around it") << u" 5 "_s << qint64(5'000);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("nothing") << QString() << qint64(-1);
    QTest::newRow("a word") << u"noon"_s << qint64(-1);
    QTest::newRow("a negative time") << u"-5"_s << qint64(-1);
    QTest::newRow("75 seconds after a minute") << u"1:75"_s << qint64(-1);
    QTest::newRow("61 minutes after an hour") << u"1:61:00"_s << qint64(-1);
    QTest::newRow("four fields") << u"1:2:3:4"_s << qint64(-1);
}

void tst_ClockTime::clockTimeMs_readsWhatPeopleWrite()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, ms);
    QCOMPARE(clockTimeMs(text).value_or(-1), ms);
}

QTEST_GUILESS_MAIN(tst_ClockTime)
#include "tst_clocktime.moc"
