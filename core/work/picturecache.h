// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"

#include <QJsonObject>

namespace respool {

struct MediaFile;

// What a picture shows: one moment to know a recording by, or many.
enum class PictureKind { Poster, Strip };

// A picture as it lies in the cache.
struct CachedPicture
{
    QByteArray body;   // a JPEG, or the bytes of a ScreenStrip
    QJsonObject about; // of a JPEG: its PictureReport
};

// Pictures of recordings by the content they were drawn from: a file that was moved or copied
// finds its own. Each lies in a file of its own that any viewer opens, with its description and a
// checksum behind it. Nothing is lost with the cache: everything in it can be drawn again. Any
// thread; several processes may use one.
class PictureCache
{
public:
    explicit PictureCache(QString folder)
        : m_folder(std::move(folder))
    {}

    // Of the size and both ends of a file, and of how pictures are drawn. Errors: Io.
    static Result<QString> keyOf(const MediaFile &file);

    // The part a recording's pictures are drawn from: the first that can have one; null: none.
    static const Part *sourceOf(const Recording &recording);
    static bool isTerminal(const Part &part);

    // Errors: NotFound, also for one that is damaged, which is thrown away; Io.
    Result<CachedPicture> read(const QString &key, PictureKind kind, bool terminal) const;
    // At every instant the file is not there or whole. Errors: NoSpace, Io, PermissionDenied.
    Result<> write(const QString &key, PictureKind kind, bool terminal,
                   const CachedPicture &picture) const;

    // Gives the pictures of one content to another that shows the same. What is missing is no error.
    Result<> carry(const QString &fromKey, const QString &toKey) const;

    // Removes those that were not read for the longest time until the rest is no larger than so
    // many bytes, and what a writer that died left behind.
    Result<> sweep(qint64 mostBytes) const;

private:
    Result<Directory> shelf(const QString &key) const;

    QString m_folder;
};

} // namespace respool
