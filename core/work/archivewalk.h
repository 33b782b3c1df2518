// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/archivefile.h"
#include "core/work/archivepayload.h"
#include "core/work/itemloop.h"

#include <QHash>

#include <map>

namespace respool {

class JobContext;

// One run of an archive job over its recordings: what is done with each, as steps of an ItemLoop.
// Pool thread, but for what ItemStep says.
class ArchiveWalk
{
public:
    ArchiveWalk(Database &database, const Clock &clock, JobContext &context,
                const ArchivePayload &payload, ArchiveFile &file);
    ~ArchiveWalk();
    Q_DISABLE_COPY_MOVE(ArchiveWalk)

    // Errors: those of ItemLoop; Refused when recordings were left out, and the rest is complete.
    Result<> run();

private:
    Result<> check(const Recording &recording) const;
    Result<> add(const Recording &recording);
    Result<> addFiles(const Recording &recording);
    Result<> addPart(const Directory &folder, const Recording &recording, const Part &part,
                     CarriedRecording &about);
    Result<> addManifest(const Directory &folder, const Recording &recording, StoreKind kind,
                         CarriedRecording &about);
    Result<> commit(Connection &connection);
    struct Place;
    Result<Place *> placeOf(StoreId store);

    Database &m_database;
    const Clock &m_clock;
    JobContext &m_context;
    ArchiveFile &m_file;
    ItemsPayload m_items;
    QHash<qint64, qint64> m_positions;    // of a recording among those of the job, by its id
    QHash<QString, qint64> m_firstOf;     // the recording that has a uid for its own in the archive
    std::map<qint64, Place> m_places;     // by store
    QHash<qint64, QList<PartSum>> m_sums; // read and not committed yet, by recording
    qint64 m_done = 0;
};

} // namespace respool
