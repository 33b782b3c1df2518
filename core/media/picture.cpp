// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/picture.h"

#include "core/files/atomicfile.h"
#include "core/media/framesource.h"
#include "core/media/spritesheet.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 posterMs = 5000; // so long the first picture with something on it is looked for
constexpr int posterFrames = 150;

struct Drawing
{
    FrameSource &source;
    SpriteSheet &sheet;
    FrameHandle frame;
    QList<qint64> times;
};

// The first frame with something on it; without one, the first that is not black.
Result<> drawPoster(Drawing &drawing)
{
    const FrameHandle best(av_frame_alloc());
    if (!best)
        return fail(ErrorCode::Internal, u"no memory for a picture"_s);
    TileLook bestLook = TileLook::Black;
    qint64 bestMs = 0;
    for (int tried = 0; tried < posterFrames; ++tried) {
        TRY_LET(const bool got, drawing.source.next(*drawing.frame));
        const qint64 ms = got ? drawing.source.timeOf(*drawing.frame) : 0;
        if (!got || (tried > 0 && ms > posterMs))
            break;
        if (!drawing.sheet.put(0, *drawing.frame))
            continue; // one damaged frame is no reason to have no picture
        const TileLook look = drawing.sheet.lookOf(0);
        if (!best->data[0] || look > bestLook) {
            av_frame_unref(best.get());
            av_frame_move_ref(best.get(), drawing.frame.get());
            bestLook = look;
            bestMs = ms;
        }
        if (look == TileLook::Rich)
            break;
    }
    if (!best->data[0])
        return {};
    TRY(drawing.sheet.put(0, *best));
    drawing.times << bestMs;
    return {};
}

// Decodes up to the frame that is shown at a time, but no more than a number of frames: then what
// it has come to counts. False: there is none.
Result<bool> decodeUpTo(Drawing &drawing, qint64 ms, qint64 mostFrames)
{
    bool any = false;
    for (qint64 tried = 0; tried < mostFrames; ++tried) {
        TRY_LET(const bool got, drawing.source.next(*drawing.frame));
        if (!got)
            break;
        any = true;
        if (drawing.source.timeOf(*drawing.frame) >= ms)
            break;
    }
    return any && drawing.frame->data[0];
}

// One tile in the middle of each of so many equal lengths of time.
Result<> drawStrip(Drawing &drawing, const PictureOptions &options)
{
    const qint64 length = drawing.source.lengthMs();
    const qint64 mostEach = std::max<qint64>(1, options.mostFrames / options.frames);
    drawing.times.clear();
    for (int tile = 0; tile < options.frames; ++tile) {
        const qint64 ms = length * (2 * tile + 1) / (2 * options.frames);
        drawing.source.seek(ms);
        TRY_LET(const bool got, decodeUpTo(drawing, ms, mostEach));
        const qint64 found = got ? drawing.source.timeOf(*drawing.frame) : 0;
        const bool forward = drawing.times.isEmpty() || found > drawing.times.last();
        if (got && forward && drawing.sheet.put(int(drawing.times.size()), *drawing.frame))
            drawing.times << found;
    }
    return {};
}

// A length in the head of a file is a claim: a file that was cut is shorter, and one whose index
// was cut off cannot be sought in.
Result<> drawFilmstrip(Drawing &drawing, const PictureOptions &options)
{
    const bool told = drawing.source.lengthMs() > 0 && drawing.source.hasIndex();
    if (told) {
        TRY(drawStrip(drawing, options));
        if (drawing.times.size() == options.frames || drawing.source.isSpent())
            return {};
    }
    TRY(drawing.source.survey());
    return drawStrip(drawing, options);
}

} // namespace

QJsonObject PictureOptions::toJson() const
{
    return {{u"tileHeight"_s, tileHeight},
            {u"frames"_s, frames},
            {u"mostFrames"_s, mostFrames},
            {u"mostBytes"_s, mostBytes}};
}

PictureOptions PictureOptions::fromJson(const QJsonObject &json)
{
    const PictureOptions usual;
    PictureOptions options;
    options.tileHeight = std::clamp(json[u"tileHeight"_s].toInt(usual.tileHeight), 16, 360) & ~1;
    options.frames = std::clamp(json[u"frames"_s].toInt(usual.frames), 1, mostTiles);
    options.mostFrames =
        std::clamp<qint64>(json[u"mostFrames"_s].toInteger(usual.mostFrames), 1, 1'000'000);
    options.mostBytes = std::max<qint64>(json[u"mostBytes"_s].toInteger(usual.mostBytes), 1 << 20);
    return options;
}

QJsonObject PictureReport::toJson() const
{
    QJsonArray times;
    for (const qint64 ms : timesMs)
        times << ms;
    return {{u"tileWidth"_s, tileWidth},
            {u"tileHeight"_s, tileHeight},
            {u"lengthMs"_s, lengthMs},
            {u"timesMs"_s, times}};
}

PictureReport PictureReport::fromJson(const QJsonObject &json)
{
    PictureReport report{json[u"tileWidth"_s].toInt(),
                         json[u"tileHeight"_s].toInt(),
                         json[u"lengthMs"_s].toInteger(),
                         {}};
    for (const QJsonValue ms : json[u"timesMs"_s].toArray())
        report.timesMs << ms.toInteger();
    return report;
}

Result<PictureReport> makePicture(const MediaFile &source, const UniqueFd &output,
                                  const PictureOptions &asked, const std::stop_token &stop,
                                  const MediaProgress &progress)
{
    const PictureOptions options = PictureOptions::fromJson(asked.toJson());
    TRY_LET(const auto frames,
            FrameSource::open(source, {options.mostFrames, options.mostBytes, stop, progress}));
    SpriteSheet sheet(options.tileHeight, options.frames);
    Drawing drawing{*frames, sheet, FrameHandle(av_frame_alloc()), {}};
    if (!drawing.frame)
        return fail(ErrorCode::Internal, u"no memory for a picture"_s);
    if (options.frames == 1)
        TRY(drawPoster(drawing));
    else
        TRY(drawFilmstrip(drawing, options));
    if (drawing.times.isEmpty())
        return fail(ErrorCode::Media,
                    u"%1 has no picture: none of its frames can be decoded"_s.arg(source.path));
    TRY_LET(const QByteArray jpeg, sheet.encode(int(drawing.times.size())));
    TRY(writeAll(output.get(), jpeg, source.path));
    return PictureReport{sheet.tileWidth(), sheet.tileHeight(), frames->lengthMs(), drawing.times};
}

} // namespace respool
