// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QTreeView>

namespace respool {

class BatchTreeModel;

// The tree of batches and jobs, unfolded and scrolled by hand or keyboard; asks the model for what
// comes into sight. Lives on the ui thread.
class JobTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit JobTree(BatchTreeModel &model, QWidget *parent = nullptr);

    // From now on, what is found is shown unfolded, the first batches of it at least.
    void unfoldFound(bool unfold);
    // What is selected; the jobs of a batch that is selected itself are left out.
    QList<BatchId> selectedBatches() const;
    QList<JobRecord> selectedJobs() const;

private:
    void fetchVisible();
    void unfoldFirst();

    BatchTreeModel &m_model;
    bool m_unfoldFound = false;
};

} // namespace respool
