// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"
#include "app/cli/verbs.h"
#include "app/quitsignals.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/timetable.h"

#include <QJsonArray>
#include <QTimer>

#include <CLI/CLI.hpp>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct JobsArguments
{
    std::string state;
    qint64 batch = 0;
    int limit = 0;
};

Exit listJobs(Session &session, const JobsArguments &arguments)
{
    JobFilter filter;
    filter.batch = BatchId{arguments.batch};
    filter.limit = arguments.limit;
    if (!arguments.state.empty()) {
        filter.state = jobStateFrom(QString::fromStdString(arguments.state));
        if (!filter.state)
            return session.complain(
                {ErrorCode::InvalidArgument,
                 u"--state %1: write paused, queued, running, delayed, done, "
                 "cancelled, failed or parked"_s.arg(QString::fromStdString(arguments.state))});
    }
    AWAIT(const QList<JobRecord> jobs, session, session.engine().queue().find(filter));
    QList<QStringList> rows{{u"ID"_s, u"BATCH"_s, u"KIND"_s, u"STATE"_s, u"ATTEMPT"_s,
                             u"PROGRESS"_s, u"WHAT"_s, u"ERROR"_s}};
    QJsonArray json;
    for (const JobRecord &job : jobs) {
        rows << QStringList{QString::number(job.id.value),
                            QString::number(job.batch.value),
                            job.kind,
                            toText(job.state),
                            QString::number(job.attempt),
                            progressText(job.progress),
                            whatText(job),
                            job.error.detail};
        json << toJson(job);
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

Exit showJob(Session &session, JobId id)
{
    JobQueue &queue = session.engine().queue();
    AWAIT(const JobRecord job, session, queue.job(id));
    AWAIT(const QList<JobAttempt> attempts, session, queue.attempts(id));
    AWAIT(const QList<JobItem> items, session, queue.items(id));
    session.print(u"job %1 (%2 %3): %4, attempt %5"_s.arg(id.value)
                      .arg(job.kind, whatText(job), toText(job.state))
                      .arg(job.attempt));
    if (job.error.code != ErrorCode::None)
        session.print(u"error: "_s + job.error.detail);
    QJsonObject json = toJson(job);
    QJsonArray attemptsJson;
    for (const JobAttempt &attempt : attempts) {
        session.print(u"  attempt %1 on %2 (%3), %4 to %5: %6 %7"_s.arg(attempt.attempt)
                          .arg(attempt.host)
                          .arg(attempt.pid)
                          .arg(timeText(attempt.startedMs), timeText(attempt.endedMs),
                               toText(attempt.outcome), attempt.error.detail));
        attemptsJson << toJson(attempt);
    }
    QJsonArray itemsJson;
    for (const JobItem &item : items) {
        session.print(u"  %1: %2"_s.arg(
            item.item, item.error.code == ErrorCode::None ? u"done"_s : item.error.detail));
        itemsJson << toJson(item);
    }
    json[u"attempts"_s] = attemptsJson;
    json[u"items"_s] = itemsJson;
    session.printJson(json);
    return Exit::Done;
}

Exit showLog(Session &session, JobId id)
{
    AWAIT(const QList<JobLogLine> lines, session, session.engine().queue().log(id));
    QJsonArray json;
    for (const JobLogLine &line : lines) {
        const QJsonObject object = toJson(line);
        session.print(u"%1 %2 %3"_s.arg(timeText(line.atMs),
                                        object[u"level"_s].toString().leftJustified(7), line.text));
        json << object;
    }
    session.printJson(json);
    return Exit::Done;
}

// What has become of a job that was changed.
Exit tellJob(Session &session, JobId id)
{
    const auto job = await(session.engine().queue().job(id));
    if (job) {
        session.print(u"job %1 is %2"_s.arg(id.value).arg(toText(job->state)));
        session.printJson(toJson(*job));
    } else {
        session.print(u"job %1 is discarded"_s.arg(id.value));
        session.printJson(QJsonObject{{u"id"_s, id.value}, {u"discarded"_s, true}});
    }
    return Exit::Done;
}

using JobVerb = QFuture<Result<>> (JobQueue::*)(JobId);

Exit changeJob(Session &session, JobId id, JobVerb verb)
{
    if (const auto changed = await((session.engine().queue().*verb)(id)); !changed)
        return session.complain(changed.error());
    return tellJob(session, id);
}

Exit prioritize(Session &session, JobId id, int priority)
{
    if (const auto set = await(session.engine().queue().setPriority(id, priority)); !set)
        return session.complain(set.error());
    return tellJob(session, id);
}

using QueueVerb = QFuture<Result<>> (JobQueue::*)(const QString &);

Exit showStats(Session &session)
{
    AWAIT(const QueueStats stats, session, session.engine().queue().stats());
    session.print(table({{u"paused"_s, QString::number(stats.paused)},
                         {u"queued"_s, QString::number(stats.queued)},
                         {u"running"_s, QString::number(stats.running)},
                         {u"delayed"_s, QString::number(stats.delayed)},
                         {u"done"_s, QString::number(stats.done)},
                         {u"cancelled"_s, QString::number(stats.cancelled)},
                         {u"failed"_s, QString::number(stats.failed)},
                         {u"parked"_s, QString::number(stats.parked)}}));
    for (const QString &kind : stats.pausedKinds)
        session.print(kind.isEmpty() ? u"the queue is paused"_s : u"%1 is paused"_s.arg(kind));
    AWAIT(const WorkHolds held, session, session.engine().timetable().holds());
    for (const WorkHold &hold : held.holds)
        session.print(
            u"%1: %2"_s.arg(hold.kind.isEmpty() ? u"all jobs"_s : hold.kind, holdText(hold)));
    session.printJson(toJson(stats));
    return Exit::Done;
}

Exit changeQueue(Session &session, const QString &kind, QueueVerb verb)
{
    if (const auto changed = await((session.engine().queue().*verb)(kind)); !changed)
        return session.complain(changed.error());
    return showStats(session);
}

// With --drain and another process at work, it is that one that drains.
bool isDrained(Engine &engine)
{
    if (engine.isWorker())
        return engine.isIdle();
    const auto stats = await(engine.queue().stats());
    return stats && stats->running == 0 && stats->queued == 0;
}

Exit work(Session &session, bool drain)
{
    Engine &engine = session.engine();
    const QuitSignals quitSignals;
    QEventLoop loop;
    QObject::connect(&quitSignals, &QuitSignals::quitWanted, &loop, &QEventLoop::quit);
    QObject::connect(&engine, &Engine::workerChanged, &loop, [&] { session.say(u"working"_s); });
    const auto working = engine.work();
    if (!working)
        return session.complain(working.error());
    if (!*working)
        session.say(u"another process runs the jobs of this database: waiting to take over"_s);
    QTimer look;
    if (drain) {
        const auto quitIfDrained = [&] {
            if (isDrained(engine))
                loop.quit();
        };
        QObject::connect(&engine, &Engine::idle, &loop, quitIfDrained);
        QObject::connect(&look, &QTimer::timeout, &loop, quitIfDrained);
        look.start(200);
    }
    loop.exec();
    return Exit::Done;
}

void addJobActions(CLI::App &app, Choice &choice)
{
    auto *job = app.add_subcommand("job", "One job");
    job->require_subcommand(1);
    auto id = std::make_shared<qint64>(0);
    const auto add = [&](const char *name, const char *help,
                         const std::function<Exit(Session &, JobId)> &verb) {
        auto *sub = job->add_subcommand(name, help);
        sub->add_option("ID", *id, "The job")->required();
        sub->callback([&choice, id, verb] {
            choice.verb = [id, verb](Session &session) { return verb(session, JobId{*id}); };
        });
    };
    const auto change = [](JobVerb verb) {
        return [verb](Session &session, JobId which) { return changeJob(session, which, verb); };
    };
    add("show", "Its state, attempts and results", showJob);
    add("log", "What it wrote", showLog);
    add("retry", "Make it due now", change(&JobQueue::retry));
    add("pause", "Hold it, at its next safe point if it runs", change(&JobQueue::pause));
    add("resume", "Let it go on from its checkpoint", change(&JobQueue::resume));
    add("cancel", "Stop it at its next safe point", change(&JobQueue::cancel));
    add("discard", "Remove an ended job and its history", change(&JobQueue::discard));
    auto priority = std::make_shared<int>(0);
    auto *sub = job->add_subcommand("priority", "Say how soon its turn comes");
    sub->add_option("ID", *id, "The job")->required();
    sub->add_option("PRIORITY", *priority, "The higher goes first; 0 is usual")->required();
    sub->callback([&choice, id, priority] {
        choice.verb = [id, priority](Session &session) {
            return prioritize(session, JobId{*id}, *priority);
        };
    });
}

} // namespace

void addJobVerbs(CLI::App &app, Choice &choice)
{
    auto listing = std::make_shared<JobsArguments>();
    auto *jobs = app.add_subcommand("jobs", "The queue, newest first");
    jobs->add_option("--state", listing->state, "Only jobs in this state");
    jobs->add_option("--batch", listing->batch, "Only jobs of this batch");
    jobs->add_option("--limit", listing->limit, "At most so many");
    jobs->callback([&choice, listing] {
        choice.verb = [listing](Session &session) { return listJobs(session, *listing); };
    });
    addJobActions(app, choice);

    auto *queue = app.add_subcommand("queue", "All jobs");
    queue->require_subcommand(1);
    auto kind = std::make_shared<std::string>();
    const auto addPause = [&](const char *name, const char *help, QueueVerb verb) {
        auto *sub = queue->add_subcommand(name, help);
        sub->add_option("KIND", *kind, "Only this kind of job");
        sub->callback([&choice, kind, verb] {
            choice.verb = [kind, verb](Session &session) {
                return changeQueue(session, QString::fromStdString(*kind), verb);
            };
        });
    };
    addPause("pause", "Begin no more jobs", &JobQueue::pause);
    addPause("resume", "Begin jobs again", &JobQueue::resume);
    queue->add_subcommand("stats", "How many are in which state")->callback([&choice] {
        choice.verb = showStats;
    });

    struct WorkArguments
    {
        bool drain = false;
        std::vector<std::string> kinds;
    };
    auto working = std::make_shared<WorkArguments>();
    auto *worker = app.add_subcommand("work", "Run jobs until told to stop");
    worker->add_flag("--drain", working->drain, "End when nothing is due");
    worker->add_option("--threads", choice.threads, "Jobs at the same time")
        ->check(CLI::Range(1, 64));
    worker->add_option("--kinds", working->kinds, "Only these kinds, separated by commas")
        ->delimiter(',');
    worker->callback([&choice, working] {
        for (const std::string &name : working->kinds)
            choice.kinds << QString::fromStdString(name);
        choice.watches = !working->drain;
        choice.verb = [working](Session &session) { return work(session, working->drain); };
    });
}

} // namespace respool
