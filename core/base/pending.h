// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrentRun>

#include <memory>
#include <type_traits>
#include <utility>

namespace respool {

// What another thread is working on, for the thread that asked.
//
// It stands in front of a QFuture because QFuture::then() is only safe where the future ends on the
// thread that calls it. In Qt 6.4 a continuation that is given at the moment at which another thread
// ends the future is run by both, the second time without its promise, which ends the program
// (setContinuation() and runContinuation() in qfutureinterface.cpp); and a context that is destroyed
// at that moment is called into. A QFutureWatcher has neither fault.
template <typename T>
class Pending
{
public:
    explicit Pending(QFuture<T> future)
        : m_future(std::move(future))
    {}

    // Calls work(answer) on the thread of context, which is the thread that calls this, always later
    // than this returns. The future ends on that thread with what work gave back; if context is
    // destroyed first, work is not called and the future is cancelled.
    template <typename F>
    auto then(QObject *context, F work) const
    {
        using R = std::invoke_result_t<F, const T &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> answer = promise->future();
        auto *watcher = new QFutureWatcher<T>(context);
        const auto end = [watcher, promise, work = std::move(work)]() mutable {
            watcher->deleteLater();
            if (watcher->isCanceled())
                return;
            if constexpr (std::is_void_v<R>)
                work(watcher->result());
            else
                promise->addResult(work(watcher->result()));
            promise->finish();
        };
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, end);
        watcher->setFuture(m_future);
        return answer;
    }

    // The answer as a future that ends on the thread of context.
    QFuture<T> on(QObject *context) const
    {
        return then(context, [](const T &answer) { return answer; });
    }

    // These block; never on the ui thread.
    T takeResult() { return m_future.takeResult(); }
    void waitForFinished() { m_future.waitForFinished(); }

private:
    QFuture<T> m_future;
};

// Runs work on a thread of the global pool, or of the one given.
template <typename F, typename... Args>
auto inBackground(F work, Args &&...args)
{
    return Pending(QtConcurrent::run(std::move(work), std::forward<Args>(args)...));
}

template <typename F, typename... Args>
auto inBackground(QThreadPool *pool, F work, Args &&...args)
{
    return Pending(QtConcurrent::run(pool, std::move(work), std::forward<Args>(args)...));
}

} // namespace respool
