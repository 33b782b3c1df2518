// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// "3 done, 1 failed": the states that jobs of the batch are in.
QString countsText(const BatchRecord &batch)
{
    QStringList counts;
    for (int state = int(JobState::Paused); state <= int(JobState::Parked); ++state) {
        if (const qint64 count = batch.count(JobState(state)); count > 0)
            counts << u"%1 %2"_s.arg(count).arg(toText(JobState(state)));
    }
    return counts.join(u", "_s);
}

Exit listBatches(Session &session, int limit)
{
    AWAIT(const QList<BatchRecord> batches, session,
          session.engine().queue().batches({.limit = limit}));
    QList<QStringList> rows{
        {u"ID"_s, u"KIND"_s, u"STATE"_s, u"PROGRESS"_s, u"JOBS"_s, u"ASKED"_s, u"WHO"_s}};
    QJsonArray json;
    for (const BatchRecord &batch : batches) {
        rows << QStringList{QString::number(batch.id.value),
                            batch.kind,
                            toText(batch.state()),
                            progressText(batch.progress),
                            countsText(batch),
                            timeText(batch.createdMs),
                            batch.who};
        json << toJson(batch);
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

Exit showBatch(Session &session, BatchId id)
{
    AWAIT(const BatchRecord batch, session, session.engine().queue().batch(id));
    session.print(u"batch %1 (%2): %3, %4 of %5"_s.arg(id.value).arg(
        batch.kind, toText(batch.state()), progressText(batch.progress),
        counted(batch.jobs(), u"job"_s)));
    session.print(u"  "_s + countsText(batch));
    session.print(u"  asked for by %1, %2"_s.arg(batch.who, timeText(batch.createdMs)));
    if (!batch.reason.isEmpty())
        session.print(u"  reason: "_s + batch.reason);
    session.printJson(toJson(batch));
    return Exit::Done;
}

using BatchVerb = QFuture<Result<>> (JobQueue::*)(BatchId);

void addBatchActions(CLI::App &app, Choice &choice)
{
    auto *batch = app.add_subcommand("batch", "The jobs of one command");
    batch->require_subcommand(1);
    auto id = std::make_shared<qint64>(0);
    const auto add = [&](const char *name, const char *help,
                         const std::function<Exit(Session &, BatchId)> &verb) {
        auto *sub = batch->add_subcommand(name, help);
        sub->add_option("ID", *id, "The batch")->required();
        sub->callback([&choice, id, verb] {
            choice.verb = [id, verb](Session &session) { return verb(session, BatchId{*id}); };
        });
    };
    const auto change = [](BatchVerb verb) {
        return [verb](Session &session, BatchId which) {
            const auto changed = await((session.engine().queue().*verb)(which));
            return changed ? showBatch(session, which) : session.complain(changed.error());
        };
    };
    add("show", "How far it is", showBatch);
    add("wait", "Run until it has ended, and answer with its result",
        [](Session &session, BatchId which) {
            AWAIT(const BatchRecord known, session, session.engine().queue().batch(which));
            return waitForBatch(session, known.id);
        });
    add("cancel", "Cancel its jobs that have not ended", change(&JobQueue::cancel));
    add("pause", "Hold its jobs that have not ended", change(&JobQueue::pause));
    add("resume", "Let its paused jobs go on", change(&JobQueue::resume));
    add("retry", "Try again what failed or was parked", change(&JobQueue::retry));
}

} // namespace

void addBatchVerbs(CLI::App &app, Choice &choice)
{
    auto limit = std::make_shared<int>(50);
    auto *batches = app.add_subcommand("batches", "The commands that were given, newest first");
    batches->add_option("--limit", *limit, "At most so many; 0: all");
    batches->callback([&choice, limit] {
        choice.verb = [limit](Session &session) { return listBatches(session, *limit); };
    });
    addBatchActions(app, choice);
}

} // namespace respool
