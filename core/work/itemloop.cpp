// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/itemloop.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/crashmark.h"
#include "core/jobs/retrypolicy.h"
#include "core/library/massstore.h"
#include "core/library/recordingstore.h"

#include <QElapsedTimer>

#include <future>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Errors that would meet every further item as well.
bool concernsAllItems(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::NoSpace;
}

bool endsAll(const Error &error, const ItemStep &step)
{
    return concernsAllItems(error.code) || (step.endsAll && step.endsAll(error));
}

Failure isGone()
{
    return fail(ErrorCode::NotFound, u"the recording is not in the catalogue any more"_s);
}

bool isFinal(const Error &error)
{
    return RetryPolicy::judge(Failure{error}, JobRecord(), 0.5).state == JobState::Failed;
}

} // namespace

ItemLoop::ItemLoop(Database &database, const Clock &clock, JobContext &context,
                   const ItemsPayload &payload)
    : m_database(database)
    , m_clock(clock)
    , m_context(context)
    , m_payload(payload)
    , m_checkpoint(ItemsCheckpoint::fromJson(context.job().checkpoint))
{}

Result<> ItemLoop::run(const ItemStep &step)
{
    m_todo.clear();
    for (qsizetype index = m_checkpoint.next; index < m_payload.items.size(); ++index)
        m_todo << index;
    m_todo << m_checkpoint.failed;
    m_settled = m_payload.items.size() - m_todo.size();
    Chunk ahead, done;
    while (!m_todo.isEmpty() || !ahead.isEmpty() || !done.isEmpty()) {
        std::future<Acted> acting;
        if (step.overlaps && !ahead.isEmpty())
            acting = actMeanwhile(std::exchange(ahead, {}), step);
        Chunk taken;
        const Result<> settled = settle(std::exchange(done, {}), step, taken);
        if (!settled)
            m_lost = true; // LeaseLost: what is under way ends at the next recording (I3)
        Acted acted = acting.valid() ? acting.get() : Acted();
        TRY(settled);
        ahead << taken;
        if (!step.overlaps && !ahead.isEmpty())
            acted = act(std::exchange(ahead, {}), step);
        ahead = acted.left + ahead;
        done = std::move(acted.done);
        if (acted.outcome && !m_context.stopToken().stop_requested())
            continue;
        const bool unfinished = !ahead.isEmpty() || !m_todo.isEmpty();
        m_todo.clear();
        Chunk none; // is taken of nothing
        TRY(settle(std::exchange(done, {}), step, none));
        TRY(acted.outcome);
        if (unfinished)
            return m_context.stopped();
    }
    return verdict();
}

std::future<ItemLoop::Acted> ItemLoop::actMeanwhile(Chunk chunk, const ItemStep &step)
{
    return std::async(std::launch::async, [&, chunk = std::move(chunk)]() mutable {
        const CrashMark::Scope mark(m_context.job().id);
        return act(std::move(chunk), step);
    });
}

// Takes the next chunk from what is left to do.
Result<ItemLoop::Chunk> ItemLoop::take(Connection &connection, const ItemStep &step) const
{
    const qsizetype count = std::min(m_taking, m_todo.size());
    QList<RecordingId> ids;
    for (const qsizetype index : m_todo.first(count))
        ids << m_payload.items[index].id;
    RecordingStore store(connection, m_clock);
    MassStore mass(connection);
    TRY_LET(const QSet<qint64> taken, mass.take(ids, m_context.job().id.value));
    TRY_LET(QList<Recording> found, step.takesAll ? store.byIds(ids) : store.rowsByIds(ids));
    if (!step.takesAll)
        TRY(mass.addParts(found));
    QHash<qint64, Recording> recordings;
    for (const Recording &recording : std::as_const(found))
        recordings.insert(recording.id.value, recording);
    Chunk chunk;
    for (const qsizetype index : m_todo.first(count)) {
        const RecordingItem &item = m_payload.items[index];
        const auto recording = recordings.constFind(item.id.value);
        if (recording == recordings.cend()) {
            chunk << Tried{index, {}, step.mayBeGone ? Result<>() : isGone()};
            continue;
        }
        if (recording->uid != item.uid) {
            chunk << Tried{index, {}, fail(ErrorCode::Conflict, u"another recording now"_s)};
            continue;
        }
        Tried tried{index, *recording, {}};
        if (!taken.contains(item.id.value))
            tried.outcome = store.take(item.id, m_context.job().id.value); // it says who has it
        if (tried.outcome)
            tried.outcome = step.check(store, *recording);
        else if (tried.outcome.error().code != ErrorCode::Busy)
            return Failure{tried.outcome.error()};
        chunk << tried;
    }
    return chunk;
}

// Cuts the chunk after the last item it came to: by time, a stop, or an error that concerns all.
ItemLoop::Acted ItemLoop::act(Chunk chunk, const ItemStep &step)
{
    QElapsedTimer timer;
    timer.start();
    Result<> concernsAll;
    const auto end = [&](qsizetype i) {
        return (i > 0 && timer.elapsed() > chunkMs) || m_lost
               || m_context.stopToken().stop_requested();
    };
    qsizetype count = 0;
    for (; count < chunk.size() && !end(count); ++count) {
        Tried &tried = chunk[count];
        if (!tried.outcome || !tried.recording)
            continue;
        tried.outcome = step.act(*tried.recording);
        if (!tried.outcome && endsAll(tried.outcome.error(), step)) {
            concernsAll = tried.outcome;
            break;
        }
    }
    Acted acted{chunk.first(count), chunk.mid(count), concernsAll};
    faultPoint("items.acted");
    Result<> synced = sync(acted.done, step);
    if (step.finish && synced) {
        finish(acted.done, step);
        synced = sync(acted.done, step);
    }
    if (!synced && endsAll(synced.error(), step))
        return {{}, chunk, synced}; // nothing of it can be written down
    faultPoint("items.synced");
    // Half a millisecond is what the clock can tell of a chunk of nothing.
    const double each =
        std::max(0.5, double(timer.elapsed())) / double(std::max<qsizetype>(1, count));
    m_wanted = std::clamp(qsizetype(double(wantedMs) / each), qsizetype(1), mostItems);
    return acted;
}

// An effect that is not on disk has not happened: it will be found done when it is tried again.
Result<> ItemLoop::sync(Chunk &chunk, const ItemStep &step)
{
    const Result<> synced = step.sync && !chunk.isEmpty() ? step.sync() : Result<>();
    for (Tried &tried : chunk) {
        if (!synced && tried.outcome && tried.recording)
            tried.outcome = synced;
    }
    return synced;
}

void ItemLoop::finish(Chunk &chunk, const ItemStep &step) const
{
    std::atomic<qsizetype> next = 0;
    const auto work = [&] {
        const CrashMark::Scope mark(m_context.job().id);
        for (qsizetype i = next++; i < chunk.size() && !m_lost; i = next++) {
            Tried &tried = chunk[i];
            if (tried.outcome && tried.recording)
                tried.outcome = step.finish(*tried.recording);
        }
    };
    chunk.detach();
    std::vector<std::future<void>> others;
    const qsizetype threads = std::min<qsizetype>(finishers, chunk.size());
    for (qsizetype thread = 1; thread < threads; ++thread)
        others.push_back(std::async(std::launch::async, work));
    work();
    for (std::future<void> &other : others)
        other.get();
}

// Writes what has become of a chunk, and takes the next one in the same transaction.
Result<> ItemLoop::settle(const Chunk &chunk, const ItemStep &step, Chunk &next)
{
    m_taking = m_wanted;
    const auto takeNext = [&](Connection &connection) -> Result<> {
        if (m_todo.isEmpty())
            return {};
        TRY_LET(next, take(connection, step));
        return {};
    };
    if (chunk.isEmpty() && m_todo.isEmpty())
        return {};
    if (chunk.isEmpty()) {
        TRY(m_database.wait(takeNext));
    } else {
        QList<JobItem> results;
        for (const Tried &tried : chunk) {
            note(tried);
            JobItem item{m_payload.items[tried.index].uid, 0, {}, 0};
            if (!tried.outcome)
                item.error = tried.outcome.error();
            else if (tried.recording)
                item.bytes = tried.recording->bytes;
            results << item;
        }
        TRY(m_context.checkpoint(m_checkpoint.toJson(), results,
                                 [&](Connection &connection) -> Result<> {
                                     TRY(writeEffects(connection, chunk, step));
                                     return takeNext(connection);
                                 }));
        m_settled += chunk.size();
        if (!step.tellsProgress)
            m_context.progress({m_settled, m_payload.items.size()});
    }
    m_todo = m_todo.mid(next.size());
    return {};
}

Result<> ItemLoop::writeEffects(Connection &connection, const Chunk &chunk, const ItemStep &step)
{
    RecordingStore store(connection, m_clock);
    QList<Recording> good;
    QList<RecordingId> all;
    for (const Tried &tried : chunk) {
        if (!tried.recording)
            continue;
        all << tried.recording->id;
        if (tried.outcome)
            good << *tried.recording;
        else if (step.refuse && isFinal(tried.outcome.error()))
            TRY(step.refuse(store, *tried.recording));
    }
    MassStore mass(connection);
    if (step.settle && !good.isEmpty())
        TRY(step.settle(mass, good));
    if (step.commit)
        TRY(step.commit(connection));
    return mass.release(all, m_context.job().id.value);
}

void ItemLoop::note(const Tried &tried)
{
    if (tried.index >= m_checkpoint.next)
        m_checkpoint.next = tried.index + 1;
    m_checkpoint.failed.removeAll(tried.index);
    if (tried.outcome)
        return;
    const QString uid = m_payload.items[tried.index].uid;
    const Error error = tried.outcome.error();
    m_context.log(LogLevel::Warning, uid + u": "_s + error.detail);
    if (isFinal(error)) {
        ++m_checkpoint.refused;
        m_refusal = error;
    } else {
        m_checkpoint.failed << tried.index;
        m_retryable = error;
    }
}

Result<> ItemLoop::verdict() const
{
    const qsizetype all = m_payload.items.size();
    if (!m_checkpoint.failed.isEmpty())
        return fail(m_retryable.code,
                    u"%1 of %2 recordings could not be done: %3"_s.arg(m_checkpoint.failed.size())
                        .arg(all)
                        .arg(m_retryable.detail));
    if (m_checkpoint.refused > 0)
        return fail(ErrorCode::Refused,
                    u"%1 of %2 recordings were left alone%3"_s.arg(m_checkpoint.refused)
                        .arg(all)
                        .arg(m_refusal.detail.isEmpty() ? QString() : u": "_s + m_refusal.detail));
    return {};
}

} // namespace respool
