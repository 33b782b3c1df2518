// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminalreplay.h"

#include "core/base/pending.h"
#include "core/replayfile.h"
#include "core/replayindex.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int lookAgainMs = 1000;
constexpr qint64 farMs = qint64(1) << 49; // behind the end of any recording
constexpr int mostVainSpans = 4;          // spans that are looked at in vain for a change

using Moment = std::optional<qint64>;

// Takes an answer of the pool, which sees nothing of the replay but the file.
template <typename T, typename Work>
Pending<Result<T>> onPool(const std::shared_ptr<ReplayFile> &file, Work work)
{
    return inBackground(&file->pool(), [file, work]() -> Result<T> {
        if (file->stopToken().stop_requested())
            return fail(ErrorCode::Interrupted, u"nobody looks at it any more"_s);
        return work(*file);
    });
}

// The same answer on the main thread. The replay itself may be gone by then, so it is no context.
template <typename T>
QFuture<Result<T>> onMain(const Pending<Result<T>> &answer)
{
    return answer.on(QCoreApplication::instance());
}

Result<Moment> nextChange(ReplayFile &file, const QByteArray &state, qint64 fromMs)
{
    SpanOrder order{state, fromMs, farMs, 2};
    for (int tries = 0; tries < mostVainSpans; ++tries) {
        TRY_LET(const ReplaySpan span, file.span(order));
        if (const Moment change = span.changeAfter(fromMs))
            return change;
        if (span.reachesEnd())
            break;
        order.fromMs = span.untilMs();
    }
    return Moment();
}

// Within what one snapshot begins, and else within what the one before it does.
Result<Moment> changeBefore(ReplayFile &file, const QList<ReplaySnapshot> &snapshots, qint64 fromMs)
{
    qint64 limit = fromMs;
    for (qsizetype i = snapshots.size() - 1; i >= 0 && limit > 0; --i) {
        SpanOrder order{snapshots[i].state, snapshots[i].atMs, limit};
        Moment found;
        while (order.fromMs < limit) {
            TRY_LET(const ReplaySpan span, file.span(order));
            if (const Moment change = span.changeBefore(limit))
                found = change;
            order.fromMs = span.untilMs();
        }
        if (found)
            return found;
        limit = std::min(limit, snapshots[i].atMs + 1);
    }
    return Moment();
}

QList<ReplayHit> hitsIn(const TextLines &lines, const QString &wanted)
{
    QList<ReplayHit> hits;
    for (const TextLine &line : lines.lines) {
        const QString text = QString::fromUtf8(line.text);
        const qsizetype from = text.indexOf(wanted, 0, Qt::CaseInsensitive);
        if (from >= 0)
            hits << ReplayHit{line.atMs, text, from, wanted.size()};
        if (hits.size() >= TerminalReplay::mostHits)
            break;
    }
    return hits;
}

} // namespace

// A span that begins where the index has not come yet.
struct WaitingSpan
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    QPromise<Result<ReplaySpan>> promise;
};

struct TerminalReplay::Parts
{
    std::shared_ptr<ReplayFile> file;
    ReplayIndex index;
    bool indexing = false;
    std::optional<Error> problem; // why there will be no more
    std::unique_ptr<WaitingSpan> waiting;
    QTimer again; // looks whether the file has grown
};

TerminalReplay::TerminalReplay(std::shared_ptr<ReplayFile> file, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>())
{
    m_parts->file = std::move(file);
    m_parts->again.setInterval(lookAgainMs);
    connect(&m_parts->again, &QTimer::timeout, this, &TerminalReplay::lookAgain);
    // From the event loop: who has made it connects first.
    QMetaObject::invokeMethod(this, &TerminalReplay::goOn, Qt::QueuedConnection);
}

TerminalReplay::~TerminalReplay()
{
    m_parts->file->stop();
}

const ReplayFacts &TerminalReplay::facts() const
{
    return m_parts->index.facts();
}

void TerminalReplay::goOn()
{
    if (m_parts->indexing)
        return;
    m_parts->indexing = true;
    using Answer = std::pair<ReplayPiece, qint64>;
    onPool<Answer>(m_parts->file,
                   [order = m_parts->index.order()](ReplayFile &file) -> Result<Answer> {
                       TRY_LET(const qint64 bytes, file.size());
                       TRY_LET(ReplayPiece piece, file.index(order));
                       return Answer(std::move(piece), bytes);
                   })
        .then(this, [this](const Result<Answer> &answer) {
            if (answer)
                take(answer->first, answer->second);
            else
                giveUp(answer.error());
        });
}

void TerminalReplay::take(const ReplayPiece &piece, qint64 fileBytes)
{
    m_parts->indexing = false;
    m_parts->index.take(piece, fileBytes);
    if (facts().isComplete)
        m_parts->again.start();
    else
        goOn();
    answerWaiting();
    emit grew();
}

void TerminalReplay::giveUp(const Error &error)
{
    m_parts->indexing = false;
    m_parts->again.stop();
    m_parts->problem = error;
    answerWaiting();
    emit failed(error);
}

void TerminalReplay::lookAgain()
{
    if (m_parts->indexing)
        return;
    onPool<qint64>(m_parts->file, [](ReplayFile &file) {
        return file.size();
    }).then(this, [this](const Result<qint64> &bytes) {
        if (bytes && *bytes != facts().fileBytes)
            goOn();
    });
}

QFuture<Result<ReplaySpan>> TerminalReplay::span(qint64 fromMs, qint64 toMs)
{
    if (m_parts->index.reaches(fromMs) || m_parts->problem)
        return spanNow(fromMs, toMs);
    giveUpWaiting();
    m_parts->waiting = std::make_unique<WaitingSpan>();
    m_parts->waiting->fromMs = fromMs;
    m_parts->waiting->toMs = toMs;
    m_parts->waiting->promise.start();
    return m_parts->waiting->promise.future();
}

QFuture<Result<ReplaySpan>> TerminalReplay::spanNow(qint64 fromMs, qint64 toMs)
{
    SpanOrder order{m_parts->index.before(fromMs).state, std::max<qint64>(0, fromMs), toMs};
    return onMain(
        onPool<ReplaySpan>(m_parts->file, [order](ReplayFile &file) { return file.span(order); }));
}

void TerminalReplay::giveUpWaiting()
{
    if (!m_parts->waiting)
        return;
    const auto waiting = std::move(m_parts->waiting);
    waiting->promise.addResult(fail(ErrorCode::Interrupted, u"another moment was asked for"_s));
    waiting->promise.finish();
}

void TerminalReplay::answerWaiting()
{
    if (!m_parts->waiting
        || (!m_parts->index.reaches(m_parts->waiting->fromMs) && !m_parts->problem))
        return;
    const std::shared_ptr<WaitingSpan> waiting = std::move(m_parts->waiting);
    const auto answer = [waiting](const Result<ReplaySpan> &span) {
        waiting->promise.addResult(span);
        waiting->promise.finish();
    };
    spanNow(waiting->fromMs, waiting->toMs).then(QCoreApplication::instance(), answer);
}

QFuture<Result<std::optional<qint64>>> TerminalReplay::step(qint64 fromMs, Step direction)
{
    if (direction == Step::Forward)
        return onMain(onPool<Moment>(
            m_parts->file, [state = m_parts->index.before(fromMs).state, fromMs](ReplayFile &file) {
                return nextChange(file, state, fromMs);
            }));
    return onMain(onPool<Moment>(
        m_parts->file, [snapshots = m_parts->index.snapshotsUntil(fromMs - 1), fromMs](
                           ReplayFile &file) { return changeBefore(file, snapshots, fromMs); }));
}

QFuture<Result<QList<ReplayHit>>> TerminalReplay::search(const QString &text)
{
    using Hits = QList<ReplayHit>;
    return onMain(onPool<Hits>(m_parts->file, [text](ReplayFile &file) -> Result<Hits> {
        if (text.isEmpty())
            return Hits();
        TRY_LET(const auto lines, file.text());
        return hitsIn(*lines, text);
    }));
}

} // namespace respool
