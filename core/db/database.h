// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/pending.h"
#include "core/db/databasethread.h"

#include <concepts>

namespace respool {

// Owns the database threads of this process: one writer with group commit, one reader, so that a
// slow search never delays a claim. Everything else asks through these functions, from any thread
// but a database thread; the work runs on the database thread and must not keep the Connection.
class Database
{
public:
    // Opens the file, creating it if need be, and migrates it.
    // Errors: Database, PermissionDenied, NewerVersion; the detail names the file and the cure.
    static Result<std::unique_ptr<Database>> open(const DatabaseConfig &config);

    // The answer comes after the commit that puts the work on disk; a failed Result undoes it.
    template <std::invocable<Connection &> F>
    auto write(F work)
    {
        return post(m_writer, Lane::Durable, pieceOf(std::move(work)));
    }

    // The same with a commit that a power cut may take back: heartbeats and progress only.
    template <std::invocable<Connection &> F>
    auto note(F work)
    {
        return post(m_writer, Lane::Lazy, pieceOf(std::move(work)));
    }

    // Questions only.
    template <std::invocable<Connection &> F>
    auto read(F work)
    {
        return post(m_reader, Lane::Outside, pieceOf(std::move(work)));
    }

    // write(), and blocks until it is on disk. For pool threads; never on the ui thread.
    template <std::invocable<Connection &> F>
    auto wait(F work) -> std::invoke_result_t<F, Connection &>
    {
        return post(m_writer, Lane::Durable, pieceOf(std::move(work))).takeResult();
    }

    // read(), and blocks for the answer. For pool threads; never on the ui thread.
    template <std::invocable<Connection &> F>
    auto ask(F work) -> std::invoke_result_t<F, Connection &>
    {
        return post(m_reader, Lane::Outside, pieceOf(std::move(work))).takeResult();
    }

    // Blocks until all that was asked before has been answered.
    void finish();

    // A number that changes when another process (or the lazy lane) has committed something.
    Pending<Result<qint64>> changeMark();

    // Gives some free pages back to the disk; true: there are more.
    Pending<Result<bool>> freePages();
    Pending<Result<>> emptyLog(); // the write-ahead log, into the file
    // Writes a copy of the whole database into a file that is not there yet, and checks the copy.
    // On connections of its own: neither writes nor searches wait for it. Blocks; for pool threads.
    Result<> copyTo(const QString &file) const;

    const QString &file() const { return m_config.file; }

private:
    explicit Database(const DatabaseConfig &config);

    // A piece of work with this kind of answer.
    template <typename R>
    class Task : public DatabaseTask
    {
    public:
        Task() { m_promise.start(); }
        QFuture<R> future() { return m_promise.future(); }
        bool run(Connection &connection) override
        {
            m_result.emplace(work(connection));
            return bool(*m_result);
        }
        void deliver(const std::optional<Error> &lost) override
        {
            // A piece that failed by itself keeps its own error: it is the nearer cause.
            if (lost && (!m_result || *m_result))
                m_promise.addResult(R(Failure{*lost}));
            else
                m_promise.addResult(*std::move(m_result));
            m_promise.finish();
        }

    private:
        virtual R work(Connection &connection) = 0;

        QPromise<R> m_promise;
        std::optional<R> m_result;
    };

    // There are hundreds of pieces of work, each a type of its own: all that is compiled anew for
    // each of them is this class.
    template <typename F, typename R = std::invoke_result_t<F, Connection &>>
    class Piece final : public Task<R>
    {
    public:
        explicit Piece(F work)
            : m_work(std::move(work))
        {}

    private:
        R work(Connection &connection) override { return m_work(connection); }

        F m_work;
    };

    template <typename F, typename R = std::invoke_result_t<F, Connection &>>
    static std::unique_ptr<Task<R>> pieceOf(F work)
    {
        return std::unique_ptr<Task<R>>(new Piece<F>(std::move(work)));
    }

    template <typename R>
    static Pending<R> post(DatabaseThread &thread, Lane lane, std::unique_ptr<Task<R>> task)
    {
        Pending<R> answer(task->future());
        thread.post(lane, std::move(task));
        return answer;
    }

    const DatabaseConfig m_config;
    DatabaseThread m_writer;
    DatabaseThread m_reader;
};

} // namespace respool
