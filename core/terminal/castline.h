// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

class QJsonArray;

namespace respool {

// The three fields of an event of an asciicast: [seconds, "code", "data"].
struct CastFields
{
    double seconds = 0;
    QByteArray code;
    QByteArray data; // UTF-8

    bool operator==(const CastFields &) const = default;
};

// As every JSON reader would read it. Nothing: it is something else.
std::optional<CastFields> parseCastLine(const QByteArray &line);
std::optional<CastFields> castFieldsOf(const QJsonArray &array);

// The same several times as fast for lines as recorders write them; nothing for all others, also
// good ones.
std::optional<CastFields> scanCastLine(QByteArrayView line);

} // namespace respool
