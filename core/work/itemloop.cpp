// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/itemloop.h"

#include "core/db/database.h"
#include "core/jobs/retrypolicy.h"
#include "core/library/recordingstore.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Errors that would meet every further item as well.
bool concernsAllItems(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::NoSpace;
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
    QList<qsizetype> todo;
    for (qsizetype index = m_checkpoint.next; index < m_payload.items.size(); ++index)
        todo << index;
    todo << m_checkpoint.failed;
    while (!todo.isEmpty()) {
        if (m_context.stopToken().stop_requested())
            return m_context.stopped();
        TRY_LET(QList<Tried> chunk, take(todo.first(std::min(chunkItems, todo.size())), step));
        const Result<> acted = act(chunk, step);
        todo.remove(0, chunk.size());
        TRY(settle(chunk, step));
        if (!step.tellsProgress)
            m_context.progress({m_payload.items.size() - todo.size(), m_payload.items.size()});
        TRY(acted);
    }
    return verdict();
}

Result<QList<ItemLoop::Tried>> ItemLoop::take(const QList<qsizetype> &indexes, const ItemStep &step)
{
    return m_database.wait([&](Connection &connection) -> Result<QList<Tried>> {
        RecordingStore store(connection, m_clock);
        QList<Tried> chunk;
        for (const qsizetype index : indexes) {
            const RecordingItem &item = m_payload.items[index];
            const auto recording = store.byId(item.id);
            if (!recording && recording.error().code == ErrorCode::NotFound) {
                chunk << Tried{index, {}, step.mayBeGone ? Result<>() : Failure{recording.error()}};
                continue;
            }
            TRY(recording);
            if (recording->uid != item.uid) {
                chunk << Tried{index, {}, fail(ErrorCode::Conflict, u"another recording now"_s)};
                continue;
            }
            Tried tried{index, *recording, store.take(item.id, m_context.job().id.value)};
            if (tried.outcome)
                tried.outcome = step.check(store, *recording);
            else if (tried.outcome.error().code != ErrorCode::Busy)
                return Failure{tried.outcome.error()};
            chunk << tried;
        }
        return chunk;
    });
}

// Cuts the chunk after the last item it came to: by time, a stop, or an error that concerns all.
Result<> ItemLoop::act(QList<Tried> &chunk, const ItemStep &step)
{
    QElapsedTimer timer;
    timer.start();
    for (qsizetype i = 0; i < chunk.size(); ++i) {
        Tried &tried = chunk[i];
        const bool late = i > 0 && timer.elapsed() > chunkMs;
        if (late || m_context.stopToken().stop_requested()) {
            chunk.resize(i);
            return {};
        }
        if (!tried.outcome || !tried.recording)
            continue;
        tried.outcome = step.act(*tried.recording);
        const auto endsAll = [&](const Error &error) {
            return concernsAllItems(error.code) || (step.endsAll && step.endsAll(error));
        };
        if (!tried.outcome && endsAll(tried.outcome.error())) {
            const Error error = tried.outcome.error();
            chunk.resize(i);
            return Failure{error};
        }
    }
    return {};
}

Result<> ItemLoop::settle(const QList<Tried> &chunk, const ItemStep &step)
{
    if (chunk.isEmpty())
        return {};
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
    if (step.flush)
        TRY(step.flush());
    return m_context.checkpoint(
        m_checkpoint.toJson(), results, [&](Connection &connection) -> Result<> {
            RecordingStore store(connection, m_clock);
            for (const Tried &tried : chunk) {
                if (!tried.recording)
                    continue;
                if (tried.outcome)
                    TRY(step.settle(store, *tried.recording));
                else if (step.refuse && isFinal(tried.outcome.error()))
                    TRY(step.refuse(store, *tried.recording));
                TRY(store.release(tried.recording->id, m_context.job().id.value));
            }
            return step.commit ? step.commit(connection) : Result<>();
        });
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
