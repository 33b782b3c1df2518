// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/retentionplan.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace respool {

class Retention;
class Timetable;

// How long recordings are kept: the rules, what each would delete now, and a run by hand after a
// plan was agreed to. Lives on the ui thread; what rules mean is worked out elsewhere.
class RetentionDialog final : public QDialog
{
    Q_OBJECT

public:
    RetentionDialog(Retention &retention, Timetable &timetable, QList<StoreInfo> stores,
                    QWidget *parent = nullptr);

private:
    void layOut();
    void reload();
    void showRules(const QList<RetentionRule> &rules);
    void preview();
    void showPlan(const RetentionPlan &plan);
    void offerSchedule();
    void updateActions();
    const RetentionRule *selected() const;
    QList<RetentionRule> rulesThatAreOn() const;
    void enable(QTreeWidgetItem *item, int column);
    void edit(const RetentionRule &rule);
    void remove();
    void run();
    void confirm(const RetentionPlan &plan);
    void schedule();
    void say(const Error &error, const QString &otherwise = {});

    Retention &m_retention;
    Timetable &m_timetable;
    const QList<StoreInfo> m_stores;
    QList<RetentionRule> m_rules;
    int m_asked = 0; // the number of the preview that is wanted
    QTreeWidget *m_list;
    QLabel *m_sum, *m_message;
    QPushButton *m_edit, *m_remove, *m_run, *m_schedule;
};

// What a rule deletes, and "1,204 recordings, 88 GB", in the user's words.
QString boundWords(const RetentionRule &rule);
QString amountWords(qint64 recordings, qint64 bytes);

} // namespace respool
