// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/cronexpression.h"
#include "core/jobs/wallclock.h"
#include "tests/support/instants.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_CronExpression : public QObject
{
    Q_OBJECT

private slots:
    void parse_namesFieldAndText_data();
    void parse_namesFieldAndText();
    void toText_isPlain();
    void next_matchesTheFields_data();
    void next_matchesTheFields();
    void next_followsCronWhenTheClockChanges_data();
    void next_followsCronWhenTheClockChanges();
    void next_ofAWildcardFindsEveryMatchingMinute_data();
    void next_ofAWildcardFindsEveryMatchingMinute();
};

void tst_CronExpression::parse_namesFieldAndText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, const char *text, const QStringList &named) {
        QTest::newRow(name) << QString::fromLatin1(text) << named;
    };
    row("nothing", "", {u"five"_s});
    row("four fields", "0 3 * *", {u"4 fields"_s, u"day of week"_s});
    row("six fields", "0 0 3 * * mon", {u"6 fields"_s});
    row("a shorthand", "@daily", {u"@daily"_s, u"five"_s});
    row("minute 60", "60 3 * * *", {u"minute"_s, u"\"60\""_s, u"0 to 59"_s});
    row("hour 24", "0 24 * * *", {u"hour"_s, u"\"24\""_s, u"0 to 23"_s});
    row("day 0", "0 3 0 * *", {u"day of month"_s, u"\"0\""_s, u"1 to 31"_s});
    row("month 13", "0 3 * 13 *", {u"month"_s, u"\"13\""_s, u"jan feb"_s});
    row("weekday 8", "0 3 * * 8", {u"day of week"_s, u"\"8\""_s, u"0 to 7"_s, u"sun mon"_s});
    row("a month's name as a weekday", "0 3 * * jan", {u"day of week"_s, u"\"jan\""_s});
    row("a whole name", "0 3 * * monday", {u"day of week"_s, u"\"monday\""_s});
    row("a name in the hour", "0 mon * * *", {u"hour"_s, u"\"mon\""_s});
    row("a sign", "-5 3 * * *", {u"minute"_s});
    row("a number too long to count", "99999999999999999999 3 * * *", {u"minute"_s});
    row("a list with a hole", "1,,2 3 * * *", {u"minute"_s, u"\"\""_s});
    row("a range backwards", "0 5-3 * * *", {u"hour"_s, u"\"5-3\""_s, u"before"_s});
    row("a range without end", "0 5- * * *", {u"hour"_s});
    row("a range of three", "0 1-2-3 * * *", {u"hour"_s, u"\"2-3\""_s});
    row("a step of none", "*/0 * * * *", {u"minute"_s, u"\"*/0\""_s, u"step"_s});
    row("a step without number", "*/ * * * *", {u"minute"_s, u"step"_s});
    row("a step of a number", "5/15 * * * *", {u"minute"_s, u"\"5/15\""_s, u"range"_s});
    row("two steps", "*/2/3 * * * *", {u"minute"_s, u"step"_s});
    row("stars that touch", "** * * * *", {u"minute"_s, u"\"**\""_s});
    row("a place marker", "%1 3 * * *", {u"minute"_s, u"\"%1\""_s, u"0 to 59"_s});
    row("a question mark", "0 3 ? * *", {u"day of month"_s, u"\"?\""_s});
    row("the 30th of february", "0 0 30 2 *", {u"never"_s, u"\"30\""_s});
    row("the 31st of short months", "0 0 31 2,4,6,9,11 *", {u"never"_s, u"\"31\""_s});
}

void tst_CronExpression::parse_namesFieldAndText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, named);
    const auto cron = CronExpression::parse(text);
    QVERIFY(!cron);
    QCOMPARE(cron.error().code, ErrorCode::InvalidArgument);
    for (const QString &part : named)
        QVERIFY2(cron.error().detail.contains(part), qPrintable(cron.error().detail));
}

void tst_CronExpression::toText_isPlain()
{
    const auto cron = CronExpression::parse(u"  0\t3 *  JAN Mon-FRI "_s);
    QVERIFY(cron);
    QCOMPARE(cron->toText(), u"0 3 * jan mon-fri"_s);
    QVERIFY(CronExpression::parse(cron->toText()));
}

void tst_CronExpression::next_matchesTheFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("runs");
    const auto row = [](const char *name, const char *text, const char *after,
                        const QStringList &runs) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(after) << runs;
    };
    // 2026-01-01 is a Thursday.
    const char *newYear = "2026-01-01 00:00";
    row("every minute", "* * * * *", newYear, {u"2026-01-01 00:01"_s, u"2026-01-01 00:02"_s});
    row("a time of day", "0 3 * * *", newYear, {u"2026-01-01 03:00"_s, u"2026-01-02 03:00"_s});
    row("strictly after", "0 0 * * *", newYear, {u"2026-01-02 00:00"_s, u"2026-01-03 00:00"_s});
    row("a list", "5,10 3,4 * * *", newYear,
        {u"2026-01-01 03:05"_s, u"2026-01-01 03:10"_s, u"2026-01-01 04:05"_s});
    row("a range", "58-59 3 * * *", newYear,
        {u"2026-01-01 03:58"_s, u"2026-01-01 03:59"_s, u"2026-01-02 03:58"_s});
    row("steps of everything", "*/25 * * * *", newYear,
        {u"2026-01-01 00:25"_s, u"2026-01-01 00:50"_s, u"2026-01-01 01:00"_s});
    row("steps in a range", "10-30/15 3 * * *", newYear,
        {u"2026-01-01 03:10"_s, u"2026-01-01 03:25"_s, u"2026-01-02 03:10"_s});
    row("a step beyond the range", "*/90 3 * * *", newYear,
        {u"2026-01-01 03:00"_s, u"2026-01-02 03:00"_s});
    row("workdays by name", "0 3 * * mon-fri", newYear,
        {u"2026-01-01 03:00"_s, u"2026-01-02 03:00"_s, u"2026-01-05 03:00"_s});
    row("any case", "0 3 * FEB Sun", newYear, {u"2026-02-01 03:00"_s, u"2026-02-08 03:00"_s});
    row("0 is sunday", "0 3 * * 0", newYear, {u"2026-01-04 03:00"_s, u"2026-01-11 03:00"_s});
    row("7 is sunday", "0 3 * * 7", newYear, {u"2026-01-04 03:00"_s, u"2026-01-11 03:00"_s});
    row("a range up to 7", "0 3 * * 6-7", newYear, {u"2026-01-03 03:00"_s, u"2026-01-04 03:00"_s});
    row("a range up to sun", "0 3 * * sat-sun", newYear,
        {u"2026-01-03 03:00"_s, u"2026-01-04 03:00"_s, u"2026-01-10 03:00"_s});
    row("a range from sun", "0 3 * * sun-mon", newYear,
        {u"2026-01-04 03:00"_s, u"2026-01-05 03:00"_s, u"2026-01-11 03:00"_s});
    row("names of months", "0 3 1 jan,mar-apr *", newYear,
        {u"2026-01-01 03:00"_s, u"2026-03-01 03:00"_s, u"2026-04-01 03:00"_s});
    row("either day field, if both are restricted", "0 3 13 * fri", newYear,
        {u"2026-01-02 03:00"_s, u"2026-01-09 03:00"_s, u"2026-01-13 03:00"_s});
    row("both day fields, if one has a star", "0 3 */2 * fri", newYear,
        {u"2026-01-09 03:00"_s, u"2026-01-23 03:00"_s});
    row("the other one with the star", "0 3 13 * */5", newYear,
        {u"2026-02-13 03:00"_s, u"2026-03-13 03:00"_s, u"2026-09-13 03:00"_s});
    row("an impossible day beside a weekday", "0 3 30 2 mon", newYear,
        {u"2026-02-02 03:00"_s, u"2026-02-09 03:00"_s});
    row("31 leaves out short months", "0 0 31 * *", newYear,
        {u"2026-01-31 00:00"_s, u"2026-03-31 00:00"_s, u"2026-05-31 00:00"_s});
    row("leap days", "0 0 29 2 *", newYear, {u"2028-02-29 00:00"_s, u"2032-02-29 00:00"_s});
    row("2100 has no leap day", "0 0 29 2 *", "2096-03-01 00:00", {u"2104-02-29 00:00"_s});
    row("leap days on a sunday", "0 0 29 2 */7", newYear,
        {u"2032-02-29 00:00"_s, u"2060-02-29 00:00"_s, u"2088-02-29 00:00"_s});
    row("over the end of a year", "59 23 31 12 *", "2026-12-31 23:59", {u"2027-12-31 23:59"_s});
}

void tst_CronExpression::next_matchesTheFields()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    QFETCH(QStringList, runs);
    const auto cron = CronExpression::parse(text);
    QVERIFY2(cron, cron ? "" : qPrintable(cron.error().detail));
    const WallClock utc;
    const auto step = [&](qint64 ms) { return cron->next(ms, utc); };
    QCOMPARE(instantsAfter(after, runs.size(), step), runs);
}

void tst_CronExpression::next_followsCronWhenTheClockChanges_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("runs");
    const auto row = [](const char *name, const char *zone, const char *text, const char *after,
                        const QStringList &runs) {
        QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(text)
                            << QString::fromLatin1(after) << runs;
    };
    // New York: 2026-03-08 skips 02:00 to 03:00 at 07:00 UTC, 2026-11-01 repeats 01:00 to 02:00
    // at 06:00 UTC.
    const char *newYork = "America/New_York";
    row("a skipped time runs when the gap ends", newYork, "30 2 * * *", "2026-03-07 12:00",
        {u"2026-03-08 07:00"_s, u"2026-03-09 06:30"_s});
    row("several skipped times run once", newYork, "0,20,40 2,3 * * *", "2026-03-08 00:00",
        {u"2026-03-08 07:00"_s, u"2026-03-08 07:20"_s, u"2026-03-08 07:40"_s,
         u"2026-03-09 06:00"_s});
    row("a repeated time does not run again", newYork, "30 1 * * *", "2026-10-31 12:00",
        {u"2026-11-01 05:30"_s, u"2026-11-02 06:30"_s});
    row("asked within the repeat", newYork, "30 1 * * *", "2026-11-01 06:10",
        {u"2026-11-02 06:30"_s});
    row("a time after the repeat", newYork, "0 2 * * *", "2026-11-01 06:10",
        {u"2026-11-01 07:00"_s, u"2026-11-02 07:00"_s});
    row("every hour by number, repeated", newYork, "0 0-23 * * *", "2026-11-01 04:30",
        {u"2026-11-01 05:00"_s, u"2026-11-01 07:00"_s, u"2026-11-01 08:00"_s});
    row("every hour by star, repeated", newYork, "0 * * * *", "2026-11-01 04:30",
        {u"2026-11-01 05:00"_s, u"2026-11-01 06:00"_s, u"2026-11-01 07:00"_s});
    row("every hour by star, skipped", newYork, "0 * * * *", "2026-03-08 05:30",
        {u"2026-03-08 06:00"_s, u"2026-03-08 07:00"_s, u"2026-03-08 08:00"_s});
    row("a wildcard leaves a skipped hour out", newYork, "30 */2 * * *", "2026-03-08 05:00",
        {u"2026-03-08 05:30"_s, u"2026-03-08 08:30"_s});
    row("quarters go on evenly, repeated", newYork, "*/30 * * * *", "2026-11-01 05:15",
        {u"2026-11-01 05:30"_s, u"2026-11-01 06:00"_s, u"2026-11-01 06:30"_s,
         u"2026-11-01 07:00"_s});
    row("a star for the minute alone loses no night", newYork, "*/30 2 * * *", "2026-03-07 08:00",
        {u"2026-03-08 07:00"_s, u"2026-03-09 06:00"_s, u"2026-03-09 06:30"_s});
    row("half an hour is skipped", "Australia/Lord_Howe", "15 2 * * *", "2026-10-03 00:00",
        {u"2026-10-03 15:30"_s, u"2026-10-04 15:15"_s});
    row("half an hour is repeated", "Australia/Lord_Howe", "45 1 * * *", "2026-04-04 00:00",
        {u"2026-04-04 14:45"_s, u"2026-04-05 15:15"_s});
    row("half an hour is repeated for a star", "Australia/Lord_Howe", "45 * * * *",
        "2026-04-04 14:00", {u"2026-04-04 14:45"_s, u"2026-04-04 15:15"_s, u"2026-04-04 16:15"_s});
    row("midnight is skipped", "America/Santiago", "0 0 * * *", "2026-09-05 12:00",
        {u"2026-09-06 04:00"_s, u"2026-09-07 03:00"_s});
    row("a weekday whose midnight is skipped", "America/Santiago", "0 0 * * sun",
        "2026-08-31 12:00", {u"2026-09-06 04:00"_s, u"2026-09-13 03:00"_s});
    row("the hour before midnight is skipped", "America/Nuuk", "30 23 * * *", "2026-03-28 12:00",
        {u"2026-03-29 01:00"_s, u"2026-03-30 00:30"_s});
    row("a day is skipped", "Pacific/Apia", "0 3 * * *", "2011-12-28 20:00",
        {u"2011-12-29 13:00"_s, u"2011-12-30 13:00"_s, u"2011-12-31 13:00"_s});
    row("the only weekday is skipped", "Pacific/Apia", "0 3 * * fri", "2011-12-20 00:00",
        {u"2011-12-23 13:00"_s, u"2012-01-05 13:00"_s});
    row("no change at all", "Asia/Kolkata", "30 2 * * *", "2026-03-28 00:00",
        {u"2026-03-28 21:00"_s, u"2026-03-29 21:00"_s});
}

void tst_CronExpression::next_followsCronWhenTheClockChanges()
{
    QFETCH(QString, zone);
    QFETCH(QString, text);
    QFETCH(QString, after);
    QFETCH(QStringList, runs);
    const auto clock = WallClock::in(zone);
    const auto cron = CronExpression::parse(text);
    QVERIFY(clock && cron);
    const auto step = [&](qint64 ms) { return cron->next(ms, *clock); };
    QCOMPARE(instantsAfter(after, runs.size(), step), runs);
}

void tst_CronExpression::next_ofAWildcardFindsEveryMatchingMinute_data()
{
    QTest::addColumn<QString>("zone");
    QTest::newRow("new york") << u"America/New_York"_s;
    QTest::newRow("lord howe") << u"Australia/Lord_Howe"_s;
    QTest::newRow("santiago") << u"America/Santiago"_s;
}

// The same question answered without any thought: read the wall at every minute of a year.
void tst_CronExpression::next_ofAWildcardFindsEveryMatchingMinute()
{
    QFETCH(QString, zone);
    const QTimeZone wall(zone.toLatin1());
    const auto clock = WallClock::in(zone);
    const auto cron = CronExpression::parse(u"*/20 */3 * * *"_s);
    QVERIFY(clock && cron);
    const qint64 endMs = instantMs(u"2027-01-01 00:00"_s);
    qint64 dueMs = cron->next(instantMs(u"2026-01-01 00:00"_s) - 1, *clock);
    for (qint64 ms = instantMs(u"2026-01-01 00:00"_s); ms < endMs; ms += WallClock::minuteMs) {
        const QDateTime instant = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        const qint64 minute = (ms / 1000 + wall.offsetFromUtc(instant)) / 60;
        if (minute % 20 != 0 || minute / 60 % 24 % 3 != 0)
            continue;
        QCOMPARE(instantText(dueMs), instantText(ms));
        dueMs = cron->next(dueMs, *clock);
    }
}

QTEST_GUILESS_MAIN(tst_CronExpression)
#include "tst_cronexpression.moc"
