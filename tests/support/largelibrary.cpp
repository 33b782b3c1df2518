// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/largelibrary.h"

#include "core/db/database.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto stores = R"(
INSERT INTO store (uid, kind, name, path, added_ms)
WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 10)
SELECT 'store-' || n, 1 + (n > 8), CASE n WHEN 1 THEN 'lab' ELSE 'store ' || n END, '/nowhere/' || n, 1
FROM i)"_L1;

// Eight stores as the Gateway leaves them, two of folders. Numbers that must not be in step with
// the row's come of a multiplication: the same library each time.
constexpr auto recordings = R"(
INSERT INTO recording (store_id, uid, path, state, kind, start_ms, duration_ms, bytes, problem,
                       flagged, seen, note)
WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < %1 - 1),
    k(n, a, b, h) AS (SELECT n, n * 7368787 % 1000003, n * 5915587 % 1000003,
                             printf('%08x%08x', n * 2654435761 % 4294967296, n * 40503 % 4294967296)
                      FROM i),
    u(n, a, b, uid) AS (SELECT n, a, b, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4'
                            || substr(h, 13, 3) || '-8' || substr(h, 2, 3) || '-' || substr(h, 1, 12)
                        FROM k)
SELECT 1 + n % 10, uid,
       CASE WHEN n % 10 < 8 THEN uid
            ELSE '2026/' || (1 + n % 12) || '/kiosk-' || (n % 500) || '/' || n || '.webm' END,
       CASE WHEN n % 100 = 7 THEN 1 WHEN n % 20 = 3 THEN 3 WHEN n % 1000 = 11 THEN 4 ELSE 0 END,
       CASE WHEN a < 700000 THEN 1 WHEN a < 900000 THEN 2 WHEN a < 999900 THEN 3 ELSE 4 END,
       1600000000000 + b * 200000 + a, a * 7 + 1, b * 1000 + n % 1000,
       CASE WHEN n % 100 = 7 THEN 'the file is truncated at ' || b ELSE '' END,
       n % 2000 = 17, n % 3 = 0, CASE WHEN n % 5000 = 33 THEN 'a leak at ' || n ELSE '' END
FROM u)"_L1;

constexpr auto firstParts = R"(
INSERT INTO part (recording_id, position, name, kind, bytes, start_ms, duration_ms, modified_ms,
                  seekable, media)
SELECT id, 0, 'recording-0.webm', CASE kind WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 4 ELSE 5 END,
       bytes, start_ms, duration_ms, start_ms + duration_ms,
       CASE kind WHEN 1 THEN id % 50 <> 0 ELSE 2 END,
       CASE kind WHEN 1 THEN 'vp8 ' || (640 + id % 40 * 16) || 'x480' ELSE '' END
FROM recording)"_L1;

constexpr auto secondParts = R"(
INSERT INTO part (recording_id, position, name, kind, bytes, start_ms, duration_ms, modified_ms,
                  seekable, media)
SELECT id, 1, 'recording-1.webm', 1, 1, start_ms, 1, start_ms + duration_ms, 1, 'vp9 1280x720'
FROM recording WHERE id % 10 = 0)"_L1;

constexpr auto facts = R"(
UPDATE recording SET (parts, formats, seekable, changed_ms) =
    (SELECT count(*), sum(DISTINCT 1 << kind), min(seekable), max(modified_ms)
     FROM part WHERE recording_id = recording.id))"_L1;

constexpr auto nameIndex = R"(
INSERT INTO name_gram (rowid, text)
SELECT id, CASE WHEN path = uid THEN uid || '  ' ELSE uid || ' ' || path || '  ' END
FROM recording)"_L1;

constexpr std::array marks{
    "INSERT INTO tag SELECT id, 'audit' FROM recording WHERE id % 10 = 1"_L1,
    "INSERT INTO tag SELECT id, 'case-' || (id / 100 % 50) FROM recording WHERE id % 100 = 1"_L1,
    "INSERT INTO tag SELECT id, 'rare' FROM recording WHERE id % 100000 = 4321"_L1,
    "INSERT INTO hold SELECT id, 'case ' || (id / 1000 % 9), 'me', 1 FROM recording WHERE id % 1000 = 1"_L1};

// Rows first, then what is kept of them: in this order a million take seconds.
Result<QStringList> takeAway(Connection &connection)
{
    QStringList made, names;
    TRY(connection.readCompiled(
        u"SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN "
        "('recording', 'part') AND type IN ('index', 'trigger')"_s,
        {}, [&](const Row &row) {
            names << u"DROP %1 %2"_s.arg(row.text(0), row.text(1));
            made << row.text(2);
        }));
    for (const QString &drop : names)
        TRY(connection.script(drop));
    return made;
}

} // namespace

Result<> fillLibrary(Database &database, int count)
{
    return database.wait([count](Connection &connection) -> Result<> {
        TRY_LET(const QStringList made, takeAway(connection));
        TRY(connection.script(stores));
        TRY(connection.script(QString(recordings).replace(u"%1"_s, QString::number(count))));
        TRY(connection.script(firstParts));
        TRY(connection.script(secondParts));
        TRY(connection.script(facts));
        TRY(connection.script(nameIndex));
        TRY(connection.script(u"UPDATE recording SET named = 1"_s));
        for (const QString &sql : made)
            TRY(connection.script(sql));
        TRY(connection.script(
            u"INSERT INTO recording_tally SELECT store_id, state, kind, seekable, held, flagged, "
            "seen, count(*), sum(bytes) FROM recording "
            "GROUP BY store_id, state, kind, seekable, held, flagged, seen"_s));
        for (const QLatin1StringView mark : marks)
            TRY(connection.script(mark));
        return {};
    });
}

} // namespace respool
