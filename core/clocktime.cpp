// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clocktime.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace respool {

std::optional<qint64> clockTimeMs(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(?:(?:([0-9]{1,4}):)?([0-9]{1,2}):)?([0-9]{1,7})(?:[.,]([0-9]{1,9}))?$)"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const qint64 hours = match.captured(1).toLongLong();
    const qint64 minutes = match.captured(2).toLongLong();
    const qint64 seconds = match.captured(3).toLongLong();
    const bool clock = !match.captured(2).isEmpty();
    if (clock && (seconds > 59 || (!match.captured(1).isEmpty() && minutes > 59)))
        return {};
    const qint64 ms = match.captured(4).leftJustified(3, u'0').left(3).toLongLong();
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

} // namespace respool
