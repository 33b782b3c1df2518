// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workpace.h"

namespace respool {

namespace {

// The runner stores progress every two seconds; what is unchanged for longer stands still.
constexpr qint64 standsStillMs = 5000;

} // namespace

void WorkPace::add(qint64 atMs, Progress progress)
{
    const bool moved =
        m_movedMs < 0 || progress.done != m_last.done || progress.total != m_last.total;
    if (moved)
        m_movedMs = atMs;
    if (moved || atMs - m_movedMs > standsStillMs)
        m_rate.add(atMs, progress);
    m_last = progress;
}

} // namespace respool
