// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/originqueue.h"

#include <QDateTime>

#include <cstdio>

namespace respool {

OriginQueue::OriginQueue(const QString &file)
    : m_file(file)
{
    // auto_vacuum comes after the log mode there, and so has no effect.
    m_file.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=15000;"
        "PRAGMA cache_size=-3000; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA temp_store=MEMORY");
    m_file.exec(R"(
        CREATE TABLE origin_job (
            id       TEXT    NOT NULL PRIMARY KEY,
            made     INTEGER NOT NULL DEFAULT (unixepoch()),
            touched  INTEGER NOT NULL DEFAULT (unixepoch()),
            due      INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            status   INTEGER NOT NULL,
            kind     TEXT    NOT NULL,
            payload  TEXT    NOT NULL
        ) STRICT;
        CREATE TRIGGER origin_job_touched AFTER UPDATE ON origin_job BEGIN
            UPDATE origin_job SET touched = unixepoch() WHERE id = NEW.id;
        END;
        CREATE INDEX origin_job_due ON origin_job (due);
    )");
}

// 128 bits of which the time is the head, written as a UUID: ids of later jobs sort later.
std::string OriginQueue::nextId()
{
    const auto ms = quint64(QDateTime::currentMSecsSinceEpoch());
    ++m_lastId;
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-7%03x-8%03x-%012llx", unsigned(ms >> 16),
                  unsigned(ms & 0xffff), unsigned(m_lastId >> 36 & 0xfff),
                  unsigned(m_lastId >> 24 & 0xfff), static_cast<unsigned long long>(m_lastId));
    return text;
}

void OriginQueue::pushOne()
{
    SqliteStatement(m_file,
                    "INSERT INTO origin_job (id, due, failures, status, kind, payload) "
                    "VALUES (:id, :due, :failures, :status, :kind, json(:payload))",
                    {"id", "due", "failures", "status", "kind", "payload"})
        .run(nextId(), QDateTime::currentSecsSinceEpoch(), 0, 0, "bench",
             std::string_view(payload()));
}

void OriginQueue::pushMany(int jobs)
{
    for (int i = 0; i < jobs; ++i)
        pushOne();
}

void OriginQueue::turn(int jobs)
{
    for (const std::string &id : m_taken)
        SqliteStatement(m_file, "DELETE FROM origin_job WHERE id = :id", {"id"}).run(id);
    m_taken.clear();
    if (jobs == 0)
        return;
    std::string payload;
    SqliteStatement(m_file,
                    "UPDATE origin_job SET status = :running WHERE id IN "
                    "(SELECT id FROM origin_job WHERE status = :waiting AND failures < :most "
                    "AND due <= unixepoch() ORDER BY id LIMIT :jobs) "
                    "RETURNING id, failures, kind, json(payload)",
                    {"running", "waiting", "most", "jobs"})
        .each(
            [&](const SqliteStatement &row) {
                m_taken.emplace_back(row.text(0));
                payload = row.text(3);
            },
            1, 0, 5, jobs);
}

qint64 OriginQueue::waiting()
{
    return m_file.scalar("SELECT count(*) FROM origin_job WHERE status = 0");
}

} // namespace respool
