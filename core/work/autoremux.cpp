// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/autoremux.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/jobstore.h"
#include "core/work/remuxjob.h"
#include "core/work/scanreader.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Damaged ones wait for somebody to look at them.
bool isWanted(const Part &part)
{
    return part.kind == PartKind::Webm && part.seekable == Seekable::No && part.problem.isEmpty();
}

// false: it was enqueued before, for this very file.
Result<bool> isNews(Connection &connection, RecordingId id, const Part &part)
{
    TRY_LET(const int rows, connection.run(u"remux_ask"_s, {{u"id"_s, id.value},
                                                            {u"part"_s, part.name},
                                                            {u"bytes"_s, part.bytes},
                                                            {u"modified"_s, part.modifiedMs}}));
    return rows > 0;
}

} // namespace

Result<> enqueueAutomaticRemuxes(Connection &connection, const Clock &clock, const StoreInfo &store,
                                 const QList<ScannedRecording> &scanned)
{
    JobStore jobs(connection, clock);
    BatchId batch;
    for (const ScannedRecording &one : scanned) {
        const Recording &recording = one.recording;
        if (recording.active)
            continue;
        for (const Part &part : recording.parts) {
            if (!isWanted(part))
                continue;
            TRY_LET(const bool news, isNews(connection, recording.id, part));
            if (!news)
                continue;
            if (batch.value == 0) {
                TRY_LET(batch, jobs.addBatch(u"remux"_s, {}, u"made seekable automatically"_s));
            }
            JobSpec spec = remuxSpec({.store = store.uid,
                                      .id = recording.id,
                                      .uid = recording.uid,
                                      .part = part.name,
                                      .automatic = true},
                                     part.bytes);
            spec.dueMs = part.modifiedMs + automaticRemuxMs;
            TRY(jobs.enqueue(batch, spec));
        }
    }
    return {};
}

} // namespace respool
