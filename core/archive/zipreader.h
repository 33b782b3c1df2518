// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QString>

#include <functional>
#include <span>

namespace respool {

// One entry of an archive that somebody else may have made. Nothing in it is to be believed.
struct ZipItem
{
    enum class Type { File, Folder, Other };
    QString name; // as it is written there; with a replacement character where that is no UTF-8
    Type type = Type::File;
    qint64 bytes = 0; // as it is said there
    bool encrypted = false;

    QJsonArray toJson() const;
    static ZipItem fromJson(const QJsonArray &json);
};

// The entries of the ZIP archive behind fd, in libarchive's order, which is the same each time.
// Parses what may be hostile: only for the sandbox of respool-media. path is for messages. Errors:
// Media, with what is wrong; those of each.
using ZipVisitor = std::function<Result<>(const ZipItem &item)>;
Result<> readZip(int fd, const QString &path, const ZipVisitor &each);

// Where the content of an entry goes.
struct ZipOutput
{
    qint64 index = 0; // among all entries; ascending in a list
    qint64 bytes = 0; // neither more nor less
    int fd = -1;
};

// Writes the content of these entries. Errors: as above; Media for a content that has another size
// or another check sum than the archive says.
using ZipProgress = std::function<void(qint64 done)>; // bytes of content so far
Result<> extractZip(int fd, const QString &path, std::span<const ZipOutput> wanted,
                    const ZipProgress &progress);

} // namespace respool
