// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evidencereport.h"

#include <QObject>

class QWidget;

namespace respool {

class Evidence;

// Asks where to save the report of a batch, and saves it there as CSV, JSON or HTML. Lives on the ui
// thread; the file is written on another one.
class ReportSaver final : public QObject
{
    Q_OBJECT

public:
    // window: what the question belongs to, and the owner.
    ReportSaver(Evidence &evidence, QWidget *window);
    void save(BatchId batch);

signals:
    void saved(const QString &text);
    void failed(const respool::Error &error);

private:
    void write(const EvidenceReport &report, const QString &file);

    Evidence &m_evidence;
    QWidget *m_window;
};

} // namespace respool
