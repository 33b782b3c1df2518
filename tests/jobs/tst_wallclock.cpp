// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/wallclock.h"
#include "tests/support/instants.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_WallClock : public QObject
{
    Q_OBJECT

private slots:
    void in_takesEveryIanaName_data();
    void in_takesEveryIanaName();
    void in_refusesWhatIsNoZone_data();
    void in_refusesWhatIsNoZone();
    void firstAt_isWhenTheWallGetsThere_data();
    void firstAt_isWhenTheWallGetsThere();
    void hasDay_isFalseForASkippedDay();
    void reachedBy_doesNotFallInARepeatedHour();
    void dayOf_isTheStartAlsoBefore1970();
    void nextShift_findsTheChangesOfAYear();
};

void tst_WallClock::in_takesEveryIanaName_data()
{
    QTest::addColumn<QString>("zone");
    QTest::newRow("a place") << u"Europe/Berlin"_s;
    QTest::newRow("a place in a state") << u"America/Argentina/Buenos_Aires"_s;
    QTest::newRow("an older name of a place") << u"Asia/Calcutta"_s;
    QTest::newRow("the zone of most servers") << u"Etc/UTC"_s;
    QTest::newRow("utc") << u"UTC"_s;
    QTest::newRow("hours from utc") << u"Etc/GMT+5"_s;
}

void tst_WallClock::in_takesEveryIanaName()
{
    QFETCH(QString, zone);
    const auto clock = WallClock::in(zone);
    QVERIFY(clock);
    QCOMPARE(clock->zone(), zone);
}

void tst_WallClock::in_refusesWhatIsNoZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a misspelt city") << u"Europe/Berlim"_s;
    QTest::newRow("lower case") << u"europe/berlin"_s;
    QTest::newRow("a word that could be a posix rule") << u"nonsense"_s;
    QTest::newRow("a posix rule") << u"CET-1CEST,M3.5.0,M10.5.0/3"_s;
    QTest::newRow("a folder of zones") << u"Europe"_s;
    QTest::newRow("a zone with leap seconds") << u"right/Europe/Berlin"_s;
    QTest::newRow("a way through the zone folder") << u"../zoneinfo/Europe/Berlin"_s;
    QTest::newRow("a way out of the zone folder") << u"../../../etc/passwd"_s;
    QTest::newRow("other letters") << u"Europa/Köln…"_s;
}

void tst_WallClock::in_refusesWhatIsNoZone()
{
    QFETCH(QString, zone);
    const auto clock = WallClock::in(zone);
    QVERIFY(!clock);
    QCOMPARE(clock.error().code, ErrorCode::InvalidArgument);
    QVERIFY(clock.error().detail.contains(zone));
    QVERIFY(clock.error().detail.contains(u"Europe/Berlin"_s));
}

void tst_WallClock::firstAt_isWhenTheWallGetsThere_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("again");
    const auto row = [](const char *name, const char *zone, const char *wall, const char *first,
                        const char *again) {
        QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(wall)
                            << QString::fromLatin1(first) << QString::fromLatin1(again);
    };
    const char *newYork = "America/New_York";
    row("new york, winter", newYork, "2026-01-15 03:00", "2026-01-15 08:00", "-");
    row("new york, summer", newYork, "2026-07-15 03:00", "2026-07-15 07:00", "-");
    row("new york, before the gap", newYork, "2026-03-08 01:59", "2026-03-08 06:59", "-");
    row("new york, the gap begins", newYork, "2026-03-08 02:00", "2026-03-08 07:00", "-");
    row("new york, in the gap", newYork, "2026-03-08 02:59", "2026-03-08 07:00", "-");
    row("new york, the gap ends", newYork, "2026-03-08 03:00", "2026-03-08 07:00", "-");
    row("new york, before the repeat", newYork, "2026-11-01 00:59", "2026-11-01 04:59", "-");
    row("new york, the repeat begins", newYork, "2026-11-01 01:00", "2026-11-01 05:00",
        "2026-11-01 06:00");
    row("new york, the repeat ends", newYork, "2026-11-01 01:59", "2026-11-01 05:59",
        "2026-11-01 06:59");
    row("new york, after the repeat", newYork, "2026-11-01 02:00", "2026-11-01 07:00", "-");
    row("new york, by rules for far years", newYork, "2060-03-14 02:30", "2060-03-14 07:00", "-");
    const char *lordHowe = "Australia/Lord_Howe";
    row("lord howe, half an hour's gap", lordHowe, "2026-10-04 02:15", "2026-10-03 15:30", "-");
    row("lord howe, after the gap", lordHowe, "2026-10-04 02:30", "2026-10-03 15:30", "-");
    row("lord howe, half an hour's repeat", lordHowe, "2026-04-05 01:45", "2026-04-04 14:45",
        "2026-04-04 15:15");
    row("lord howe, before the repeat", lordHowe, "2026-04-05 01:15", "2026-04-04 14:15", "-");
    const char *santiago = "America/Santiago";
    row("santiago, a gap at midnight", santiago, "2026-09-06 00:00", "2026-09-06 04:00", "-");
    row("santiago, before midnight", santiago, "2026-09-05 23:59", "2026-09-06 03:59", "-");
    row("santiago, a repeat before midnight", santiago, "2026-04-04 23:30", "2026-04-05 02:30",
        "2026-04-05 03:30");
    row("berlin, in the gap", "Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00", "-");
    row("berlin, in the repeat", "Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30",
        "2026-10-25 01:30");
    row("nuuk, a gap up to midnight", "America/Nuuk", "2026-03-28 23:30", "2026-03-29 01:00", "-");
    row("kolkata changes nothing", "Asia/Kolkata", "2026-03-29 02:30", "2026-03-28 21:00", "-");
    row("apia, before the skipped day", "Pacific/Apia", "2011-12-29 23:59", "2011-12-30 09:59",
        "-");
    row("apia, on the skipped day", "Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00", "-");
    row("apia, after the skipped day", "Pacific/Apia", "2011-12-31 00:00", "2011-12-30 10:00", "-");
    row("utc", "UTC", "2026-03-29 02:30", "2026-03-29 02:30", "-");
}

void tst_WallClock::firstAt_isWhenTheWallGetsThere()
{
    QFETCH(QString, zone);
    QFETCH(QString, wall);
    const auto clock = WallClock::in(zone);
    QVERIFY(clock);
    QTEST(instantText(clock->firstAt(instantMs(wall))), "first");
    QTEST(instantText(clock->againAt(instantMs(wall)).value_or(-1)), "again");
}

void tst_WallClock::hasDay_isFalseForASkippedDay()
{
    const auto apia = WallClock::in(u"Pacific/Apia"_s);
    QVERIFY(apia);
    QVERIFY(apia->hasDay(instantMs(u"2011-12-29 12:00"_s)));
    QVERIFY(!apia->hasDay(instantMs(u"2011-12-30 12:00"_s)));
    QVERIFY(apia->hasDay(instantMs(u"2011-12-31 12:00"_s)));
    const auto santiago = WallClock::in(u"America/Santiago"_s);
    QVERIFY(santiago->hasDay(instantMs(u"2026-09-06 00:00"_s)));
}

void tst_WallClock::reachedBy_doesNotFallInARepeatedHour()
{
    const auto clock = WallClock::in(u"Europe/Berlin"_s);
    const qint64 shiftMs = instantMs(u"2026-10-25 01:00"_s);
    const qint64 furthest = instantMs(u"2026-10-25 03:00"_s) - 1;
    QCOMPARE(clock->reachedBy(shiftMs - 1), furthest);
    QCOMPARE(clock->reachedBy(shiftMs), furthest);
    QCOMPARE(clock->shownAt(shiftMs), furthest + 1 - 60 * WallClock::minuteMs);
    QCOMPARE(clock->reachedBy(shiftMs + 60 * WallClock::minuteMs), furthest + 1);
}

void tst_WallClock::dayOf_isTheStartAlsoBefore1970()
{
    QCOMPARE(WallClock::dayOf(0), 0);
    QCOMPARE(WallClock::dayOf(WallClock::dayMs - 1), 0);
    QCOMPARE(WallClock::dayOf(-1), -WallClock::dayMs);
    QCOMPARE(WallClock::dayOf(-WallClock::dayMs), -WallClock::dayMs);
    QCOMPARE(WallClock::wallMs(QDate(1970, 1, 2), QTime(3, 0)), 27 * 60 * WallClock::minuteMs);
}

void tst_WallClock::nextShift_findsTheChangesOfAYear()
{
    const auto clock = WallClock::in(u"America/New_York"_s);
    const auto step = [&](qint64 ms) { return clock->nextShift(ms).value_or(-1); };
    QCOMPARE(instantsAfter(u"2026-01-01 00:00"_s, 3, step),
             QStringList({u"2026-03-08 07:00"_s, u"2026-11-01 06:00"_s, u"2027-03-14 07:00"_s}));
    QVERIFY(!WallClock().nextShift(0));
    QVERIFY(!WallClock::in(u"Asia/Kolkata"_s)->nextShift(instantMs(u"2026-01-01 00:00"_s)));
}

QTEST_GUILESS_MAIN(tst_WallClock)
#include "tst_wallclock.moc"
