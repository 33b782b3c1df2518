// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace respool {

// The acts that are written down, as the log names them.
namespace act {
inline constexpr auto holdAdd = QLatin1StringView("hold-add");
inline constexpr auto holdLift = QLatin1StringView("hold-lift");
inline constexpr auto jobEnd = QLatin1StringView("job-end"); // of a job that was ordered
inline constexpr auto storeAdd = QLatin1StringView("store-add");
inline constexpr auto storeRemove = QLatin1StringView("store-remove");
// and delete, restore, purge, remux, export, cancel, discard, retry
} // namespace act

// Something that was done, as it is to be written down. Recordings and stores stand by uid.
struct AuditEntry
{
    QString action;
    QString who;
    QString recording = {}; // empty: it is about no single one
    QString store = {};     // likewise
    qint64 batch = 0;       // likewise
    QString reason = {};
    QJsonObject detail = {};
};

// One row of the log, as it is stored.
struct AuditRow
{
    qint64 id = 0; // from 1 on, without a gap
    qint64 atMs = 0;
    QString who;
    QString action;
    QString recording;
    QString store;
    qint64 batch = 0;
    QString reason;
    QByteArray detail; // JSON
    QString prior;     // the hash of the row before; empty for the first
    QString hash;

    QJsonObject details() const;
};

// What is hashed of a row behind the hash of the one before: a JSON array without spaces, in UTF-8,
// [id, at_ms, who, action, recording, store, batch, reason, detail], detail as a text.
QByteArray canonicalBytes(const AuditRow &row);
QString hashOf(const AuditRow &row); // SHA-256 in hexadecimal

// One row as one JSON object, with everything that its hash is made of; and back.
QJsonObject toJson(const AuditRow &row);
AuditRow auditRowFrom(const QJsonObject &object);

// The detail in a few words; not translated.
QString detailText(const AuditRow &row);

// The last row: whoever keeps its hash elsewhere can tell later that nothing before it has changed.
struct AuditHead
{
    qint64 id = 0; // 0: the log is empty
    QString hash;
};

// Which rows, newest first.
struct AuditFilter
{
    QString recording = {}; // a uid or the beginning of some; empty: any
    qint64 sinceMs = 0;
    qint64 before = 0; // pages backwards through the numbers; 0: from the newest
    qint64 above = 0;  // only those with a higher number
    int limit = 200;   // 0: all
};

// Walks the log from its first row on and tells the first that does not follow from the one before.
class AuditChain
{
public:
    // Why the row is wrong; nothing while all is well.
    std::optional<QString> follow(const AuditRow &row);
    const AuditHead &head() const { return m_head; }

private:
    AuditHead m_head;
};

// What looking through the whole log has shown.
struct AuditCheck
{
    qint64 rows = 0;     // that are in order
    AuditHead head;      // the last of them
    qint64 brokenId = 0; // the first that is not; 0: all are
    QString problem;
    qint64 brokenAtMs = 0;
};

} // namespace respool

Q_DECLARE_METATYPE(respool::AuditRow)
