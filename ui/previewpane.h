// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <QWidget>

class QLabel;
class QMediaPlayer;
class QPlainTextEdit;
class QSlider;
class QStackedWidget;
class QToolButton;
class QVideoWidget;

namespace respool {

class PictureStrip;
class PlaceView;
struct RecordingPicture;
struct TextHit;
struct TextPlace;

// Shows the pictures of a recording, plays its video part, or shows the beginning of its text.
// Lives on the ui thread; text is read on a pool thread.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void play(const Recording &recording, const StoreInfo &store, qint64 fromMs = 0);
    // What it is, with its pictures; those of one that plays on stay away.
    void showPictures(const Recording &recording, const StoreInfo &store,
                      const RecordingPicture &picture);
    void showVerification(const QString &text); // empty: nothing to say
    // The lines around one that was found in it.
    void showPlace(const Recording &recording, const TextHit &hit, const TextPlace &place);
    bool showsPlaceIn(const QString &uid) const; // of this recording
    void clearPictures();                        // when they are what is shown
    bool isPlaying() const;
    void clear();

signals:
    void played(const respool::Recording &recording); // somebody looks at it now
    // Where it is now, every few seconds and when it stops; 0 at its beginning and end.
    void reached(respool::RecordingId id, qint64 ms);
    void failed(const QString &text);

private:
    void dressTexts();
    QWidget *makeControls();
    QWidget *makeOverview();
    const Part *describe(const Recording &recording, const StoreInfo &store, bool pictures);
    void tellOfKeptOriginals(const Recording &recording, const StoreInfo &store);
    void goToStart();
    void playFile(const QString &file);
    void showText(const QString &file, PartKind kind);
    void showPosition(qint64 ms);
    void togglePlaying();
    void tellPosition();

    QMediaPlayer *m_player;
    QStackedWidget *m_pages;
    QVideoWidget *m_video;
    QPlainTextEdit *m_text;
    PlaceView *m_place;
    QLabel *m_hint;
    PictureStrip *m_pictures = nullptr;
    QWidget *m_overview;
    QLabel *m_title;
    QLabel *m_note;
    QLabel *m_verification;
    QToolButton *m_toggle = nullptr;
    QSlider *m_seek = nullptr;
    QLabel *m_time = nullptr;
    QToolButton *m_fromStart = nullptr; // while it goes on where somebody left it
    RecordingId m_playing;              // whose video plays
    qint64 m_told = 0;                  // the position that was told last
    QWidget *m_controls;
    Recording m_pictured; // whose pictures are shown
    StoreInfo m_store;
    qint64 m_fromMs = 0; // where playing is to begin
    int m_described = 0; // counts, so that answers about an older one are dropped
    QString m_shown;     // the file whose text was asked for last
};

} // namespace respool
