// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statuspanel.h"

#include "ui/holdwatch.h"
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
    connect(&queue, &JobQueue::troubleChanged, this, &StatusPanel::show);
    QTimer::singleShot(0, this, &StatusPanel::reload); // when those who want to hear of it can
}

void StatusPanel::setWorker(bool mine)
{
    m_worker->setText(mine ? tr("This window runs the jobs") : tr("Another Respool runs the jobs"));
}

void StatusPanel::setHolds(const WorkHolds &holds)
{
    m_holds = holds;
    show();
}

void StatusPanel::reload()
{
    m_queue.stats().then(this, [this](const Result<QueueStats> &stats) {
        if (!stats)
            return;
        m_stats = *stats;
        show();
        emit pausedChanged(m_stats.pausedKinds.contains(QString()));
    });
}

void StatusPanel::show()
{
    QStringList parts{
        tr("%1 running, %2 waiting").arg(m_stats.running).arg(m_stats.queued + m_stats.delayed)};
    if (m_stats.paused > 0)
        parts << tr("%n paused", nullptr, int(m_stats.paused));
    if (m_stats.pausedKinds.contains(QString()))
        parts << tr("the queue is paused");
    if (const QString wait = waitTextOfAll(m_holds); !wait.isEmpty())
        parts << wait;
    if (m_queue.trouble().code != ErrorCode::None)
        parts << tr("the queue stands still");
    m_counts->setText(parts.join(u" · "_s));
    const int failed = int(m_stats.failed + m_stats.parked);
    m_failed->setText(tr("%n failed", nullptr, failed));
    m_failed->setVisible(failed > 0);
}

} // namespace respool
