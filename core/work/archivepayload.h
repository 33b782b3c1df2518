// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/recordingitems.h"

namespace respool {

// What a job is to write into one archive: recordings of any stores.
struct ArchivePayload
{
    QString target; // absolute
    bool overwrite = false;
    QList<RecordingItem> items;

    static constexpr int version = 1;
    QByteArray toJson() const;
    static Result<ArchivePayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

// Which archive a job is to read into which store, and which state of it was looked at.
struct ImportPayload
{
    QString file;  // absolute
    QString store; // uid
    qint64 bytes = 0;
    qint64 modifiedMs = 0;

    static constexpr int version = 1;
    QByteArray toJson() const;
    static Result<ImportPayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

} // namespace respool
