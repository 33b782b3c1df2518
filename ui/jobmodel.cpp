// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobmodel.h"

#include "core/base/units.h"
#include "ui/errortext.h"

#include <QIcon>
#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int reloadMs = 250;

QString iconName(const JobRecord &job)
{
    switch (job.state) {
    case JobState::Queued:
    case JobState::Delayed:
        return u"waiting"_s;
    case JobState::Running:
        return u"play"_s;
    case JobState::Done:
        return u"ok"_s;
    case JobState::Cancelled:
        return u"cancel"_s;
    case JobState::Failed:
        return u"error"_s;
    case JobState::Parked:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

JobModel::JobModel(JobQueue &queue, QObject *parent)
    : PagedRows(parent)
    , m_queue(queue)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &JobModel::reload);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    connect(&queue, &JobQueue::progressed, this, &JobModel::showProgress);
}

void JobModel::setAttentionOnly(bool attention)
{
    m_attentionOnly = attention;
    reload();
}

// Two questions, since the newest jobs need not hold the ones that matter: those that run now, or
// in a long queue the few that failed long ago.
void JobModel::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    JobFilter first;
    first.state = m_attentionOnly ? JobState::Failed : JobState::Running;
    JobFilter second;
    if (m_attentionOnly)
        second.state = JobState::Parked;
    m_queue.find(first).then(this, [this, second](const Result<QList<JobRecord>> &head) {
        m_queue.find(second).then(this, [this, head](const Result<QList<JobRecord>> &tail) {
            m_loading = false;
            if (head && tail) {
                show(*head, *tail);
                emit loaded();
            } else {
                emit failed(head ? tail.error() : head.error());
            }
            if (std::exchange(m_loadAgain, false))
                reload();
        });
    });
}

void JobModel::show(QList<JobRecord> jobs, const QList<JobRecord> &more)
{
    QSet<qint64> had;
    for (const JobRecord &job : std::as_const(jobs))
        had.insert(job.id.value);
    for (const JobRecord &job : more) {
        if (!had.contains(job.id.value))
            jobs << job;
        if (job.state != JobState::Running)
            m_live.remove(job.id.value);
    }
    if (m_attentionOnly)
        std::ranges::sort(jobs, std::greater(), &JobRecord::id);
    replaceItems(jobs);
}

void JobModel::showProgress(JobId id, Progress progress)
{
    m_live.insert(id.value, progress);
    const auto row = std::ranges::find(items(), id, &JobRecord::id);
    if (row == items().end())
        return;
    const QModelIndex cell = index(int(row - items().begin()), ProgressColumn);
    emit dataChanged(cell, cell);
}

JobRecord JobModel::job(const QModelIndex &index) const
{
    return items().value(index.row());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Progress JobModel::progressOf(const JobRecord &job) const
{
    return m_live.value(job.id.value, job.progress);
}

QString JobModel::text(const JobRecord &job, int column) const
{
    switch (Column(column)) {
    case Kind:
        return wordForJobKind(job.kind);
    case What: {
        bool isCount = false;
        const int count = job.title.toInt(&isCount);
        return isCount ? tr("%n recording(s)", nullptr, count) : job.title;
    }
    case State:
        return wordFor(job.state);
    case ProgressColumn: {
        const Progress progress = progressOf(job);
        if (progress.total <= 0)
            return {};
        return u"%1 %"_s.arg(progress.done * 100 / progress.total);
    }
    case Attempt:
        return u"%1/%2"_s.arg(job.attempt).arg(job.maxAttempts);
    case Created:
        return timeText(job.createdMs);
    case ErrorColumn:
        return job.state == JobState::Done ? QString() : errorText(job.error);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JobRecord &job = items()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(job, index.column());
    case Qt::ToolTipRole:
        return tr("Job %1: %2").arg(job.id.value).arg(errorText(job.error));
    case Qt::DecorationRole:
        return index.column() == Kind ? QVariant(QIcon(u":/icons/%1.svg"_s.arg(iconName(job))))
                                      : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(job, index.column()));
    case IdRole:
        return job.id.value;
    case StateRole:
        return int(job.state);
    case ProgressRole: {
        const Progress progress = progressOf(job);
        if (job.state == JobState::Done)
            return 1000;
        return progress.total > 0 ? int(progress.done * 1000 / progress.total) : -1;
    }
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Kind:
        return tr("Job");
    case What:
        return tr("What");
    case State:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case Attempt:
        return tr("Attempt");
    case Created:
        return tr("Asked for");
    case ErrorColumn:
        return tr("Error");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
