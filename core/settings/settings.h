// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

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

// What the window remembers, loaded once and saved whole. Not the queue: that is in the database.
struct Settings
{
    int threads = 2;             // jobs at the same time
    QString language;            // empty: the system's
    QString appearance;          // light or dark; empty: the system's
    bool keepDamaged = true;     // a damaged original stays beside its repaired copy
    bool thumbnails = true;      // pictures in the list of recordings
    QString exportFolder;        // the one that was exported to last
    QString libraryView;         // grid; else the table
    bool hidesEmptyRows = false; // of the sidebar
    QList<SavedSearch> searches; // in the order of the sidebar
    bool skipsIdle = false;      // the player passes over what stands still
    bool wallClock = false;      // the player shows times of day
    int volume = 100;            // of the player, in percent
    QByteArray geometry;
    QByteArray windowState;
    QByteArray mainSplitter, contentSplitter, jobSplitter;
    QByteArray recordingColumns, jobColumns;
};

// DIR/respool.ini. A file that is missing or unreadable gives the defaults: a broken memory of
// window sizes must not keep anybody from work.
Settings loadSettings(const QString &dataFolder);
Result<> saveSettings(const QString &dataFolder, const Settings &settings);

} // namespace respool
