// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediatasks.h"

#include "core/base/faultpoint.h"
#include "core/media/clip.h"
#include "core/media/join.h"
#include "core/media/mediaprobe.h"
#include "core/media/picture.h"
#include "core/media/reader/faultytasks.h"
#include "core/media/rewrite.h"
#include "core/media/transcode.h"
#include "core/media/videomap.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr size_t mostFiles = 200;

// What is wrong with one of many files is its answer, not the end of the others.
Result<QJsonObject> probeMany(const std::vector<MediaFile> &files, const MediaProgress &progress)
{
    QJsonArray infos;
    for (const MediaFile &file : files) {
        const auto info = probeMedia(file);
        if (!info && info.error().code != ErrorCode::Media)
            return Failure{info.error()};
        infos << (info ? info->toJson() : QJsonObject{{u"error"_s, info.error().detail}});
        progress(infos.size(), qint64(files.size()));
    }
    return QJsonObject{{u"infos"_s, infos}};
}

Result<QJsonObject> probe(const QJsonObject &options, const std::vector<MediaFile> &files,
                          const MediaProgress &progress)
{
    faultPoint("media.probe");
    if (options[u"many"_s].toBool())
        return probeMany(files, progress);
    if (files.size() != 1)
        return fail(ErrorCode::InvalidArgument, u"probe takes one file"_s);
    TRY_LET(const MediaInfo info,
            probeMedia(files.front(), options[u"thorough"_s].toBool(), progress));
    return info.toJson();
}

Result<QJsonObject> rewrite(const QJsonObject &options, const std::vector<MediaFile> &files,
                            const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"rewrite takes a source and an output"_s);
    faultPoint("media.rewrite");
    TRY_LET(const RewriteReport report,
            rewriteMedia(files[0], files[1].fd, RewriteOptions::fromJson(options), progress));
    return report.toJson();
}

Result<QJsonObject> videoMap(const QJsonObject &, const std::vector<MediaFile> &files,
                             const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"a map takes a file and one to write into"_s);
    faultPoint("media.map");
    TRY_LET(const VideoMapReport report, mapVideo(files[0], files[1].fd, progress));
    return report.toJson();
}

Result<QJsonObject> frameList(const QJsonObject &options, const std::vector<MediaFile> &files,
                              const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"a list takes a file and one to write into"_s);
    TRY_LET(const FrameListReport report,
            listFrames(files[0], files[1].fd, options[u"isMapped"_s].toBool(), progress));
    return report.toJson();
}

Result<QJsonObject> picture(const QJsonObject &options, const std::vector<MediaFile> &files,
                            const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"picture takes a file and one to draw into"_s);
    TRY_LET(const PictureReport report,
            makePicture(files[0], files[1].fd, PictureOptions::fromJson(options), {}, progress));
    return report.toJson();
}

// The file that is written comes last.
std::span<const MediaFile> sourcesOf(const std::vector<MediaFile> &files)
{
    return std::span(files).first(files.size() - 1);
}

Result<> expectFiles(const std::vector<MediaFile> &files, size_t least, size_t most)
{
    if (files.size() >= least && files.size() <= most)
        return {};
    return fail(ErrorCode::InvalidArgument,
                u"%1 files are not what this takes"_s.arg(files.size()));
}

Result<QJsonObject> clip(const QJsonObject &options, const std::vector<MediaFile> &files,
                         const MediaProgress &progress)
{
    TRY(expectFiles(files, 2, 2));
    TRY_LET(const WrittenMedia written,
            clipMedia(files.front(), files.back().fd, TimeRange::fromJson(options), progress));
    return written.toJson();
}

Result<QJsonObject> join(const QJsonObject &, const std::vector<MediaFile> &files,
                         const MediaProgress &progress)
{
    TRY(expectFiles(files, 2, mostFiles));
    TRY_LET(const WrittenMedia written, joinMedia(sourcesOf(files), files.back().fd, progress));
    return written.toJson();
}

Result<QJsonObject> transcode(const QJsonObject &options, const std::vector<MediaFile> &files,
                              const MediaProgress &progress)
{
    TRY(expectFiles(files, 2, mostFiles));
    TRY_LET(const WrittenMedia written,
            transcodeMedia(sourcesOf(files), files.back().fd, TranscodeOptions::fromJson(options),
                           progress));
    return written.toJson();
}

constexpr std::array tasks{
    NamedMediaTask{"probe"_L1, probe},         NamedMediaTask{"rewrite"_L1, rewrite},
    NamedMediaTask{"video-map"_L1, videoMap},  NamedMediaTask{"picture"_L1, picture},
    NamedMediaTask{"clip"_L1, clip},           NamedMediaTask{"join"_L1, join},
    NamedMediaTask{"transcode"_L1, transcode}, NamedMediaTask{"frame-list"_L1, frameList},
};

} // namespace

MediaTask mediaTask(const QString &verb, MediaTasks further)
{
    for (const MediaTasks some : {MediaTasks(tasks), further}) {
        const auto found = std::ranges::find(some, verb, &NamedMediaTask::verb);
        if (found != some.end())
            return found->run;
    }
    return faultyTask(verb);
}

} // namespace respool
