// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/workrule.h"

#include <QObject>
#include <QTimer>

namespace respool {

class JobQueue;
class Timetable;

// Which jobs the hours and the mains hold now. Lives on the ui thread; asks when the queue changes
// and every few seconds, since neither the clock nor the mains call.
class HoldWatch final : public QObject
{
    Q_OBJECT

public:
    HoldWatch(Timetable &timetable, JobQueue &queue, QObject *parent = nullptr);
    const WorkHolds &holds() const { return m_holds; }

signals:
    void changed(const respool::WorkHolds &holds);

private:
    void ask();

    Timetable &m_timetable;
    WorkHolds m_holds;
    QTimer m_soon; // a queue that changes all the time is asked about once
    QTimer m_again;
};

// What a job of this kind waits for: "Waits until 22:00". Empty: nothing holds it.
QString waitText(const WorkHolds &holds, const QString &kind);
// The same of every job, inside a line: "jobs wait until 22:00".
QString waitTextOfAll(const WorkHolds &holds);

// A time that is near: without its day if that is today.
QString shortTimeText(qint64 utcMs);

} // namespace respool
