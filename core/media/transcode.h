// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/clipstart.h"
#include "core/media/writtenmedia.h"

#include <span>

namespace respool {

struct TranscodeOptions
{
    // To the frame and to the sample; of one source only.
    TimeRange range;
    // Streams that WebM allows are copied as they are. Counts for the whole of one source only.
    bool keepAllowed = false;

    QJsonObject toJson() const;
    static TranscodeOptions fromJson(const QJsonObject &object);
};

// Encodes one or more sources anew, as one WebM file with VP9 and Opus: the first picture and the
// first sound of each, one part behind the other, in the picture size of the first. What cannot be
// decoded is stepped over and told; what is left out is told, too: further streams, transparency, a
// picture that is to be turned. The output must be empty and open for reading, too; it is not
// synced. Starts no thread. Runs in the process that may die of the files; it is slow, cancelling
// is killing that process.
// Errors: Media (nothing that can be decoded, not verified), InvalidArgument (no such times),
// NoSpace, Io, Internal (no encoder in this FFmpeg).
Result<WrittenMedia> transcodeMedia(std::span<const MediaFile> sources, const UniqueFd &output,
                                    const TranscodeOptions &options, const MediaProgress &progress);

} // namespace respool
