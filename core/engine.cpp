// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"

#include "core/base/clock.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/files/processlock.h"
#include "core/housekeeper.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/workerbell.h"
#include "core/library/recordingcatalog.h"
#include "core/work/jobkinds.h"

#include <QDir>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int takeOverMs = 1000;
constexpr int watchMs = 500;

QList<QString> prunedKinds(const JobKinds &kinds)
{
    QList<QString> names;
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        if (!kind->isEvidence)
            names << kind.key();
    }
    return names;
}

// What the user can do when the file is damaged.
Failure withBackup(Error error, const Backups &backups)
{
    const QString copy = backups.newest();
    if (error.code == ErrorCode::Database && !copy.isEmpty())
        error.detail += u"; %1 is a checked copy: put it in its place to go on with it"_s.arg(copy);
    return Failure{std::move(error)};
}

} // namespace

struct Engine::Parts
{
    EngineOptions options;
    SystemClock clock;
    std::unique_ptr<Database> database;
    JobKinds kinds;
    std::unique_ptr<JobQueue> queue;
    std::unique_ptr<RecordingCatalog> catalog;
    std::unique_ptr<Commands> commands;
    std::optional<ProcessLock> lock;   // held: this process is the worker
    std::unique_ptr<JobRunner> runner; // there while the lock is held
    std::unique_ptr<WorkerBell> bell;
    std::unique_ptr<Housekeeper> housekeeper;

    Backups backups() const { return Backups(QDir(options.dataFolder).filePath(u"backups"_s)); }
    QTimer takeOver; // tries the lock while another process holds it
    QTimer watch;    // shows the other process's changes
    qint64 changeMark = 0;
};

Engine::Engine(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
    m_parts->takeOver.setInterval(takeOverMs);
    m_parts->watch.setInterval(watchMs);
    connect(&m_parts->takeOver, &QTimer::timeout, this, [this] {
        if (const auto working = work(); !working)
            qWarning("cannot take over the jobs: %s", qPrintable(working.error().detail));
    });
    connect(&m_parts->watch, &QTimer::timeout, this, &Engine::watchOtherWorker);
    connect(m_parts->queue.get(), &JobQueue::workWanted, this, [this] {
        if (!isWorker())
            WorkerBell::ring(m_parts->options.database.file);
    });
}

Result<std::unique_ptr<Engine>> Engine::start(const EngineOptions &options)
{
    auto parts = std::make_unique<Parts>();
    parts->options = options;
    if (!QDir().mkpath(options.dataFolder))
        return fail(ErrorCode::PermissionDenied,
                    u"the data folder %1 cannot be made: name another one with --data"_s.arg(
                        options.dataFolder));
    auto database = Database::open(options.database);
    if (!database)
        return withBackup(database.error(), parts->backups());
    parts->database = *std::move(database);
    parts->kinds = jobKinds(*parts->database, parts->clock);
    parts->queue = std::make_unique<JobQueue>(*parts->database, parts->clock, parts->kinds);
    parts->catalog = std::make_unique<RecordingCatalog>(*parts->database);
    parts->commands =
        std::make_unique<Commands>(*parts->database, parts->clock, *parts->queue, *parts->catalog);
    std::unique_ptr<Engine> engine(new Engine(std::move(parts)));
    engine->m_parts->watch.start();
    return engine;
}

Engine::~Engine()
{
    m_parts->takeOver.stop();
    m_parts->watch.stop();
    m_parts->bell.reset();
    if (m_parts->runner)
        m_parts->runner->stop();
    QThreadPool::globalInstance()->waitForDone(); // commands look at files there
    m_parts->database->finish(); // nobody below may hear of an answer while it is destroyed
    m_parts->housekeeper.reset();
    m_parts->runner.reset();
}

JobQueue &Engine::queue()
{
    return *m_parts->queue;
}

RecordingCatalog &Engine::catalog()
{
    return *m_parts->catalog;
}

Commands &Engine::commands()
{
    return *m_parts->commands;
}

bool Engine::isWorker() const
{
    return m_parts->runner != nullptr;
}

bool Engine::isIdle() const
{
    return m_parts->runner && m_parts->runner->isIdle();
}

Result<bool> Engine::work()
{
    if (isWorker())
        return true;
    const QString lockFile = QDir(m_parts->options.dataFolder).filePath(u"worker.lock"_s);
    TRY_LET(m_parts->lock, ProcessLock::tryLock(lockFile));
    if (!m_parts->lock) {
        m_parts->takeOver.start();
        return false;
    }
    m_parts->takeOver.stop();
    m_parts->watch.stop();
    m_parts->bell = std::make_unique<WorkerBell>(m_parts->options.database.file);
    m_parts->runner = std::make_unique<JobRunner>(*m_parts->database, m_parts->clock,
                                                  *m_parts->queue, m_parts->kinds);
    connect(m_parts->bell.get(), &WorkerBell::rung, m_parts->queue.get(), &JobQueue::workWanted);
    m_parts->housekeeper = std::make_unique<Housekeeper>(
        *m_parts->database, m_parts->clock, m_parts->backups(), prunedKinds(m_parts->kinds));
    connect(m_parts->housekeeper.get(), &Housekeeper::pruned, m_parts->queue.get(),
            &JobQueue::announceChange);
    connect(m_parts->runner.get(), &JobRunner::idle, this, [this] {
        m_parts->housekeeper->whenIdle([this] { return isIdle(); });
        emit idle();
    });
    connect(m_parts->runner.get(), &JobRunner::recordsChanged, m_parts->catalog.get(),
            &RecordingCatalog::announceChange);
    const auto started =
        m_parts->runner->start(m_parts->options.threads, m_parts->options.kinds,
                               QDir(m_parts->options.dataFolder).filePath(u"worker.crash"_s));
    if (!started) {
        m_parts->housekeeper.reset();
        m_parts->runner.reset();
        m_parts->bell.reset();
        m_parts->lock.reset();
        return Failure{started.error()};
    }
    emit workerChanged();
    return true;
}

// While another process is the worker, its commits are seen by polling.
void Engine::watchOtherWorker()
{
    m_parts->database->changeMark().then(this, [this](const Result<qint64> &mark) {
        if (!mark || *mark == m_parts->changeMark)
            return;
        m_parts->changeMark = *mark;
        m_parts->queue->announceChange();
        m_parts->catalog->announceChange();
    });
}

} // namespace respool
