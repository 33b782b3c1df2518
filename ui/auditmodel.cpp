// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/auditmodel.h"

#include "core/base/units.h"
#include "core/evidence.h"
#include "ui/errortext.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int followMs = 300;
constexpr int followedAtOnce = 2000;

} // namespace

QString wordForAct(const QString &action)
{
    if (action == act::holdAdd)
        return AuditModel::tr("Put under hold");
    if (action == act::holdLift)
        return AuditModel::tr("Hold lifted");
    if (action == act::jobEnd)
        return AuditModel::tr("Job ended");
    if (action == act::storeAdd)
        return AuditModel::tr("Store added");
    if (action == act::storeRemove)
        return AuditModel::tr("Store forgotten");
    if (action == u"cancel")
        return AuditModel::tr("Cancelled");
    if (action == u"retry")
        return AuditModel::tr("Tried again");
    if (action == u"discard")
        return AuditModel::tr("Job discarded");
    return wordForJobKind(action); // it was ordered
}

AuditModel::AuditModel(Evidence &evidence, QObject *parent)
    : QAbstractTableModel(parent)
    , m_evidence(evidence)
{
    m_follow.setSingleShot(true);
    m_follow.setInterval(followMs);
    connect(&m_follow, &QTimer::timeout, this, &AuditModel::follow);
    connect(&evidence, &Evidence::changed, this, [this] {
        if (!m_follow.isActive())
            m_follow.start();
    });
}

void AuditModel::setRecording(const QString &uid)
{
    m_filter.recording = uid;
    reload();
}

void AuditModel::reload()
{
    ++m_generation;
    m_shown = m_following = m_followAgain = false;
    load(0);
}

void AuditModel::load(qint64 before)
{
    m_loading = true;
    AuditFilter page = m_filter;
    page.before = before;
    const int generation = m_generation;
    m_evidence.page(page).then(this,
                               [this, generation, before](const Result<QList<AuditRow>> &rows) {
                                   if (generation != m_generation)
                                       return;
                                   m_loading = false;
                                   if (rows)
                                       show(*rows, before);
                                   else
                                       emit failed(rows.error());
                               });
}

void AuditModel::show(const QList<AuditRow> &rows, qint64 before)
{
    m_more = rows.size() >= m_filter.limit;
    if (before == 0) {
        beginResetModel();
        m_rows = rows;
        m_shown = true;
        endResetModel();
    } else if (!rows.isEmpty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }
    emit loaded();
    if (std::exchange(m_followAgain, false))
        m_follow.start();
}

// A row of one recording may be found long after it was written: the order of a batch names none of
// them, their results do. So all that is shown is compared then.
void AuditModel::follow()
{
    if (!m_shown || m_following) {
        m_followAgain = true;
        return;
    }
    m_following = true;
    const bool byRecording = !m_filter.recording.isEmpty();
    if (m_rows.isEmpty() || (byRecording && !m_more))
        readNew(0, 0);
    else
        readNew(byRecording ? m_rows.last().id : m_rows.first().id, 0);
}

void AuditModel::readNew(qint64 above, qint64 before)
{
    AuditFilter page = m_filter;
    page.above = above;
    page.before = before;
    page.limit = followedAtOnce;
    m_evidence.page(page).then(
        this, [this, generation = m_generation, page](const Result<QList<AuditRow>> &rows) {
            if (generation != m_generation)
                return;
            if (rows)
                merge(*rows);
            else
                emit failed(rows.error());
            if (rows && rows->size() >= page.limit)
                return readNew(page.above, rows->last().id);
            m_following = false;
            if (std::exchange(m_followAgain, false))
                m_follow.start();
        });
}

// Newest first, as those that are there; what is there already is passed over.
void AuditModel::merge(const QList<AuditRow> &rows)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < rows.size();) {
        while (at < m_rows.size() && m_rows[at].id > rows[i].id)
            ++at;
        const qint64 next = at < m_rows.size() ? m_rows[at].id : 0;
        if (rows[i].id == next) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        while (end < rows.size() && rows[end].id > next)
            ++end;
        beginInsertRows({}, int(at), int(at + end - i) - 1);
        m_rows = m_rows.first(at) + rows.sliced(i, end - i) + m_rows.sliced(at);
        endInsertRows();
        i = end;
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_loading;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load(m_rows.last().id);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AuditModel::text(const AuditRow &row, int column)
{
    switch (Column(column)) {
    case Number:
        return QString::number(row.id);
    case When:
        return timeText(row.atMs);
    case Who:
        return row.who;
    case Act:
        return wordForAct(row.action);
    case About:
        if (!row.recording.isEmpty())
            return row.recording;
        return row.batch > 0 ? tr("Batch %1").arg(row.batch)
                             : row.details()[u"name"_s].toString(row.store);
    case Reason:
        return row.reason;
    case Detail:
        return detailText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AuditRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Number ? tr("SHA-256 %1").arg(row.hash)
                                        : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Number ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(row, index.column()));
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("No.");
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Act:
        return tr("Act");
    case About:
        return tr("About");
    case Reason:
        return tr("Reason");
    case Detail:
        return tr("Detail");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
