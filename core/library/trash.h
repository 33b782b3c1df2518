// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

// The trash of one store, on its own volume: .respool/trash/<folder>/<uid> is a recording's whole
// folder, or holds its single file. Every call may run twice, and is on disk when it returns. At
// every instant a recording is wholly in the store, wholly in the trash, or on its way out: what
// is purged is renamed into .respool/purge first, so that half of it can never be restored (I4).
class Trash
{
public:
    explicit Trash(const Directory &root)
        : m_root(root)
    {}

    // path is relative to the root; returns where it lies now, likewise. Errors: NotFound when it
    // is in neither place, Conflict when it is in both.
    Result<QString> moveIn(const QString &path, const QString &folder, const QString &uid) const;
    // Conflict when something else has taken its place.
    Result<> moveOut(const QString &trashPath, const QString &path) const;
    Result<> purge(const QString &trashPath) const;
    // Finishes the purges that a crash has left.
    Result<> sweep() const;

private:
    const Directory &m_root;
};

} // namespace respool
