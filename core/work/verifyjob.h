// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/work/recordingitems.h"

namespace respool {

class Clock;
class Database;
class MediaHost;

// Reads recordings to their end and compares them with what they were: streams open, sums are those
// of the last time, and if it is to be thorough, all packets of a video are walked. The first time
// keeps the sums. A content that changed although size and time of the file did not is the disk's
// doing: the recording is damaged then. Pool thread.
class VerifyJob final : public Job
{
public:
    VerifyJob(Database &database, const Clock &clock, MediaHost &host)
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

JobKind verifyKind(Database &database, const Clock &clock, MediaHost &host);
// bytes: of all parts.
JobSpec verifySpec(const ItemsPayload &payload, qint64 bytes);

} // namespace respool
