// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediaprogress.h"
#include "core/media/timerange.h"
#include "core/media/writtenmedia.h"

#include <span>
#include <stop_token>

namespace respool {

class MediaHost;
class UniqueFd;
struct MediaFile;
struct MediaRequest;
struct TranscodeOptions;

// What can be made of media files in a file of its own, each by a process of its own. The output
// must be empty and open for reading, too; it is not synced, and of no use after an error. Any pool
// thread; as cheap as the reference it holds.
class MediaWriter
{
public:
    // Outlives every call; how a call is stopped and heard of.
    struct Call
    {
        std::stop_token stop;
        MediaProgress progress;
    };

    explicit MediaWriter(MediaHost &host)
        : m_host(host)
    {}

    // clipMedia(), joinMedia() and transcodeMedia() in such a process. Errors: as there; Media when
    // a file crashed its process or was given up; Interrupted; Internal when there is no reader.
    Result<WrittenMedia> clip(const MediaFile &source, const UniqueFd &output,
                              const TimeRange &range, const Call &call) const;
    Result<WrittenMedia> join(std::span<const MediaFile> sources, const UniqueFd &output,
                              const Call &call) const;
    Result<WrittenMedia> transcode(std::span<const MediaFile> sources, const UniqueFd &output,
                                   const TranscodeOptions &options, const Call &call) const;

private:
    Result<WrittenMedia> run(MediaRequest request, std::span<const MediaFile> sources,
                             const UniqueFd &output, const Call &call) const;

    MediaHost &m_host;
};

} // namespace respool
