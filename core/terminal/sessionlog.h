// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/slog.h"

namespace respool {

// Whether a log has its last event.
enum class LogCompletion { Complete, EndedUnexpectedly };

// A session log as it is shown: all of it is in memory, which the bounds of the format allow.
struct SessionLog
{
    QList<SlogEntry> entries; // in the order of the file
    // Of each entry, since the first one that happened; one without a time has that before it.
    QList<qint64> timesMs;
    qint64 lengthMs = 0;
    LogCompletion completion = LogCompletion::Complete;
    QStringList warnings; // as SlogReader::warnings()

    // What an entry says, in one line: "Renamed Object  object: A  New name: B".
    static QString textOf(const SlogEntry &entry);
};

// Errors: Media (it holds no event of a session log), Io.
Result<SessionLog> readSessionLog(QIODevice &file);

} // namespace respool
