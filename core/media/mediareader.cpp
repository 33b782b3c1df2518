// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediareader.h"

#include "core/media/mediahost.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr size_t mostTogether = 64;

// A repair reads a hundred times as fast; only encoding anew is slower, and bounded by its stalls.
MediaLimits limitsFor(const MediaFile &source, const RewriteOptions &options)
{
    const qint64 bytes = source.identity.bytes;
    MediaLimits limits;
    limits.cpuMs = options.transcode ? 24LL * 3'600'000 : 60'000 + bytes / (2 * mib) * 1000;
    limits.stallMs = 120'000;
    // More than any copy needs: a file of tiny Clusters grows by the heads that are written anew.
    limits.fileBytes = (options.transcode ? 16 : 4) * bytes + 64 * mib;
    return limits;
}

// Decoding needs room for a dozen large frames and, at 4K, seconds for each tile.
constexpr MediaLimits pictureLimits{
    .memoryBytes = qint64(768) << 20, .cpuMs = 180'000, .stallMs = 30'000, .fileBytes = 4 << 20};

bool saysNothingOfFiles(const Error &error)
{
    return error.code == ErrorCode::Interrupted || error.code == ErrorCode::Internal;
}

} // namespace

Result<MediaInfo> MediaReader::probe(const MediaFile &file, const std::stop_token &stop) const
{
    MediaRequest request;
    request.verb = u"probe"_s;
    request.files = {LentFile::of(file)};
    TRY_LET(const QJsonObject answer, m_host.run(request, stop));
    return MediaInfo::fromJson(answer);
}

Result<QList<Result<MediaInfo>>> MediaReader::probe(const std::vector<MediaFile> &files,
                                                    const std::stop_token &stop) const
{
    QList<Result<MediaInfo>> found;
    for (size_t from = 0; from < files.size(); from += mostTogether) {
        const std::span some =
            std::span(files).subspan(from, std::min(mostTogether, files.size() - from));
        const auto together = probeTogether(some, stop);
        if (!together && saysNothingOfFiles(together.error()))
            return Failure{together.error()};
        if (together) {
            found += *together;
            continue;
        }
        for (const MediaFile &file : some) {
            auto alone = probe(file, stop);
            if (!alone && saysNothingOfFiles(alone.error()))
                return Failure{alone.error()};
            found << std::move(alone);
        }
    }
    return found;
}

Result<QList<Result<MediaInfo>>> MediaReader::probeTogether(std::span<const MediaFile> files,
                                                            const std::stop_token &stop) const
{
    MediaRequest request;
    request.verb = u"probe"_s;
    request.options = {{u"many"_s, true}};
    for (const MediaFile &file : files)
        request.files << LentFile::of(file);
    TRY_LET(const QJsonObject answer, m_host.run(request, stop));
    QList<Result<MediaInfo>> found;
    for (const QJsonValue &each : answer[u"infos"_s].toArray()) {
        const QJsonObject object = each.toObject();
        if (object.contains(u"error"_s))
            found << fail(ErrorCode::Media, object[u"error"_s].toString());
        else
            found << MediaInfo::fromJson(object);
    }
    if (found.size() != qsizetype(files.size()))
        return fail(ErrorCode::Internal,
                    u"respool-media answers for %1 files instead of %2"_s.arg(found.size())
                        .arg(files.size()));
    return found;
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
