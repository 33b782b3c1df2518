// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"
#include "ui/player/seekbar.h"

#include <QObject>

namespace respool {

class ReplayShelf;

// Looks for a text in all terminals and logs of a recording, one part after the other. Lives on the
// ui thread; reads on others.
class PlayerSearch final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostHits = 10'000;

    PlayerSearch(ReplayShelf &shelf, QObject *parent);

    void search(const Recording &recording, const StoreInfo &store, const QList<int> &parts,
                const QString &text);
    void stop(); // and forget what was found
    bool isSearching() const { return !m_left.isEmpty(); }
    const QList<SeekMark> &hits() const { return m_hits; } // in the order of the parts
    int unread() const { return m_unread; }                // parts that could not be searched

signals:
    void found(); // hits() are others, or all parts were searched

private:
    void searchNext();
    void take(const Result<QList<SeekMark>> &hits);

    ReplayShelf &m_shelf;
    Recording m_recording;
    StoreInfo m_store;
    QString m_text;
    QList<int> m_left; // parts, the one that is searched first
    QList<SeekMark> m_hits;
    int m_unread = 0;
    int m_asked = 0; // counts, so that answers to an older question are dropped
};

} // namespace respool
