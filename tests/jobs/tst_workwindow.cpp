// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workwindow.h"
#include "tests/support/instants.h"

#include <QTest>

#include <limits>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_WorkWindow : public QObject
{
    Q_OBJECT

private slots:
    void parse_takesAndTellsBack_data();
    void parse_takesAndTellsBack();
    void parse_refuses_data();
    void parse_refuses();
    void always_neverChanges_data();
    void always_neverChanges();
    void nextChange_opensAndCloses_data();
    void nextChange_opensAndCloses();
    void nextChange_isWhereIsOpenTurns_data();
    void nextChange_isWhereIsOpenTurns();
};

void tst_WorkWindow::parse_takesAndTellsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("over midnight") << u"22:00-06:00"_s << u"22:00-06:00"_s;
    QTest::newRow("within a day") << u"9:00-17:30"_s << u"09:00-17:30"_s;
    QTest::newRow("with days") << u" Mon-FRI  22:00-6:00"_s << u"mon-fri 22:00-06:00"_s;
    QTest::newRow("listed days") << u"sun,sat 0:00-24:00"_s << u"sat,sun 00:00-24:00"_s;
    QTest::newRow("every day by name") << u"mon-sun 22:00-06:00"_s << u"22:00-06:00"_s;
    QTest::newRow("up to midnight") << u"22:00-24:00"_s << u"22:00-24:00"_s;
    QTest::newRow("up to the next day's beginning") << u"22:00-00:00"_s << u"22:00-00:00"_s;
    QTest::newRow("always") << u"Always"_s << u"always"_s;
    QTest::newRow("always by hours") << u"00:00-24:00"_s << u"always"_s;
}

void tst_WorkWindow::parse_takesAndTellsBack()
{
    QFETCH(QString, text);
    const auto window = WorkWindow::parse(text, u"Europe/Berlin"_s);
    QVERIFY2(window, window ? "" : qPrintable(window.error().detail));
    QTEST(window->toText(), "plain");
    QCOMPARE(window->zone(), u"Europe/Berlin"_s);
    const auto again = WorkWindow::parse(window->toText(), window->zone());
    QVERIFY(again);
    QCOMPARE(again->toText(), window->toText());
}

void tst_WorkWindow::parse_refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *text, const char *named,
                        const char *zone = "Europe/Berlin") {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(zone)
                            << QString::fromLatin1(named);
    };
    row("nothing", "", "22:00-06:00");
    row("one time", "22:00", "22:00-06:00");
    row("three times", "22:00-23:00-24:00", "22:00-06:00");
    row("no length", "22:00-22:00", "00:00-24:00");
    row("a begin at the end of the day", "24:00-06:00", "00:00-24:00");
    row("hour 25", "22:00-25:00", "\"25:00\"");
    row("words for hours", "night-morning", "\"night\"");
    row("an unknown day", "someday 22:00-06:00", "\"someday\"");
    row("days in two words", "mon, tue 22:00-06:00", "mon-fri 22:00-06:00");
    row("days after the hours", "22:00-06:00 mon-fri", "day of the week");
    row("an unknown zone", "22:00-06:00", "\"Mars/Olympus\"", "Mars/Olympus");
}

void tst_WorkWindow::parse_refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, named);
    const auto window = WorkWindow::parse(text, zone);
    QVERIFY(!window);
    QCOMPARE(window.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(window.error().detail.contains(named), qPrintable(window.error().detail));
}

void tst_WorkWindow::always_neverChanges_data()
{
    QTest::addColumn<WorkWindow>("window");
    QTest::newRow("by default") << WorkWindow();
    QTest::newRow("by word") << *WorkWindow::parse(u"always"_s, u"Europe/Berlin"_s);
    QTest::newRow("by hours") << *WorkWindow::parse(u"00:00-24:00"_s, u"America/Santiago"_s);
}

void tst_WorkWindow::always_neverChanges()
{
    QFETCH(WorkWindow, window);
    for (const QString &text : {u"2026-03-29 00:59"_s, u"2026-09-06 04:00"_s}) {
        QVERIFY(window.isOpen(instantMs(text)));
        QCOMPARE(window.nextChangeMs(instantMs(text)), std::numeric_limits<qint64>::max());
    }
    QCOMPARE(window.toText(), u"always"_s);
}

void tst_WorkWindow::nextChange_opensAndCloses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QStringList>("changes");
    const auto row = [](const char *name, const QStringList &textZoneFrom, bool open,
                        const QStringList &changes) {
        QTest::newRow(name) << textZoneFrom[0] << textZoneFrom[1] << textZoneFrom[2] << open
                            << changes;
    };
    const QString utc = u"UTC"_s;
    const QString berlin = u"Europe/Berlin"_s;
    // 2026-01-01 is a Thursday.
    row("before a window", {u"09:00-17:00"_s, utc, u"2026-01-01 08:59"_s}, false,
        {u"2026-01-01 09:00"_s, u"2026-01-01 17:00"_s, u"2026-01-02 09:00"_s});
    row("at its begin", {u"09:00-17:00"_s, utc, u"2026-01-01 09:00"_s}, true,
        {u"2026-01-01 17:00"_s});
    row("at its end", {u"09:00-17:00"_s, utc, u"2026-01-01 17:00"_s}, false,
        {u"2026-01-02 09:00"_s});
    row("after midnight", {u"22:00-06:00"_s, utc, u"2026-01-01 05:59"_s}, true,
        {u"2026-01-01 06:00"_s, u"2026-01-01 22:00"_s, u"2026-01-02 06:00"_s});
    row("friday's window ends on saturday", {u"mon-fri 22:00-06:00"_s, utc, u"2026-01-02 21:00"_s},
        false,
        {u"2026-01-02 22:00"_s, u"2026-01-03 06:00"_s, u"2026-01-05 22:00"_s,
         u"2026-01-06 06:00"_s});
    row("sunday night is not monday's", {u"mon-fri 22:00-06:00"_s, utc, u"2026-01-05 03:00"_s},
        false, {u"2026-01-05 22:00"_s});
    row("a weekend is one window", {u"sat,sun 00:00-24:00"_s, utc, u"2026-01-02 12:00"_s}, false,
        {u"2026-01-03 00:00"_s, u"2026-01-05 00:00"_s, u"2026-01-10 00:00"_s});
    row("once a week", {u"wed 01:00-02:00"_s, utc, u"2026-01-07 02:00"_s}, false,
        {u"2026-01-14 01:00"_s, u"2026-01-14 02:00"_s});
    row("a short night", {u"22:00-06:00"_s, berlin, u"2026-03-28 12:00"_s}, false,
        {u"2026-03-28 21:00"_s, u"2026-03-29 04:00"_s});
    row("a long night", {u"22:00-06:00"_s, berlin, u"2026-10-24 12:00"_s}, false,
        {u"2026-10-24 20:00"_s, u"2026-10-25 05:00"_s});
    row("a begin that is skipped", {u"02:30-04:00"_s, berlin, u"2026-03-29 00:00"_s}, false,
        {u"2026-03-29 01:00"_s, u"2026-03-29 02:00"_s});
    row("an end that is skipped", {u"01:00-02:30"_s, berlin, u"2026-03-28 12:00"_s}, false,
        {u"2026-03-29 00:00"_s, u"2026-03-29 01:00"_s});
    row("a window that is skipped", {u"02:10-02:50"_s, berlin, u"2026-03-28 12:00"_s}, false,
        {u"2026-03-30 00:10"_s, u"2026-03-30 00:50"_s});
    row("a closed time that is skipped", {u"02:50-02:10"_s, berlin, u"2026-03-28 12:00"_s}, true,
        {u"2026-03-30 00:10"_s, u"2026-03-30 00:50"_s});
    row("a begin that is repeated", {u"02:30-04:00"_s, berlin, u"2026-10-24 12:00"_s}, false,
        {u"2026-10-25 00:30"_s, u"2026-10-25 03:00"_s, u"2026-10-26 01:30"_s});
    row("an end that is repeated", {u"22:00-02:30"_s, berlin, u"2026-10-24 21:00"_s}, true,
        {u"2026-10-25 00:30"_s, u"2026-10-25 21:00"_s});
    row("asked in the repeat", {u"02:30-04:00"_s, berlin, u"2026-10-25 01:10"_s}, true,
        {u"2026-10-25 03:00"_s});
    row("midnight is skipped", {u"sun 00:00-06:00"_s, u"America/Santiago"_s, u"2026-09-05 12:00"_s},
        false, {u"2026-09-06 04:00"_s, u"2026-09-06 09:00"_s});
    row("its only day is skipped", {u"fri 09:00-17:00"_s, u"Pacific/Apia"_s, u"2011-12-24 12:00"_s},
        false, {u"2012-01-05 19:00"_s, u"2012-01-06 03:00"_s});
}

void tst_WorkWindow::nextChange_opensAndCloses()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, from);
    QFETCH(bool, open);
    QFETCH(QStringList, changes);
    const auto window = WorkWindow::parse(text, zone);
    QVERIFY(window);
    QCOMPARE(window->isOpen(instantMs(from)), open);
    const auto step = [&](qint64 ms) { return window->nextChangeMs(ms); };
    QCOMPARE(instantsAfter(from, changes.size(), step), changes);
}

void tst_WorkWindow::nextChange_isWhereIsOpenTurns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    for (const QString &zone :
         {u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"America/Santiago"_s}) {
        for (const QString &text : {u"22:00-06:00"_s, u"mon-fri 23:30-01:45"_s,
                                    u"sat,sun 00:15-24:00"_s, u"02:10-02:20"_s})
            QTest::addRow("%s, %s", qPrintable(text), qPrintable(zone)) << text << zone;
    }
}

// Asked at every minute of the weeks around both changes of the clock.
void tst_WorkWindow::nextChange_isWhereIsOpenTurns()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    const auto window = WorkWindow::parse(text, zone);
    QVERIFY(window);
    for (const auto &[from, to] : {std::pair(u"2026-03-03 12:00"_s, u"2026-04-10 12:00"_s),
                                   std::pair(u"2026-09-01 12:00"_s, u"2026-11-06 12:00"_s)}) {
        qint64 changeMs = window->nextChangeMs(instantMs(from));
        bool open = window->isOpen(instantMs(from));
        const qint64 endMs = instantMs(to);
        for (qint64 ms = instantMs(from); ms < endMs; ms += WallClock::minuteMs) {
            if (window->isOpen(ms) != open) {
                QCOMPARE(instantText(ms), instantText(changeMs));
                QCOMPARE(window->isOpen(ms - 1), open);
                open = !open;
                changeMs = window->nextChangeMs(ms);
            }
            QVERIFY(ms < changeMs);
        }
    }
}

QTEST_GUILESS_MAIN(tst_WorkWindow)
#include "tst_workwindow.moc"
