// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/library/recording.h"

#include <QStringList>

namespace respool {

class Clock;
class Connection;

// What a scan makes of recordings that it did not find: they are missing, unless all of them are
// gone at once. That is rather a disk that was not mounted, or somebody's mistake, than the wish to
// have an empty library: then a second look, a minute later, decides (I9). Database thread.
class Disappearance
{
public:
    static constexpr qint64 secondLookMs = 60'000;

    Disappearance(Connection &connection, const Clock &clock, StoreInfo store, JobContext &context)
        : m_connection(connection)
        , m_clock(clock)
        , m_store(std::move(store))
        , m_context(context)
    {}

    // Of a scan that has looked at the whole store. all: it had recordings and has none now.
    Result<> settle(const QList<RecordingId> &missing, bool all, qint64 scanMs);
    // Of a scan that has looked at these paths, where nothing is.
    Result<> settlePaths(const QStringList &gone, qint64 scanMs);

private:
    Result<> lookAgain(qint64 waitMs);

    Connection &m_connection;
    const Clock &m_clock;
    const StoreInfo m_store;
    JobContext &m_context;
};

} // namespace respool
