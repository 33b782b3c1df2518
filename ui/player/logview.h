// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/sessionlog.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace respool {

class LogModel;

// A session log as a table, whether it is complete, and what is odd about it. The entry that has
// happened last is the current row. Lives on the ui thread; reads nothing itself.
class LogView final : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void showLog(const SessionLog &log, bool growing);
    void clear();
    void showMoment(qint64 ms);
    void showFound(const QString &text);
    void setWallClock(bool wall);
    LogModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }

signals:
    void chosen(qint64 ms); // somebody wants to be at that entry

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWarnings(bool shown);

    LogModel *m_model;
    QLabel *m_state;
    QToolButton *m_warningCount;
    QLabel *m_warnings;
    QTableView *m_table;
};

} // namespace respool
