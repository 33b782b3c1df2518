// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/folderwatch.h"
#include "core/library/recording.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <mutex>

namespace respool {

// What is heard of a store: recordings by their paths.
struct StoreNews
{
    QSet<QString> touched;
    QSet<QString> grown;    // are being written to
    QStringList newFolders; // to be followed: what lies in them was not heard of
    bool lost = false;      // there was more: look at all of it
    bool rootGone = false;
};

// The watches of one store. A folder store is watched down to its last folder. Of a Gateway's
// store the root is watched, where new recordings appear, and those recordings that are followed:
// the old ones, of which there may be a million, change no more. open() and follow() go to the
// disk, and belong on a thread that may hang; the others cost nothing. Any thread.
class WatchedStore
{
public:
    // mostFolders: how many it may watch; 0: as many as the system allows.
    // Errors: NoSpace (too many folders), Offline.
    static Result<std::shared_ptr<WatchedStore>> open(const StoreInfo &store, int mostFolders = 0);

    bool isOf(const Directory &root) const; // and not of what was there before
    int handle() const { return m_watch.handle(); }
    StoreNews news();
    // Watches these folders too, and tells which recordings lie in them. One that is gone is none.
    // Errors: NoSpace.
    Result<QStringList> follow(const QStringList &folders);
    void unfollow(const QString &folder);
    QStringList followed() const; // but the root

private:
    WatchedStore(FolderWatch watch, StoreInfo store, Directory root, int mostFolders);
    Result<> watchBelow(const Directory &folder, const QString &path, int depth,
                        QStringList &recordings);
    Result<> watchOne(const Directory &folder, const QString &path);
    void hear(const FolderEvent &event, const QString &folder, StoreNews &news);

    const FolderWatch m_watch;
    const StoreInfo m_store;
    const Directory m_root;
    const int m_mostFolders;
    mutable std::mutex m_mutex;    // guards the two below
    QHash<int, QString> m_folders; // by the number of the watch; the root is the empty path
    QHash<QString, int> m_numbers;
};

} // namespace respool
