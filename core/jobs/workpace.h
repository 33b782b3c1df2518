// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/progressrate.h"

namespace respool {

// How fast work goes whose progress comes in steps. A sample between two of them would make the
// rate fall and leap, so it counts only once the work seems to stand still.
class WorkPace
{
public:
    void add(qint64 atMs, Progress progress);
    double perSecond() const { return m_rate.perSecond(); }
    std::optional<qint64> remainingMs() const { return m_rate.remainingMs(); }

private:
    ProgressRate m_rate;
    Progress m_last;
    qint64 m_movedMs = -1;
};

} // namespace respool
