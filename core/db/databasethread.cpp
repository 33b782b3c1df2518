// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/databasethread.h"

#include "core/base/faultpoint.h"
#include "core/db/dialect.h"
#include "core/db/migrator.h"

#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int tries = 200;
constexpr unsigned long betweenMs = 50;

// Only one process can make a file a database in WAL mode, and there SQLite does not wait for its
// turn as it does elsewhere.
Result<> patiently(Connection &connection, const QString &statement)
{
    for (int left = tries;; --left) {
        const Result<> done = connection.script(statement);
        if (done || done.error().code != ErrorCode::Busy || left == 0)
            return done;
        QThread::msleep(betweenMs);
    }
}

} // namespace

DatabaseThread::DatabaseThread(DatabaseConfig config, Role role)
    : m_config(std::move(config))
    , m_role(role)
{
    setObjectName(role == Role::Writer ? u"db-writer"_s : u"db-reader"_s);
}

DatabaseThread::~DatabaseThread()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
        m_changed.wakeAll();
    }
    wait();
}

Result<> DatabaseThread::open()
{
    start();
    const QMutexLocker lock(&m_mutex);
    while (!m_opened)
        m_changed.wait(&m_mutex);
    return *m_opened;
}

void DatabaseThread::post(Lane lane, std::unique_ptr<DatabaseTask> task)
{
    const QMutexLocker lock(&m_mutex);
    Tasks &tasks = lane == Lane::Durable ? m_durable : lane == Lane::Lazy ? m_lazy : m_outside;
    tasks.push_back(std::move(task));
    m_changed.wakeAll();
}

void DatabaseThread::run()
{
    {
        auto connections = connectAll();
        {
            const QMutexLocker lock(&m_mutex);
            m_opened = connections ? Result<>() : Result<>(Failure{connections.error()});
            m_changed.wakeAll();
        }
        if (connections)
            serve(*connections);
    }
    for (const QString &name : QSqlDatabase::connectionNames()) {
        if (name.startsWith(u"%1/"_s.arg(quintptr(this))))
            QSqlDatabase::removeDatabase(name);
    }
}

Result<DatabaseThread::Connections> DatabaseThread::connectAll() const
{
    const Dialect &dialect = sqliteDialect();
    Connections all;
    TRY_LET(all.durable, connectTo(u"durable"_s, dialect.durableCommits));
    if (m_role == Role::Reader)
        return all;
    TRY(migrate(*all.durable));
    TRY_LET(all.lazy, connectTo(u"lazy"_s, dialect.lazyCommits));
    return all;
}

Result<std::unique_ptr<Connection>> DatabaseThread::connectTo(const QString &name,
                                                              const QString &commits) const
{
    const Dialect &dialect = sqliteDialect();
    QSqlDatabase db =
        QSqlDatabase::addDatabase(dialect.driver, u"%1/%2"_s.arg(quintptr(this)).arg(name));
    db.setDatabaseName(m_config.file);
    if (!db.open())
        return fail(
            ErrorCode::Database,
            u"%1 cannot be opened as a database (%2): check that its folder exists and "
            "that you may write there"_s.arg(m_config.file, db.lastError().text().trimmed()));
    TRY_LET(SqlBook book, SqlBook::load(dialect));
    auto connection = std::make_unique<Connection>(db, dialect, std::move(book));
    // Asked of the engine, not of the file: a start that was cut off may have left a first page that
    // is rolled back now.
    TRY_LET(const qint64 pages, connection->scalar(dialect.pageCount));
    if (pages == 0) {
        for (const QString &statement : dialect.onCreate)
            TRY(connection->script(statement));
    }
    for (const QString &statement : dialect.onConnect)
        TRY(patiently(*connection, statement));
    TRY(connection->script(commits));
    return connection;
}

void DatabaseThread::serve(Connections &connections)
{
    for (;;) {
        Tasks durable, lazy, outside;
        {
            const QMutexLocker lock(&m_mutex);
            while (!m_ending && m_durable.empty() && m_lazy.empty() && m_outside.empty())
                m_changed.wait(&m_mutex);
            if (m_ending && m_durable.empty() && m_lazy.empty() && m_outside.empty())
                return;
            durable.swap(m_durable);
            lazy.swap(m_lazy);
            outside.swap(m_outside);
        }
        runGroup(*connections.durable, std::move(durable));
        if (connections.lazy)
            runGroup(*connections.lazy, std::move(lazy));
        for (const auto &task : outside) {
            task->run(*connections.durable);
            task->deliver({});
        }
    }
}

void DatabaseThread::runGroup(Connection &connection, Tasks tasks)
{
    if (tasks.empty())
        return;
    std::optional<Error> lost;
    if (const auto began = connection.begin(); !began)
        lost = began.error();
    else
        lost = tasks.size() == 1 ? runAlone(connection, *tasks.front())
                                 : runTogether(connection, tasks);
    for (const auto &task : tasks)
        task->deliver(lost);
}

// An answer is the error that cost the whole transaction.
std::optional<Error> DatabaseThread::runAlone(Connection &connection, DatabaseTask &task)
{
    if (task.run(connection))
        return commit(connection);
    connection.rollback();
    return {};
}

// Likewise. SQLite rolls a transaction back by itself when the disk is full or a write fails, and
// then the savepoint is gone as well.
std::optional<Error> DatabaseThread::runTogether(Connection &connection, Tasks &tasks)
{
    for (const auto &task : tasks) {
        const Result<> piece = runPiece(connection, *task);
        if (!piece) {
            connection.rollback();
            return piece.error();
        }
    }
    return commit(connection);
}

Result<> DatabaseThread::runPiece(Connection &connection, DatabaseTask &task)
{
    TRY(connection.control(u"SAVEPOINT piece"_s));
    if (!task.run(connection))
        TRY(connection.control(u"ROLLBACK TO piece"_s));
    return connection.control(u"RELEASE piece"_s);
}

std::optional<Error> DatabaseThread::commit(Connection &connection)
{
    faultPoint("db.commit.before");
    if (const auto committed = connection.commit(); !committed) {
        connection.rollback();
        return committed.error();
    }
    faultPoint("db.commit.after");
    return {};
}

} // namespace respool
