// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/db/database.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace respool {

// A fresh database for each test, on the engine that the global data row names. A test class
// calls addEngines() in initTestCase_data() and open() in init().
class EngineFixture
{
public:
    static void addEngines()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << QStringLiteral("sqlite");
    }

    void open()
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open({m_folder->filePath(QStringLiteral("respool.db"))});
        QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.error().detail));
        m_database = *std::move(opened);
    }

    Database &database() { return *m_database; }
    FakeClock &clock() { return m_clock; }
    QString folder() const { return m_folder->path(); }

    // Runs work(Store(connection, clock)) in a transaction of its own.
    template <typename Store, typename F>
    auto on(F work)
    {
        return m_database->wait(
            [&](Connection &connection) { return work(Store(connection, m_clock)); });
    }

private:
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace respool
