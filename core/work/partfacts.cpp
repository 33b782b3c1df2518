// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/partfacts.h"

#include "core/media/mediaprobe.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void addMediaFacts(const Directory &folder, Part &part)
{
    const auto info = probeMedia(folder, part.name);
    if (!info) {
        part.problem = info.error().detail;
        return;
    }
    part.seekable = info->seekable ? Seekable::Yes : Seekable::No;
    if (info->durationMs > 0)
        part.durationMs = info->durationMs;
}

} // namespace

void addPartFacts(const Directory &folder, Part &part)
{
    switch (part.kind) {
    case PartKind::Webm:
    case PartKind::Media:
        return addMediaFacts(folder, part);
    case PartKind::Cast:
    case PartKind::Trp:
    case PartKind::Slog:
        return;
    }
}

} // namespace respool
