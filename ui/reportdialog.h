// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace respool {

class Evidence;
struct EvidenceReport;

// The report of a batch as it would be printed; saves it, and checks that nothing in it or in the
// log was changed. Of a very long one the first recordings are shown: what is saved is whole.
// Lives on the ui thread; the page is written on another one.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ReportDialog(Evidence &evidence, BatchId batch, QWidget *parent = nullptr);

private:
    void layOut();
    void showPage(const EvidenceReport &report);
    void check();
    void say(const QString &text, bool isWrong);

    Evidence &m_evidence;
    const BatchId m_batch;
    QTextBrowser *m_page;
    QLabel *m_message;
    QPushButton *m_check = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace respool
