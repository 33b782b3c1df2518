// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace respool {

// One line of a text file, without its end.
struct Line
{
    QByteArray text = {}; // the beginning, when it is too long; only until the next line is read
    qint64 number = 0;
    qint64 at = 0; // where it begins in the file
    bool tooLong = false;
    bool terminated = true; // false: the file ends within it
};

// The next line of a device with its end, or so many bytes of it; empty at the end of the file.
// Takes memory for what there is rather than for what there may be. Errors: Io.
Result<QByteArray> readLineOf(QIODevice &device, qint64 mostBytes);

// Reads a text file line by line in bounded memory, from where the device stands; reads ahead.
// Lives on the thread of its device; knows no format.
class LineReader
{
public:
    LineReader(QIODevice &device, qint64 mostBytes, qint64 linesBefore = 0)
        : m_device(&device)
        , m_mostBytes(mostBytes)
        , m_number(linesBefore)
    {}

    // Nothing at the end of the file. Errors: Io.
    Result<std::optional<Line>> next();
    // Of the next line.
    qint64 position() const;

private:
    Result<bool> readMore(); // false: there is no more
    Result<> skipRest(Line &line);
    qsizetype held() const { return m_end - m_at; }

    QIODevice *m_device;
    qint64 m_mostBytes;
    qint64 m_number;
    QByteArray m_buffer;
    qsizetype m_at = 0; // what is held and not told yet is from there
    qsizetype m_end = 0;
};

} // namespace respool
