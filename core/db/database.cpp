// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"

#include "core/db/dialect.h"

namespace respool {

Database::Database(const DatabaseConfig &config)
    : m_file(config.file)
    , m_writer(config, DatabaseThread::Role::Writer)
    , m_reader(config, DatabaseThread::Role::Reader)
{}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig &config)
{
    std::unique_ptr<Database> database(new Database(config));
    TRY(database->m_writer.open());
    TRY(database->m_reader.open());
    return database;
}

QFuture<Result<qint64>> Database::changeMark()
{
    return post(m_writer, Lane::Outside, [](Connection &connection) {
        return connection.scalar(connection.dialect().changeMark);
    });
}

} // namespace respool
