// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <optional>

namespace respool {

// What the head of a WebM or Matroska file says of its structure, by RFC 8794 (EBML) and RFC 9559
// (Matroska). A live recording has a Segment of unknown size, no Duration (or one of 0) and no
// Cues; each of these alone keeps players from seeking.
struct WebmStructure
{
    bool isWebm = false; // an EBML header with the DocType webm or matroska
    bool segmentSizeKnown = false;
    bool hasTracks = false;
    bool hasClusters = false;
    bool hasCues = false;
    qint64 durationMs = 0; // 0: missing, or written as 0

    bool seekable() const { return segmentSizeKnown && durationMs > 0 && hasCues; }
};

// Reads at most about 1 MiB, whatever the file's size. A file of another container has isWebm
// false. Errors: Media for one that is empty or torn within its head, NotFound, Io.
Result<WebmStructure> readWebmStructure(const Directory &folder, const QString &name);
Result<WebmStructure> readWebmStructure(int fd, const QString &path);

} // namespace respool
