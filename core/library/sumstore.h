// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

class Connection;

// What the content of a part was, and the size and time of the file that it was read from.
struct PartSum
{
    QString name;
    qint64 bytes = 0;
    qint64 modifiedMs = 0;
    QString sha256;        // hexadecimal
    qint64 verifiedMs = 0; // 0: it was read on the way to somewhere else

    bool isOf(qint64 fileBytes, qint64 fileModifiedMs) const
    {
        return bytes == fileBytes && modifiedMs == fileModifiedMs;
    }
};

// What is known of a recording beside what every list tells.
struct RecordingNotes
{
    QString note;
    bool flagged = false;
    QString holdReason; // empty: not held
    QString holdWho;
    qint64 heldSinceMs = 0;
};

// The SQL of sums, and of what travels with a recording. Database thread.
class SumStore
{
public:
    explicit SumStore(Connection &connection)
        : m_connection(connection)
    {}

    Result<QList<PartSum>> ofRecording(RecordingId id);
    // verifiedMs 0 keeps an earlier verification of the same content.
    Result<> set(RecordingId id, const PartSum &sum);
    Result<> setVerified(RecordingId id,
                         qint64 nowMs); // all parts, and forgets those that are gone
    Result<qint64> verifiedMs(RecordingId id);

    Result<RecordingNotes> notes(RecordingId id);
    // Adds what is not there: a note and a hold that are there stay as they are. Errors: Busy (a job
    // is deleting the recording at this moment, and it is to be held).
    Result<> carry(RecordingId id, const RecordingNotes &notes);

private:
    Connection &m_connection;
};

} // namespace respool
