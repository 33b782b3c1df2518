// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"

#include "app/cli/format.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"

#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int lookMs = 100;

void drawProgress(const QList<JobRecord> &jobs)
{
    qsizetype ended = 0;
    double parts = 0;
    for (const JobRecord &job : jobs) {
        if (hasEnded(job.state))
            ++ended;
        else if (job.progress.total > 0)
            parts += double(job.progress.done) / double(job.progress.total);
    }
    const double share = jobs.isEmpty() ? 1 : (double(ended) + parts) / double(jobs.size());
    const int width = 30;
    const int filled = int(share * width);
    std::fprintf(stderr, "\r[%s%s] %3d%%  %lld of %lld jobs ",
                 std::string(size_t(filled), '#').c_str(),
                 std::string(size_t(width - filled), '.').c_str(), int(share * 100),
                 qlonglong(ended), qlonglong(jobs.size()));
    std::fflush(stderr);
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

Exit report(Session &session, const QList<JobRecord> &jobs)
{
    Exit exit = Exit::Done;
    for (const JobRecord &job : jobs) {
        if (job.state == JobState::Done)
            continue;
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
    for (;;) {
        JobFilter filter;
        filter.batch = batch;
        filter.limit = 0;
        AWAIT(const QList<JobRecord> jobs, session, engine.queue().find(filter));
        if (session.showsProgress())
            drawProgress(jobs);
        const bool ended =
            std::ranges::all_of(jobs, [](const JobRecord &job) { return hasEnded(job.state); });
        if (ended || (giveUpOffline && isStuckOffline(jobs))) {
            if (session.showsProgress())
                std::fputc('\n', stderr);
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

} // namespace respool
