// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QHash>
#include <QTimer>

namespace respool {

// Waits for the exports that were asked for in this window, and tells where they lie once they are
// there. One that is still running when the window closes is told of by its job alone. Lives on the
// ui thread.
class ExportWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ExportWatch(JobQueue &queue, QObject *parent = nullptr);

    void follow(BatchId batch, const QString &place); // a file, or the folder of several

signals:
    void written(const QString &text);
    void failed(const QString &text);

private:
    void look();
    void tell(const BatchRecord &batch);

    JobQueue &m_queue;
    QHash<qint64, QString> m_places; // by batch
    QTimer m_later;
};

} // namespace respool
