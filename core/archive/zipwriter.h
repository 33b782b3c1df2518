// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/zipentry.h"
#include "core/base/result.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace respool {

// Writes a ZIP archive into a file that is open, from any offset on: what stands before it stays.
// That is what libarchive's writer cannot do, and what lets an archive of a hundred gigabytes go on
// after a crash: the heads of its entries stand before them, the directory is written last from
// what the caller has kept. ZIP64 where it is needed, names in UTF-8. Any one thread.
class ZipWriter
{
public:
    enum class Method { Store, Deflate };

    // path is for messages.
    ZipWriter(int fd, qint64 offset, QString path);
    ~ZipWriter();
    ZipWriter(ZipWriter &&) noexcept;
    ZipWriter &operator=(ZipWriter &&) noexcept;

    // Whether that very entry stands in the file: its head, with name and check sum.
    static bool hasEntry(int fd, const ZipEntry &entry);

    qint64 offset() const { return m_offset; } // where the next entry begins
    // Forgets what was written from there on.
    void goBack(qint64 offset);

    // One entry: its head, its content in pieces, and its end, which completes the head.
    // expectedBytes decides whether the head has room for sizes of ZIP64. Errors: NoSpace, Io;
    // Conflict when the content is larger than its head can say.
    Result<> begin(const QString &name, Method method, qint64 modifiedMs, qint64 expectedBytes);
    Result<> write(QByteArrayView content);
    Result<ZipEntry> end();

    // The directory, in the order of the calls; the archive ends at offset() then.
    Result<> list(const ZipEntry &entry);
    Result<> finish();

private:
    struct Deflater;
    Result<> put(QByteArrayView bytes);
    Result<> deflate(QByteArrayView content, bool last);
    Result<> flushDirectory();

    int m_fd;
    qint64 m_offset;
    QString m_path;
    std::optional<ZipEntry> m_entry; // the one that is being written
    bool m_large = false;            // its head has room for ZIP64
    std::unique_ptr<Deflater> m_deflater;
    QByteArray m_directory; // what of the directory is not written yet
    qint64 m_directoryAt = -1;
    qint64 m_listed = 0;
};

} // namespace respool
