// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace respool {

// One line that could be read in a recording.
struct TextLine
{
    qint64 atMs = 0; // from the start of the part: since when it is to be read there
    QByteArray text; // UTF-8, without control characters and blanks at its end; never empty

    bool operator==(const TextLine &) const = default;
};

// What could be read in one part of a recording, in the order of time. A recording that holds more
// than this loses the rest.
struct TextLines
{
    static constexpr qsizetype mostLines = 300'000;
    static constexpr qsizetype mostLineBytes = 4000;
    static constexpr qsizetype mostTextBytes = 32 << 20;                        // of all lines
    static constexpr qsizetype mostBytes = mostTextBytes + 12 * mostLines + 64; // of toBytes()

    bool cutShort = false; // it holds more
    QList<TextLine> lines;

    QByteArray toBytes() const;
    // Errors: NewerVersion; Media for bytes that toBytes() did not make.
    static Result<TextLines> fromBytes(const QByteArray &bytes);
};

// The beginning of a text of at most so many bytes, whole characters only.
QByteArray beginningOf(const QByteArray &utf8, qsizetype mostBytes);

} // namespace respool
