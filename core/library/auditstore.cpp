// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/auditstore.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/connection.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

AuditRow rowFrom(const Row &row)
{
    return {row.integer(0), row.integer(1), row.text(2),  row.text(3), row.text(4), row.text(5),
            row.integer(6), row.text(7),    row.bytes(8), row.text(9), row.text(10)};
}

qint64 limitOf(int limit)
{
    return limit > 0 ? limit : std::numeric_limits<qint64>::max();
}

} // namespace

Result<> AuditStore::append(const AuditEntry &entry)
{
    return append(QList<AuditEntry>{entry});
}

// The head is read within the write transaction of the caller: no other row comes between.
Result<> AuditStore::append(const QList<AuditEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    TRY_LET(AuditHead last, head());
    faultPoint("audit.append");
    for (const AuditEntry &entry : entries) {
        AuditRow row{last.id + 1,
                     m_clock.nowMs(),
                     entry.who,
                     entry.action,
                     entry.recording,
                     entry.store,
                     entry.batch,
                     entry.reason,
                     QJsonDocument(entry.detail).toJson(QJsonDocument::Compact),
                     last.hash,
                     {}};
        row.hash = hashOf(row);
        TRY(m_connection.run(u"audit_add"_s, {{u"id"_s, row.id},
                                              {u"at"_s, row.atMs},
                                              {u"who"_s, row.who},
                                              {u"action"_s, row.action},
                                              {u"recording"_s, row.recording},
                                              {u"store"_s, row.store},
                                              {u"batch"_s, row.batch},
                                              {u"reason"_s, row.reason},
                                              {u"detail"_s, QString::fromUtf8(row.detail)},
                                              {u"prior"_s, row.prior},
                                              {u"hash"_s, row.hash}}));
        last = {row.id, row.hash};
    }
    return {};
}

Result<QList<AuditRow>> AuditStore::page(const AuditFilter &filter)
{
    QList<AuditRow> rows;
    QVariantHash binds{{u"before"_s, filter.before},
                       {u"above"_s, filter.above},
                       {u"since"_s, filter.sinceMs},
                       {u"limit"_s, limitOf(filter.limit)}};
    const auto take = [&](const Row &row) { rows << rowFrom(row); };
    if (filter.recording.isEmpty()) {
        TRY(m_connection.read(u"audit_page"_s, binds, take));
        return rows;
    }
    binds.insert(u"prefix"_s, filter.recording);
    binds.insert(u"after"_s, filter.recording + u"\U0010FFFF"_s);
    TRY(m_connection.read(u"audit_page_of_recording"_s, binds, take));
    return rows;
}

Result<QList<AuditRow>> AuditStore::after(qint64 id, int limit)
{
    QList<AuditRow> rows;
    TRY(m_connection.read(u"audit_after"_s, {{u"after"_s, id}, {u"limit"_s, limitOf(limit)}},
                          [&](const Row &row) { rows << rowFrom(row); }));
    return rows;
}

Result<QList<AuditRow>> AuditStore::ofBatch(qint64 batch)
{
    QList<AuditRow> rows;
    TRY(m_connection.read(u"audit_of_batch"_s, {{u"batch"_s, batch}},
                          [&](const Row &row) { rows << rowFrom(row); }));
    return rows;
}

Result<std::optional<AuditRow>> AuditStore::byId(qint64 id)
{
    std::optional<AuditRow> found;
    TRY(m_connection.read(u"audit_by_id"_s, {{u"id"_s, id}},
                          [&](const Row &row) { found = rowFrom(row); }));
    return found;
}

Result<AuditHead> AuditStore::head()
{
    AuditHead last;
    TRY(m_connection.read(u"audit_head"_s, {}, [&](const Row &row) {
        last = {row.integer(0), row.text(1)};
    }));
    return last;
}

Result<qint64> AuditStore::highest()
{
    return m_connection.number(u"audit_highest"_s);
}

} // namespace respool
