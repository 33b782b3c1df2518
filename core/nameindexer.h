// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace respool {

class Database;
class RecordingCatalog;

// Writes the names of new recordings into the index by which words are found. Afterwards, in steps,
// and not with each row: a scan would take half as long again. Until then these rows are
// looked through one by one. The worker has one. Lives on the main thread.
class NameIndexer final : public QObject
{
    Q_OBJECT

public:
    NameIndexer(Database &database, RecordingCatalog &catalog, QObject *parent = nullptr);

    void fill(); // what is missing, now

signals:
    void filled(); // nothing is missing any more

private:
    Database &m_database;
    QTimer m_later;
    bool m_filling = false;
};

} // namespace respool
