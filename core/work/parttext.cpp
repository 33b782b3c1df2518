// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/parttext.h"

#include "core/media/mediahost.h"

#include <algorithm>
#include <sys/mman.h>

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
            .stallMs = 60'000,
            .fileBytes = TextLines::mostBytes};
}

} // namespace

bool hasText(const Part &part)
{
    return !textFormatOf(part).isEmpty();
}

Result<TextLines> readPartText(MediaHost &host, const MediaFile &file, const Part &part,
                               const std::stop_token &stop)
{
    const UniqueFd output(::memfd_create("text", MFD_CLOEXEC));
    if (!output)
        return fail(ErrorCode::Internal, u"no memory for the text of %1"_s.arg(file.path));
    const MediaRequest request{
        .verb = u"text"_s,
        .options = {{u"format"_s, textFormatOf(part)},
                    {u"mostBytes"_s, qint64(TextLines::mostBytes)}},
        .files = {LentFile::of(file), {output.get(), u"the text of "_s + file.path}},
        .limits = textLimits(file)};
    TRY_LET(const QJsonObject answer, host.run(request, stop));
    // Who read it may have been taken over by the file: its word is not believed.
    const qint64 told = answer[u"bytes"_s].toInteger();
    QByteArray bytes(qsizetype(std::clamp<qint64>(told, 0, TextLines::mostBytes)) + 1,
                     Qt::Uninitialized);
    const qint64 got = readAt(output.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(std::max<qint64>(0, got));
    auto text = got == told ? TextLines::fromBytes(bytes)
                            : fail(ErrorCode::Media, u"its text is of another size"_s);
    if (!text)
        return fail(ErrorCode::Media, u"%1: %2"_s.arg(file.path, text.error().detail));
    return *std::move(text);
}

} // namespace respool
