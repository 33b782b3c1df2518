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

QJsonObject shapeToJson(const WebmShape &shape)
{
    return {{u"durationTold"_s, shape.durationTold},
            {u"segmentSizeKnown"_s, shape.segmentSizeKnown},
            {u"clusterSizesKnown"_s, shape.clusterSizesKnown},
            {u"cues"_s, shape.cues},
            {u"seekHead"_s, shape.seekHead},
            {u"lastMs"_s, shape.lastMs},
            {u"packets"_s, shape.packets}};
}

WebmShape shapeFromJson(const QJsonObject &object)
{
    return {object[u"durationTold"_s].toBool(),      object[u"segmentSizeKnown"_s].toBool(),
            object[u"clusterSizesKnown"_s].toBool(), object[u"cues"_s].toBool(),
            object[u"seekHead"_s].toBool(),          object[u"lastMs"_s].toInteger(),
            object[u"packets"_s].toInteger()};
}

QJsonObject streamToJson(const StreamInfo &stream)
{
    return {{u"kind"_s, nameOf(stream.kind)},   {u"codec"_s, stream.codec},
            {u"width"_s, stream.width},         {u"height"_s, stream.height},
            {u"frameRate"_s, stream.frameRate}, {u"samplingHz"_s, stream.samplingHz},
            {u"channels"_s, stream.channels}};
}

StreamInfo streamFromJson(const QJsonObject &object)
{
    return {kindNamed(object[u"kind"_s].toString()),
            object[u"codec"_s].toString(),
            object[u"width"_s].toInt(),
            object[u"height"_s].toInt(),
            object[u"frameRate"_s].toDouble(),
            object[u"samplingHz"_s].toInt(),
            object[u"channels"_s].toInt()};
}

} // namespace

QString StreamInfo::summary() const
{
    QString text = codec;
    if (width > 0)
        text += u" %1x%2"_s.arg(width).arg(height);
    if (frameRate > 0)
        text += u", %1 frames/s"_s.arg(frameRate, 0, 'g', 4);
    if (samplingHz > 0)
        text += u" %1 kHz"_s.arg(double(samplingHz) / 1000);
    if (channels > 0)
        text += u" x%1"_s.arg(channels);
    return text;
}

QString MediaInfo::summary() const
{
    QStringList texts;
    for (const StreamInfo &stream : streams)
        texts << stream.summary();
    return texts.join(u" · "_s);
}

qint64 MediaInfo::bitsPerSecond() const
{
    const qint64 ms = durationMs > 0 ? durationMs : webm ? webm->lastMs : 0;
    return ms > 0 ? qint64(double(bytes) * 8000 / double(ms)) : 0;
}

QJsonObject MediaInfo::toJson() const
{
    QJsonArray all;
    for (const StreamInfo &stream : streams)
        all << streamToJson(stream);
    QJsonObject object{{u"container"_s, container},
                       {u"durationMs"_s, durationMs},
                       {u"bytes"_s, bytes},
                       {u"seekable"_s, seekable},
                       {u"streams"_s, all},
                       {u"problem"_s, problem},
                       {u"damage"_s, QJsonArray::fromStringList(damage)}};
    if (webm)
        object[u"webm"_s] = shapeToJson(*webm);
    return object;
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
    for (const auto &stream : all)
        info.streams << streamFromJson(stream.toObject());
    const QJsonArray damage = object[u"damage"_s].toArray();
    for (const auto &line : damage)
        info.damage << line.toString();
    if (object.contains(u"webm"_s))
        info.webm = shapeFromJson(object[u"webm"_s].toObject());
    return info;
}

} // namespace respool
