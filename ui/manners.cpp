// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/manners.h"

#include "ui/desktop.h"
#include "ui/errortext.h"
#include "ui/jobtext.h"

#include <QApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int togetherMs = 1000;

// What the program does by itself is worth a word only when it went wrong.
bool isOfTheProgram(const BatchRecord &batch)
{
    return batch.kind == "picture"_L1 || batch.kind == "index"_L1 || batch.kind == "scan"_L1;
}

bool hasFailed(const BatchRecord &batch)
{
    return batch.count(JobState::Failed) + batch.count(JobState::Parked) > 0;
}

} // namespace

Manners::Manners(JobQueue &queue, Desktop &desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_watch(queue)
    , m_isLookedAt([] { return QApplication::activeWindow() != nullptr; })
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(togetherMs);
    connect(&m_tell, &QTimer::timeout, this, &Manners::tellEnds);
    connect(&m_watch, &QueueWatch::changed, this, &Manners::show);
    connect(&m_watch, &QueueWatch::changed, &m_after, &AfterQueueWatch::note);
    connect(&m_watch, &QueueWatch::batchEnded, this, &Manners::noteEnd);
    connect(&m_after, &AfterQueueWatch::due, this, &Manners::act);
}

void Manners::setSettings(const Settings &settings)
{
    m_settings = settings;
    show(m_watch.state());
}

void Manners::setWorker(bool mine)
{
    m_isWorker = mine;
    show(m_watch.state());
}

// Jobs that the hours or the mains hold do not run, so the machine may sleep.
void Manners::show(const QueueState &state)
{
    const bool runs = state.stats.running > 0;
    m_desktop.showProgress(runs ? state.permille : -1, state.stats.unseen);
    m_desktop.keepAwake(m_isWorker && runs && m_settings.staysAwake);
}

void Manners::noteEnd(const BatchRecord &batch)
{
    const bool isBad = hasFailed(batch);
    const bool wanted = isBad ? m_settings.tellsFailures
                              : m_settings.tellsEnds && !isOfTheProgram(batch)
                                    && batch.state() != JobState::Cancelled;
    if (!wanted || m_isLookedAt())
        return;
    m_ends << batch;
    m_tell.start();
}

void Manners::tellEnds()
{
    const QList<BatchRecord> ends = std::exchange(m_ends, {});
    if (ends.isEmpty())
        return;
    const auto bad = std::ranges::count_if(ends, hasFailed);
    QStringList lines;
    for (const BatchRecord &batch : ends.first(std::min<qsizetype>(ends.size(), 4)))
        lines << tr("%1: %2").arg(wordForJobKind(batch.kind), countsText(batch));
    if (ends.size() > lines.size())
        lines << tr("and %n more", nullptr, int(ends.size() - lines.size()));
    say(bad > 0 ? tr("%n order(s) failed", nullptr, int(bad))
                : tr("%n order(s) finished", nullptr, int(ends.size())),
        lines.join(u'\n'));
}

void Manners::say(const QString &title, const QString &text)
{
    if (!m_desktop.notify(title, text))
        emit wordWanted(title, text);
}

void Manners::act(AfterQueue action)
{
    const auto complaining = [this](const Result<> &done) {
        if (!done)
            emit failed(done.error());
    };
    switch (action) {
    case AfterQueue::Nothing:
        return;
    case AfterQueue::Notify: {
        const qint64 unseen = m_watch.state().stats.unseen;
        say(tr("The queue is done"), unseen > 0 ? tr("%n job(s) failed.", nullptr, int(unseen))
                                                : tr("Every job has ended well."));
        return;
    }
    case AfterQueue::Quit:
        emit quitWanted();
        return;
    case AfterQueue::Sleep:
        m_desktop.suspend().then(this, complaining);
        return;
    case AfterQueue::ShutDown:
        m_desktop.powerOff().then(this, complaining);
        return;
    }
}

} // namespace respool
