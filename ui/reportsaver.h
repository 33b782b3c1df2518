// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QObject>

class QWidget;

namespace respool {

// Asks where to save the report of a batch, and saves it there as CSV or JSON. Lives on the ui
// thread; the file is written on another one.
class ReportSaver final : public QObject
{
    Q_OBJECT

public:
    // window: what the question belongs to, and the owner.
    ReportSaver(JobQueue &queue, QWidget *window);
    void save(BatchId batch);

signals:
    void saved(const QString &text);
    void failed(const respool::Error &error);

private:
    void write(const BatchReport &report, const QString &file);

    JobQueue &m_queue;
    QWidget *m_window;
};

} // namespace respool
