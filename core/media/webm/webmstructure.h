// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediafile.h"

#include <optional>

namespace respool {

// What the frame of a WebM file says about it, without its media. A live recording has a Segment
// of unknown size and neither a duration nor Cues (the index that seeking needs).
struct WebmStructure
{
    bool isWebm = false; // the DocType is webm or matroska
    bool hasTracks = false;
    bool hasClusters = false;
    bool segmentSizeKnown = false;
    bool truncated = false; // the Segment says it is longer than the file
    bool hasCues = false;
    std::optional<qint64> durationMs; // a duration of 0, as Firefox writes it, counts as missing

    bool seekable() const
    {
        return segmentSizeKnown && !truncated && durationMs.value_or(0) > 0 && hasCues;
    }
};

// Reads at most 2 MB, whatever the size of the file. Errors: Media for what is empty or no EBML
// document; the detail names the file.
Result<WebmStructure> readWebmStructure(const MediaFile &file);

} // namespace respool
