// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/settings/afterqueue.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace respool {

// A query that is kept under a name, in the words that were typed.
struct SavedSearch
{
    QString name;
    QString query;
    bool operator==(const SavedSearch &) const = default;
};

// The row of the sidebar that was chosen: the name of a filter, or "store", "tag" or "search" and
// which one. Empty: all recordings.
struct SidebarChoice
{
    QString row;
    QString name;     // of the store, the tag or the search
    QString storeUid; // what makes sure that the number is that of this store
    qint64 store = 0; // its number in the database, by which recordings are found at once
    bool operator==(const SidebarChoice &) const = default;
};

// What the window remembers, loaded once and saved whole. Not the queue: that is in the database.
struct Settings
{
    int threads = 2;           // jobs at the same time
    QString language;          // empty: the system's
    QString appearance;        // light or dark; empty: the system's
    bool keepDamaged = true;   // a damaged original stays beside its repaired copy
    bool drawsPictures = true; // scans ask for pictures of what is new
    bool readsTexts = true;    // and for the texts of terminals; likewise
    bool thumbnails = true;    // pictures in the list of recordings
    bool tellsEnds = true;     // a word when an order is finished and nobody looks
    bool tellsFailures = true; // and when one failed
    bool showsTray = false;    // an icon in the tray beside the window
    bool staysAwake = true;    // the machine does not fall asleep while jobs run
    AfterQueue afterQueue = AfterQueue::Nothing; // that is remembered for every run
    QString exportFolder;                        // the one that was exported to last
    QString libraryView;                         // grid; else the table
    bool hidesEmptyRows = false;                 // of the sidebar
    SidebarChoice choice;                        // likewise
    QList<SavedSearch> searches;                 // in the order of the sidebar
    bool skipsIdle = false;                      // the player passes over what stands still
    bool wallClock = false;                      // the player shows times of day
    int volume = 100;                            // of the player, in percent
    QByteArray geometry;
    QByteArray windowState;
    QByteArray mainSplitter, contentSplitter, jobSplitter;
    QByteArray recordingColumns, jobColumns;

    // The same without what the window looks like: sizes, columns, filters.
    Settings withoutLayout() const;
};

// DIR/respool.ini. A file that is missing or unreadable gives the defaults: a broken memory of
// window sizes must not keep anybody from work. One that is no such file is kept aside as
// respool.ini.bad, so that the next save does not end what somebody may want to look at.
Settings loadSettings(const QString &dataFolder);
Result<> saveSettings(const QString &dataFolder, const Settings &settings);

} // namespace respool
