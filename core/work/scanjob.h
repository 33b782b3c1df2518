// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/library/recordingstore.h"
#include "core/media/mediareader.h"

namespace respool {

class Clock;
class Database;
class MediaHost;
struct OpenedStore;

// Brings the catalogue of one store up to date: reads the recordings that are there, looks into
// the files that are new or have changed, marks what is gone as missing. An offline store is only
// marked offline (I9). Goes on after the last recording that was committed.
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
    using Known = QHash<QString, KnownRecording>;
    Result<> markOffline(JobContext &context, const QString &store);
    Result<> scan(JobContext &context, const OpenedStore &store, qint64 scanMs);
    Result<QList<Recording>> readChunk(const OpenedStore &store, const QStringList &paths,
                                       const Known &known, qsizetype next,
                                       const std::stop_token &stop) const;

    Database &m_database;
    const Clock &m_clock;
    MediaReader m_reader;
    const bool m_drawsPictures;
    const bool m_readsTexts;
};

JobKind scanKind(Database &database, const Clock &clock, MediaHost &host,
                 bool drawsPictures = false, bool readsTexts = false);
JobSpec scanSpec(const StoreInfo &store);

} // namespace respool
