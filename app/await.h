// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/pending.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>

namespace respool {

// Runs the event loop until the future has ended and returns its result. Not for the window, which
// never waits.
template <typename T>
T await(const QFuture<T> &future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    return future.result();
}

template <typename T>
T await(const Pending<T> &pending)
{
    return await(pending.on(QCoreApplication::instance()));
}

} // namespace respool
