// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/barequeue.h"

#include "core/db/database.h"
#include "core/db/dialect.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The tables come from our migrations: a Database makes them and is closed again.
QString migrated(const QString &file)
{
    if (const auto made = Database::open({file}); !made)
        qFatal("%s", qPrintable(made.error().detail));
    return file;
}

SqlBook loaded()
{
    auto book = SqlBook::load(sqliteDialect());
    if (!book)
        qFatal("the queries cannot be read: %s", qPrintable(book.error().detail));
    return *std::move(book);
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

BareQueue::BareQueue(const QString &file)
    : m_book(loaded())
    , m_file(migrated(file))
    , m_begin(m_file, sqliteDialect().begin.toUtf8())
    , m_commit(m_file, "COMMIT")
    , m_enqueue(m_file, m_book.query(u"job_enqueue"_s).toUtf8(),
                {"batch", "kind", "version", "title", "payload", "lane", "units", "priority",
                 "state", "due", "max_attempts", "now"})
    , m_paused(m_file, m_book.query(u"pause_list"_s).toUtf8())
    , m_laneFirst(m_file, m_book.query(u"job_lane_first"_s).toUtf8(), {"kind"})
    , m_laneAfter(m_file, m_book.query(u"job_lane_after"_s).toUtf8(), {"kind", "lane"})
    , m_best(m_file, m_book.query(u"job_best"_s).toUtf8(), {"kind", "lane", "most"})
    , m_claim(m_file, m_book.query(u"job_claim"_s).toUtf8(), {"ids", "worker", "now"})
    , m_attemptAdd(m_file, m_book.query(u"attempt_add"_s).toUtf8(), {"ids", "host", "pid", "now"})
    , m_finish(m_file, m_book.query(u"job_finish"_s).toUtf8(),
               {"id", "claim", "worker", "state", "state_if_paused", "cancel", "due", "wait",
                "failed", "spared", "finished", "code", "text"})
    , m_attemptEnd(m_file, m_book.query(u"attempt_end"_s).toUtf8(),
                   {"id", "claim", "outcome", "code", "text", "now"})
{
    for (const QString &pragma : sqliteDialect().onConnect)
        m_file.exec(pragma.toUtf8());
    m_file.exec(sqliteDialect().lazyCommits.toUtf8());
    const auto idOf = [](qint64 &id) {
        return [&id](const SqliteStatement &row) { id = row.integer(0); };
    };
    SqliteStatement(m_file, m_book.query(u"batch_add"_s).toUtf8(), {"kind", "who", "reason", "now"})
        .each(idOf(m_batch), "bench", "me", "", nowMs());
    SqliteStatement(m_file, m_book.query(u"worker_add"_s).toUtf8(), {"host", "pid", "now"})
        .each(idOf(m_worker), "host", 1, nowMs());
}

void BareQueue::enqueue()
{
    qint64 id = 0;
    const qint64 now = nowMs();
    const QByteArray name = title(), arguments = payload();
    m_enqueue.each([&](const SqliteStatement &row) { id = row.integer(0); }, m_batch, "bench", 1,
                   std::string_view(name), std::string_view(arguments), "", 1, 0, 0, now, 5, now);
}

void BareQueue::pushOne()
{
    m_begin.run();
    enqueue();
    m_commit.run();
}

void BareQueue::pushMany(int jobs)
{
    m_begin.run();
    for (int i = 0; i < jobs; ++i)
        enqueue();
    m_commit.run();
}

void BareQueue::claim(int jobs)
{
    bool paused = false;
    std::string lane, ids;
    m_paused.each([&](const SqliteStatement &) { paused = true; });
    m_laneFirst.each([&](const SqliteStatement &row) { lane = row.text(0); }, "bench");
    m_best.each(
        [&](const SqliteStatement &row) {
            ids += (ids.empty() ? "[" : ",") + std::to_string(row.integer(0));
        },
        "bench", std::string_view(lane), jobs);
    m_laneAfter.each([](const SqliteStatement &) {}, "bench", std::string_view(lane));
    if (paused || ids.empty())
        return;
    ids += ']';
    const qint64 now = nowMs();
    // Every column is taken out, as a record of ours has them all.
    m_claim.each(
        [&](const SqliteStatement &row) {
            m_texts.clear();
            m_numbers.clear();
            for (int column = 0; column < row.columns(); ++column) {
                if (row.isText(column))
                    m_texts.emplace_back(row.text(column));
                else
                    m_numbers.push_back(row.integer(column));
            }
            m_taken.push_back({row.integer(0), 1});
        },
        std::string_view(ids), m_worker, now);
    m_attemptAdd.run(std::string_view(ids), "host", 1, now);
}

void BareQueue::finish(const Taken &job)
{
    const qint64 now = nowMs();
    if (m_finish.run(job.id, job.claim, m_worker, 3, 3, 0, now, 0, 0, 0, now, 0, "") != 1)
        qFatal("job %lld was not there to be finished", job.id);
    m_attemptEnd.run(job.id, job.claim, 3, 0, "", now);
}

void BareQueue::turn(int jobs)
{
    m_begin.run();
    for (const Taken &job : m_taken)
        finish(job);
    m_taken.clear();
    claim(jobs);
    m_commit.run();
}

qint64 BareQueue::waiting()
{
    return m_file.scalar("SELECT count(*) FROM job WHERE state = 0");
}

} // namespace respool
