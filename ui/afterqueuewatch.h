// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/afterqueue.h"
#include "ui/countdowndialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace respool {

struct QueueState;

// Does what was chosen for the time when the queue is done: once, for the run that it was chosen
// for, unless it is remembered. A queue that had nothing to do since the start is not done, nor is
// one that waits to try something again or is paused with work left. What ends the program or the
// machine is counted down first, and called off when there is work again. Lives on the ui thread.
class AfterQueueWatch final : public QObject
{
    Q_OBJECT

public:
    explicit AfterQueueWatch(QObject *parent = nullptr);

    void choose(AfterQueue action, bool remember);
    AfterQueue action() const { return m_action; }
    bool isRemembered() const { return m_remembered; }
    void note(const QueueState &state);
    void setElapsed(std::function<qint64()> elapsed) { m_elapsed = std::move(elapsed); }
    CountdownDialog *countdown() const { return m_countdown; }

signals:
    void due(respool::AfterQueue action);                     // now
    void chosen(respool::AfterQueue action, bool remembered); // another one is in force

private:
    void finish();
    void count(const QString &question, const QString &verb);
    void spend();

    AfterQueue m_action = AfterQueue::Nothing;
    bool m_remembered = false;
    bool m_hasWorked = false;
    qint64 m_ended = -1; // how many had ended at the last look; -1: there was none
    QTimer m_settle;     // one job's end is often another one's beginning
    QPointer<CountdownDialog> m_countdown;
    std::function<qint64()> m_elapsed;
};

} // namespace respool
