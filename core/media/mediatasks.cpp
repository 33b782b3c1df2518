// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediatasks.h"

#include "core/base/faultpoint.h"
#include "core/media/mediaprobe.h"
#include "core/media/picture.h"
#include "core/media/reader/faultytasks.h"
#include "core/media/rewrite.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

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

Result<QJsonObject> picture(const QJsonObject &options, const std::vector<MediaFile> &files,
                            const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"picture takes a file and one to draw into"_s);
    TRY_LET(const PictureReport report,
            makePicture(files[0], files[1].fd, PictureOptions::fromJson(options), {}, progress));
    return report.toJson();
}

constexpr std::array tasks{
    NamedMediaTask{"probe"_L1, probe},
    NamedMediaTask{"rewrite"_L1, rewrite},
    NamedMediaTask{"picture"_L1, picture},
};

} // namespace

MediaTask mediaTask(const QString &verb)
{
    const auto *const found = std::ranges::find(tasks, verb, &NamedMediaTask::verb);
    return found == tasks.end() ? faultyTask(verb) : found->run;
}

} // namespace respool
