// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/castline.h"
#include "core/terminal/linereader.h"

#include <QJsonArray>

namespace respool {

// One event of an asciicast.
struct CastEvent
{
    double seconds = 0; // from the start of the recording, never going back
    QByteArray code;    // "o" output, "i" input, "m" marker, "r" resize, "x" exit
    QByteArray data;    // UTF-8
};

// Between two events of an asciicast.
struct CastPlace
{
    qint64 at = 0;      // position in the file; of version 1, how many events come before
    double seconds = 0; // of the event before
};

// Reads an asciicast 1, 2 or 3 (docs.asciinema.org/manual/asciicast) event by event. Versions 2
// and 3 are a stream of lines in bounded memory; version 1 is one JSON text, and refused when it
// is larger than 16 MiB. Lives on the thread of its device.
class CastReader
{
public:
    // Errors: Media says what is wrong with the header; Io.
    static Result<CastReader> open(QIODevice &device);

    int version() const { return m_version; }
    // The size of the screen at the start; 0 when the header does not tell.
    int columns() const { return m_columns; }
    int rows() const { return m_rows; }

    // Goes on where another reader of the same file stood between two events.
    Result<> goOn(const CastPlace &place);
    CastPlace place() const; // of the next event

    // Nothing at the end. What cannot be read is left out and counted. Errors: Io.
    Result<std::optional<CastEvent>> next();

    qint64 unreadable() const { return m_unreadable; }
    qint64 firstUnreadable() const { return m_firstUnreadable; } // the number of its line
    bool isTorn() const { return m_torn; } // the file ends within an event; place() is before it

private:
    explicit CastReader(QIODevice &device);
    Result<> readHeader(QIODevice &device);
    Result<> readVersion1(QIODevice &device, QByteArray head);
    std::optional<CastEvent> fromVersion1();
    bool take(std::optional<CastFields> fields, CastEvent &event);
    void count(const Line &line);

    QIODevice &m_device;
    LineReader m_lines;
    int m_version = 0;
    int m_columns = 0;
    int m_rows = 0;
    double m_seconds = 0;
    QJsonArray m_stdout; // of version 1
    qsizetype m_next = 0;
    qint64 m_unreadable = 0;
    qint64 m_firstUnreadable = 0;
    qint64 m_tornAt = 0;
    bool m_torn = false;
};

} // namespace respool
