// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"
#include "core/commands.h"

namespace respool {

// Runs until every job of the batch has ended, and answers with its result: Done, or SomeFailed
// with every failure named on stderr. If no other process runs jobs, this one does meanwhile.
Exit waitForBatch(Session &session, BatchId batch);

// The same for a scan, which gives up when its store is offline: Unavailable.
Exit waitForScan(Session &session, BatchId batch);

// Tells what was enqueued, and waits for it when that is wished.
Exit answerEnqueued(Session &session, const Enqueued &enqueued, const QString &what, bool wait);

} // namespace respool
