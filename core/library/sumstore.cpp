// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/sumstore.h"

#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<QList<PartSum>> SumStore::ofRecording(RecordingId id)
{
    QList<PartSum> sums;
    TRY(m_connection.read(u"sum_of_recording"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        sums << PartSum{row.text(0), row.integer(1), row.integer(2), row.text(3), row.integer(4)};
    }));
    return sums;
}

Result<> SumStore::set(RecordingId id, const PartSum &sum)
{
    TRY(m_connection.run(u"sum_set"_s, {{u"id"_s, id.value},
                                        {u"name"_s, sum.name},
                                        {u"bytes"_s, sum.bytes},
                                        {u"modified"_s, sum.modifiedMs},
                                        {u"sha256"_s, sum.sha256},
                                        {u"verified"_s, sum.verifiedMs}}));
    return {};
}

Result<> SumStore::setVerified(RecordingId id, qint64 nowMs)
{
    TRY(m_connection.run(u"sum_forget_others"_s, {{u"id"_s, id.value}}));
    TRY(m_connection.run(u"recording_set_verified"_s, {{u"id"_s, id.value}, {u"now"_s, nowMs}}));
    return {};
}

Result<qint64> SumStore::verifiedMs(RecordingId id)
{
    return m_connection.number(u"recording_verified"_s, {{u"id"_s, id.value}});
}

Result<RecordingNotes> SumStore::notes(RecordingId id)
{
    RecordingNotes notes;
    TRY(m_connection.read(u"recording_about"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        notes = {row.text(0), row.integer(1) != 0, row.text(2), row.text(3), row.integer(4)};
    }));
    return notes;
}

Result<> SumStore::carry(RecordingId id, const RecordingNotes &notes)
{
    if (!notes.note.isEmpty() || notes.flagged)
        TRY(m_connection.run(
            u"recording_carry"_s,
            {{u"id"_s, id.value}, {u"note"_s, notes.note}, {u"flagged"_s, int(notes.flagged)}}));
    if (notes.holdReason.isEmpty())
        return {};
    // It has looked for a hold already: from now on none is accepted.
    TRY_LET(const qint64 deleter,
            m_connection.number(u"recording_deleter"_s, {{u"id"_s, id.value}}));
    if (deleter > 0)
        return fail(ErrorCode::Busy, u"waits for job %1, which deletes it"_s.arg(deleter));
    TRY(m_connection.run(u"hold_carry"_s, {{u"id"_s, id.value},
                                           {u"reason"_s, notes.holdReason},
                                           {u"who"_s, notes.holdWho},
                                           {u"since"_s, notes.heldSinceMs}}));
    return {};
}

} // namespace respool
