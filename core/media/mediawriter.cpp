// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediawriter.h"

#include "core/media/mediahost.h"
#include "core/media/transcode.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr size_t mostSources = 198; // and the output: what one request may carry

qint64 bytesOf(std::span<const MediaFile> sources)
{
    qint64 bytes = 0;
    for (const MediaFile &source : sources)
        bytes += source.identity.bytes;
    return bytes;
}

// Sizes, index and tags make a copy a little larger. It reads two hundred times as fast.
MediaLimits copyLimits(std::span<const MediaFile> sources)
{
    const qint64 bytes = bytesOf(sources);
    return {.memoryBytes = 512 * mib,
            .cpuMs = 60'000 + bytes / (2 * mib) * 1000,
            .stallMs = 120'000,
            .fileBytes = bytes + bytes / 16 + mib};
}

// A minute of a quiet screen may have a hundred kilobytes: a fifth of a millisecond for each byte
// is plenty for that, and what hangs is found by its silence.
MediaLimits encodeLimits(std::span<const MediaFile> sources)
{
    const qint64 bytes = bytesOf(sources);
    return {.memoryBytes = 512 * mib,
            .cpuMs = 600'000 + bytes / 5,
            .stallMs = 120'000,
            .fileBytes = 16 * bytes + 64 * mib};
}

} // namespace

Result<WrittenMedia> MediaWriter::run(MediaRequest request, std::span<const MediaFile> sources,
                                      const UniqueFd &output, const Call &call) const
{
    if (sources.empty() || sources.size() > mostSources)
        return fail(
            ErrorCode::InvalidArgument,
            u"%1 parts cannot become one file, %2 can"_s.arg(sources.size()).arg(mostSources));
    for (const MediaFile &source : sources)
        request.files << LentFile::of(source);
    request.files << LentFile{output.get(), sources.front().path};
    TRY_LET(const QJsonObject answer, m_host.run(request, call.stop, call.progress));
    return WrittenMedia::fromJson(answer);
}

Result<WrittenMedia> MediaWriter::clip(const MediaFile &source, const UniqueFd &output,
                                       const TimeRange &range, const Call &call) const
{
    const std::span sources(&source, 1);
    return run(
        {.verb = u"clip"_s, .options = range.toJson(), .files = {}, .limits = copyLimits(sources)},
        sources, output, call);
}

Result<WrittenMedia> MediaWriter::join(std::span<const MediaFile> sources, const UniqueFd &output,
                                       const Call &call) const
{
    return run({.verb = u"join"_s, .options = {}, .files = {}, .limits = copyLimits(sources)},
               sources, output, call);
}

Result<WrittenMedia> MediaWriter::transcode(std::span<const MediaFile> sources,
                                            const UniqueFd &output, const TranscodeOptions &options,
                                            const Call &call) const
{
    return run({.verb = u"transcode"_s,
                .options = options.toJson(),
                .files = {},
                .limits = encodeLimits(sources)},
               sources, output, call);
}

} // namespace respool
