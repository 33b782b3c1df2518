// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replayspan.h"
#include "ui/player/partplayer.h"

#include <QPointer>

#include <optional>

namespace respool {

class PlayDriver;
class ReplayShelf;
class TerminalReplay;
class TerminalView;

// Plays terminal parts: shows what spans say, and asks for the next one before it is needed.
class TerminalPart final : public PartPlayer
{
    Q_OBJECT

public:
    TerminalPart(ReplayShelf &shelf, QWidget *parent);

    QWidget *view() const override;
    void open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs) override;
    void close() override;
    void setGrowing(bool growing) override;
    void setPlaying(bool playing) override;
    void setSpeed(double speed) override;
    void setSkipsIdle(bool skips) override;
    void seek(qint64 ms) override;
    qint64 position() const override;
    void step(int direction) override;
    void showFound(const QString &text) override;
    PartFacts facts() const override;
    QImage snapshot() const override;
    bool selectText() override;

private:
    void grow();
    void breakOff(const Error &error);
    void show(qint64 ms);
    void wait(bool waits);
    void want(qint64 ms);
    void ask();
    void take(const ReplaySpan &span, qint64 endMs);
    bool has(const ReplaySpan &span, qint64 ms) const;

    ReplayShelf &m_shelf;
    TerminalView *m_view;
    PlayDriver *m_driver;
    QPointer<TerminalReplay> m_replay;
    ReplaySpan m_span, m_next;      // what is shown, and what comes behind it
    qint64 m_endMs = 0;             // the length that was known when the last span came
    std::optional<qint64> m_asked;  // where the span begins that is on its way
    std::optional<qint64> m_wanted; // and the one after that
    bool m_waiting = false;
    bool m_broken = false; // nothing is to be had behind its length
    int m_question = 0;    // counts, so that answers to an older one are dropped
    int m_opened = 0;      // counts, so that answers about an older part are dropped
};

} // namespace respool
