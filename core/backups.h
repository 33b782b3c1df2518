// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDate>

namespace respool {

// The folder of daily copies of the database: respool-YYYY-MM-DD.db, the newest few of them. A file
// by that name is whole, checked and synced: it is written under another one. Each call touches the
// disk; not for the ui thread.
class Backups
{
public:
    explicit Backups(QString folder)
        : m_folder(std::move(folder))
    {}

    // Where the copy of this day is to be written, with nothing there; empty: the day has one.
    Result<QString> begin(QDate day) const;
    // Puts the copy in its place and lets the oldest go.
    Result<> keep(QDate day) const;
    // The path of the newest; empty: none.
    QString newest() const;

private:
    QString m_folder;
};

} // namespace respool
