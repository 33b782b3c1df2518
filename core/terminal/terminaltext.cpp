// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminaltext.h"

#include "core/terminal/terminalevents.h"
#include "core/terminal/textcollector.h"

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 mostTextTouched = 20'000'000'000;
constexpr qint64 mostTextEvents = 20'000'000;
constexpr qsizetype textFeedBytes = 16384;

Result<TextLines> textOf(const TerminalEvents &events)
{
    TerminalScreen screen(0, 0);
    TextCollector collector(screen);
    bool cut = false;
    for (qint64 count = 0; !collector.isFull() && !cut; ++count) {
        TRY_LET(const std::optional<TerminalEvent> event, events());
        if (!event)
            break;
        collector.advance(event->atMs);
        if (event->columns > 0 && event->rows > 0)
            collector.resize(event->columns, event->rows);
        QByteArrayView output = event->output;
        while (!output.isEmpty() && screen.touched() <= mostTextTouched) {
            const qsizetype bytes = std::min(textFeedBytes, output.size());
            collector.write(output.first(bytes));
            output = output.sliced(bytes);
        }
        cut = count >= mostTextEvents || screen.touched() > mostTextTouched;
    }
    TextLines text = collector.take();
    text.cutShort = text.cutShort || cut;
    return text;
}

} // namespace

Result<TextLines> textOfCast(QIODevice &file)
{
    TRY_LET(const TerminalEvents events, eventsOfCast(file));
    return textOf(events);
}

Result<TextLines> textOfTrp(QIODevice &file)
{
    TRY_LET(const TerminalEvents events, eventsOfTrp(file));
    return textOf(events);
}

} // namespace respool
