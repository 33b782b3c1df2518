// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/sessionlog.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QString SessionLog::textOf(const SlogEntry &entry)
{
    QString text = entry.description.simplified();
    for (const SlogField &field : entry.fields)
        text += u"  %1: %2"_s.arg(field.name.simplified(), field.value.simplified());
    return text.trimmed();
}

Result<SessionLog> readSessionLog(QIODevice &file)
{
    SlogReader reader;
    SessionLog log;
    TRY_LET(log.entries, reader.read(file));
    if (log.entries.isEmpty())
        return fail(ErrorCode::Media, u"the file holds no event of a session log"_s);
    log.warnings = reader.warnings();
    const bool ended = std::ranges::any_of(
        log.entries, [](const SlogEntry &entry) { return entry.event == "session.end"_L1; });
    log.completion = ended ? LogCompletion::Complete : LogCompletion::EndedUnexpectedly;
    QDateTime first;
    for (const SlogEntry &entry : std::as_const(log.entries)) {
        if (entry.time.isValid())
            first = first.isValid() ? std::min(first, entry.time) : entry.time;
    }
    qint64 ms = 0;
    for (const SlogEntry &entry : std::as_const(log.entries)) {
        if (entry.time.isValid())
            ms = first.msecsTo(entry.time);
        log.timesMs << ms;
        log.lengthMs = std::max(log.lengthMs, ms);
    }
    return log;
}

} // namespace respool
