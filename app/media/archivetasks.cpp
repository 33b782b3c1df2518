// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/media/archivetasks.h"

#include "core/archive/zipreader.h"
#include "core/base/faultpoint.h"
#include "core/files/atomicfile.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype pieceBytes = 1 << 20;

Result<QJsonObject> list(const QJsonObject &options, const std::vector<MediaFile> &files,
                         const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"a list takes an archive and an output"_s);
    faultPoint("media.archive.list");
    const MediaFile &archive = files.front();
    const int output = files.back().fd.get();
    const qint64 most = options[u"mostEntries"_s].toInteger();
    qint64 entries = 0;
    QByteArray lines;
    TRY(readZip(archive.fd.get(), archive.path, [&](const ZipItem &item) -> Result<> {
        if (++entries > most)
            return fail(ErrorCode::Refused,
                        u"%1 has more than %2 entries"_s.arg(archive.path).arg(most));
        lines += QJsonDocument(item.toJson()).toJson(QJsonDocument::Compact) + '\n';
        progress(entries, most);
        if (lines.size() < pieceBytes)
            return {};
        TRY(writeAll(output, lines, archive.path));
        lines.clear();
        return {};
    }));
    TRY(writeAll(output, lines, archive.path));
    return QJsonObject{{u"entries"_s, entries}};
}

Result<QJsonObject> extract(const QJsonObject &options, const std::vector<MediaFile> &files,
                            const MediaProgress &progress)
{
    const QJsonArray items = options[u"items"_s].toArray();
    if (files.size() < 2 || size_t(items.size()) != files.size() - 1)
        return fail(ErrorCode::InvalidArgument, u"an extract takes an archive and outputs"_s);
    faultPoint("media.archive.extract");
    std::vector<ZipOutput> outputs;
    qint64 total = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonArray item = items[i].toArray();
        outputs.push_back(
            {item[0].toInteger(), item[1].toInteger(), files[size_t(i) + 1].fd.get()});
        total += outputs.back().bytes;
    }
    const MediaFile &archive = files.front();
    TRY(extractZip(archive.fd.get(), archive.path, outputs,
                   [&](qint64 done) { progress(done, total); }));
    return QJsonObject{{u"bytes"_s, total}};
}

constexpr std::array archiveVerbs{NamedMediaTask{"archive-list"_L1, list},
                                  NamedMediaTask{"archive-extract"_L1, extract}};

} // namespace

MediaTasks archiveTasks()
{
    return archiveVerbs;
}

} // namespace respool
