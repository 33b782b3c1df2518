// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/partpicture.h"

#include "core/media/mediahost.h"
#include "core/media/mediareader.h"
#include "core/terminal/screenpicture.h"

#include <sys/mman.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int stripFrames = 10;
constexpr int stripScreens = 8;
constexpr qint64 mostPictureBytes = 4 << 20;

Result<UniqueFd> memoryFor(const MediaFile &file)
{
    UniqueFd memory(::memfd_create("picture", MFD_CLOEXEC));
    if (!memory)
        return fail(ErrorCode::Internal, u"no memory for a picture of %1"_s.arg(file.path));
    return memory;
}

Result<QByteArray> drawnIn(const UniqueFd &memory, const MediaFile &file)
{
    QByteArray drawn(mostPictureBytes + 1, Qt::Uninitialized);
    const qint64 got = readAt(memory.get(), drawn.data(), drawn.size(), 0);
    if (got <= 0 || got > mostPictureBytes)
        return fail(ErrorCode::Media, u"%1 has no picture of a sensible size"_s.arg(file.path));
    drawn.resize(got);
    return drawn;
}

Result<CachedPicture> videoPicture(MediaHost &host, const MediaFile &file, PictureKind kind,
                                   const std::stop_token &stop)
{
    TRY_LET(const UniqueFd output, memoryFor(file));
    const PictureOptions options{.frames = kind == PictureKind::Poster ? 1 : stripFrames};
    TRY_LET(const PictureReport report, MediaReader(host).picture(file, output, options, stop));
    TRY_LET(const QByteArray jpeg, drawnIn(output, file));
    return CachedPicture{jpeg, report.toJson()};
}

// Reading goes through the file twice; between two pieces of it lies what a few thousand bytes can
// have a screen do. A recording of version 1 is in memory as a whole, several times its size.
MediaLimits screenLimits(const MediaFile &file)
{
    return {.memoryBytes = 512 * mib,
            .cpuMs = 120'000 + file.identity.bytes / mib * 1000,
            .stallMs = 60'000,
            .fileBytes = mostPictureBytes};
}

Result<CachedPicture> terminalPicture(MediaHost &host, const MediaFile &file, const Part &part,
                                      PictureKind kind, const std::stop_token &stop)
{
    TRY_LET(const UniqueFd output, memoryFor(file));
    const QString drawing = u"the picture of "_s + file.path;
    const MediaRequest request{
        .verb = u"screens"_s,
        .options = {{u"format"_s, part.kind == PartKind::Trp ? u"trp"_s : u"cast"_s},
                    {u"count"_s, kind == PictureKind::Poster ? 1 : stripScreens},
                    {u"mostBytes"_s, mostPictureBytes}},
        .files = {LentFile::of(file), {output.get(), drawing}},
        .limits = screenLimits(file)};
    TRY(host.run(request, stop));
    TRY_LET(const QByteArray bytes, drawnIn(output, file));
    // Who drew them may have been taken over by the file.
    if (const auto strip = ScreenStrip::fromBytes(bytes); !strip)
        return fail(ErrorCode::Media, u"%1: %2"_s.arg(file.path, strip.error().detail));
    return CachedPicture{bytes, {}};
}

} // namespace

Result<CachedPicture> drawPart(MediaHost &host, const MediaFile &file, const Part &part,
                               PictureKind kind, const std::stop_token &stop)
{
    return PictureCache::isTerminal(part) ? terminalPicture(host, file, part, kind, stop)
                                          : videoPicture(host, file, kind, stop);
}

} // namespace respool
