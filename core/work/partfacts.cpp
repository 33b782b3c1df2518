// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/partfacts.h"

#include "core/media/mediafile.h"
#include "core/terminal/terminalsummary.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<> addMediaFacts(const Directory &folder, Part &part, const MediaReader &reader,
                       const std::stop_token &stop)
{
    const auto file = MediaFile::open(folder, part.name);
    const auto info = file ? reader.probe(*file, stop) : Result<MediaInfo>(Failure{file.error()});
    if (!info) {
        const ErrorCode code = info.error().code;
        if (code == ErrorCode::Interrupted || code == ErrorCode::Internal)
            return Failure{info.error()};
        part.problem = info.error().detail;
        return {};
    }
    part.seekable = info->seekable ? Seekable::Yes : Seekable::No;
    if (info->durationMs > 0)
        part.durationMs = info->durationMs;
    return {};
}

using Summarize = Result<TerminalSummary> (*)(QIODevice &);

Result<> addTextFacts(const Directory &folder, Part &part, Summarize summarize)
{
    auto fd = folder.openForReading(part.name);
    QFile file;
    if (!fd || !file.open(fd->release(), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        part.problem = fd ? file.errorString() : fd.error().detail;
        return {};
    }
    const auto summary = summarize(file);
    if (!summary)
        part.problem = u"%1: %2"_s.arg(part.name, summary.error().detail);
    else if (part.durationMs == 0)
        part.durationMs = summary->durationMs;
    return {};
}

} // namespace

Result<> addPartFacts(const Directory &folder, Part &part, const MediaReader &reader,
                      const std::stop_token &stop)
{
    switch (part.kind) {
    case PartKind::Webm:
    case PartKind::Media:
        return addMediaFacts(folder, part, reader, stop);
    case PartKind::Cast:
        return addTextFacts(folder, part, summarizeCast);
    case PartKind::Trp:
        return addTextFacts(folder, part, summarizeTrp);
    case PartKind::Slog:
        return addTextFacts(folder, part, summarizeSlog);
    }
    return {};
}

} // namespace respool
