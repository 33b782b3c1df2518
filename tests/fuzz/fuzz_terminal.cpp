// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/asciicast.h"
#include "core/terminal/plaintext.h"
#include "core/terminal/slog.h"
#include "core/terminal/terminalsummary.h"
#include "core/terminal/trp.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>

#include <algorithm>

namespace respool {

namespace {

constexpr qsizetype mostTextUnits = (64 << 10) + (64 << 10); // a glance and one chunk too many
constexpr qsizetype mostLogEntries = 10'000;

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

void readCast(QBuffer &file)
{
    auto reader = CastReader::open(file);
    mustBeOfTheFile(reader);
    double last = 0;
    while (reader) {
        const auto event = reader->next();
        mustBeOfTheFile(event);
        if (!event || !*event)
            break;
        mustHold((*event)->seconds >= last, "time does not go back", (*event)->code);
        last = (*event)->seconds;
    }
    file.seek(0);
    checkSummary(summarizeCast(file));
    file.seek(0);
    checkPlainText(plainTextOfCast(file));
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
    default:
        break;
    }
    return 0;
}

} // namespace respool
