// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace respool {

// One part as the manifest lists it.
struct ManifestFile
{
    QString name;
    qint64 startMs = 0;
    qint64 durationMs = 0; // 0: still recording, or the recorder died
};

// recording.json as the Gateway writes it; times in it are whole seconds.
struct Manifest
{
    QString sessionId;
    qint64 startMs = 0;
    qint64 durationMs = 0;
    QList<ManifestFile> files;
};

// Errors: InvalidArgument names the field that is wrong, Unsafe the file name that would leave
// the recording's folder. Bounds: 1 MiB, 10,000 files.
Result<Manifest> parseManifest(const QByteArray &json);

// Sets the durations that are 0 of the files named here, and a total of 0 to their sum. Keeps
// everything else, unknown fields too. Whole seconds, at least 1. Unchanged: the original bytes.
Result<QByteArray> repairedManifest(const QByteArray &json,
                                    const QHash<QString, qint64> &durationMsByFile);

} // namespace respool
