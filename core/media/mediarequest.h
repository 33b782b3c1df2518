// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediafile.h"

#include <QJsonObject>
#include <QList>

namespace respool {

constexpr qint64 mib = 1 << 20;

// What one request may use up before it is ended.
struct MediaLimits
{
    qint64 memoryBytes = 256 * mib; // on top of what the program takes that does nothing
    qint64 cpuMs = 20'000;          // counted in whole seconds, rounded up
    qint64 stallMs = 30'000;        // without a word of progress
    qint64 fileBytes = 0;           // how large a file it writes may become
};

// A descriptor that is lent to a request: it stays open until the request has ended.
struct LentFile
{
    int fd = -1;
    QString path; // for messages only

    static LentFile of(const MediaFile &file) { return {file.fd.get(), file.path}; }
};

// One piece of work on media files for the process that may die of it. The verbs and their options
// are in mediatasks.h.
struct MediaRequest
{
    QString verb;
    QJsonObject options;
    QList<LentFile> files; // 200 at most
    MediaLimits limits;

    // What messages call it: the first file.
    QString about() const { return files.isEmpty() ? verb : files.first().path; }
};

} // namespace respool
