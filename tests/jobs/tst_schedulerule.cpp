// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/schedulerule.h"
#include "tests/support/instants.h"

#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ScheduleRule : public QObject
{
    Q_OBJECT

private slots:
    void parse_takesAndTellsBack_data();
    void parse_takesAndTellsBack();
    void parse_refuses_data();
    void parse_refuses();
    void next_followsTheRule_data();
    void next_followsTheRule();
    void next_ofADailyRuleRunsOnceADay_data();
    void next_ofADailyRuleRunsOnceADay();
    void next_beforeADueTimeIsThatTime_data() { addRules(); }
    void next_beforeADueTimeIsThatTime();
    void latest_isTheLastOneUpToNow_data() { addRules(); }
    void latest_isTheLastOneUpToNow();
    void latest_reachesOverManyYears_data() { addRules(); }
    void latest_reachesOverManyYears();

private:
    static void addRules();
};

// Every sort of rule, where clocks change.
void tst_ScheduleRule::addRules()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    const QStringList texts = {u"every 7h"_s,
                               u"every 2d"_s,
                               u"daily 02:15"_s,
                               u"daily 23:45"_s,
                               u"weekly sat,sun 00:00"_s,
                               u"cron */30 * * * *"_s,
                               u"cron 15 */2 * * *"_s,
                               u"cron 0,30 0-3 * * *"_s,
                               u"cron */20 1-2 1-7 * sun"_s};
    for (const QString &zone :
         {u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"America/Santiago"_s}) {
        for (const QString &text : texts)
            QTest::addRow("%s, %s", qPrintable(text), qPrintable(zone)) << text << zone;
    }
}

void tst_ScheduleRule::parse_takesAndTellsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<qint64>("intervalMs");
    const auto row = [](const char *name, const char *text, const char *plain, qint64 ms = -1) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(plain) << ms;
    };
    row("minutes", "every 15m", "every 15m", 900'000);
    row("hours", "every 6h", "every 6h", 21'600'000);
    row("days", "every 2d", "every 2d", 172'800'000);
    row("the shortest interval", "every 1m", "every 1m", 60'000);
    row("the longest interval", "every 3650d", "every 3650d", 315'360'000'000);
    row("zeros before an interval", " Every  006H ", "every 6h", 21'600'000);
    row("daily", "daily 03:00", "daily 03:00");
    row("daily with one digit", "DAILY 3:05", "daily 03:05");
    row("weekly", "weekly mon,thu 03:00", "weekly mon,thu 03:00");
    row("weekly in any order", "weekly Thu,MON,mon 3:00", "weekly mon,thu 03:00");
    row("weekly with a range", "weekly mon-fri 03:00", "weekly mon-fri 03:00");
    row("weekly over the end of the week", "weekly sat-mon 03:00", "weekly mon,sat,sun 03:00");
    row("weekly on every day", "weekly mon-sun 03:00", "weekly mon-sun 03:00");
    row("weekly up to sunday", "weekly fri-sun 03:00", "weekly fri-sun 03:00");
    row("cron", "cron 0 3 * * mon-fri", "cron 0 3 * * mon-fri");
    row("cron with spaces", "cron  0\t3  * * MON", "cron 0 3 * * mon");
}

void tst_ScheduleRule::parse_takesAndTellsBack()
{
    QFETCH(QString, text);
    const auto rule = ScheduleRule::parse(text, u"Europe/Berlin"_s);
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().detail));
    QTEST(rule->toText(), "plain");
    QTEST(rule->intervalMs().value_or(-1), "intervalMs");
    QCOMPARE(rule->zone(), u"Europe/Berlin"_s);
    const auto again = ScheduleRule::parse(rule->toText(), rule->zone());
    QVERIFY(again);
    QCOMPARE(again->toText(), rule->toText());
}

void tst_ScheduleRule::parse_refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *text, const char *named,
                        const char *zone = "Europe/Berlin") {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(zone)
                            << QString::fromLatin1(named);
    };
    row("nothing", "", "daily 03:00");
    row("another kind", "monthly 1 03:00", "\"monthly\"");
    row("an interval of nothing", "every 0m", "\"0m\"");
    row("seconds", "every 30s", "\"30s\"");
    row("no unit", "every 15", "\"15\"");
    row("below zero", "every -5m", "\"-5m\"");
    row("too long", "every 3651d", "3650d");
    row("too many digits", "every 99999999999999999999d", "3650d");
    row("words after an interval", "every 5m please", "please");
    row("no time of day", "daily", "time of day");
    row("hour 25", "daily 25:00", "\"25:00\"");
    row("minute 60", "daily 03:60", "\"03:60\"");
    row("the end of the day", "daily 24:00", "00:00");
    row("seconds in a time of day", "daily 03:00:00", "\"03:00:00\"");
    row("words after a time of day", "daily 03:00 sharp", "sharp");
    row("weekly without days", "weekly 03:00", "day of the week");
    row("an unknown day", "weekly mo 03:00", "\"mo\"");
    row("no day between commas", "weekly mon,,tue 03:00", "\"\"");
    row("a star for the days", "weekly * 03:00", "\"*\"");
    row("weekly without time", "weekly mon", "time of day");
    row("a cron field", "cron 0 25 * * *", "hour");
    row("a cron rule that never comes due", "cron 0 0 30 2 *", "never");
    row("no zone", "daily 03:00", "IANA", "");
    row("an unknown zone", "daily 03:00", "\"Mars/Olympus\"", "Mars/Olympus");
    row("an unknown zone beside an interval", "every 6h", "IANA", "Mars/Olympus");
}

void tst_ScheduleRule::parse_refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, named);
    const auto rule = ScheduleRule::parse(text, zone);
    QVERIFY(!rule);
    QCOMPARE(rule.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(rule.error().detail.contains(named), qPrintable(rule.error().detail));
}

void tst_ScheduleRule::next_followsTheRule_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("runs");
    const auto row = [](const char *name, const char *text, const QStringList &runs) {
        QTest::newRow(name) << QString::fromLatin1(text) << runs;
    };
    // From Friday, 2026-03-27 00:00 UTC, on; Berlin skips 02:00 to 03:00 on Sunday.
    row("an interval is real time", "every 36h",
        {u"2026-03-28 12:00"_s, u"2026-03-30 00:00"_s, u"2026-03-31 12:00"_s});
    row("daily", "daily 03:00",
        {u"2026-03-27 02:00"_s, u"2026-03-28 02:00"_s, u"2026-03-29 01:00"_s,
         u"2026-03-30 01:00"_s});
    row("weekly", "weekly sun,mon 02:30",
        {u"2026-03-29 01:00"_s, u"2026-03-30 00:30"_s, u"2026-04-05 00:30"_s});
    row("cron", "cron 0 12 * * mon-fri",
        {u"2026-03-27 11:00"_s, u"2026-03-30 10:00"_s, u"2026-03-31 10:00"_s});
}

void tst_ScheduleRule::next_followsTheRule()
{
    QFETCH(QString, text);
    QFETCH(QStringList, runs);
    const auto rule = ScheduleRule::parse(text, u"Europe/Berlin"_s);
    QVERIFY(rule);
    const auto step = [&](qint64 ms) { return rule->next(ms); };
    QCOMPARE(instantsAfter(u"2026-03-27 00:00"_s, runs.size(), step), runs);
}

void tst_ScheduleRule::next_ofADailyRuleRunsOnceADay_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QTime>("time");
    for (const QString &zone :
         {u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"America/Santiago"_s}) {
        for (const QTime time : {QTime(0, 0), QTime(0, 15), QTime(1, 30), QTime(2, 15),
                                 QTime(2, 30), QTime(3, 0), QTime(23, 45)})
            QTest::addRow("%s, %s", qPrintable(time.toString(u"HH:mm")), qPrintable(zone))
                << zone << time;
    }
}

// Judged by the offsets of the zone alone.
void tst_ScheduleRule::next_ofADailyRuleRunsOnceADay()
{
    QFETCH(QString, zone);
    QFETCH(QTime, time);
    const QTimeZone wall(zone.toLatin1());
    const auto shownAt = [&](qint64 ms) {
        const QDateTime instant = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        return instant.addSecs(wall.offsetFromUtc(instant));
    };
    const auto rule = ScheduleRule::parse(u"daily "_s + time.toString(u"HH:mm"), zone);
    QVERIFY(rule);

    // Noon before the first day, so that no row begins on the edge of a day.
    qint64 runMs = QDateTime(QDate(2025, 12, 31), QTime(12, 0), wall).toMSecsSinceEpoch();
    if (time > QTime(12, 0))
        runMs = rule->next(runMs);
    int skipped = 0;
    for (QDate day(2026, 1, 1); day < QDate(2028, 1, 1); day = day.addDays(1)) {
        const qint64 beforeMs = runMs;
        runMs = rule->next(runMs);
        QVERIFY(runMs > beforeMs);
        const QDateTime shown = shownAt(runMs);
        QCOMPARE(shown.date(), day);
        const QDateTime wished(day, time, Qt::UTC);
        if (shown != wished) {
            ++skipped;
            QVERIFY(shownAt(runMs - 1) < wished && wished < shown);
        }
        for (int minutes = 1; minutes <= 180; ++minutes)
            QVERIFY(shownAt(runMs - minutes * WallClock::minuteMs) != wished);
    }
    QVERIFY(skipped == 0 || skipped == 2);
}

void tst_ScheduleRule::next_beforeADueTimeIsThatTime()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    const auto rule = ScheduleRule::parse(text, zone);
    QVERIFY(rule);
    qint64 dueMs = instantMs(u"2026-01-01 00:00"_s);
    while (dueMs < instantMs(u"2027-01-01 00:00"_s)) {
        const qint64 nextMs = rule->next(dueMs);
        QVERIFY(nextMs > dueMs);
        // An interval counts from wherever it is asked; times of day stay where they are.
        if (!rule->intervalMs()) {
            QCOMPARE(instantText(rule->next(nextMs - 1)), instantText(nextMs));
            QCOMPARE(instantText(rule->next((dueMs + nextMs) / 2)), instantText(nextMs));
        }
        dueMs = nextMs;
    }
}

void tst_ScheduleRule::latest_isTheLastOneUpToNow()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    const auto rule = ScheduleRule::parse(text, zone);
    QVERIFY(rule);
    QList<qint64> due{rule->next(instantMs(u"2026-01-01 00:00"_s))};
    while (due.last() < instantMs(u"2026-12-01 00:00"_s))
        due.append(rule->next(due.last()));

    // A prime number of minutes, so that every time of day has its turn.
    for (qint64 nowMs = due.first(); nowMs < due.last(); nowMs += 1499 * WallClock::minuteMs) {
        const qint64 expected = *(std::upper_bound(due.cbegin(), due.cend(), nowMs) - 1);
        QCOMPARE(instantText(rule->latest(due.first(), nowMs)), instantText(expected));
        QCOMPARE(instantText(rule->latest(expected, nowMs)), instantText(expected));
    }
    for (qsizetype i = 1; i < due.size(); i += 17) {
        QCOMPARE(instantText(rule->latest(due.first(), due[i])), instantText(due[i]));
        QCOMPARE(instantText(rule->latest(due.first(), due[i] - 1)), instantText(due[i - 1]));
    }
    QCOMPARE(rule->latest(due.first(), due.first() - 5000), due.first());
}

void tst_ScheduleRule::latest_reachesOverManyYears()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    const auto rule = ScheduleRule::parse(text, zone);
    QVERIFY(rule);
    const qint64 dueMs = rule->next(instantMs(u"2026-01-01 00:00"_s));
    const qint64 nowMs = instantMs(u"2066-08-09 10:11"_s);
    const qint64 latestMs = rule->latest(dueMs, nowMs);
    QVERIFY(latestMs <= nowMs);
    QVERIFY(rule->next(latestMs) > nowMs);
    if (rule->intervalMs())
        QCOMPARE((latestMs - dueMs) % *rule->intervalMs(), 0);
    else
        QCOMPARE(rule->next(latestMs - 1), latestMs);
}

QTEST_GUILESS_MAIN(tst_ScheduleRule)
#include "tst_schedulerule.moc"
