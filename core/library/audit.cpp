// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/audit.h"

#include "core/base/units.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QJsonObject AuditRow::details() const
{
    return QJsonDocument::fromJson(detail).object();
}

QByteArray canonicalBytes(const AuditRow &row)
{
    const QJsonArray all{row.id,     row.atMs,      row.who,
                         row.action, row.recording, row.store,
                         row.batch,  row.reason,    QString::fromUtf8(row.detail)};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QString hashOf(const AuditRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(row.prior.toLatin1());
    hash.addData(canonicalBytes(row));
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject toJson(const AuditRow &row)
{
    return {{u"id"_s, row.id},         {u"at"_s, isoText(row.atMs)},
            {u"atMs"_s, row.atMs},     {u"who"_s, row.who},
            {u"action"_s, row.action}, {u"recording"_s, row.recording},
            {u"store"_s, row.store},   {u"batch"_s, row.batch},
            {u"reason"_s, row.reason}, {u"detail"_s, QString::fromUtf8(row.detail)},
            {u"prior"_s, row.prior},   {u"hash"_s, row.hash}};
}

AuditRow auditRowFrom(const QJsonObject &object)
{
    AuditRow row;
    row.id = object[u"id"_s].toInteger();
    row.atMs = object[u"atMs"_s].toInteger();
    row.who = object[u"who"_s].toString();
    row.action = object[u"action"_s].toString();
    row.recording = object[u"recording"_s].toString();
    row.store = object[u"store"_s].toString();
    row.batch = object[u"batch"_s].toInteger();
    row.reason = object[u"reason"_s].toString();
    row.detail = object[u"detail"_s].toString().toUtf8();
    row.prior = object[u"prior"_s].toString();
    row.hash = object[u"hash"_s].toString();
    return row;
}

QString detailText(const AuditRow &row)
{
    const QJsonObject detail = row.details();
    if (row.action == act::jobEnd)
        return u"job %1 (%2): %3, %4 done, %5 not, %6"_s.arg(detail[u"job"_s].toInteger())
            .arg(detail[u"kind"_s].toString(), detail[u"state"_s].toString())
            .arg(detail[u"done"_s].toInteger())
            .arg(detail[u"failed"_s].toInteger())
            .arg(sizeText(detail[u"bytes"_s].toInteger()));
    if (row.action == act::holdLift)
        return u"was: %1 (%2)"_s.arg(detail[u"held"_s].toString(), detail[u"by"_s].toString());
    QStringList words;
    if (detail.contains(u"job"_s))
        words << u"job %1"_s.arg(detail[u"job"_s].toInteger());
    if (detail.contains(u"count"_s))
        words << u"%1 ordered"_s.arg(detail[u"count"_s].toInteger());
    if (detail.contains(u"bytes"_s))
        words << sizeText(detail[u"bytes"_s].toInteger());
    if (detail[u"permanent"_s].toBool())
        words << u"for good"_s;
    if (detail.contains(u"path"_s))
        words << detail[u"name"_s].toString() << detail[u"path"_s].toString();
    return words.join(u", "_s);
}

std::optional<QString> AuditChain::follow(const AuditRow &row)
{
    if (row.id != m_head.id + 1)
        return u"row %1 stands where row %2 should: rows before it are missing"_s.arg(row.id).arg(
            m_head.id + 1);
    if (row.prior != m_head.hash)
        return u"row %1 does not follow from the row before it"_s.arg(row.id);
    if (row.hash != hashOf(row))
        return u"row %1 was changed: its content does not give its hash"_s.arg(row.id);
    m_head = {row.id, row.hash};
    return {};
}

} // namespace respool
