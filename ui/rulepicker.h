// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTimeEdit;

namespace respool {

class DayPicker;

// When a schedule comes due: every so often, daily, weekly, or as cron writes it. Lives on the ui
// thread; what is wrong with a rule is for ScheduleRule to say.
class RulePicker final : public QWidget
{
    Q_OBJECT

public:
    explicit RulePicker(QWidget *parent = nullptr);
    QString rule() const; // as ScheduleRule::parse() takes it

signals:
    void changed();

private:
    enum Way { Every, Daily, Weekly, Cron };
    QWidget *makeEvery();
    QWidget *makeDaily();
    QWidget *makeWeekly();
    QWidget *makeCron();

    QComboBox *m_way;
    QStackedWidget *m_pages;
    QSpinBox *m_count;
    QComboBox *m_unit;
    QTimeEdit *m_dailyTime;
    DayPicker *m_days;
    QTimeEdit *m_weeklyTime;
    QLineEdit *m_cron;
};

} // namespace respool
