// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/housekeeper.h"

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/db/database.h"
#include "core/library/textstore.h"

namespace respool {

namespace {

constexpr int quietMs = 10'000;
constexpr qint64 roundMs = 3'600'000;
constexpr int jobsAtOnce = 20; // each may have a thousand results
constexpr int batchesAtOnce = 500;
constexpr qint64 textLinesAtOnce = 2000;

} // namespace

Housekeeper::Housekeeper(Database &database, const Clock &clock, Backups backups,
                         QList<QString> kinds, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_backups(std::move(backups))
    , m_kinds(std::move(kinds))
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (m_isIdle())
            round();
    });
}

void Housekeeper::whenIdle(std::function<bool()> isIdle)
{
    m_isIdle = std::move(isIdle);
    if (m_working || m_quiet.isActive())
        return;
    const qint64 since = std::abs(m_clock.nowMs() - m_lastRoundMs); // the clock may be set back
    m_quiet.start(int(std::max<qint64>(quietMs, roundMs - since)));
}

void Housekeeper::round()
{
    m_working = true;
    m_lastRoundMs = m_clock.nowMs();
    prune();
}

void Housekeeper::prune()
{
    m_database
        .write([&clock = m_clock, kinds = m_kinds](Connection &connection) -> Result<bool> {
            JobHistory history(connection, clock);
            for (const QString &kind : kinds) {
                TRY_LET(const int jobs, history.prune(kind, {}, jobsAtOnce));
                if (jobs > 0)
                    return true;
            }
            TRY_LET(const bool texts,
                    TextStore(connection).sweepWhileNobodyWrites(textLinesAtOnce));
            if (texts)
                return true;
            TRY_LET(const int batches, history.pruneBatches({}, batchesAtOnce));
            return batches == batchesAtOnce;
        })
        .then(this, [this](const Result<bool> &more) {
            if (!more)
                return end(Failure{more.error()});
            if (!*more)
                return freePages();
            emit pruned();
            prune();
        });
}

void Housekeeper::freePages()
{
    m_database.freePages().then(this, [this](const Result<bool> &more) {
        if (!more)
            return end(Failure{more.error()});
        if (*more)
            return freePages();
        m_database.emptyLog().then(this, [this](const Result<> &emptied) {
            if (!emptied)
                return end(emptied);
            backUp();
        });
    });
}

void Housekeeper::backUp()
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
    inBackground([backups = m_backups, day, &database = m_database]() -> Result<> {
        TRY_LET(const QString file, backups.begin(day));
        if (file.isEmpty())
            return {};
        TRY(database.copyTo(file));
        return backups.keep(day);
    }).then(this, [this](const Result<> &kept) { end(kept); });
}

// What could not be done today is tried again in an hour.
void Housekeeper::end(const Result<> &outcome)
{
    m_working = false;
    if (!outcome)
        qWarning("the database could not be looked after: %s", qPrintable(outcome.error().detail));
    if (m_isIdle)
        m_quiet.start(int(roundMs));
    emit rested();
}

} // namespace respool
