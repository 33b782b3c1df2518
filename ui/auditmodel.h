// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/audit.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace respool {

class Evidence;

// The audit log, newest first, a page at a time. Its rows are never changed, so that only new ones
// are read when it grows. Lives on the ui thread; asks and never waits.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, When, Who, Act, About, Reason, Detail, ColumnCount };

    explicit AuditModel(Evidence &evidence, QObject *parent = nullptr);

    // A recording's uid, or the beginning of one; empty: everything.
    void setRecording(const QString &uid);
    void reload();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();
    void failed(const respool::Error &error);

private:
    void load(qint64 before);
    void show(const QList<AuditRow> &rows, qint64 before);
    void follow();
    void readNew(qint64 above, qint64 before);
    void merge(const QList<AuditRow> &rows);
    static QString text(const AuditRow &row, int column);

    Evidence &m_evidence;
    AuditFilter m_filter;
    QList<AuditRow> m_rows;
    QTimer m_follow;      // what changes at once is asked about once
    int m_generation = 0; // answers to an older filter are dropped
    bool m_loading = false;
    bool m_more = false;  // there are older ones
    bool m_shown = false; // the first page
    bool m_following = false;
    bool m_followAgain = false;
};

// The act in the user's language.
QString wordForAct(const QString &action);

} // namespace respool
