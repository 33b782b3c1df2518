// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/schedule.h"
#include "core/library/recording.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace respool {

class JobQueue;
class Timetable;

// When work is done: the schedules, with their next and last runs, and the hours in which jobs may
// run. Everything counts at once. Lives on the ui thread.
class ScheduleDialog final : public QDialog
{
    Q_OBJECT

public:
    ScheduleDialog(Timetable &timetable, JobQueue &queue, QList<StoreInfo> stores,
                   QWidget *parent = nullptr);

private:
    QWidget *makePage();
    void reload();
    void showSchedules(const QList<ScheduleRecord> &schedules);
    void fill(QTreeWidgetItem *item, const ScheduleRecord &schedule) const;
    void updateActions();
    std::optional<ScheduleId> selected() const;
    void enable(QTreeWidgetItem *item, int column);
    void add();
    void remove();
    void run();
    void say(const Error &error, const QString &otherwise = {});
    QString aboutText(const ScheduleSpec &spec) const;

    Timetable &m_timetable;
    const QList<StoreInfo> m_stores;
    QTreeWidget *m_list;
    QLabel *m_message;
    QPushButton *m_remove = nullptr, *m_run = nullptr;
};

} // namespace respool
