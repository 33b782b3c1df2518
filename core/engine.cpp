// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"

#include "core/base/user.h"
#include "core/engineparts.h"
#include "core/library/auditstore.h"
#include "core/retentionjob.h"

#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int takeOverMs = 1000;
constexpr int watchMs = 2000;

// Who cancels or discards what was ordered stands in the audit log beside the order.
JobQueue::Witness witness(const Clock &clock)
{
    return [&clock](Connection &connection, const JobDeed &deed) {
        AuditEntry entry{.action = deed.what, .who = userName(), .batch = deed.batch.value};
        if (deed.job.value > 0)
            entry.detail = {{u"job"_s, deed.job.value}, {u"kind"_s, deed.kind}};
        return AuditStore(connection, clock).append(entry);
    };
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
    connect(m_parts->queue.get(), &JobQueue::workWanted, this, [this](const JobQueue::Jobs &jobs) {
        if (!isWorker())
            ChangeBell::ring(m_parts->options.database.file, jobs);
    });
    m_parts->listener = std::make_unique<BellListener>(m_parts->options.database.file);
    connect(m_parts->listener.get(), &BellListener::heard, this, &Engine::announceOthers);
    connect(m_parts->listener.get(), &BellListener::progressed, m_parts->queue.get(),
            &JobQueue::announceProgress);
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
    parts->kinds = jobKinds(*parts->database, parts->clock, parts->mediaHost,
                            {parts->picturesFolder(), options.drawsPictures}, parts->scanWishes);
    parts->scanWishes.drawsPictures = options.drawsPictures;
    parts->scanWishes.readsTexts = options.readsTexts;
    parts->kinds.insert(u"retention"_s, retentionKind(*parts->database, parts->clock));
    parts->queue = std::make_unique<JobQueue>(*parts->database, parts->clock, parts->kinds);
    parts->catalog = std::make_unique<RecordingCatalog>(*parts->database);
    parts->pictures = std::make_unique<PictureCatalog>(parts->picturesFolder());
    parts->replays = std::make_unique<ReplayCatalog>(parts->mediaHost);
    parts->archives = std::make_unique<ArchiveCatalog>(*parts->database, parts->mediaHost);
    parts->texts = std::make_unique<TextCatalog>(*parts->database);
    parts->commands =
        std::make_unique<Commands>(*parts->database, parts->clock, *parts->queue, *parts->catalog);
    parts->queue->setWitness(witness(parts->clock));
    parts->evidence =
        std::make_unique<Evidence>(*parts->database, parts->clock, *parts->queue, *parts->catalog);
    parts->actions = scheduleActions(parts->clock);
    parts->timetable = std::make_unique<Timetable>(*parts->database, parts->clock, *parts->queue,
                                                   parts->kinds, parts->actions);
    parts->retention =
        std::make_unique<Retention>(*parts->database, parts->clock, *parts->queue, *parts->catalog);
    std::unique_ptr<Engine> engine(new Engine(std::move(parts)));
    engine->m_parts->watch.start();
    engine->m_parts->listener->start();
    return engine;
}

Engine::~Engine()
{
    if (stop() > 0) {
        // The threads that did not stop still use the parts.
        (void) m_parts.release();
        return;
    }
    QThreadPool::globalInstance()->waitForDone(); // commands look at files there
    m_parts->database->finish(); // nobody below may hear of an answer while it is destroyed
    m_parts->trashKeeper.reset();
    m_parts->names.reset();
    m_parts->housekeeper.reset();
    m_parts->scheduler.reset();
    m_parts->runner.reset();
}

int Engine::stop()
{
    m_parts->takeOver.stop();
    m_parts->watch.stop();
    m_parts->listener->stop();
    m_parts->bell.reset();
    m_parts->storeWatcher.reset();
    if (m_parts->runner)
        m_parts->abandoned += m_parts->runner->stop();
    return m_parts->abandoned;
}

const EngineOptions &Engine::options() const
{
    return m_parts->options;
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

ArchiveCatalog &Engine::archives()
{
    return *m_parts->archives;
}

PictureCatalog &Engine::pictures()
{
    return *m_parts->pictures;
}

ReplayCatalog &Engine::replays()
{
    return *m_parts->replays;
}

TextCatalog &Engine::texts()
{
    return *m_parts->texts;
}

Timetable &Engine::timetable()
{
    return *m_parts->timetable;
}

Evidence &Engine::evidence()
{
    return *m_parts->evidence;
}

Retention &Engine::retention()
{
    return *m_parts->retention;
}

void Engine::setThreads(int threads)
{
    m_parts->options.threads = threads;
    if (m_parts->runner)
        m_parts->runner->setThreads(threads);
}

void Engine::setScanWishes(bool drawsPictures, bool readsTexts)
{
    m_parts->scanWishes.drawsPictures = drawsPictures;
    m_parts->scanWishes.readsTexts = readsTexts;
}

bool Engine::isWorker() const
{
    return m_parts->runner != nullptr;
}

bool Engine::isIdle() const
{
    return m_parts->runner && m_parts->runner->isIdle() && !m_parts->scheduler->isLooking()
           && !m_parts->trashKeeper->isLooking();
}

} // namespace respool
