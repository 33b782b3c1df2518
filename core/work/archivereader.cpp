// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivereader.h"

#include "core/media/mediahost.h"

#include <QJsonDocument>

#include <algorithm>
#include <sys/mman.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostListBytes = qint64(1) << 30;

Result<UniqueFd> memoryFor(const MediaFile &archive)
{
    UniqueFd memory(::memfd_create("archive", MFD_CLOEXEC));
    if (!memory)
        return fail(ErrorCode::Internal, u"no memory for reading %1"_s.arg(archive.path));
    return memory;
}

Result<QByteArray> bytesIn(const UniqueFd &memory, const QString &path)
{
    TRY_LET(const FileIdentity identity, identityOf(memory, path));
    QByteArray bytes(identity.bytes, Qt::Uninitialized);
    if (readAt(memory.get(), bytes.data(), bytes.size(), 0) != bytes.size())
        return fail(ErrorCode::Internal, u"%1 cannot be read"_s.arg(path));
    return bytes;
}

// The directory of an archive is read into memory, which a million entries may take.
MediaLimits limitsFor(qint64 contentBytes, qint64 largestFile)
{
    return {.memoryBytes = 3072 * mib,
            .cpuMs = 120'000 + contentBytes / (2 * mib) * 1000,
            .stallMs = 120'000,
            .fileBytes = largestFile};
}

} // namespace

Result<QList<ZipItem>> ArchiveReader::list(const MediaFile &archive,
                                           const std::stop_token &stop) const
{
    TRY_LET(const UniqueFd memory, memoryFor(archive));
    const MediaRequest request{.verb = u"archive-list"_s,
                               .options = {{u"mostEntries"_s, mostEntries}},
                               .files = {LentFile::of(archive), {memory.get(), archive.path}},
                               .limits = limitsFor(0, mostListBytes)};
    TRY(m_host.run(request, stop));
    TRY_LET(const QByteArray lines, bytesIn(memory, archive.path));
    QList<ZipItem> items;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            items << ZipItem::fromJson(QJsonDocument::fromJson(line).array());
    }
    return items;
}

Result<> ArchiveReader::extract(const MediaFile &archive, const QList<WantedEntry> &wanted,
                                const std::stop_token &stop, const Progress &progress) const
{
    MediaRequest request{.verb = u"archive-extract"_s,
                         .options = {},
                         .files = {LentFile::of(archive)},
                         .limits = {}};
    QJsonArray items;
    qint64 sum = 0;
    qint64 largest = 0;
    for (const WantedEntry &entry : wanted) {
        items << QJsonArray{entry.index, entry.bytes};
        request.files << LentFile{entry.fd, entry.name};
        sum += entry.bytes;
        largest = std::max(largest, entry.bytes);
    }
    request.options = {{u"items"_s, items}};
    request.limits = limitsFor(sum, largest);
    TRY(m_host.run(request, stop, [&](qint64 done, qint64) { progress(std::min(done, sum)); }));
    return {};
}

Result<QByteArray> ArchiveReader::content(const MediaFile &archive, qint64 index,
                                          const ZipItem &item, const std::stop_token &stop) const
{
    TRY_LET(const UniqueFd memory, memoryFor(archive));
    TRY(extract(archive, {{index, item.bytes, memory.get(), item.name}}, stop, [](qint64) {}));
    return bytesIn(memory, item.name);
}

} // namespace respool
