// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalevents.h"

#include "core/terminal/asciicast.h"
#include "core/terminal/trp.h"

#include <QIODevice>

#include <cmath>
#include <memory>
#include <utility>

namespace respool {

namespace {

Result<> rewind(QIODevice &file)
{
    if (!file.seek(0))
        return fail(ErrorCode::Io, file.errorString());
    return {};
}

TerminalEvent eventOf(const CastEvent &event)
{
    TerminalEvent result{std::llround(event.seconds * 1000), {}, 0, 0};
    if (event.code == "o")
        result.output = event.data;
    if (event.code == "r") {
        const QList<QByteArray> numbers = event.data.split('x');
        result.columns = numbers[0].toInt();
        result.rows = numbers.value(1).toInt();
    }
    return result;
}

} // namespace

Result<TerminalEvents> eventsOfCast(QIODevice &file)
{
    TRY(rewind(file));
    TRY_LET(CastReader opened, CastReader::open(file));
    const auto reader = std::make_shared<CastReader>(std::move(opened));
    const auto first = std::make_shared<bool>(true);
    return TerminalEvents([reader, first]() -> Result<std::optional<TerminalEvent>> {
        if (std::exchange(*first, false))
            return std::optional(TerminalEvent{0, {}, reader->columns(), reader->rows()});
        TRY_LET(const std::optional<CastEvent> event, reader->next());
        return event ? std::optional(eventOf(*event)) : std::optional<TerminalEvent>();
    });
}

Result<TerminalEvents> eventsOfTrp(QIODevice &file)
{
    TRY(rewind(file));
    const auto reader = std::make_shared<TrpReader>(file);
    return TerminalEvents([reader]() -> Result<std::optional<TerminalEvent>> {
        TRY_LET(const std::optional<TrpChunk> chunk, reader->next());
        if (!chunk)
            return std::optional<TerminalEvent>();
        return std::optional(TerminalEvent{
            chunk->atMs, chunk->type == TrpChunk::Output ? chunk->payload : QByteArray(),
            chunk->columns(), chunk->rows()});
    });
}

} // namespace respool
