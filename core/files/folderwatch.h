// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

// What has happened in a folder that is watched.
struct FolderEvent
{
    enum class What {
        Appeared, // a name, or one took the place of another
        Grown,    // was written to, and may be written to again
        Written,  // who wrote to it has closed it
        Vanished,
        Ended, // the folder itself is gone, or is no longer watched
        Lost,  // there was more than the system remembers
    };
    int folder = 0; // as add() has numbered it
    What what = What::Lost;
    QString name;
    bool isFolder = false;
};

// Hears of what happens in folders, without asking for it. Does not go into the folders below.
// add(), remove() and read() may be called from any thread.
class FolderWatch
{
public:
    static Result<FolderWatch> open();

    // The number of a folder that is watched already is its own. Errors: NoSpace when the system
    // watches as many folders as it may.
    Result<int> add(const Directory &folder) const;
    void remove(int folder) const;
    // What has happened since the last call; does not wait.
    QList<FolderEvent> read() const;
    int handle() const { return m_fd.get(); } // readable when something has happened

private:
    explicit FolderWatch(UniqueFd fd)
        : m_fd(std::move(fd))
    {}
    UniqueFd m_fd;
};

} // namespace respool
