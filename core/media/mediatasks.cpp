// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediatasks.h"

#include "core/base/faultpoint.h"
#include "core/media/mediaprobe.h"
#include "core/media/reader/faultytasks.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<QJsonObject> probe(const QJsonObject &, const std::vector<MediaFile> &files,
                          const MediaProgress &)
{
    if (files.size() != 1)
        return fail(ErrorCode::InvalidArgument, u"probe takes one file"_s);
    faultPoint("media.probe");
    TRY_LET(const MediaInfo info, probeMedia(files.front()));
    return info.toJson();
}

constexpr std::array tasks{
    NamedMediaTask{"probe"_L1, probe},
};

} // namespace

MediaTask mediaTask(const QString &verb)
{
    const auto *const found = std::ranges::find(tasks, verb, &NamedMediaTask::verb);
    return found == tasks.end() ? faultyTask(verb) : found->run;
}

} // namespace respool
