// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace respool {

// Every action of the window with its icon, text and shortcut, in one place; menus, toolbar and
// context menus are made of them. Does nothing by itself.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QMainWindow &window);

    void fillContextMenu(QMenu &menu, bool trash) const;

    QAction *addStore, *removeStore, *scan, *play, *remux, *exportTo, *remove, *restore,
        *emptyTrash;
    QAction *hold, *liftHold, *openFolder, *copyId, *settings, *schedules, *find, *showLibrary,
        *showJobs, *thumbnails, *audit, *history, *about, *quit;
    QAction *importFrom, *verify, *findText;
    QAction *retention, *storage, *storeSettings;
    QAction *flag, *unseen, *tags, *note;
    QAction *undo = nullptr, *selectAll = nullptr, *saveSearch = nullptr, *asTable = nullptr,
            *asGrid = nullptr, *removeForGood = nullptr;

private:
    void makeEditing();
    void makeMenus();
    QAction *make(const char *icon, const QString &text, const QList<QKeySequence> &keys);

    QMainWindow &m_window;
};

} // namespace respool
