// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/terminalpart.h"

#include "core/terminalreplay.h"
#include "ui/player/playdriver.h"
#include "ui/player/replayshelf.h"
#include "ui/player/terminalview.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace respool {

namespace {

constexpr int tickMs = 20;
constexpr qint64 spanMs = 10'000; // of recording time, at speed 1
constexpr qint64 firstMs = 1'000; // likewise, after a jump: what is short comes soon
constexpr qint64 aheadMs = 3'000; // of time that passes: so early the next span is asked for

} // namespace

TerminalPart::TerminalPart(ReplayShelf &shelf, QWidget *parent)
    : PartPlayer(parent)
    , m_shelf(shelf)
    , m_view(new TerminalView(parent))
    , m_driver(new PlayDriver(tickMs, this))
{
    connect(m_driver, &PlayDriver::moved, this, &TerminalPart::show);
    connect(m_driver, &PlayDriver::moved, this, &PartPlayer::moved);
    connect(m_driver, &PlayDriver::ended, this, &PartPlayer::ended);
}

QWidget *TerminalPart::view() const
{
    return m_view;
}

void TerminalPart::open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs)
{
    close();
    m_replay = &m_shelf.replay(recording, store, part);
    connect(m_replay, &TerminalReplay::grew, this, &TerminalPart::grow);
    connect(m_replay, &TerminalReplay::failed, this, &TerminalPart::breakOff);
    m_driver->reset(fromMs);
    grow();
    want(fromMs);
}

void TerminalPart::close()
{
    ++m_opened;
    ++m_question;
    if (m_replay)
        m_replay->disconnect(this);
    m_replay = nullptr;
    m_driver->reset(0);
    m_span = {};
    m_next = {};
    m_endMs = 0;
    m_waiting = false;
    m_broken = false;
    m_wanted.reset();
    m_asked.reset();
    m_view->clear();
}

void TerminalPart::setGrowing(bool growing)
{
    m_driver->setGrowing(growing);
}

void TerminalPart::setPlaying(bool playing)
{
    m_driver->setPlaying(playing);
}

void TerminalPart::setSpeed(double speed)
{
    m_driver->setSpeed(speed);
}

void TerminalPart::setSkipsIdle(bool skips)
{
    m_driver->setSkipsIdle(skips);
}

qint64 TerminalPart::position() const
{
    return m_driver->position();
}

void TerminalPart::showFound(const QString &text)
{
    m_view->showFound(text);
}

QImage TerminalPart::snapshot() const
{
    return m_view->snapshot();
}

bool TerminalPart::selectText()
{
    return m_view->beginSelecting();
}

PartFacts TerminalPart::facts() const
{
    PartFacts known;
    if (!m_replay)
        return known;
    const ReplayFacts &facts = m_replay->facts();
    known.markers = facts.markers;
    known.activityMs = facts.lengthMs;
    known.readyMs = facts.isComplete ? -1 : facts.lengthMs;
    const qint64 steps = facts.activity.stepMs > 0 ? facts.lengthMs / facts.activity.stepMs + 1 : 0;
    for (qint64 step = 0; step < std::min<qint64>(steps, ReplayActivity::mostSteps); ++step)
        known.activity << quint32(std::clamp<qint64>(facts.activity.bytes.value(step), 0,
                                                     std::numeric_limits<quint32>::max()));
    return known;
}

// What was read of it before can be seen all the same, but nothing behind that.
void TerminalPart::breakOff(const Error &error)
{
    const qint64 lengthMs = m_replay->facts().lengthMs;
    if (m_waiting || m_span.isEmpty() || lengthMs <= 0) {
        emit failed(error);
        return;
    }
    m_broken = true;
    m_driver->setLength(lengthMs, true);
    emit troubled(error);
}

// The replay knows more, or the file is longer.
void TerminalPart::grow()
{
    const ReplayFacts &facts = m_replay->facts();
    m_driver->setIdle(facts.idle);
    m_driver->setLength(facts.lengthMs, facts.isComplete || m_broken);
    emit lengthKnown(facts.lengthMs, facts.isComplete);
    emit factsChanged();
    // A span that reached the end reaches it no more.
    if (!m_span.isEmpty() && m_span.reachesEnd() && facts.lengthMs > m_endMs)
        want(position());
}

bool TerminalPart::has(const ReplaySpan &span, qint64 ms) const
{
    return span.covers(ms) || (!span.isEmpty() && span.reachesEnd() && ms >= span.fromMs());
}

void TerminalPart::seek(qint64 ms)
{
    m_driver->seek(ms);
}

void TerminalPart::show(qint64 ms)
{
    if (!m_replay)
        return;
    if (!has(m_span, ms) && has(m_next, ms))
        m_span = std::exchange(m_next, {});
    if (!has(m_span, ms)) {
        wait(true);
        want(ms);
        return;
    }
    wait(false);
    m_view->showScreen(m_span.screenAt(ms));
    const qint64 ahead = qint64(double(aheadMs) * m_driver->speed());
    if (m_next.isEmpty() && !m_span.reachesEnd() && ms + ahead >= m_span.untilMs())
        want(m_span.untilMs());
}

void TerminalPart::wait(bool waits)
{
    m_driver->setWaiting(waits);
    if (waits != std::exchange(m_waiting, waits))
        emit waiting(waits);
}

// One question at a time; the last wish is the next one. One that waits until so much is indexed
// is not waited for.
void TerminalPart::want(qint64 ms)
{
    if (m_asked == ms)
        return;
    m_wanted = ms;
    const ReplayFacts &facts = m_replay->facts();
    if (!m_asked || (!facts.isComplete && *m_asked > facts.lengthMs))
        ask();
}

void TerminalPart::ask()
{
    if (!m_replay || !m_wanted)
        return;
    m_asked = std::exchange(m_wanted, {});
    const bool goesOn = !m_span.isEmpty() && *m_asked == m_span.untilMs();
    const qint64 reach =
        qint64(double(goesOn ? spanMs : firstMs) * std::max(1.0, m_driver->speed()));
    const auto answered = [this, question = ++m_question,
                           endMs = m_replay->facts().lengthMs](const Result<ReplaySpan> &span) {
        if (question != m_question)
            return;
        m_asked.reset();
        if (span)
            take(*span, endMs);
        else if (span.error().code != ErrorCode::Interrupted)
            emit failed(span.error());
        if (!m_asked)
            ask();
    };
    m_replay->span(*m_asked, *m_asked + reach).then(this, answered);
}

// endMs: how long the recording was when it was asked for.
void TerminalPart::take(const ReplaySpan &span, qint64 endMs)
{
    const qint64 now = position();
    if (has(span, now)) {
        m_span = span;
        m_next = {};
        m_endMs = endMs;
    } else if (!m_span.isEmpty() && span.fromMs() == m_span.untilMs()) {
        m_next = span;
    }
    if (span.reachesEnd() && m_replay->facts().lengthMs > endMs)
        m_wanted = now;
    else if (m_wanted && (has(m_span, *m_wanted) || has(m_next, *m_wanted)))
        m_wanted.reset();
    if (has(m_span, now))
        show(now);
}

void TerminalPart::step(int direction)
{
    if (!m_replay)
        return;
    const qint64 now = position();
    if (has(m_span, now)) {
        const auto found = direction > 0 ? m_span.changeAfter(now) : m_span.changeBefore(now);
        if (found)
            return seek(*found);
    }
    m_replay->step(now, direction > 0 ? TerminalReplay::Step::Forward : TerminalReplay::Step::Back)
        .then(this, [this, opened = m_opened](const Result<std::optional<qint64>> &found) {
            if (opened != m_opened)
                return;
            if (!found && found.error().code != ErrorCode::Interrupted)
                emit failed(found.error());
            else if (found && *found)
                seek(**found);
        });
}

} // namespace respool
