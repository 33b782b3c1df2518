// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Engine that runs the jobs, or hears of the process that does.

#include "core/engine.h"
#include "core/engineparts.h"
#include "core/library/rootstore.h"

namespace respool {

Result<bool> Engine::work()
{
    if (isWorker())
        return true;
    const QString lockFile = m_parts->inData("worker.lock");
    TRY_LET(m_parts->lock, ProcessLock::tryLock(lockFile));
    if (!m_parts->lock) {
        m_parts->takeOver.start();
        return false;
    }
    buildWorker();
    const auto started = m_parts->runner->start(m_parts->options.threads, m_parts->options.kinds,
                                                m_parts->inData("worker.crash"));
    if (!started) {
        m_parts->storeWatcher.reset();
        m_parts->trashKeeper.reset();
        m_parts->names.reset();
        m_parts->housekeeper.reset();
        m_parts->scheduler.reset();
        m_parts->runner.reset();
        m_parts->bell.reset();
        m_parts->lock.reset();
        return Failure{started.error()};
    }
    m_parts->scheduler->start();
    if (m_parts->storeWatcher)
        m_parts->storeWatcher->start();
    m_parts->trashKeeper->look();
    m_parts->takeOver.stop();
    m_parts->watch.stop();
    m_parts->listener->stop();
    emit workerChanged();
    return true;
}

void Engine::buildWorker()
{
    Parts &parts = *m_parts;
    parts.bell = std::make_unique<ChangeBell>(parts.options.database.file);
    connectBell();
    parts.runner =
        std::make_unique<JobRunner>(*parts.database, parts.clock, *parts.queue, parts.kinds);
    parts.scheduler =
        std::make_unique<Scheduler>(*parts.database, parts.clock, *parts.queue, parts.actions);
    parts.housekeeper = std::make_unique<Housekeeper>(*parts.database, parts.clock, parts.backups(),
                                                      prunableKinds(parts.kinds));
    parts.trashKeeper = std::make_unique<TrashKeeper>(*parts.database, parts.clock, *parts.queue);
    parts.names = std::make_unique<NameIndexer>(*parts.database, *parts.catalog);
    JobRunner *runner = parts.runner.get();
    if (parts.options.watchesStores) {
        parts.storeWatcher = std::make_unique<StoreWatcher>(*parts.database, parts.clock,
                                                            *parts.queue, *parts.catalog);
        connect(runner, &JobRunner::recordsChanged, parts.storeWatcher.get(),
                &StoreWatcher::jobsEnded);
    }
    // What the worker before this one has watched is watched no more.
    parts.database->write(
        [](Connection &connection) { return RootStore(connection).forgetWatches(); });
    connect(runner, &JobRunner::idle, this, [this] {
        m_parts->housekeeper->whenIdle([this] { return isIdle(); });
        emit idle();
    });
    connect(runner, &JobRunner::recordsChanged, parts.catalog.get(),
            &RecordingCatalog::announceChange);
    connect(runner, &JobRunner::clockJumped, parts.scheduler.get(), &Scheduler::clockJumped);
    connect(runner, &JobRunner::clockJumped, parts.trashKeeper.get(), &TrashKeeper::look);
    connect(parts.housekeeper.get(), &Housekeeper::pruned, this,
            [this] { m_parts->queue->announceChange(); });
}

// While another process is the worker, its commits are seen by polling if its bell is not heard.
void Engine::watchOtherWorker()
{
    m_parts->database->changeMark().then(this, [this](const Result<qint64> &mark) {
        if (!mark || *mark == m_parts->changeMark)
            return;
        m_parts->changeMark = *mark;
        announceOthers({});
    });
}

void Engine::announceOthers(const JobQueue::Jobs &jobs)
{
    m_parts->queue->announceChange(jobs);
    m_parts->catalog->announceChange();
}

// What others have committed is announced here, and what is announced here is told to the others.
void Engine::connectBell()
{
    ChangeBell *bell = m_parts->bell.get();
    JobQueue *queue = m_parts->queue.get();
    connect(bell, &ChangeBell::rung, this, [this](const JobQueue::Jobs &jobs) {
        m_parts->queue->announceWork(jobs);
        m_parts->catalog->announceChange();
    });
    connect(queue, &JobQueue::changed, bell, &ChangeBell::tell);
    connect(queue, &JobQueue::progressed, bell, &ChangeBell::tellProgress);
}

} // namespace respool
