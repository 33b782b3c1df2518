// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediareader.h"

#include "core/media/mediahost.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mib = 1 << 20;

// A repair reads a hundred times as fast; only encoding anew is slower, and bounded by its stalls.
MediaLimits limitsFor(const MediaFile &source, const RewriteOptions &options)
{
    const qint64 bytes = source.identity.bytes;
    MediaLimits limits;
    limits.cpuMs = options.transcode ? 24LL * 3'600'000 : 60'000 + bytes / (2 * mib) * 1000;
    limits.stallMs = 120'000;
    limits.fileBytes = options.transcode ? 16 * bytes + 64 * mib : rewriteSpaceFor(bytes);
    return limits;
}

// Decoding needs room for a dozen large frames and, at 4K, seconds for each tile.
constexpr MediaLimits pictureLimits{
    .memoryBytes = qint64(768) << 20, .cpuMs = 180'000, .stallMs = 30'000, .fileBytes = 4 << 20};

} // namespace

Result<MediaInfo> MediaReader::probe(const MediaFile &file, const std::stop_token &stop) const
{
    MediaRequest request;
    request.verb = u"probe"_s;
    request.files = {LentFile::of(file)};
    TRY_LET(const QJsonObject answer, m_host.run(request, stop));
    return MediaInfo::fromJson(answer);
}

Result<MediaInfo> MediaReader::examine(const MediaFile &file, const std::stop_token &stop,
                                       const MediaProgress &progress) const
{
    MediaRequest request;
    request.verb = u"probe"_s;
    request.options = {{u"thorough"_s, true}};
    request.files = {LentFile::of(file)};
    request.limits = limitsFor(file, {});
    TRY_LET(const QJsonObject answer, m_host.run(request, stop, progress));
    return MediaInfo::fromJson(answer);
}

Result<RewriteReport> MediaReader::rewrite(const MediaFile &source, const UniqueFd &output,
                                           const RewriteOptions &options,
                                           const std::stop_token &stop,
                                           const MediaProgress &progress) const
{
    MediaRequest request;
    request.verb = u"rewrite"_s;
    request.options = options.toJson();
    request.files = {LentFile::of(source), {output.get(), source.path}};
    request.limits = limitsFor(source, options);
    TRY_LET(const QJsonObject answer, m_host.run(request, stop, progress));
    return RewriteReport::fromJson(answer);
}

Result<PictureReport> MediaReader::picture(const MediaFile &file, const UniqueFd &output,
                                           const PictureOptions &options,
                                           const std::stop_token &stop) const
{
    MediaRequest request;
    request.verb = u"picture"_s;
    request.options = options.toJson();
    request.files = {LentFile::of(file), {output.get(), u"the picture of "_s + file.path}};
    request.limits = pictureLimits;
    TRY_LET(const QJsonObject answer, m_host.run(request, stop));
    return PictureReport::fromJson(answer);
}

} // namespace respool
