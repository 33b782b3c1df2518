// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDialog>
#include <QPersistentModelIndex>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace respool {

class AuditModel;
class Evidence;

// What was done, by whom and why: the audit log, of everything or of one recording, with what shows
// that nothing in it was changed. Lives on the ui thread.
class AuditDialog final : public QDialog
{
    Q_OBJECT

public:
    // recording: the uid to begin with; empty: everything.
    AuditDialog(Evidence &evidence, const QString &recording, QWidget *parent = nullptr);

private:
    void layOut();
    void check();
    void chooseFile();
    void exportTo(const QString &file);
    void say(const QString &text, bool isWrong);
    void holdPlace();
    void keepPlace();

    Evidence &m_evidence;
    AuditModel *m_model;
    QLineEdit *m_recording;
    QTableView *m_table;
    QLabel *m_message;
    QPersistentModelIndex m_top; // the first row that is seen, while others come
    QPushButton *m_check = nullptr, *m_export = nullptr;
};

} // namespace respool
