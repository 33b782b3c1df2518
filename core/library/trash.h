// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <QHash>

#include <memory>
#include <optional>

namespace respool {

// The trash of one store, on its own volume: .respool/trash/<folder>/<uid> is a recording's whole
// folder, or holds its single file. At every instant a recording is wholly in the store, wholly in
// the trash, or on its way out: what is purged is renamed into .respool/purge first, so that half
// of it can never be restored (I4).
//
// Every call may run twice, and is on disk when sync() has returned: thousands of moves share the
// sync of the few folders they are made in. Whoever keeps account of the moves writes it down after
// that. A power cut before it leaves each recording in one place or the other, whole, since a
// rename is one step of the file system; the account says that it is still to be moved, and the
// call that comes again moves it, or finds it moved. The other way round, written down but not
// moved, cannot be. Not for two threads at once, but for remove().
class Trash
{
public:
    explicit Trash(const Directory &root)
        : m_root(root)
    {}

    // path is relative to the root; returns where it lies now, likewise. looked: what somebody has
    // found to be the recording's folder; when another one has taken its place since, that is put
    // back. Errors: NotFound when it is in neither place, Conflict when it is in both, Unsafe.
    Result<QString> moveIn(const QString &path, const QString &folder, const QString &uid,
                           const std::optional<FileEntry> &looked = {});
    // Conflict when something else has taken its place.
    Result<> moveOut(const QString &trashPath, const QString &path);

    // The two steps of a purge; sync() comes between them, or a power cut might undo the first and
    // keep half of the second. Any thread may do the second.
    Result<> bury(const QString &trashPath);
    Result<> remove(const QString &trashPath) const;

    Result<> sync();
    // Finishes the purges that a crash has left.
    Result<> sweep() const;

private:
    using Held = std::shared_ptr<const Directory>;
    Result<Held> kept(const QString &path, bool make);
    Result<QString> moveFolderIn(const QString &name, const QString &folder, const QString &uid,
                                 const FileEntry &looked);
    Result<QString> moveAnyIn(const QString &path, const QString &folder, const QString &uid,
                              const std::optional<FileEntry> &looked);
    Result<> moveAnyOut(const QString &trashPath, const QString &path);

    const Directory &m_root;
    QHash<QString, Held> m_kept; // by path: what the next move needs again, and sync() has to do
    Held m_ground;               // .respool/purge
    bool m_rootChanged = false;
    QStringList m_left; // folders in the trash that may be empty now
};

} // namespace respool
