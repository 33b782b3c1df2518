// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediaprogress.h"
#include "core/media/webm/webmhead.h"

#include <QStringList>

namespace respool {

struct MediaFile;

// What a WebM file is made of, whole or not.
struct WebmFacts
{
    WebmHead head;
    bool clusterSizesKnown = false; // of the Cluster that was looked at
    qint64 lastMs = 0;              // where the last packet lies; 0: not found
    qint64 packets = 0;             // only when all of it was read
    int recordings = 1;             // the same
    QStringList damage;             // in words, one line each
};

// The first Cluster and the last MiB, or all of it when thorough: only that finds damage in the
// middle and counts packets. Never looks into frames. Errors: Media, in words that go on after
// the file's name; Io.
Result<WebmFacts> readWebmFacts(const MediaFile &file, bool thorough,
                                const MediaProgress &progress);

} // namespace respool
