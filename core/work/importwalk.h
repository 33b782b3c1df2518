// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/work/importplace.h"
#include "core/work/partfacts.h"

namespace respool {

class Clock;
class Database;

// One run of an import over the recordings of its archive, in chunks that share a process of
// respool-media and a transaction. Pool thread.
class ImportWalk
{
public:
    struct Source
    {
        const ArchiveReader &reader;
        const MediaFile &archive;
        const ImportPlan &plan;
    };
    ImportWalk(Database &database, const Clock &clock, JobContext &context, const Source &source,
               const OpenedStore &store, const ImportPlace &place, const MediaReader &media);

    // Errors: those that concern all recordings; Refused when some were left out.
    Result<> run();

private:
    struct Step
    {
        const ImportRecording *recording = nullptr;
        bool isThere = false; // nothing is to be written
        std::vector<UniqueFd> files;
        Result<> outcome;
        std::optional<Recording> imported;
    };
    using Chunk = std::vector<Step>;

    Result<> goOn(Step &step, Result<> result) const;
    qsizetype chunkFrom(qsizetype next) const;
    Result<> prepare(Step &step) const;
    Result<> mayBeAdded(const CarriedRecording &recording) const;
    Result<> extract(std::span<Step> steps);
    Result<> extractTogether(std::span<Step> steps);
    Result<> settleFiles(Step &step) const;
    Result<> lookInto(Chunk &chunk) const;
    Result<> commit(const Chunk &chunk);
    Result<> tellOfHold(Connection &connection, const CarriedRecording &about) const;
    Result<> record(Connection &connection, const Step &step) const;
    Result<> verdict() const;

    Database &m_database;
    const Clock &m_clock;
    JobContext &m_context;
    const Source m_source;
    const OpenedStore &m_store;
    const ImportPlace &m_place;
    const MediaReader &m_media;
    qsizetype m_next = 0;
    qsizetype m_refused = 0;
    qint64 m_done = 0; // bytes
    Error m_last;
};

} // namespace respool
