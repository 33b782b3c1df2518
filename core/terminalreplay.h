// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replayfacts.h"
#include "core/terminal/replayspan.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace respool {

class ReplayFile;
struct ReplayPiece;

// A line in which what was looked for stands.
struct ReplayHit
{
    qint64 atMs = 0;    // since when it is to be read
    QString text;       // the line
    qsizetype from = 0; // of what was looked for, in text
    qsizetype length = 0;
};

// A terminal part that somebody looks at: indexes it in the background, from its beginning on and
// then as it grows, and answers what is to be seen when. Made by ReplayCatalog; lives on the main
// thread, where all its futures and signals end; works on the catalogue's pool. All that is drawn
// is drawn by respool-media, in requests that know nothing of each other; what they answer is
// believed in its form only. It may be destroyed at any time: its futures end as Interrupted
// or are cancelled then.
class TerminalReplay final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 10'000;

    explicit TerminalReplay(std::shared_ptr<ReplayFile> file, QObject *parent = nullptr);
    ~TerminalReplay() override;

    const ReplayFacts &facts() const;

    // The screen at fromMs and all changes until toMs, or until a span is full. What is not indexed
    // yet is waited for; behind the end there is the last screen. Errors: Media and others of the
    // file; Interrupted when a later span took the place of this one, which waited.
    QFuture<Result<ReplaySpan>> span(qint64 fromMs, qint64 toMs);

    // The moment of the next or the last change from there; nothing when there is none, so far.
    enum class Step { Forward, Back };
    QFuture<Result<std::optional<qint64>>> step(qint64 fromMs, Step direction);

    // Lines that could be read, in the order of time, in any case of letters; at most mostHits. The
    // first question reads the whole part, which may take a while. Empty text: none.
    QFuture<Result<QList<ReplayHit>>> search(const QString &text);

signals:
    void grew();                              // facts() say more
    void failed(const respool::Error &error); // indexing has ended before the end of the file

private:
    void goOn();
    void take(const ReplayPiece &piece, qint64 fileBytes);
    void giveUp(const Error &error);
    void lookAgain();
    QFuture<Result<ReplaySpan>> spanNow(qint64 fromMs, qint64 toMs);
    void giveUpWaiting();
    void answerWaiting();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace respool
