// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/zipreader.h"
#include "core/media/mediafile.h"

#include <QList>

#include <stop_token>
#include <vector>

namespace respool {

class MediaHost;

// An entry of an archive, and the file that gets its content.
struct WantedEntry
{
    qint64 index = 0; // among all entries
    qint64 bytes = 0; // what it must have
    int fd = -1;
    QString name; // for messages
};

// What can be asked about a ZIP archive that nobody trusts, each answered by a process of its own
// in the sandbox of respool-media. What it answers is checked for its form only. Any pool thread.
class ArchiveReader
{
public:
    static constexpr qint64 mostEntries = 5'000'000;
    static constexpr qsizetype mostWanted = 190; // in one call

    explicit ArchiveReader(MediaHost &host)
        : m_host(host)
    {}

    // Errors: Media (no archive, or a damaged one), Refused (too many entries), Interrupted,
    // Internal.
    Result<QList<ZipItem>> list(const MediaFile &archive, const std::stop_token &stop) const;
    // wanted: in ascending order, mostWanted at most.
    using Progress = std::function<void(qint64 bytes)>;
    Result<> extract(const MediaFile &archive, const QList<WantedEntry> &wanted,
                     const std::stop_token &stop, const Progress &progress) const;
    // The content of one entry, which is kept in memory.
    Result<QByteArray> content(const MediaFile &archive, qint64 index, const ZipItem &item,
                               const std::stop_token &stop) const;

private:
    MediaHost &m_host;
};

} // namespace respool
