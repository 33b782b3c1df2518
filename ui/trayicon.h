// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QPixmap>
#include <QSystemTrayIcon>

namespace respool {

class QueueWatch;
struct QueueState;

// Respool in the tray: an icon with a ring of progress while jobs run and a dot when some failed, a
// line of what happens, and a menu. Lives on the ui thread; the watch outlives it.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QueueWatch &watch, QObject *parent = nullptr);
    void say(const QString &title, const QString &text);

signals:
    void openWanted();
    void quitWanted();

private:
    void show(const QueueState &state);

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_pause;
    bool m_paused = false;
    int m_shownPermille = -2; // nothing was painted yet
    bool m_shownFailure = false;
};

// The icon of the program with what the queue does: permille of the work as a ring, -1 for none.
QPixmap trayPicture(int permille, bool hasFailed, int side);

} // namespace respool
