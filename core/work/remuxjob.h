// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/library/recording.h"
#include "core/media/mediareader.h"
#include "core/work/picturejob.h"

namespace respool {

class Clock;
class Database;
class MediaHost;

// What a remux job is to make seekable.
struct RemuxPayload
{
    QString store; // uid
    RecordingId id;
    QString uid;
    QString part;            // file name
    bool keepDamaged = true; // see RemuxOptions
    bool verifyFull = false;
    bool automatic = false; // nobody asked: it waits while somebody has the file open

    static constexpr int version = 1;
    QByteArray toJson() const;
    static Result<RemuxPayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

// Makes one WebM part seekable in place, repairs the zero durations of the manifest, and writes
// the new facts of the part together with the job's end. Nothing is resumed inside a file: a
// stale part file is thrown away, a part that is seekable already is a success.
class RemuxJob final : public Job
{
public:
    // What was drawn of the original is kept for its copy, unless that shows other moments.
    RemuxJob(Database &database, const Clock &clock, MediaHost &host, const PictureWishes &pictures)
        : m_database(database)
        , m_clock(clock)
        , m_reader(host)
        , m_pictures(pictures.folder)
        , m_drawsUndrawn(pictures.unasked)
    {}
    Result<> run(JobContext &context) override;

private:
    Result<Recording> takeRecording(const RemuxPayload &payload, JobId job);
    void endWith(JobContext &context, const RemuxPayload &payload, const Recording &recording,
                 const Part &now, bool drawsAnew);

    Database &m_database;
    const Clock &m_clock;
    const MediaReader m_reader;
    const PictureCache m_pictures;
    const bool m_drawsUndrawn;
};

JobSpec remuxSpec(const RemuxPayload &payload, qint64 bytes);
JobKind remuxKind(Database &database, const Clock &clock, MediaHost &host,
                  const PictureWishes &pictures);

} // namespace respool
