// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

#include <QList>
#include <QStringList>

namespace respool {

// What a directory says about one of its names.
struct FileEntry
{
    enum class Type { File, Directory, Symlink, Other };
    QString name;
    Type type = Type::Other;
    qint64 bytes = 0;
    qint64 mtimeMs = 0;
    quint64 inode = 0;
    quint64 device = 0;
};

// When a change of names is on disk: when the call returns, or when the caller has called sync() on
// every folder it was made in. A thousand changes share one sync() then.
enum class Durable { Now, Later };

// A directory held by its handle: what happens below it happens there, whatever becomes of the
// paths above (I8). No call follows a symbolic link. Every call that changes something is on disk
// when it returns, but for those that are told Durable::Later. Errors name the path and the reason.
class Directory
{
public:
    // The last component of path may be a link: it is what the user named.
    static Result<Directory> open(const QString &path);

    Result<Directory> child(const QString &name) const;
    Result<Directory> descend(const QString &relative) const;
    Result<Directory> duplicate() const;

    // Without "." and "..". A name that is no UTF-8 has replacement characters, and the calls
    // below refuse it; removeTree removes it with the tree it is in.
    Result<QList<FileEntry>> entries() const;
    Result<quint64> device() const; // the volume it lies on
    Result<FileEntry> self() const; // the directory itself, as stat() in its parent tells it
    Result<FileEntry> stat(const QString &name) const;
    Result<UniqueFd> openForReading(const QString &name) const; // regular files only
    Result<UniqueFd> createExclusive(const QString &name, uint mode) const;

    // An existing directory is a success.
    Result<> makeChild(const QString &name) const;
    // Conflict when the target exists, Refused across volumes.
    Result<> moveTo(const QString &name, const Directory &target, const QString &newName,
                    Durable durable = Durable::Now) const;
    // Takes the place of a file that is there.
    Result<> replace(const QString &name, const QString &existing) const;
    // The two names change places at once; false where the file system cannot do that.
    Result<bool> exchange(const QString &name, const QString &other) const;
    // A second name for a file. Errors: Conflict when it is taken, Refused where the file system
    // has no hard links.
    Result<> link(const QString &name, const QString &newName) const;
    // What is not there is a success for all three. removeTree does not cross a mount.
    Result<> removeFile(const QString &name) const;
    Result<> removeEmpty(const QString &name) const;
    Result<> removeTree(const QString &name, Durable durable = Durable::Now) const;
    // Unsafe when the tree is not all on this volume, so that removeTree would break off half way.
    // What is not there holds none.
    Result<> holdsNoMount(const QString &name) const;
    Result<> sync() const;

    const QString &path() const { return m_path; } // for messages
    int handle() const { return m_fd.get(); }

private:
    Directory(UniqueFd fd, QString path)
        : m_fd(std::move(fd))
        , m_path(std::move(path))
    {}
    QString pathOf(const QString &name) const { return m_path + u'/' + name; }

    UniqueFd m_fd;
    QString m_path;
};

} // namespace respool
