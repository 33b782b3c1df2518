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

// Shows what a deletion would do, before anything happens: how many, how much, what is left alone
// and why. Accepted: the plan and options are the user's word. Knows nothing of the queue.
class DeleteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DeleteDialog(DeletePlan plan, QWidget *parent = nullptr);

    DeletePlan plan() const;
    DeleteOptions options() const;

private:
    QLayout *makeFacts();
    void showChoice();

    DeletePlan m_plan;
    QCheckBox *m_permanent;
    QLineEdit *m_reason;
    QLabel *m_warning;
    QPushButton *m_accept;
};

} // namespace respool
