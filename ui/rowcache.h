// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

#include <QCache>
#include <QSet>
#include <QTimer>

namespace respool {

// The recordings of a long list that somebody looks at, and a few thousand that were looked at
// last. Asks the catalogue for those around a row that is wanted and not known; what was asked for
// last is read first, and what has scrolled away meanwhile is not read at all. Lives on the ui
// thread and never waits.
class RowCache final : public QObject
{
    Q_OBJECT

public:
    explicit RowCache(RecordingCatalog &catalog, QObject *parent = nullptr);

    // The recording in this row of the list, as far as it is known; it is read if it is not, or if
    // it may have changed since. Null: it is on its way, or gone.
    const Recording *wanted(const QList<qint64> &ids, qsizetype row);
    const Recording *known(qint64 id) const; // without asking for it
    void keep(const QList<Recording> &recordings);
    void outdate(); // all may be different now: each is read again when it is wanted

signals:
    void arrived(const QList<qint64> &ids);
    void failed(const respool::Error &error);

private:
    struct Row
    {
        Recording recording; // without a uid: it is gone
        int edition = 0;
    };
    void ask(const QList<qint64> &ids, qsizetype row);
    void askNext();
    void take(const QList<qint64> &ids, const Result<QList<Recording>> &found, int edition);
    bool isFresh(qint64 id) const;

    RecordingCatalog &m_catalog;
    QCache<qint64, Row> m_rows;
    QList<QList<qint64>> m_waiting;
    QSet<qint64> m_asked; // waiting, or on their way
    int m_running = 0;
    int m_edition = 0;
    QTimer m_soon;
};

} // namespace respool
