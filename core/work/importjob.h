// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/work/archivepayload.h"

namespace respool {

class Clock;
class Database;
class MediaHost;

// Reads the recordings of an archive into a store. Each is written and checked in a hidden folder
// there and gets its place by one rename (I4). One that is there already with the same content is
// done; with another content it is an item with its error, as is one whose content is not what the
// archive says. Goes on after the last recording that was committed. Pool thread.
class ImportJob final : public Job
{
public:
    ImportJob(Database &database, const Clock &clock, MediaHost &host)
        : m_database(database)
        , m_clock(clock)
        , m_host(host)
    {}
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
    MediaHost &m_host;
};

JobKind importKind(Database &database, const Clock &clock, MediaHost &host);
// bytes: of all files in it.
JobSpec importSpec(const ImportPayload &payload, const QString &storeName, qint64 bytes);

} // namespace respool
