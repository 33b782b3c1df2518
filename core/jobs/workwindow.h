// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/daytext.h"
#include "core/jobs/wallclock.h"

namespace respool {

// When work may be done: "22:00-06:00", with days "mon-fri 22:00-06:00", or "always". A value; any
// thread; does not know what time it is.
//
// A window that ends earlier than it begins goes over midnight and belongs to the day on which it
// begins: the one of Friday ends on Saturday morning. It opens when the wall first comes to its
// begin, or past it, and closes so at its end: once a day, also where the clock goes back, and not
// at all on a day that skips all of it.
class WorkWindow
{
public:
    WorkWindow() = default; // always open

    // zone: an IANA id. InvalidArgument: says what is wrong and what is allowed.
    static Result<WorkWindow> parse(const QString &text, const QString &zone);
    QString toText() const; // what parse() takes, in its plainest form
    QString zone() const { return m_clock.zone(); }

    bool isOpen(qint64 nowMs) const;
    // The first instant after nowMs at which isOpen() answers differently; the greatest qint64 if
    // it never does.
    qint64 nextChangeMs(qint64 nowMs) const;

private:
    bool coversWall(qint64 wallMs) const;

    WallClock m_clock;
    Weekdays m_days = Weekdays::all();
    int m_begin = 0;     // in minutes of the day
    int m_end = 24 * 60; // the same; not after the begin: on the next day
};

} // namespace respool
