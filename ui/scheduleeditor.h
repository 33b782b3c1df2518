// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/schedule.h"
#include "core/library/recording.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace respool {

class RulePicker;
class Timetable;

// A new schedule: its name, what it does to what, and when. Says below each field what is wrong
// with it, and closes when the schedule is there. Lives on the ui thread.
class ScheduleEditor final : public QDialog
{
    Q_OBJECT

public:
    ScheduleEditor(Timetable &timetable, const QList<StoreInfo> &stores, QWidget *parent = nullptr);

private:
    void fillChoices(const QList<StoreInfo> &stores);
    void layOut();
    ScheduleSpec spec() const;
    bool takesQuery() const;
    void showAction();
    void showRule();
    void add();
    void complain(const Error &error);

    Timetable &m_timetable;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLabel *m_nameError;
    QComboBox *m_action;
    QComboBox *m_store;
    QLineEdit *m_query;
    QLabel *m_aboutError;
    RulePicker *m_rule;
    QComboBox *m_zone;
    QLabel *m_next;
    QPushButton *m_add = nullptr;
};

// What a schedule does, and when it does so, in the user's words.
QString wordForAction(const QString &action);
QString ruleText(const QString &rule);

} // namespace respool
