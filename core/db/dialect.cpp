// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/dialect.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

const Dialect &sqliteDialect()
{
    // auto_vacuum has no effect once journal_mode=WAL has written the file. BEGIN IMMEDIATE:
    // QSqlDatabase::transaction() is a deferred BEGIN, which fails at once, whatever the busy
    // timeout, when it reads before it writes and someone else wrote in between.
    static const Dialect dialect{
        .name = u"sqlite"_s,
        .driver = u"QSQLITE"_s,
        .pageCount = u"PRAGMA page_count"_s,
        .onCreate = {u"PRAGMA auto_vacuum=INCREMENTAL"_s},
        .onConnect = {u"PRAGMA busy_timeout=10000"_s, u"PRAGMA journal_mode=WAL"_s,
                      u"PRAGMA foreign_keys=ON"_s, u"PRAGMA cache_size=-16000"_s,
                      u"PRAGMA temp_store=MEMORY"_s},
        .durableCommits = u"PRAGMA synchronous=FULL"_s,
        .lazyCommits = u"PRAGMA synchronous=NORMAL"_s,
        .begin = u"BEGIN IMMEDIATE"_s,
        .readVersion = u"PRAGMA user_version"_s,
        .writeVersion = u"PRAGMA user_version=%1"_s,
        .changeMark = u"PRAGMA data_version"_s,
        .copy = u"VACUUM INTO %1"_s,
        .like = u"LIKE"_s,
    };
    return dialect;
}

} // namespace respool
