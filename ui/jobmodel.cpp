// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobmodel.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/holdwatch.h"
#include "ui/look.h"

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int reloadMs = 250;

// More than these are read faster together.
constexpr int mostNamed = 20;
const int pageSize = JobFilter().limit;

QString iconName(JobState state)
{
    switch (state) {
    case JobState::Paused:
        return u"pause"_s;
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
    connect(&m_reload, &QTimer::timeout, this, &JobModel::follow);
    connect(&queue, &JobQueue::changed, this, &JobModel::noteChange);
    connect(&queue, &JobQueue::progressed, this, &JobModel::showProgress);
}

void JobModel::setAttentionOnly(bool attention)
{
    m_attentionOnly = attention;
    reload();
}

void JobModel::setBatch(BatchId batch)
{
    if (m_batch == batch)
        return;
    m_batch = batch;
    reload();
}

void JobModel::setHolds(const WorkHolds &holds)
{
    m_holds = holds;
    if (!items().isEmpty())
        emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

void JobModel::noteChange(const JobQueue::Jobs &jobs)
{
    for (const JobId id : jobs)
        m_named.insert(id.value);
    m_anyChanged = m_anyChanged || jobs.isEmpty();
    if (!m_loading && !m_reload.isActive())
        m_reload.start();
}

void JobModel::follow()
{
    if (m_loading)
        return; // endLoading() comes back to it
    if (m_anyChanged || m_named.isEmpty() || m_named.size() > mostNamed) {
        reload();
        return;
    }
    m_loading = true;
    QList<JobId> asked;
    QList<QFuture<Result<JobRecord>>> answers;
    for (const qint64 id : std::exchange(m_named, {})) {
        asked << JobId{id};
        answers << m_queue.job({id});
    }
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(this, [this, asked](const QList<QFuture<Result<JobRecord>>> &ended) {
            QList<JobRecord> found;
            for (const auto &answer : ended) {
                if (const Result<JobRecord> job = answer.result())
                    found << *job;
            }
            // The page that is shown may have been changed while they were read.
            if (!m_loadAgain)
                merge(asked, found);
            endLoading();
        });
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
    m_named.clear();
    m_anyChanged = false;
    JobFilter first;
    first.batch = m_batch;
    JobFilter second = first;
    first.state = m_attentionOnly ? JobState::Failed : JobState::Running;
    if (m_attentionOnly)
        second.state = JobState::Parked;
    m_queue.find(first).then(this, [this, second](const Result<QList<JobRecord>> &head) {
        m_queue.find(second).then(this, [this, head](const Result<QList<JobRecord>> &tail) {
            if (head && tail)
                show(*head, *tail);
            else
                emit failed(head ? tail.error() : head.error());
            endLoading();
        });
    });
}

void JobModel::endLoading()
{
    m_loading = false;
    if (std::exchange(m_loadAgain, false))
        reload();
    else if (m_anyChanged || !m_named.isEmpty())
        m_reload.start();
}

bool JobModel::belongs(const JobRecord &job) const
{
    if (m_batch.value != 0 && job.batch != m_batch)
        return false;
    return !m_attentionOnly || job.state == JobState::Failed || job.state == JobState::Parked;
}

// Puts the jobs that were found in the order of a page; those that were asked for and not found
// are gone.
void JobModel::merge(const QList<JobId> &asked, const QList<JobRecord> &found)
{
    QList<JobRecord> jobs = items();
    jobs.removeIf([&](const JobRecord &job) { return asked.contains(job.id); });
    for (const JobRecord &job : found) {
        if (belongs(job))
            jobs << job;
        if (job.state != JobState::Running)
            m_live.remove(job.id.value);
    }
    const auto goesFirst = [this](const JobRecord &job) {
        return !m_attentionOnly && job.state == JobState::Running;
    };
    std::ranges::sort(jobs, std::greater(),
                      [&](const JobRecord &job) { return std::pair(goesFirst(job), job.id); });
    const auto running = std::ranges::count_if(jobs, goesFirst);
    jobs.resize(std::min(jobs.size(), pageSize + qsizetype(running)));
    replaceItems(jobs);
    emit loaded();
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
    emit loaded();
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

// A job that waits says what for.
QString JobModel::stateText(const JobRecord &job) const
{
    if (job.state == JobState::Queued || job.state == JobState::Delayed) {
        if (const QString wait = waitText(m_holds, job.kind); !wait.isEmpty())
            return wait;
    }
    if (job.state == JobState::Delayed && job.dueMs > 0)
        return tr("Tries again at %1").arg(shortTimeText(job.dueMs));
    return wordFor(job.state);
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
        return stateText(job);
    case ProgressColumn: {
        const Progress progress = progressOf(job);
        if (progress.total <= 0)
            return {};
        return u"%1 %"_s.arg(progress.done * 100 / progress.total);
    }
    case Priority:
        return job.priority == 0
                   ? QString()
                   : u"%1%2"_s.arg(job.priority > 0 ? u"+"_s : QString()).arg(job.priority);
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

// All of what a column may be too narrow for.
QString JobModel::tipText(const JobRecord &job) const
{
    const QString name = tr("Job %1: %2").arg(job.id.value).arg(text(job, What));
    const QString error = text(job, ErrorColumn);
    return error.isEmpty() ? name : name + u'\n' + error;
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
        return tipText(job);
    case Qt::DecorationRole:
        return index.column() == Kind ? QVariant(iconFor(job.state)) : QVariant();
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
    case Priority:
        return tr("Priority");
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

QIcon iconFor(JobState state)
{
    return icon(iconName(state));
}

} // namespace respool
