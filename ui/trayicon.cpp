// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/trayicon.h"

#include <QIcon>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace respool {

TrayIcon::TrayIcon(JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_icon.setIcon(QIcon(u":/icons/respool.svg"_s));
    connect(m_menu.addAction(tr("&Open Respool")), &QAction::triggered, this,
            &TrayIcon::openWanted);
    m_pause = m_menu.addAction(QString());
    connect(m_pause, &QAction::triggered, this,
            [this] { static_cast<void>(m_paused ? m_queue.resume() : m_queue.pause()); });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit openWanted();
            });
    auto *later = new QTimer(this);
    later->setSingleShot(true);
    later->setInterval(1000);
    connect(later, &QTimer::timeout, this, &TrayIcon::reload);
    connect(&queue, &JobQueue::changed, later, [later] {
        if (!later->isActive())
            later->start();
    });
    reload();
    m_icon.show();
}

void TrayIcon::reload()
{
    m_queue.stats().then(this, [this](const Result<QueueStats> &stats) {
        if (!stats)
            return;
        m_paused = stats->pausedKinds.contains(QString());
        m_pause->setText(m_paused ? tr("&Resume queue") : tr("&Pause queue"));
        m_icon.setToolTip(tr("Respool: %1 running, %2 waiting, %3 failed")
                              .arg(stats->running)
                              .arg(stats->queued + stats->delayed)
                              .arg(stats->failed + stats->parked));
    });
}

} // namespace respool
