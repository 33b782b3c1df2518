// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storewatcher.h"

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingcatalog.h"
#include "core/library/rootstore.h"
#include "core/work/scanjob.h"

#include <QSocketNotifier>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int endMs = 500;
constexpr int mostLooks = 16; // at the same time: one for each mount that hangs, and room

// Nothing when the same waits already.
Result<QList<JobId>> enqueueScan(Connection &connection, const Clock &clock, const JobSpec &spec)
{
    JobStore jobs(connection, clock);
    TRY_LET(const bool waits, jobs.waits(spec));
    if (waits)
        return QList<JobId>();
    TRY_LET(const BatchId batch, jobs.addBatch(u"scan"_s, {}, {}));
    TRY_LET(const JobId job, jobs.enqueue(batch, spec));
    return QList<JobId>{job};
}

} // namespace

StoreWatcher::StoreWatcher(Database &database, const Clock &clock, JobQueue &queue,
                           RecordingCatalog &catalog, WatchRules rules, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_catalog(catalog)
    , m_rules(std::move(rules))
    , m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(mostLooks);
    m_look.setInterval(lookMs);
    m_gather.setInterval(gatherMs);
    m_gather.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &StoreWatcher::look);
    connect(&m_gather, &QTimer::timeout, this, &StoreWatcher::scanTouched);
}

// What hangs in the kernel uses nothing of this, and ends with the process.
StoreWatcher::~StoreWatcher()
{
    m_pool->clear();
    if (!m_pool->waitForDone(endMs))
        (void) m_pool.release();
}

void StoreWatcher::start()
{
    m_look.start();
    look();
}

void StoreWatcher::jobsEnded()
{
    m_jobsEnded = true;
}

StoreWatcher::Watched *StoreWatcher::find(StoreId id)
{
    const auto found = m_stores.find(id.value);
    return found == m_stores.end() ? nullptr : &found->second;
}

void StoreWatcher::look()
{
    if (m_meeting)
        return;
    m_meeting = true;
    m_database.read([](Connection &connection) { return RootStore(connection).roots(); })
        .then(this, [this](const Result<QList<StoreInfo>> &stores) {
            m_meeting = false;
            if (stores)
                meet(*stores);
        });
}

void StoreWatcher::meet(const QList<StoreInfo> &stores)
{
    QSet<qint64> known;
    for (const StoreInfo &info : stores) {
        known << info.id.value;
        Watched &store = m_stores[info.id.value];
        store.info = info;
        lookAt(store);
    }
    std::erase_if(m_stores, [&](const auto &entry) { return !known.contains(entry.first); });
    followActive();
    gather();
}

void StoreWatcher::lookAt(Watched &store)
{
    if (store.isLooking) {
        if (store.lookedSince.elapsed() > hangMs && store.info.state == StoreState::Online)
            settle(store.info.id,
                   {.problem = u"the store '%1' is offline: %2 does not answer"_s.arg(
                        store.info.name, store.info.path)});
        return;
    }
    store.isLooking = true;
    store.lookedSince.start();
    WatchRules rules = m_rules;
    rules.mayWatch = m_clock.nowMs() >= store.watchDueMs;
    inBackground(m_pool.get(), lookAtRoot, store.info, rules, store.folders)
        .then(this, [this, id = store.info.id](const RootLook &look) {
            if (Watched *const looked = find(id)) {
                looked->isLooking = false;
                settle(id, look);
            }
        });
}

// A store that is here for the first time, or again, may have changed while nobody watched it.
void StoreWatcher::settle(StoreId id, RootLook look)
{
    Watched *const store = find(id);
    const qint64 nowMs = m_clock.nowMs();
    if (look.watch == StoreWatch::Watched && nowMs < store->watchDueMs) {
        look.watch = StoreWatch::Limit; // there proved to be too many folders during the look
        look.watched.reset();
    }
    if (look.watch == StoreWatch::Limit && nowMs >= store->watchDueMs)
        store->watchDueMs = nowMs + rescanMs;
    StoreInfo now = store->info;
    const bool isBack = look.state == StoreState::Online && !store->wasSeen;
    now.state = look.state;
    now.watch = look.watch;
    if (look.state == StoreState::Offline)
        now.problem = look.problem;
    else if (store->info.state == StoreState::Offline)
        now.problem.clear();
    store->wasSeen = look.state == StoreState::Online;
    if (look.watched != store->folders)
        listen(*store, look.watched);
    const bool isTimed = look.watch != StoreWatch::Watched;
    const bool isDue = store->wasSeen && (isBack || nowMs >= store->rescanDueMs);
    if (isDue)
        store->rescanDueMs = nowMs + (isTimed ? rescanMs : watchedMs);
    const bool isNews = now.state != store->info.state || now.watch != store->info.watch
                        || now.problem != store->info.problem;
    if (!isDue && !isNews)
        return;
    store->info = now;
    write([now, isBack, isDue, &clock = m_clock](Connection &connection) -> Result<QList<JobId>> {
        TRY(RootStore(connection).setLook(now));
        if (isBack)
            TRY(JobStore(connection, clock).promoteOffline());
        if (!isDue)
            return QList<JobId>();
        return enqueueScan(connection, clock, scanSpec(now));
    });
}

void StoreWatcher::write(std::function<Result<QList<JobId>>(Connection &)> work)
{
    m_database.write(std::move(work)).then(this, [this](const Result<QList<JobId>> &jobs) {
        if (!jobs)
            qWarning("a store's news cannot be written: %s", qPrintable(jobs.error().detail));
        m_catalog.announceChange();
        m_queue.announceWork();
    });
}

void StoreWatcher::listen(Watched &store, std::shared_ptr<WatchedStore> folders)
{
    if (store.bell) {
        store.bell->setEnabled(false);
        store.bell.release()->deleteLater(); // it may be the one that calls
    }
    store.folders = std::move(folders);
    store.heardMs.clear();
    m_jobsEnded = true;
    if (!store.folders)
        return;
    store.bell = std::make_unique<QSocketNotifier>(store.folders->handle(), QSocketNotifier::Read);
    connect(store.bell.get(), &QSocketNotifier::activated, this,
            [this, id = store.info.id] { hear(id); });
}

void StoreWatcher::hear(StoreId id)
{
    Watched *const store = find(id);
    if (!store || !store->folders)
        return;
    const StoreNews news = store->folders->news();
    const qint64 nowMs = m_clock.nowMs();
    store->touched += news.touched;
    store->touchedAll = store->touchedAll || news.lost;
    if (!news.grown.isEmpty() && store->grown.isEmpty())
        store->grownSinceMs = nowMs;
    store->grown += news.grown;
    for (const QSet<QString> &heard : {news.touched, news.grown}) {
        for (const QString &path : heard)
            store->heardMs[path] = nowMs;
    }
    if (!news.newFolders.isEmpty())
        follow(id, news.newFolders, true);
    if (!store->touched.isEmpty() || store->touchedAll)
        m_gather.start();
    if (news.rootGone) {
        listen(*store, nullptr);
        store->wasSeen = false; // what lies there now is another folder, or nothing
        look();
    }
}

// touches: what lies in them was not heard of.
void StoreWatcher::follow(StoreId id, const QStringList &folders, bool touches)
{
    Watched *const store = find(id);
    for (const QString &folder : folders)
        store->heardMs[folder] = m_clock.nowMs();
    const std::shared_ptr<WatchedStore> watched = store->folders;
    inBackground(m_pool.get(), [watched, folders] {
        return watched->follow(folders);
    }).then(this, [this, id, watched, touches](const Result<QStringList> &recordings) {
        Watched *const followed = find(id);
        if (!followed || followed->folders != watched)
            return;
        if (!recordings) {
            // There are more folders than can be watched: for a while the clock has to do.
            settle(id, {.state = StoreState::Online, .watch = StoreWatch::Limit});
            return;
        }
        if (!touches)
            return;
        followed->touched += QSet(recordings->begin(), recordings->end());
        m_gather.start();
    });
}

// Recordings that are being recorded are followed until they are complete.
void StoreWatcher::followActive()
{
    const bool ended = std::exchange(m_jobsEnded, false);
    const qint64 nowMs = m_clock.nowMs();
    for (auto &[number, store] : m_stores) {
        const bool isTimed = store.wasSeen && !store.folders;
        if (!ended && !(isTimed && nowMs >= store.activeDueMs))
            continue;
        m_database
            .read([id = number](Connection &connection) -> Result<QStringList> {
                QStringList paths;
                TRY(connection.read(u"recording_active_paths"_s, {{u"store"_s, id}},
                                    [&](const Row &row) { paths << row.text(0); }));
                return paths;
            })
            .then(this, [this, id = StoreId{number}](const Result<QStringList> &active) {
                if (Watched *const found = find(id); found && active)
                    careFor(*found, *active);
            });
    }
}

void StoreWatcher::careFor(Watched &store, const QStringList &active)
{
    const qint64 nowMs = m_clock.nowMs();
    if (!store.folders) {
        if (!store.wasSeen || nowMs < store.activeDueMs)
            return;
        store.activeDueMs = nowMs + activeMs;
        if (!active.isEmpty())
            scan(store.info, active);
        return;
    }
    if (store.info.kind != StoreKind::Gateway)
        return; // all of its folders are watched
    const QStringList followed = store.folders->followed();
    for (const QString &folder : followed) {
        if (!active.contains(folder) && nowMs - store.heardMs.value(folder) > followMs) {
            store.folders->unfollow(folder);
            store.heardMs.remove(folder);
        }
    }
    QStringList wanted = active;
    wanted.removeIf([&](const QString &folder) { return followed.contains(folder); });
    if (!wanted.isEmpty())
        follow(store.info.id, wanted, true); // it may have ended before it was followed
}

// What is written to all the time is read now and then.
void StoreWatcher::gather()
{
    const qint64 nowMs = m_clock.nowMs();
    for (auto &[number, store] : m_stores) {
        if (store.grown.isEmpty() || std::abs(nowMs - store.grownSinceMs) < growthMs)
            continue;
        store.touched += std::exchange(store.grown, {});
        m_gather.start();
    }
}

void StoreWatcher::scanTouched()
{
    for (auto &[number, store] : m_stores) {
        if (store.touched.isEmpty() && !store.touchedAll)
            continue;
        const QSet<QString> touched = std::exchange(store.touched, {});
        store.grown -= touched;
        const bool all = std::exchange(store.touchedAll, false) || touched.size() > mostTouched;
        scan(store.info, all ? QStringList() : touched.values());
    }
}

void StoreWatcher::scan(const StoreInfo &store, const QStringList &paths)
{
    QStringList sorted = paths;
    sorted.sort();
    write([spec = scanSpec(store, sorted), &clock = m_clock](Connection &connection) {
        return enqueueScan(connection, clock, spec);
    });
}

} // namespace respool
