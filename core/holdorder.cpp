// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/holdorder.h"

#include "core/db/connection.h"
#include "core/library/auditstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<> HoldOrder::add(const QList<RecordingId> &ids, const QString &reason)
{
    RecordingStore recordings(m_connection, m_clock);
    TRY_LET(const QList<RecordingKey> keys, recordings.keys(ids));
    QList<AuditEntry> entries;
    entries.reserve(keys.size());
    for (const RecordingKey &key : keys) {
        TRY(recordings.addHold(key.id, reason, m_who));
        TRY_LET(const QString store, storeUid(key.store));
        entries << AuditEntry{.action = act::holdAdd,
                              .who = m_who,
                              .recording = key.uid,
                              .store = store,
                              .reason = reason.trimmed()};
    }
    return AuditStore(m_connection, m_clock).append(entries);
}

Result<> HoldOrder::lift(const QList<RecordingId> &ids, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    u"lifting a hold needs a reason: say why the recording may go now"_s);
    RecordingStore recordings(m_connection, m_clock);
    TRY_LET(const QList<RecordingKey> keys, recordings.keys(ids));
    QList<AuditEntry> entries;
    for (const RecordingKey &key : keys) {
        TRY_LET(const std::optional<Hold> hold, recordings.hold(key.id));
        if (!hold)
            continue;
        TRY(recordings.removeHold(key.id));
        TRY_LET(const QString store, storeUid(key.store));
        entries << AuditEntry{.action = act::holdLift,
                              .who = m_who,
                              .recording = key.uid,
                              .store = store,
                              .reason = reason.trimmed(),
                              .detail = {{u"held"_s, hold->reason}, {u"by"_s, hold->who}}};
    }
    return AuditStore(m_connection, m_clock).append(entries);
}

Result<QString> HoldOrder::storeUid(StoreId id)
{
    if (!m_stores.contains(id.value)) {
        TRY_LET(const StoreInfo store, RootStore(m_connection).byId(id));
        m_stores.insert(id.value, store.uid);
    }
    return m_stores.value(id.value);
}

} // namespace respool
