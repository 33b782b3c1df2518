// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/asciicast.h"
#include "core/terminal/castline.h"
#include "core/terminal/plaintext.h"
#include "core/terminal/screenpicture.h"
#include "core/terminal/slog.h"
#include "core/terminal/terminalsummary.h"
#include "core/terminal/terminaltext.h"
#include "core/terminal/trp.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/replaypromises.h"

#include <QBuffer>

#include <algorithm>

namespace respool {

namespace {

constexpr qsizetype mostTextUnits = (64 << 10) + (64 << 10); // a glance and one chunk too many
constexpr qsizetype mostLogEntries = 10'000;
constexpr double mostSeconds = 1e9;
constexpr qsizetype stepBytes = 61; // by which a terminal is fed: characters are cut in two

template <typename T>
void mustBeOfTheFile(const Result<T> &outcome)
{
    if (!outcome)
        mustHold(outcome.error().code == ErrorCode::Media && !outcome.error().detail.isEmpty(),
                 "reading fails because of the file", outcome.error().detail);
}

void checkSummary(const Result<TerminalSummary> &summary)
{
    mustBeOfTheFile(summary);
    if (summary)
        mustHold(summary->durationMs >= 0 && summary->columns >= 0 && summary->rows >= 0
                     && summary->events >= 0,
                 "a summary has no negative numbers");
}

void checkPlainText(const Result<QString> &text)
{
    mustBeOfTheFile(text);
    if (!text)
        return;
    mustHold(text->size() <= mostTextUnits, "a glance is short");
    const bool plain = std::ranges::all_of(
        *text, [](QChar unit) { return unit.unicode() >= ' ' || unit == u'\t' || unit == u'\n'; });
    mustHold(plain, "plain text has no control characters");
}

void checkScreens(const Result<ScreenStrip> &strip)
{
    mustBeOfTheFile(strip);
    if (!strip)
        return;
    const auto again = ScreenStrip::fromBytes(strip->toBytes());
    mustHold(again && again->screens == strip->screens, "screens are read as they were written");
    for (const ScreenPicture &screen : strip->screens)
        mustHold(screen.lines().size() == screen.rows, "a screen has its lines");
}

void checkLines(const Result<TextLines> &text)
{
    mustBeOfTheFile(text);
    if (!text)
        return;
    const auto again = TextLines::fromBytes(text->toBytes());
    mustHold(again && again->lines == text->lines, "lines are read as they were written");
}

void readLines(const QByteArray &bytes)
{
    const auto text = TextLines::fromBytes(bytes);
    mustHold(text || text.error().code == ErrorCode::Media
                 || text.error().code == ErrorCode::NewerVersion,
             "lines are refused for what they are");
}

void readScreens(const QByteArray &bytes)
{
    const auto strip = ScreenStrip::fromBytes(bytes);
    if (!strip) {
        mustHold(strip.error().code == ErrorCode::Media
                     || strip.error().code == ErrorCode::NewerVersion,
                 "screens are refused for what they are");
        return;
    }
    for (const ScreenPicture &screen : strip->screens)
        mustHold(screen.lines().size() == screen.rows, "a screen has its lines");
}

// The first two bytes are the size; where a line feed comes first, it changes while it is fed.
void feedScreen(QByteArrayView bytes)
{
    if (bytes.size() < 3)
        return;
    const int columns = quint8(bytes[0]);
    const int rows = quint8(bytes[1]);
    TerminalScreen screen(columns, rows);
    for (qsizetype at = 2; at < bytes.size(); at += stepBytes) {
        const QByteArrayView piece = bytes.sliced(at, std::min(stepBytes, bytes.size() - at));
        if (piece.startsWith('\n'))
            screen.resize(quint8(piece.back()), rows);
        screen.feed(piece);
        mustHold(screen.cursorColumn() < screen.columns() && screen.cursorRow() < screen.rows(),
                 "the cursor is on the screen");
    }
    checkScreens(ScreenStrip{0, false, {ScreenPicture::of(screen, 0)}});
    const ScreenState state = screen.state();
    const auto restored = TerminalScreen::restored(state);
    mustHold(restored->columns() == screen.columns() && restored->rows() == screen.rows()
                 && restored->isAlternate() == screen.isAlternate(),
             "a screen is restored");
}

// The reader of the lines that recorders write reads none otherwise than the one of all JSON.
void scanLines(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        const auto scanned = scanCastLine(line);
        mustHold(!scanned || scanned == parseCastLine(line), "a line has one meaning");
    }
}

void readCast(QBuffer &file)
{
    scanLines(file.data());
    file.seek(0);
    auto reader = CastReader::open(file);
    mustBeOfTheFile(reader);
    double last = 0;
    while (reader) {
        const auto event = reader->next();
        mustBeOfTheFile(event);
        if (!event || !*event)
            break;
        mustHold((*event)->seconds >= last, "time does not go back",
                 QString::fromUtf8((*event)->code));
        mustHold((*event)->seconds <= mostSeconds, "no recording takes ages");
        last = (*event)->seconds;
    }
    file.seek(0);
    checkSummary(summarizeCast(file));
    file.seek(0);
    checkPlainText(plainTextOfCast(file));
    checkScreens(screensOfCast(file, 1));
    checkScreens(screensOfCast(file, 4));
    checkLines(textOfCast(file));
    checkReplay(file, ReplayFormat::Cast);
}

void readTrp(QBuffer &file)
{
    TrpReader reader(file);
    qint64 last = 0;
    for (;;) {
        const auto chunk = reader.next();
        mustBeOfTheFile(chunk);
        if (!chunk || !*chunk)
            break;
        mustHold((*chunk)->atMs >= last, "time does not go back");
        mustHold((*chunk)->columns() >= 0 && (*chunk)->rows() >= 0, "a screen has a size");
        last = (*chunk)->atMs;
    }
    file.seek(0);
    checkSummary(summarizeTrp(file));
    file.seek(0);
    checkPlainText(plainTextOfTrp(file));
    checkScreens(screensOfTrp(file, 1));
    checkScreens(screensOfTrp(file, 4));
    checkLines(textOfTrp(file));
    checkReplay(file, ReplayFormat::Trp);
}

void readSlog(QBuffer &file)
{
    SlogReader reader;
    const auto entries = reader.read(file);
    mustBeOfTheFile(entries);
    mustHold(!entries || entries->size() <= mostLogEntries, "a log has a bound");
    mustHold(reader.warnings().size() <= 16, "each code warns once");
    file.seek(0);
    checkSummary(summarizeSlog(file));
    file.seek(0);
    // As it is, control characters included.
    mustBeOfTheFile(plainTextOfLog(file));
    file.seek(0);
    checkLines(textOfLog(file));
}

} // namespace

int fuzzTerminal(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    QByteArray content(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    QBuffer file(&content);
    file.open(QIODevice::ReadOnly);
    switch (data[0]) {
    case 'c':
        readCast(file);
        break;
    case 't':
        readTrp(file);
        break;
    case 's':
        readSlog(file);
        break;
    case 'p':
        readScreens(content);
        break;
    case 'l':
        readLines(content);
        break;
    case 'a':
        readSpan(content);
        break;
    case 'i':
        readPiece(content);
        break;
    case 'e':
        readState(content);
        break;
    case 'v':
        feedScreen(content);
        break;
    default:
        break;
    }
    return 0;
}

} // namespace respool
