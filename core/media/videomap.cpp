// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/videomap.h"

#include "core/files/atomicfile.h"
#include "core/media/mediahost.h"
#include "core/media/memoryanswer.h"
#include "core/media/webm/webmrepair.h"
#include "core/media/webm/webmstructure.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Heads of blocks only; a damaged file is read as a whole.
MediaLimits mapLimits(const MediaFile &file)
{
    return {.memoryBytes = 512 * mib,
            .cpuMs = 60'000 + file.identity.bytes / mib * 20,
            .stallMs = 30'000};
}

Result<WebmRepairReport> mapped(const MediaFile &file, CopyMap &map, WebmRepairOptions options,
                                const MediaProgress &progress)
{
    auto report = mapRepairedWebm(file, map, options, progress);
    if (report || report.error().code != ErrorCode::Refused)
        return report;
    // A codec that WebM does not allow is no obstacle to playing it.
    map = {};
    options.docType = "matroska";
    return mapRepairedWebm(file, map, options, progress);
}

constexpr qint64 frameBytes = sizeof(quint32);
constexpr qint64 mostFrameBytes = WebmRepairReport::mostFrames * frameBytes;

} // namespace

QJsonObject VideoMapReport::toJson() const
{
    return {{u"bytes"_s, bytes}, {u"durationMs"_s, durationMs}};
}

VideoMapReport VideoMapReport::fromJson(const QJsonObject &json)
{
    return {json[u"bytes"_s].toInteger(), std::max<qint64>(0, json[u"durationMs"_s].toInteger())};
}

Result<VideoMapReport> mapVideo(const MediaFile &file, const UniqueFd &output,
                                const MediaProgress &progress)
{
    const auto structure = readWebmStructure(file);
    if (!structure && structure.error().code != ErrorCode::Media)
        return Failure{structure.error()};
    if (!structure || !structure->isWebm)
        return VideoMapReport{};
    if (structure->seekable())
        return VideoMapReport{0, structure->durationMs.value_or(0)};
    CopyMap map;
    TRY_LET(const WebmRepairReport report, mapped(file, map, {}, progress));
    const QByteArray bytes = map.toBytes();
    if (bytes.size() > CopyMap::mostBytes)
        return VideoMapReport{0, report.durationMs()};
    TRY(writeAll(output.get(), bytes, file.path));
    return VideoMapReport{bytes.size(), report.durationMs()};
}

Result<FrameListReport> listFrames(const MediaFile &file, const UniqueFd &output, bool isMapped,
                                   const MediaProgress &progress)
{
    const auto structure = readWebmStructure(file);
    if (!structure && structure.error().code != ErrorCode::Media)
        return Failure{structure.error()};
    if (!structure || !structure->isWebm)
        return FrameListReport{};
    CopyMap unused;
    const WebmRepairOptions options{.keepsStart = !isMapped, .listsFrames = true};
    TRY_LET(WebmRepairReport report, mapped(file, unused, options, progress));
    QList<quint32> &frames = report.frameMs;
    std::ranges::sort(frames);
    for (quint32 &frame : frames)
        frame = qToLittleEndian(frame);
    const QByteArray bytes(reinterpret_cast<const char *>(frames.constData()),
                           frames.size() * frameBytes);
    TRY(writeAll(output.get(), bytes, file.path));
    return FrameListReport{bytes.size()};
}

Result<QList<quint32>> askForFrameList(MediaHost &host, const MediaFile &file, bool isMapped,
                                       const std::stop_token &stop)
{
    const MediaRequest request{.verb = u"frame-list"_s,
                               .options = {{u"isMapped"_s, isMapped}},
                               .files = {LentFile::of(file)},
                               .limits = mapLimits(file)};
    TRY_LET(const ByteAnswer answer, askForBytes(host, request, mostFrameBytes, stop));
    QList<quint32> frames(answer.bytes.size() / frameBytes);
    if (frames.isEmpty())
        return frames;
    qFromLittleEndian<quint32>(answer.bytes.constData(), frames.size(), frames.data());
    if (!std::ranges::is_sorted(frames))
        return fail(ErrorCode::Media, u"%1: its frames are not in order"_s.arg(file.path));
    return frames;
}

Result<VideoMap> askForVideoMap(MediaHost &host, const MediaFile &file, const std::stop_token &stop)
{
    const MediaRequest request{.verb = u"video-map"_s,
                               .options = {},
                               .files = {LentFile::of(file)},
                               .limits = mapLimits(file)};
    TRY_LET(const ByteAnswer answer, askForBytes(host, request, CopyMap::mostBytes, stop));
    VideoMap map{VideoMapReport::fromJson(answer.report).durationMs, {}};
    if (answer.bytes.isEmpty())
        return map;
    TRY_LET(const FileIdentity now, identityOf(file.fd, file.path));
    auto copy = CopyMap::fromBytes(answer.bytes, now.bytes);
    if (!copy)
        return fail(copy.error().code, u"%1: %2"_s.arg(file.path, copy.error().detail));
    map.copy = *std::move(copy);
    return map;
}

} // namespace respool
