// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalsummary.h"

#include "core/terminal/asciicast.h"
#include "core/terminal/sessionlog.h"
#include "core/terminal/trp.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void addWarnings(TerminalSummary &summary, const CastReader &reader)
{
    if (reader.columns() == 0 || reader.rows() == 0)
        summary.warnings << u"the header does not tell the size of the screen"_s;
    if (reader.unreadable() == 1)
        summary.warnings << u"the event in line %1 cannot be read"_s.arg(reader.firstUnreadable());
    else if (reader.unreadable() > 1)
        summary.warnings << u"%1 events cannot be read, the first in line %2"_s
                                .arg(reader.unreadable())
                                .arg(reader.firstUnreadable());
    if (reader.isTorn())
        summary.warnings << u"the file ends within an event"_s;
}

} // namespace

Result<TerminalSummary> summarizeCast(QIODevice &file)
{
    TRY_LET(CastReader reader, CastReader::open(file));
    TerminalSummary summary;
    summary.columns = reader.columns();
    summary.rows = reader.rows();
    for (;;) {
        TRY_LET(const std::optional<CastEvent> event, reader.next());
        if (!event)
            break;
        summary.durationMs = std::llround(event->seconds * 1000);
        ++summary.events;
    }
    addWarnings(summary, reader);
    return summary;
}

Result<TerminalSummary> summarizeTrp(QIODevice &file)
{
    TrpReader reader(file);
    TerminalSummary summary;
    bool hasContent = false;
    for (;;) {
        TRY_LET(const std::optional<TrpChunk> chunk, reader.next());
        if (!chunk)
            break;
        summary.durationMs = chunk->atMs;
        if (summary.columns == 0) {
            summary.columns = chunk->columns();
            summary.rows = chunk->rows();
        }
        hasContent = hasContent || !chunk->payload.isEmpty();
    }
    summary.events = reader.chunks();
    // A file of zeroes, as a crash of the system leaves it, is a row of empty chunks.
    if (!hasContent)
        return fail(ErrorCode::Media, u"the file holds no chunk with any content"_s);
    if (reader.isTorn())
        summary.warnings << u"the file ends within chunk %1"_s.arg(reader.chunks() + 1);
    return summary;
}

Result<TerminalSummary> summarizeSlog(QIODevice &file)
{
    TRY_LET(const SessionLog log, readSessionLog(file));
    TerminalSummary summary;
    summary.events = log.entries.size();
    summary.warnings = log.warnings;
    summary.durationMs = log.lengthMs;
    return summary;
}

} // namespace respool
