// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"

#include "app/cli/format.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/progressrate.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int lookMs = 100;

// What the jobs have done as a part of what all of them have to do, each weighed by its size.
Progress weighed(const QList<JobRecord> &jobs)
{
    Progress sum;
    for (const JobRecord &job : jobs) {
        sum.total += job.units;
        if (hasEnded(job.state))
            sum.done += job.units;
        else if (job.progress.total > 0)
            sum.done +=
                qint64(double(job.units) * double(job.progress.done) / double(job.progress.total));
    }
    return sum;
}

// "12.3 MB/s, 1:40 left"
QString rateText(const ProgressRate &rate, const QString &kind)
{
    const auto remaining = rate.remainingMs();
    if (!remaining)
        return {};
    const QString speed = countsBytes(kind) ? u"%1/s"_s.arg(sizeText(qint64(rate.perSecond())))
                                            : u"%1/s"_s.arg(rate.perSecond(), 0, 'f', 1);
    return u"%1, %2 left"_s.arg(speed, durationText(*remaining));
}

void drawProgress(const Session &session, const QList<JobRecord> &jobs, const ProgressRate &rate)
{
    const Progress progress = weighed(jobs);
    const auto ended =
        std::ranges::count_if(jobs, [](const JobRecord &job) { return hasEnded(job.state); });
    session.drawBar(progress.total > 0 ? double(progress.done) / double(progress.total) : 1.0,
                    u"%1 of %2 jobs  %3"_s.arg(ended)
                        .arg(jobs.size())
                        .arg(rateText(rate, jobs.isEmpty() ? QString() : jobs.first().kind)));
}

bool isStuckOffline(const QList<JobRecord> &jobs)
{
    bool any = false;
    for (const JobRecord &job : jobs) {
        if (hasEnded(job.state))
            continue;
        any = true;
        if (job.state != JobState::Delayed || job.error.code != ErrorCode::Offline)
            return false;
    }
    return any;
}

// What a job that succeeded has to say nevertheless.
void tellWarnings(Session &session, JobId id)
{
    const auto lines = await(session.engine().queue().log(id));
    if (!lines)
        return;
    for (const JobLogLine &line : *lines) {
        if (line.level == LogLevel::Warning)
            session.say(u"warning: "_s + line.text);
    }
}

Exit report(Session &session, const QList<JobRecord> &jobs)
{
    Exit exit = Exit::Done;
    for (const JobRecord &job : jobs) {
        if (job.state == JobState::Done) {
            // Of kinds whose batches have one job; the others' have their items.
            if (job.kind == "export"_L1 || job.kind == "archive"_L1)
                tellWarnings(session, job.id);
            continue;
        }
        exit = Exit::SomeFailed;
        Error error = job.error;
        error.detail = u"job %1 (%2 %3) %4: %5"_s.arg(job.id.value)
                           .arg(job.kind, whatText(job), toText(job.state), error.detail);
        session.complain(error);
        const auto items = await(session.engine().queue().items(job.id));
        if (!items)
            continue;
        for (const JobItem &item : *items) {
            if (item.error.code != ErrorCode::None)
                session.complain(
                    {item.error.code, u"  %1: %2"_s.arg(item.item, item.error.detail)});
        }
    }
    return exit;
}

Exit waitFor(Session &session, BatchId batch, bool giveUpOffline)
{
    Engine &engine = session.engine();
    const auto working = engine.work();
    if (!working)
        return session.complain(working.error());
    QTimer timer;
    QEventLoop loop;
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&engine.queue(), &JobQueue::changed, &loop, &QEventLoop::quit);
    timer.start(lookMs);
    ProgressRate rate;
    QElapsedTimer elapsed;
    elapsed.start();
    for (;;) {
        JobFilter filter;
        filter.batch = batch;
        filter.limit = 0;
        AWAIT(const QList<JobRecord> jobs, session, engine.queue().find(filter));
        if (session.showsProgress()) {
            rate.add(elapsed.elapsed(), weighed(jobs));
            drawProgress(session, jobs, rate);
        }
        const bool ended =
            std::ranges::all_of(jobs, [](const JobRecord &job) { return hasEnded(job.state); });
        if (ended || (giveUpOffline && isStuckOffline(jobs))) {
            if (session.showsProgress())
                session.endBar();
            const Exit exit = report(session, jobs);
            return ended ? exit : Exit::Unavailable;
        }
        loop.exec();
    }
}

} // namespace

Exit waitForBatch(Session &session, BatchId batch)
{
    return waitFor(session, batch, false);
}

Exit waitForScan(Session &session, BatchId batch)
{
    return waitFor(session, batch, true);
}

Exit answerEnqueued(Session &session, const Enqueued &enqueued, const QString &what, bool wait)
{
    session.printJson(toJson(enqueued));
    if (enqueued.jobs.isEmpty()) {
        session.print(u"nothing to do"_s);
        return Exit::Done;
    }
    session.print(u"batch %1: %2 (%3)"_s.arg(enqueued.batch.value)
                      .arg(what, counted(enqueued.jobs.size(), u"job"_s)));
    return wait ? waitForBatch(session, enqueued.batch) : Exit::Done;
}

} // namespace respool
