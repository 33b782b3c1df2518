// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/ratiotable.h"

namespace respool {

// The measurements of the queue; each adds its rows. A wrong result fails the running test.

// throughputrows.cpp: beside the bare C interface and the origin's queue, and what a sync costs.
void measureTurns(RatioTable &table);
void measurePushes(RatioTable &table);
void measureDurablePushes(RatioTable &table);

// shaperows.cpp: what lies in front of the jobs, and many jobs at once.
void measureClaimBehindMany(RatioTable &table);
void measureBulk(RatioTable &table);
void measureDeleteCommand(RatioTable &table);

// workerrows.cpp: a runner that runs, waits, is woken and reports.
void measureRuns(RatioTable &table);
void measureLatency(RatioTable &table);
void measureIdle(RatioTable &table);
void measureProgress(RatioTable &table);

// The other process of measureLatency: a command for each line that comes in.
int enqueueForEachLine(const QString &databaseFile);
inline constexpr auto enqueueOption = "--enqueue";

} // namespace respool
