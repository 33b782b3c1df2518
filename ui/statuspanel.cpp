// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statuspanel.h"

#include "ui/look.h"

#include <QLabel>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace respool {

StatusPanel::StatusPanel(QStatusBar &bar, JobQueue &queue)
    : QObject(&bar)
    , m_queue(queue)
    , m_worker(new QLabel(&bar))
    , m_counts(new QLabel(&bar))
    , m_failed(new QToolButton(&bar))
{
    m_worker->setAccessibleName(tr("Who runs the jobs"));
    m_counts->setAccessibleName(tr("Jobs"));
    m_failed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_failed->setIcon(icon(u"warning"_s));
    m_failed->setToolTip(tr("Show the jobs that failed"));
    m_failed->setAccessibleName(tr("Failed jobs"));
    m_failed->hide();
    bar.addWidget(m_counts);
    bar.addWidget(m_failed);
    bar.addPermanentWidget(m_worker);
    connect(m_failed, &QToolButton::clicked, this, &StatusPanel::attentionWanted);
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(500);
    connect(later, &QTimer::timeout, this, &StatusPanel::reload);
    connect(&queue, &JobQueue::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    QTimer::singleShot(0, this, &StatusPanel::reload); // when those who want to hear of it can
}

void StatusPanel::setWorker(bool mine)
{
    m_worker->setText(mine ? tr("This window runs the jobs") : tr("Another Respool runs the jobs"));
}

void StatusPanel::reload()
{
    m_queue.stats().then(this, [this](const Result<QueueStats> &stats) {
        if (stats)
            show(*stats);
    });
}

void StatusPanel::show(const QueueStats &stats)
{
    m_running = stats.running;
    const bool paused = stats.paused.contains(QString());
    QString text =
        tr("%1 running, %2 waiting").arg(stats.running).arg(stats.queued + stats.delayed);
    if (paused)
        text += tr(" · the queue is paused");
    m_counts->setText(text);
    const int failed = int(stats.failed + stats.parked);
    m_failed->setText(tr("%n failed", nullptr, failed));
    m_failed->setVisible(failed > 0);
    emit pausedChanged(paused);
}

} // namespace respool
