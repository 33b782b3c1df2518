// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/media/mediareader.h"
#include "core/media/mediawriter.h"
#include "core/work/exportpayload.h"

#include <vector>

namespace respool {

class Clock;
class Database;
class ExportTarget;
struct OpenedStore;

// Writes a recording, or a part of it, as a file at a place of the user's choice. The recording is
// this job's until the end and stays as it is. At every instant the target is what it was or the
// whole, verified export. Nothing is resumed inside a file; the checkpoint tells an export that is
// in its place already from a file that somebody else put there.
class ExportJob final : public Job
{
public:
    ExportJob(Database &database, const Clock &clock, MediaHost &host)
        : m_database(database)
        , m_clock(clock)
        , m_reader(host)
        , m_writer(host)
    {}
    Result<> run(JobContext &context) override;

private:
    using Sources = std::vector<MediaFile>;
    Result<Recording> takeRecording(const ExportPayload &payload, JobId job);
    Result<Sources> openSources(const OpenedStore &store, const Recording &recording,
                                const ExportPayload &payload) const;
    Result<> write(JobContext &context, const ExportPayload &payload, const Sources &sources,
                   const ExportTarget &target);
    Result<WrittenMedia> writePart(JobContext &context, const ExportPayload &payload,
                                   const Sources &sources, const ExportTarget &target);
    Result<WrittenMedia> produce(const ExportPayload &payload, const Sources &sources,
                                 const UniqueFd &output, const MediaWriter::Call &call) const;
    Result<> verify(const ExportTarget &target, const WrittenMedia &written,
                    const std::stop_token &stop) const;
    Result<> end(JobContext &context, const ExportPayload &payload, const ExportTarget &target);

    Database &m_database;
    const Clock &m_clock;
    const MediaReader m_reader;
    const MediaWriter m_writer;
};

JobKind exportKind(Database &database, const Clock &clock, MediaHost &host);
// bytes: of its parts.
JobSpec exportSpec(const ExportPayload &payload, qint64 bytes);

} // namespace respool
