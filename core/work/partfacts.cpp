// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/partfacts.h"

#include "core/terminal/terminalsummary.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void take(const Result<MediaInfo> &info, Part &part)
{
    if (!info) {
        part.problem = info.error().detail;
        return;
    }
    part.seekable = info->seekable ? Seekable::Yes : Seekable::No;
    part.media = info->summary();
    if (info->durationMs > 0)
        part.durationMs = info->durationMs;
}

using Summarize = Result<TerminalSummary> (*)(QIODevice &);

void addTextFacts(const Directory &folder, Part &part, Summarize summarize)
{
    auto fd = folder.openForReading(part.name);
    QFile file;
    if (!fd || !file.open(fd->release(), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        part.problem = fd ? file.errorString() : fd.error().detail;
        return;
    }
    const auto summary = summarize(file);
    if (!summary)
        part.problem = u"%1: %2"_s.arg(part.name, summary.error().detail);
    else if (part.durationMs == 0)
        part.durationMs = summary->durationMs;
}

} // namespace

void PartFacts::add(const Directory &folder, Part &part)
{
    switch (part.kind) {
    case PartKind::Webm:
    case PartKind::Media:
        if (auto file = MediaFile::open(folder, part.name)) {
            m_files.push_back(std::move(*file));
            m_parts.push_back(&part);
        } else {
            part.problem = file.error().detail;
        }
        return;
    case PartKind::Cast:
        return addTextFacts(folder, part, summarizeCast);
    case PartKind::Trp:
        return addTextFacts(folder, part, summarizeTrp);
    case PartKind::Slog:
        return addTextFacts(folder, part, summarizeSlog);
    }
}

Result<> PartFacts::look()
{
    TRY_LET(const QList<Result<MediaInfo>> found, m_reader.probe(m_files, m_stop));
    for (size_t i = 0; i < m_parts.size(); ++i)
        take(found[qsizetype(i)], *m_parts[i]);
    return {};
}

} // namespace respool
