// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace respool {

// Shows what a deletion would do, before anything happens: how many, how much, from where to
// where, what is left alone and why. So many that it hurts are confirmed by typing their number. Accepted: the plan and options are the user's word. Knows nothing of the queue.
class DeleteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DeleteDialog(DeletePlan plan, QWidget *parent = nullptr);

    DeletePlan plan() const;
    DeleteOptions options() const;

private:
    QLayout *makeFacts();
    QLayout *makeTyping();
    void showChoice();
    void showStores();
    bool isConfirmed() const;

    DeletePlan m_plan;
    QCheckBox *m_permanent;
    QLineEdit *m_reason;
    QLabel *m_warning;
    QLineEdit *m_typed = nullptr; // there when the number has to be typed
    QList<QLabel *> m_stores;     // where the recordings of each store go
    QPushButton *m_accept;
};

} // namespace respool
