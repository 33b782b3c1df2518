// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminalreplay.h"

#include "core/base/result.h"

namespace respool {

struct TerminalReplay::File
{};

struct TerminalReplay::Parts
{};

TerminalReplay::TerminalReplay(std::shared_ptr<File>, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>())
{}

TerminalReplay::~TerminalReplay() = default;

QFuture<Result<ReplaySpan>> TerminalReplay::span(qint64, qint64)
{
    return QtFuture::makeReadyFuture(Result<ReplaySpan>(fail(ErrorCode::NotFound)));
}

QFuture<Result<std::optional<qint64>>> TerminalReplay::step(qint64, Step)
{
    return QtFuture::makeReadyFuture(Result<std::optional<qint64>>(fail(ErrorCode::NotFound)));
}

QFuture<Result<QList<ReplayHit>>> TerminalReplay::search(const QString &)
{
    return QtFuture::makeReadyFuture(Result<QList<ReplayHit>>(fail(ErrorCode::NotFound)));
}

void TerminalReplay::index() {}

void TerminalReplay::answerWaiting() {}

} // namespace respool
