// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/retentionplan.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace respool {

class QueryEdit;
class Retention;

// A new or changed retention rule, and what it would delete while it is written. Says below each
// field what is wrong with it, and closes when the rule is stored. Lives on the ui thread.
class RetentionEditor final : public QDialog
{
    Q_OBJECT

public:
    // rule: without an id a new one.
    RetentionEditor(Retention &retention, const QList<StoreInfo> &stores, RetentionRule rule,
                    QWidget *parent = nullptr);

private:
    void fill(const QList<StoreInfo> &stores);
    void layOut();
    void showBound();
    void nameUnit();
    void check();
    void preview();
    RetentionRule rule() const;
    void save();
    void complain(const Error &error);

    Retention &m_retention;
    const RetentionRule m_rule;
    const QList<StoreInfo> m_stores;
    QLineEdit *m_name;
    QLabel *m_nameError;
    QueryEdit *m_query;
    QLabel *m_queryError;
    QComboBox *m_bound;
    QDoubleSpinBox *m_amount;
    QLabel *m_preview;
    QTimer *m_typing;
    QPushButton *m_save = nullptr;
    int m_asked = 0; // the number of the preview that is wanted
};

} // namespace respool
