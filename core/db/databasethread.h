// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/db/connection.h"
#include "core/db/databaseconfig.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <memory>
#include <optional>

namespace respool {

// One piece of work for a database thread. run() is called once, in a transaction or outside of
// one; deliver() is called once afterwards, with the error of the transaction if it was lost.
class DatabaseTask
{
public:
    virtual ~DatabaseTask() = default;
    virtual bool run(Connection &connection) = 0; // false: undo what it wrote
    virtual void deliver(const std::optional<Error> &lost) = 0;
};

// How a piece of work is committed.
enum class Lane {
    Durable, // group commit, on disk when delivered
    Lazy,    // group commit, may be lost in a power cut: heartbeats and progress
    Outside, // no transaction: reads, and questions to the connection
};

// A thread that owns connections and runs the pieces of work of each lane in the order they came.
// All pieces of a lane that wait at the same time share one commit; each has its own savepoint
// if there are several, so that one failure undoes one piece.
class DatabaseThread final : public QThread
{
public:
    enum class Role { Writer, Reader };
    DatabaseThread(DatabaseConfig config, Role role);
    ~DatabaseThread() override; // runs what was accepted, then ends

    Result<> open(); // starts the thread; a Writer also migrates
    void post(Lane lane, std::unique_ptr<DatabaseTask> task);

protected:
    void run() override;

private:
    using Tasks = std::deque<std::unique_ptr<DatabaseTask>>;
    struct Connections
    {
        std::unique_ptr<Connection> durable;
        std::unique_ptr<Connection> lazy;
    };

    Result<Connections> connectAll() const;
    Result<std::unique_ptr<Connection>> connectTo(const QString &name,
                                                  const QString &commits) const;
    void serve(Connections &connections);
    static void runGroup(Connection &connection, Tasks tasks);
    static std::optional<Error> runAlone(Connection &connection, DatabaseTask &task);
    static std::optional<Error> runTogether(Connection &connection, Tasks &tasks);
    static Result<> runPiece(Connection &connection, DatabaseTask &task);
    static std::optional<Error> commit(Connection &connection);

    const DatabaseConfig m_config;
    const Role m_role;
    QMutex m_mutex; // guards all below
    QWaitCondition m_changed;
    Tasks m_durable, m_lazy, m_outside;
    std::optional<Result<>> m_opened;
    bool m_ending = false;
};

} // namespace respool
