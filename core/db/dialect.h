// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace respool {

// Everything in which the engines differ, as values. A second engine is a second table, not a
// class.
struct Dialect
{
    QString name;           // the folder of its migrations, the tag of its query overrides
    QString driver;         // the Qt driver
    QString pageCount;      // one integer; 0: nothing was ever written
    QStringList onCreate;   // statements that an empty database gets before anything else
    QStringList onConnect;  // statements every new connection runs
    QString durableCommits; // makes a commit survive a power cut
    QString lazyCommits;    // lets the last commits be lost in a power cut, never torn
    QString begin;          // starts a transaction that may write
    QString readVersion;    // one row, one integer
    QString writeVersion;   // %1 is the version
    QString changeMark;     // one integer that changes when another connection has committed
    QString copy;           // writes the whole database into the file %1, quoted
    QString like;           // compares a text with a pattern, in any case
};

const Dialect &sqliteDialect();

} // namespace respool
