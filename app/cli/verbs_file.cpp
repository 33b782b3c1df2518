// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filebar.h"
#include "app/cli/format.h"
#include "app/cli/interruptwatch.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/loosefiles.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct ProbeArguments
{
    std::vector<std::string> files;
    bool thorough = false;
};

QJsonValue secondsOrNull(qint64 ms)
{
    return ms > 0 ? QJsonValue(double(ms) / 1000) : QJsonValue();
}

QString kindText(StreamInfo::Kind kind)
{
    switch (kind) {
    case StreamInfo::Kind::Video:
        return u"video"_s;
    case StreamInfo::Kind::Audio:
        return u"audio"_s;
    case StreamInfo::Kind::Subtitle:
        return u"subtitle"_s;
    case StreamInfo::Kind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject streamJson(const StreamInfo &stream)
{
    QJsonObject object{{u"kind"_s, kindText(stream.kind)}, {u"codec"_s, stream.codec}};
    if (stream.kind == StreamInfo::Kind::Video) {
        object[u"width"_s] = stream.width;
        object[u"height"_s] = stream.height;
        object[u"frameRate"_s] = stream.frameRate > 0 ? QJsonValue(stream.frameRate) : QJsonValue();
    } else if (stream.kind == StreamInfo::Kind::Audio) {
        object[u"samplingHz"_s] = stream.samplingHz;
        object[u"channels"_s] = stream.channels;
    }
    return object;
}

QJsonObject probeJson(const QString &file, const LooseProbe &probe)
{
    const MediaInfo &info = probe.info;
    QJsonArray streams;
    for (const StreamInfo &stream : info.streams)
        streams << streamJson(stream);
    QJsonObject object{
        {u"file"_s, file},
        {u"container"_s, info.container},
        {u"bytes"_s, info.bytes},
        {u"durationS"_s, secondsOrNull(info.durationMs)},
        {u"bitsPerSecond"_s,
         info.bitsPerSecond() > 0 ? QJsonValue(info.bitsPerSecond()) : QJsonValue()},
        {u"seekable"_s, info.seekable},
        {u"beingWritten"_s, probe.beingWritten},
        {u"streams"_s, streams},
        {u"damage"_s, QJsonArray::fromStringList(info.damage)},
    };
    if (info.webm)
        object[u"webm"_s] = QJsonObject{
            {u"durationTold"_s, info.webm->durationTold},
            {u"segmentSizeKnown"_s, info.webm->segmentSizeKnown},
            {u"clusterSizesKnown"_s, info.webm->clusterSizesKnown},
            {u"cues"_s, info.webm->cues},
            {u"seekHead"_s, info.webm->seekHead},
            {u"lastPacketS"_s, secondsOrNull(info.webm->lastMs)},
            {u"packets"_s, info.webm->packets > 0 ? QJsonValue(info.webm->packets) : QJsonValue()},
        };
    return object;
}

// "not seekable: no duration, no cues, Segment of unknown size"
QString seekText(const MediaInfo &info)
{
    if (info.seekable)
        return u"seekable"_s;
    QStringList lacks;
    if (info.webm && !info.webm->durationTold)
        lacks << u"no duration"_s;
    if (info.webm && !info.webm->cues)
        lacks << u"no cues"_s;
    if (info.webm && !info.webm->segmentSizeKnown)
        lacks << u"Segment of unknown size"_s;
    return lacks.isEmpty() ? u"not seekable"_s : u"not seekable: "_s + lacks.join(u", "_s);
}

QString probeText(const QString &file, const LooseProbe &probe)
{
    const MediaInfo &info = probe.info;
    QString duration = durationText(info.durationMs);
    if (info.durationMs == 0 && info.webm && info.webm->lastMs > 0)
        duration = u"%1 (not told; by its last packet)"_s.arg(durationText(info.webm->lastMs));
    QStringList lines{file, u"  %1, %2, %3"_s.arg(info.container, sizeText(info.bytes), duration)};
    if (info.bitsPerSecond() > 0)
        lines.last() += u", %1 kbit/s"_s.arg(info.bitsPerSecond() / 1000);
    for (const StreamInfo &stream : info.streams)
        lines << u"  %1 %2"_s.arg(kindText(stream.kind), stream.summary());
    lines << u"  "_s + seekText(info);
    if (info.webm && info.webm->packets > 0)
        lines << u"  %1"_s.arg(counted(info.webm->packets, u"packet"_s));
    if (probe.beingWritten)
        lines << u"  still being written"_s;
    for (const QString &damage : info.damage)
        lines << u"  damage: "_s + damage;
    return lines.join(u'\n');
}

Exit probe(const Console &console, const ProbeArguments &arguments)
{
    const InterruptWatch interrupts;
    LooseFiles files;
    Exit exit = Exit::Done;
    QJsonArray json;
    for (const std::string &argument : arguments.files) {
        const QString file = QString::fromStdString(argument);
        FileBar bar(console, file);
        const auto found = files.probe(file, arguments.thorough, interrupts.token(),
                                       [&](qint64 done, qint64 total) { bar.draw(done, total); });
        bar.end();
        if (!found) {
            const Exit failed = console.complain(found.error());
            exit = arguments.files.size() == 1 ? failed : Exit::SomeFailed;
            continue;
        }
        console.print(probeText(file, *found));
        json << probeJson(file, *found);
    }
    console.printJson(json);
    return exit;
}

} // namespace

void addFileVerbs(CLI::App &app, Choice &choice)
{
    auto arguments = std::make_shared<ProbeArguments>();
    auto *verb = app.add_subcommand("probe", "Say what media files hold; needs no store");
    verb->add_option("FILE", arguments->files, "Any media files")->required();
    verb->add_flag("--thorough", arguments->thorough,
                   "Read all of each file: finds damage, counts packets");
    verb->callback([&choice, arguments] {
        choice.fileVerb = [arguments](const Console &console) {
            return probe(console, *arguments);
        };
    });
}

} // namespace respool
