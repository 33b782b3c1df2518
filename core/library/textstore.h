// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace respool {

class Connection;

// One line as it is kept; atMs from the start of the part.
struct StoredLine
{
    qint64 atMs = 0;
    QByteArray text; // UTF-8
};

// What the text of a part was read from.
struct TextSource
{
    QString name;
    qint64 bytes = 0;
    qint64 modifiedMs = 0;
    qint64 startMs = 0;
    qint64 lines = 0;
    bool cutShort = false; // the part holds more
    QString problem = {};  // why it has no text
};

// A recording whose text is not known yet. A newer wish has a greater number.
struct TextWish
{
    qint64 id = 0;
    RecordingId recording;
};

// The SQL of the text in recordings: what is written by the job that reads it. A part is written in
// several transactions while nobody finds it, and shown in the last one. Database thread.
class TextStore
{
public:
    explicit TextStore(Connection &connection)
        : m_connection(connection)
    {}

    // Whether the text of this part, as it is now, is known or known to be none.
    Result<bool> isKnown(RecordingId recording, const Part &part);

    // No line of a part that begins then, or later, has a smaller id.
    static qint64 leastLineOf(qint64 startMs);
    // The id of its first line; a line of index i of n has the id first + n - 1 - i.
    Result<qint64> begin(const TextSource &source);
    // Adds lines, which are those of the part from index from on. Quickest from the last to the
    // first: by rising ids.
    Result<> addLines(qint64 first, qint64 allLines, qint64 from,
                      std::span<const StoredLine> lines);
    // In place of what was known of the part. Nothing happens when the recording is gone.
    Result<> show(qint64 first, qint64 allLines, RecordingId recording, const QString &name);
    Result<> hideOthers(RecordingId recording, const QStringList &names);

    // Removes some lines of what nobody finds. true: there is more.
    Result<bool> sweep(qint64 mostLines);
    Result<bool> isSwept();
    // The same while no job writes a part, which nobody finds either.
    Result<bool> sweepWhileNobodyWrites(qint64 mostLines);

    Result<std::optional<TextWish>> nextWish(StoreId store, qint64 after);
    Result<qint64> countWishes(StoreId store, qint64 after);
    Result<> removeWish(qint64 id);

private:
    Result<> setWorded(qint64 first, qint64 allLines, bool worded);

    Connection &m_connection;
};

} // namespace respool
