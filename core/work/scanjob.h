// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/library/recording.h"
#include "core/media/mediareader.h"

#include <QStringList>

#include <atomic>

namespace respool {

class Clock;
class Database;
class MediaHost;
struct ScannedPiece;

// What a scan is to look at.
struct ScanPayload
{
    QString store;          // uid
    QStringList paths = {}; // of the recordings that were touched; empty: all

    QByteArray toJson() const;
    static Result<ScanPayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

// Brings the catalogue of one store up to date: reads the recordings that are new or not what they
// were, looks into the files that are, marks what is gone as missing. An offline store is only
// marked offline (I9). What was committed before an interruption is seen as unchanged.
class ScanJob final : public Job
{
public:
    // drawsPictures: what is new or has changed gets its pictures drawn by jobs of their own.
    // readsTexts: and what can be read in it is indexed.
    ScanJob(Database &database, const Clock &clock, MediaHost &host, bool drawsPictures = false,
            bool readsTexts = false)
        : m_database(database)
        , m_clock(clock)
        , m_reader(host)
        , m_drawsPictures(drawsPictures)
        , m_readsTexts(readsTexts)
    {}
    Result<> run(JobContext &context) override;

private:
    struct Round;
    Result<> markOffline(JobContext &context, const QString &store, const Error &error);
    Result<> scan(Round &round);
    static void take(Round &round, ScannedPiece piece);
    Result<> commit(Round &round);
    void endWith(Round &round);

    Database &m_database;
    const Clock &m_clock;
    MediaReader m_reader;
    const bool m_drawsPictures;
    const bool m_readsTexts;
};

// What scans ask for unasked; the user may change it while they run, and the next one heeds it.
struct ScanWishes
{
    std::atomic<bool> drawsPictures = false;
    std::atomic<bool> readsTexts = false;
};

JobKind scanKind(Database &database, const Clock &clock, MediaHost &host, const ScanWishes &wishes);
JobSpec scanSpec(const StoreInfo &store, const QStringList &paths = {});

} // namespace respool
