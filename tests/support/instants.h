// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QStringList>

namespace respool {

// Instants as tests write them, "2026-03-08 07:00" in UTC, and as a failure shows them. A "-"
// stands for none, which is -1.
inline qint64 instantMs(const QString &text)
{
    if (text == QStringLiteral("-"))
        return -1;
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toMSecsSinceEpoch() : -2;
}

inline QString instantText(qint64 utcMs)
{
    if (utcMs < 0)
        return QStringLiteral("-");
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
    const bool whole = utcMs % 60'000 == 0;
    return time.toString(whole ? QStringLiteral("yyyy-MM-dd HH:mm")
                               : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

// The next count answers of step, each asked for from the one before.
template <typename Step>
QStringList instantsAfter(const QString &from, qsizetype count, Step step)
{
    QStringList found;
    for (qint64 atMs = instantMs(from); found.size() < count;)
        found.append(instantText(atMs = step(atMs)));
    return found;
}

} // namespace respool
