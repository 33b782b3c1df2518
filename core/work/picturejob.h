// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/work/picturecache.h"

namespace respool {

class Clock;
class Database;
class MediaHost;
struct ItemsPayload;
struct OpenedStore;

// Draws the posters and strips of recordings into the cache, one recording after the other. It
// changes no recording, so it takes none: one that is deleted or recorded meanwhile is passed
// over. One that cannot be drawn is an item with its error; the job goes on. Pool thread.
class PictureJob final : public Job
{
public:
    static constexpr qint64 mostCacheBytes = qint64(512) << 20;

    PictureJob(Database &database, const Clock &clock, MediaHost &host, const QString &folder)
        : m_database(database)
        , m_clock(clock)
        , m_host(host)
        , m_cache(folder)
    {}
    Result<> run(JobContext &context) override;

private:
    Result<> draw(const Recording &recording, const OpenedStore &store, JobContext &context);

    Database &m_database;
    const Clock &m_clock;
    MediaHost &m_host;
    PictureCache m_cache;
};

// folder: where the cache lies.
// How pictures of recordings come to be.
struct PictureWishes
{
    QString folder;      // where they are kept
    bool unasked = true; // of what a scan finds new or changed, and of what a repair changed
};

JobKind pictureKind(Database &database, const Clock &clock, MediaHost &host, const QString &folder);
// Of at most mostPictures recordings.
JobSpec pictureSpec(const ItemsPayload &payload);
// In a batch of their own.
Result<> enqueuePictures(JobStore jobs, const ItemsPayload &payload);
constexpr qsizetype mostPictures = 200;

} // namespace respool
