// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batchmodel.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/jobmodel.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int pageSize = 60;
constexpr int reloadMs = 250;
constexpr int tickMs = 1000;
// The runner stores progress every two seconds; what is unchanged for longer stands still.
constexpr qint64 stillMs = 5000;
constexpr qint64 minuteMs = 60'000;

// In numbers that stay as long as the rate stays about the same.
QString roundedText(double rate)
{
    return QLocale().toString(rate, 'f', rate < 10 ? 1 : 0);
}

// "3 done, 1 failed": what happens now, what waits, what has ended.
QString countsText(const BatchRecord &batch)
{
    QStringList parts;
    const auto add = [&](qint64 count, const auto &say) {
        if (count > 0)
            parts << say(int(count));
    };
    const auto count = [&](JobState state) { return batch.count(state); };
    add(count(JobState::Running), [](int n) { return BatchModel::tr("%n running", nullptr, n); });
    add(count(JobState::Queued) + count(JobState::Delayed),
        [](int n) { return BatchModel::tr("%n waiting", nullptr, n); });
    add(count(JobState::Paused), [](int n) { return BatchModel::tr("%n paused", nullptr, n); });
    add(count(JobState::Failed) + count(JobState::Parked),
        [](int n) { return BatchModel::tr("%n failed", nullptr, n); });
    add(count(JobState::Cancelled),
        [](int n) { return BatchModel::tr("%n cancelled", nullptr, n); });
    add(count(JobState::Done), [](int n) { return BatchModel::tr("%n done", nullptr, n); });
    return parts.join(u", "_s);
}

int permilleOf(const BatchRecord &batch)
{
    if (batch.state() == JobState::Done)
        return 1000;
    return batch.progress.total > 0 ? int(batch.progress.done * 1000 / batch.progress.total) : -1;
}

} // namespace

BatchModel::BatchModel(JobQueue &queue, QObject *parent)
    : PagedRows(parent)
    , m_queue(queue)
    , m_elapsed([this] { return m_stopwatch.elapsed(); })
    , m_limit(pageSize)
{
    m_stopwatch.start();
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadMs);
    connect(&m_reload, &QTimer::timeout, this, &BatchModel::reload);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &BatchModel::readRunning);
}

void BatchModel::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    const qint64 from = m_stopwatch.elapsed();
    m_queue.batches({}, m_limit).then(this, [this, from](const Result<QList<BatchRecord>> &found) {
        m_loading = false;
        // Summing up many thousand jobs takes its time; the searches of the library want theirs.
        m_reload.setInterval(std::max(reloadMs, int(m_stopwatch.elapsed() - from) * 4));
        if (found) {
            m_more = found->size() == m_limit;
            show(*found);
            emit loaded();
        } else {
            emit failed(found.error());
        }
        if (std::exchange(m_loadAgain, false))
            m_reload.start();
    });
}

void BatchModel::show(const QList<BatchRecord> &batches)
{
    QSet<qint64> running;
    for (const BatchRecord &batch : batches) {
        if (batch.state() != JobState::Running)
            continue;
        running.insert(batch.id.value);
        measure(batch);
    }
    m_paces.removeIf(
        [&](const QHash<qint64, Pace>::iterator &pace) { return !running.contains(pace.key()); });
    if (running.isEmpty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
    replaceItems(batches);
}

// Only these move while no job begins or ends.
void BatchModel::readRunning()
{
    for (auto it = m_paces.cbegin(); it != m_paces.cend(); ++it) {
        m_queue.batch(BatchId{it.key()}).then(this, [this](const Result<BatchRecord> &batch) {
            if (!batch || !m_paces.contains(batch->id.value))
                return;
            measure(*batch);
            replaceItem(*batch);
        });
    }
}

// Progress comes in steps. A sample between two of them would make the rate fall and leap, so it
// counts only once the work seems to stand still.
void BatchModel::measure(const BatchRecord &batch)
{
    Pace &pace = m_paces[batch.id.value];
    const qint64 nowMs = m_elapsed();
    const bool moved = pace.movedMs < 0 || batch.progress.done != pace.last.done
                       || batch.progress.total != pace.last.total;
    if (moved)
        pace.movedMs = nowMs;
    if (moved || nowMs - pace.movedMs > stillMs)
        pace.rate.add(nowMs, batch.progress);
    pace.last = batch.progress;
}

BatchRecord BatchModel::batch(const QModelIndex &index) const
{
    return items().value(index.row());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool BatchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void BatchModel::fetchMore(const QModelIndex &)
{
    if (!std::exchange(m_more, false))
        return; // views ask first, but not everybody does
    m_limit += pageSize;
    reload();
}

// What is not counted in bytes is counted in recordings or stores.
QString BatchModel::rateText(const BatchRecord &batch) const
{
    const double rate = m_paces.value(batch.id.value).rate.perSecond();
    if (rate <= 0)
        return {};
    if (countsBytes(batch.kind))
        return tr("%1/s").arg(sizeText(qint64(rate)));
    return tr("%1 items/s").arg(roundedText(rate));
}

QString BatchModel::leftText(const BatchRecord &batch) const
{
    const auto leftMs = m_paces.value(batch.id.value).rate.remainingMs();
    if (!leftMs)
        return {};
    if (*leftMs < minuteMs) // no tenths: it is a guess
        return tr("%1 s").arg(*leftMs / 1000 + 1);
    return durationText(*leftMs);
}

QString BatchModel::text(const BatchRecord &batch, int column) const
{
    switch (Column(column)) {
    case Kind:
        return wordForJobKind(batch.kind);
    case Jobs:
        return countsText(batch);
    case State:
        return wordFor(batch.state());
    case ProgressColumn: {
        const int permille = permilleOf(batch);
        return permille < 0 ? QString() : u"%1 %"_s.arg(permille / 10);
    }
    case Rate:
        return rateText(batch);
    case Left:
        return leftText(batch);
    case Who:
        return batch.who;
    case Created:
        return timeText(batch.createdMs);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BatchRecord &batch = items()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(batch, index.column());
    case Qt::ToolTipRole:
        return batch.reason.isEmpty() ? tr("Batch %1").arg(batch.id.value)
                                      : tr("Batch %1: %2").arg(batch.id.value).arg(batch.reason);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(batch, index.column()));
    case Qt::DecorationRole:
        return index.column() == Kind ? QVariant(iconFor(batch.state())) : QVariant();
    case Qt::TextAlignmentRole: // numbers that change stand still at their last digit
        return index.column() == Rate || index.column() == Left
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case JobModel::IdRole:
        return batch.id.value;
    case JobModel::StateRole:
        return int(batch.state());
    case JobModel::ProgressRole:
        return permilleOf(batch);
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Rate || section == Left))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Kind:
        return tr("Batch");
    case Jobs:
        return tr("Jobs");
    case State:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case Rate:
        return tr("Rate");
    case Left:
        return tr("Time left");
    case Who:
        return tr("Who");
    case Created:
        return tr("Asked for");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
