// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"

#include "core/db/dialect.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Database::Database(const DatabaseConfig &config)
    : m_config(config)
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

void Database::finish()
{
    const auto nothing = [](Connection &) { return Result<>(); };
    read(nothing).waitForFinished();
    post(m_writer, Lane::Outside, pieceOf(nothing)).waitForFinished();
}

Pending<Result<qint64>> Database::changeMark()
{
    const auto mark = [](Connection &connection) {
        return connection.scalar(connection.dialect().changeMark);
    };
    return post(m_writer, Lane::Outside, pieceOf(mark));
}

Pending<Result<bool>> Database::freePages()
{
    return write([](Connection &connection) -> Result<bool> {
        constexpr qint64 pagesAtOnce = 500;
        TRY_LET(const qint64 free, connection.number(u"free_pages"_s));
        // The driver takes one step of a statement without columns, and each step frees one page.
        for (qint64 page = 0; page < std::min(free, pagesAtOnce); ++page)
            TRY(connection.run(u"free_one_page"_s));
        return free > pagesAtOnce;
    });
}

Pending<Result<>> Database::emptyLog()
{
    const auto empty = [](Connection &connection) -> Result<> {
        TRY(connection.read(u"empty_log"_s, {}, [](const Row &) {}));
        return {};
    };
    return post(m_writer, Lane::Outside, pieceOf(empty));
}

Result<> Database::copyTo(const QString &file) const
{
    const auto on = [](const DatabaseConfig &config, auto work) -> Result<> {
        DatabaseThread thread(config, DatabaseThread::Role::Reader);
        TRY(thread.open());
        return post(thread, Lane::Outside, pieceOf(work)).takeResult();
    };
    TRY(on(m_config, [file](Connection &connection) { return connection.copyTo(file); }));
    return on({file}, [](Connection &connection) { return connection.check(); });
}

} // namespace respool
