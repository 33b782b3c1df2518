// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace respool {

class PictureStrip;
class PlaceView;
struct KeptOriginal;
struct RecordingPicture;
struct TextHit;
struct TextPlace;

// Tells what a recording is and shows its pictures, or the lines around something that was found in
// it. Lives on the ui thread; plays nothing.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    // What it is, with its pictures.
    void showPictures(const Recording &recording, const StoreInfo &store,
                      const RecordingPicture &picture);
    void showVerification(const QString &text); // empty: nothing to say
    // The lines around one that was found in it.
    void showPlace(const Recording &recording, const TextHit &hit, const TextPlace &place);
    bool showsPlaceIn(const QString &uid) const; // of this recording
    void clearPictures();                        // when they are what is shown
    void clear();

    // That damaged originals are kept beside their repaired copies.
    static QString keptOriginalsText(const QList<KeptOriginal> &kept);

signals:
    void playWanted(const respool::Recording &recording, const respool::StoreInfo &store,
                    qint64 fromMs);

private:
    void dressTexts();
    QWidget *makeOverview();
    void describe(const Recording &recording, const StoreInfo &store);
    void tellOfKeptOriginals(const Recording &recording, const StoreInfo &store);

    QStackedWidget *m_pages;
    PlaceView *m_place;
    QLabel *m_hint;
    PictureStrip *m_pictures = nullptr;
    QWidget *m_overview;
    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_verification;
    Recording m_pictured; // whose pictures are shown
    StoreInfo m_store;
    int m_described = 0; // counts, so that answers about an older one are dropped
};

} // namespace respool
