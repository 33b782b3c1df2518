// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/sessionlog.h"

#include <QAbstractTableModel>
#include <QSet>

namespace respool {

// The entries of a session log: when, what sort of event, what it says. Lives on the ui thread;
// reads nothing itself.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Event, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLog(const SessionLog &log); // one that has grown keeps its rows
    void setWallClock(bool wall);       // times of day, else since the beginning
    void showFound(const QString &text);
    const SessionLog &log() const { return m_log; }
    qint64 timeMs(int row) const { return m_log.timesMs.value(row); }
    int rowAt(qint64 ms) const; // the last entry that has happened by then; -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void find();
    QString timeTextOf(int row) const;
    QString sentenceOf(int row) const;

    SessionLog m_log;
    bool m_wallClock = false;
    QString m_sought;
    QSet<int> m_found; // rows
};

QString wordForLogEvent(const QString &event);
// "code: where" as the reader warns, in words.
QString wordForLogWarning(const QString &warning);

} // namespace respool
