// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batch.h"
#include "core/settings/settings.h"
#include "ui/afterqueuewatch.h"
#include "ui/queuewatch.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace respool {

class Desktop;

// How the program behaves towards whoever works beside it, with or without a window: a word when a
// batch has ended and nobody looks, progress on the icon of the program, a machine that stays awake
// while jobs run, and what was chosen for the time after them. Lives on the ui thread; the desktop
// outlives it.
class Manners final : public QObject
{
    Q_OBJECT

public:
    Manners(JobQueue &queue, Desktop &desktop, QObject *parent = nullptr);

    QueueWatch &watch() { return m_watch; }
    AfterQueueWatch &afterQueue() { return m_after; }
    void setSettings(const Settings &settings);
    // Whether this process runs the jobs: who only watches keeps no machine awake.
    void setWorker(bool mine);
    // Whether somebody looks at a window of the program; tests give their own answer.
    void setLookedAt(std::function<bool()> isLookedAt) { m_isLookedAt = std::move(isLookedAt); }

signals:
    void quitWanted();
    void wordWanted(const QString &title, const QString &text); // the desktop had no place for it
    void failed(const respool::Error &error);

private:
    void show(const QueueState &state);
    void noteEnd(const BatchRecord &batch);
    void tellEnds();
    void act(AfterQueue action);
    void say(const QString &title, const QString &text);

    Desktop &m_desktop;
    QueueWatch m_watch;
    AfterQueueWatch m_after;
    Settings m_settings;
    std::function<bool()> m_isLookedAt;
    QTimer m_tell;             // ends that come together are told together
    QList<BatchRecord> m_ends; // that were not told yet
    bool m_isWorker = true;
};

} // namespace respool
