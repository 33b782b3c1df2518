// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/workrule.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTimeEdit;

namespace respool {

class DayPicker;
class Timetable;

// When jobs may run: the rule for all of them. Those for one kind are shown, and set by the command
// line. Lives on the ui thread.
class HoursPage final : public QWidget
{
    Q_OBJECT

public:
    explicit HoursPage(Timetable &timetable, QWidget *parent = nullptr);
    void reload();

private:
    void layOut();
    void showRules(const QList<WorkRule> &rules);
    void showRule(const WorkRule &rule);
    void touch();
    void apply();
    void answer(const Result<> &result);

    Timetable &m_timetable;
    QCheckBox *m_hours;
    QTimeEdit *m_from, *m_to;
    DayPicker *m_days;
    QCheckBox *m_mains;
    QLabel *m_note;
    QLabel *m_kinds;
    QLabel *m_answer;
    QPushButton *m_apply;
    QString m_zone;
    bool m_exists = false;  // there is a rule for all jobs
    bool m_touched = false; // what stands here was not applied yet
};

} // namespace respool
