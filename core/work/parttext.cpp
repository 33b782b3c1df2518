// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/parttext.h"

#include "core/media/memoryanswer.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString textFormatOf(const Part &part)
{
    switch (part.kind) {
    case PartKind::Cast:
        return u"cast"_s;
    case PartKind::Trp:
        return u"trp"_s;
    case PartKind::Slog:
        return u"slog"_s;
    case PartKind::Webm:
    case PartKind::Media:
        break;
    }
    return {};
}

// Between two pieces of the file lies what a few thousand bytes can have a screen do. A recording
// of version 1 is in memory as a whole, several times its size.
MediaLimits textLimits(const MediaFile &file)
{
    return {.memoryBytes = 512 * mib,
            .cpuMs = 180'000 + file.identity.bytes / mib * 1000,
            .stallMs = 60'000};
}

} // namespace

bool hasText(const Part &part)
{
    return !textFormatOf(part).isEmpty();
}

Result<TextLines> readPartText(MediaHost &host, const MediaFile &file, const Part &part,
                               const std::stop_token &stop)
{
    const MediaRequest request{.verb = u"text"_s,
                               .options = {{u"format"_s, textFormatOf(part)},
                                           {u"mostBytes"_s, qint64(TextLines::mostBytes)}},
                               .files = {LentFile::of(file)},
                               .limits = textLimits(file)};
    TRY_LET(const ByteAnswer answer, askForBytes(host, request, TextLines::mostBytes, stop));
    auto text = TextLines::fromBytes(answer.bytes);
    if (!text)
        return fail(ErrorCode::Media, u"%1: %2"_s.arg(file.path, text.error().detail));
    return *std::move(text);
}

} // namespace respool
