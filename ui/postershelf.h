// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/picturecatalog.h"

#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QSet>
#include <QTimer>

#include <functional>

namespace respool {

// The small pictures in the list of recordings, all of one size. Keeps those that were shown last,
// and asks for one when it is wanted, which happens for the rows that are on the screen: two at a
// time, the one wanted last first. Lives on the ui thread; reads no file.
class PosterShelf final : public QObject
{
    Q_OBJECT

public:
    // PictureCatalog::poster, or a test.
    using Ask = std::function<QFuture<Result<RecordingPicture>>(const Recording &recording,
                                                                const StoreInfo &store)>;
    static constexpr QSize small{48, 27};
    static constexpr QSize large{176, 99};

    explicit PosterShelf(Ask ask, QObject *parent = nullptr);
    PosterShelf(Ask ask, QSize size, QObject *parent);

    QSize size() const { return m_size; }
    void setStores(const QList<StoreInfo> &stores);
    // What stands before the row: the recording's picture as far as it is known, with the icon in
    // its corner if that is a mark; else the icon alone.
    QPixmap tile(const Recording &recording, const QString &icon, bool isMark);
    // Pictures may have been drawn meanwhile; the next call of tile() asks again.
    void lookAgain();

signals:
    void arrived(respool::RecordingId id); // its tile is another one now
    void changed();                        // any tile may be

private:
    struct Kept
    {
        QPixmap picture;  // null: there is none
        qint64 bytes = 0; // of the recording when it was asked for
    };

    void want(const Recording &recording);
    void askNext();
    void keep(const Recording &recording, const QImage &picture);
    QPixmap blank() const;

    const Ask m_ask;
    const QSize m_size;
    QHash<qint64, StoreInfo> m_stores;
    QCache<qint64, Kept> m_kept;
    QHash<QString, QPixmap> m_icons; // tiles without a picture
    QList<Recording> m_waiting;
    QSet<qint64> m_asked; // waiting or on their way
    int m_running = 0;
    QTimer m_again;
};

} // namespace respool
