// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace respool {

// Respool without a window: an icon that says what runs, and a menu. Lives on the ui thread.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(JobQueue &queue, QObject *parent = nullptr);

signals:
    void openWanted();
    void quitWanted();

private:
    void reload();

    JobQueue &m_queue;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_pause;
    bool m_paused = false;
};

} // namespace respool
