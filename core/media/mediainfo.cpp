// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediainfo.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array kindNames{
    std::pair{StreamInfo::Kind::Video, "video"_L1},
    std::pair{StreamInfo::Kind::Audio, "audio"_L1},
    std::pair{StreamInfo::Kind::Subtitle, "subtitle"_L1},
    std::pair{StreamInfo::Kind::Other, "other"_L1},
};

QString nameOf(StreamInfo::Kind kind)
{
    const auto *const found =
        std::ranges::find(kindNames, kind, [](const auto &entry) { return entry.first; });
    return found->second;
}

StreamInfo::Kind kindNamed(const QString &name)
{
    const auto *const found =
        std::ranges::find(kindNames, name, [](const auto &entry) { return entry.second; });
    return found == kindNames.end() ? StreamInfo::Kind::Other : found->first;
}

} // namespace

QJsonObject MediaInfo::toJson() const
{
    QJsonArray all;
    for (const StreamInfo &stream : streams)
        all << QJsonObject{{u"kind"_s, nameOf(stream.kind)},
                           {u"codec"_s, stream.codec},
                           {u"width"_s, stream.width},
                           {u"height"_s, stream.height}};
    return {{u"container"_s, container}, {u"durationMs"_s, durationMs}, {u"bytes"_s, bytes},
            {u"seekable"_s, seekable},   {u"streams"_s, all},           {u"problem"_s, problem}};
}

MediaInfo MediaInfo::fromJson(const QJsonObject &object)
{
    MediaInfo info;
    info.container = object[u"container"_s].toString();
    info.durationMs = object[u"durationMs"_s].toInteger();
    info.bytes = object[u"bytes"_s].toInteger();
    info.seekable = object[u"seekable"_s].toBool();
    info.problem = object[u"problem"_s].toString();
    const QJsonArray all = object[u"streams"_s].toArray();
    for (const auto &value : all) {
        const QJsonObject stream = value.toObject();
        info.streams << StreamInfo{kindNamed(stream[u"kind"_s].toString()),
                                   stream[u"codec"_s].toString(), stream[u"width"_s].toInt(),
                                   stream[u"height"_s].toInt()};
    }
    return info;
}

} // namespace respool
