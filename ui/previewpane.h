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

// Plays the video part of a recording, or shows the beginning of its text. Lives on the ui
// thread; text is read on a pool thread.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void play(const Recording &recording, const StoreInfo &store);
    void clear();

signals:
    void failed(const QString &text);

private:
    QWidget *makeControls();
    void playFile(const QString &file);
    void showText(const QString &file, PartKind kind);
    void showPosition(qint64 ms);
    void togglePlaying();

    QMediaPlayer *m_player;
    QStackedWidget *m_pages;
    QVideoWidget *m_video;
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QLabel *m_title;
    QLabel *m_note;
    QToolButton *m_toggle = nullptr;
    QSlider *m_seek = nullptr;
    QLabel *m_time = nullptr;
    QWidget *m_controls;
    QString m_shown; // the file whose text was asked for last
};

} // namespace respool
