// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/terminal/screenpicture.h"

#include <QFuture>
#include <QObject>

namespace respool {

// The pictures of one recording, as the window shows them.
struct RecordingPicture
{
    QByteArray jpeg; // a row of tiles, of a video
    int tileWidth = 0;
    int tileHeight = 0;
    QList<qint64> timesMs; // of each tile or screen, from the beginning of the part
    ScreenStrip screens;   // of a terminal

    bool isTerminal() const { return !screens.screens.isEmpty(); }
};

// The pictures that jobs have drawn: questions only, answered by the global thread pool. Lives on
// the main thread; draws nothing.
class PictureCatalog final : public QObject
{
    Q_OBJECT

public:
    explicit PictureCatalog(QString folder, QObject *parent = nullptr);

    // Errors: NotFound when none was drawn yet or none can be; Offline and others of the store.
    QFuture<Result<RecordingPicture>> poster(const Recording &recording, const StoreInfo &store);
    QFuture<Result<RecordingPicture>> strip(const Recording &recording, const StoreInfo &store);

private:
    QString m_folder;
};

} // namespace respool
