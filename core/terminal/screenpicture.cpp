// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screenpicture.h"

#include "core/terminal/terminalevents.h"

#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostOutput = 64 << 20;
constexpr qint64 mostEvents = 4'000'000;
// 300,000 lines that scroll a screen of 200 by 50, or as many changes of size as a hand makes: a
// few seconds.
constexpr qint64 mostTouched = 3'000'000'000;
constexpr qsizetype feedBytes = 4096;
constexpr qint64 posterMs = 60'000;
constexpr qint64 sampleMs = 1000;
constexpr double fullShare = 0.75;

using Begin = std::function<Result<TerminalEvents>()>; // from the beginning, each time

// Plays a recording, and tells when the screen is about to change: what it showed until then, and
// the moment at which that ends.
class Playback
{
public:
    using Look = std::function<bool(const TerminalScreen &, qint64 untilMs)>; // false: enough

    explicit Playback(TerminalEvents events)
        : m_events(std::move(events))
    {}

    Result<> run(const Look &look)
    {
        for (;;) {
            TRY_LET(const std::optional<TerminalEvent> event, m_events());
            if (!event)
                return {};
            if (event->atMs > m_atMs && !look(m_screen, event->atMs))
                return {};
            m_atMs = event->atMs;
            m_output += event->output.size();
            if (event->columns > 0 && event->rows > 0)
                m_screen.resize(event->columns, event->rows);
            feed(event->output);
            if (m_output > mostOutput || ++m_count > mostEvents
                || m_screen.touched() > mostTouched) {
                m_cutShort = true;
                return {};
            }
        }
    }

    const TerminalScreen &screen() const { return m_screen; }
    qint64 atMs() const { return m_atMs; }
    bool isCutShort() const { return m_cutShort; }

private:
    void feed(QByteArrayView output)
    {
        while (!output.isEmpty() && m_screen.touched() <= mostTouched) {
            const qsizetype bytes = std::min(feedBytes, output.size());
            m_screen.feed(output.first(bytes));
            output = output.sliced(bytes);
        }
    }

    TerminalEvents m_events;
    TerminalScreen m_screen{0, 0};
    qint64 m_atMs = 0;
    qint64 m_output = 0;
    qint64 m_count = 0;
    bool m_cutShort = false;
};

Result<qint64> lengthOf(const Begin &begin)
{
    TRY_LET(const TerminalEvents events, begin());
    qint64 length = 0;
    for (qint64 count = 0; count < mostEvents; ++count) {
        TRY_LET(const std::optional<TerminalEvent> event, events());
        if (!event)
            break;
        length = event->atMs;
    }
    return length;
}

// A screen that is cleared is no better than the full one before it, but one that scrolls on is.
Result<> drawPoster(Playback &playback, ScreenStrip &strip)
{
    int best = 0;
    qint64 sampled = -sampleMs;
    const auto consider = [&](const TerminalScreen &screen, qint64 untilMs) {
        const int used = screen.used();
        if (used > 0 && used >= fullShare * best) {
            best = std::max(best, used);
            strip.screens = {ScreenPicture::of(screen, untilMs)};
        }
    };
    TRY(playback.run([&](const TerminalScreen &screen, qint64 untilMs) {
        if (untilMs - sampled >= sampleMs) {
            sampled = untilMs;
            consider(screen, std::min(untilMs, strip.lengthMs));
        }
        return untilMs <= posterMs || strip.screens.isEmpty();
    }));
    if (playback.atMs() <= posterMs || strip.screens.isEmpty())
        consider(playback.screen(), playback.atMs());
    return {};
}

// In the middle of each of so many equal lengths of time.
Result<> drawStrip(Playback &playback, int count, ScreenStrip &strip)
{
    const auto momentOf = [&](qsizetype index) {
        return strip.lengthMs * (2 * index + 1) / (2 * count);
    };
    TRY(playback.run([&](const TerminalScreen &screen, qint64 untilMs) {
        while (strip.screens.size() < count && momentOf(strip.screens.size()) < untilMs)
            strip.screens << ScreenPicture::of(screen, momentOf(strip.screens.size()));
        return strip.screens.size() < count;
    }));
    if (strip.screens.isEmpty())
        strip.screens << ScreenPicture::of(playback.screen(), playback.atMs());
    return {};
}

Result<ScreenStrip> screensOf(const Begin &begin, int count)
{
    ScreenStrip strip;
    TRY_LET(strip.lengthMs, lengthOf(begin));
    TRY_LET(TerminalEvents events, begin());
    Playback playback(std::move(events));
    if (count <= 1)
        TRY(drawPoster(playback, strip));
    else
        TRY(drawStrip(playback, std::min(count, mostScreens), strip));
    strip.cutShort = playback.isCutShort();
    if (strip.screens.isEmpty())
        return fail(ErrorCode::Media, u"nothing is ever shown in it"_s);
    return strip;
}

bool isBlank(const ScreenCell &cell)
{
    const CellStyle &style = cell.style;
    return (cell.text.isEmpty() || cell.text == u" ") && !style.background && !style.reverse
           && !style.underline && !style.strike;
}

} // namespace

QList<ScreenRun> runsOf(const TerminalScreen &screen, int row)
{
    QList<ScreenRun> runs;
    bool open = false; // whether the last run goes on
    for (int column = 0; column < screen.columns(); ++column) {
        const ScreenCell cell = screen.cell(row, column);
        if (cell.width == 0)
            continue;
        const bool wide = cell.width == 2;
        if (isBlank(cell) && !wide) {
            open = false;
            continue;
        }
        const QString text = cell.text.isEmpty() ? u" "_s : cell.text;
        if (open && !wide && runs.last().style == cell.style) {
            runs.last().text += text;
            ++runs.last().columns;
            continue;
        }
        const int columns = std::min(cell.width, screen.columns() - column);
        runs << ScreenRun{row, column, columns, text, cell.style};
        open = !wide;
    }
    return runs;
}

ScreenPicture ScreenPicture::of(const TerminalScreen &screen, qint64 atMs)
{
    ScreenPicture picture{atMs, screen.columns(), screen.rows(), {}};
    for (int row = 0; row < screen.rows(); ++row)
        picture.runs += runsOf(screen, row);
    return picture;
}

QStringList ScreenPicture::lines() const
{
    QStringList lines(rows);
    QList<int> ends(rows, 0);
    for (const ScreenRun &run : runs) {
        lines[run.row] += QString(std::max(0, run.column - ends[run.row]), u' ') + run.text;
        ends[run.row] = run.column + run.columns;
    }
    return lines;
}

Result<ScreenStrip> screensOfCast(QIODevice &file, int count)
{
    return screensOf([&] { return eventsOfCast(file); }, count);
}

Result<ScreenStrip> screensOfTrp(QIODevice &file, int count)
{
    return screensOf([&] { return eventsOfTrp(file); }, count);
}

} // namespace respool
