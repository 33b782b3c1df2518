// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/playerkeys.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSlider;
class QTimer;
class QToolButton;

namespace respool {

// The buttons of the player, its time, speed, sound and search field. Shows what it is told, and
// says what somebody wants; does nothing by itself. Lives on the ui thread.
class PlayerControls final : public QWidget
{
    Q_OBJECT

public:
    explicit PlayerControls(QWidget *parent = nullptr);

    void setPlaying(bool playing);
    void setTime(const QString &text);
    void setSpeed(double speed);
    void setSkipsIdle(bool skips);
    void setWallClock(bool wall);
    void setVolume(int percent, bool muted);
    void setCan(bool steps, bool sounds, bool searches, bool severalParts);
    void setSelection(bool there);
    void setHits(const QString &text);
    void clearSearch();
    void focusSearch();
    QString searched() const;

    static const QList<double> &speeds();

signals:
    void wanted(respool::PlayerVerb verb);
    void speedChosen(double speed);
    void volumeChosen(int percent);
    void searchWanted(const QString &text);
    void searchLeft(); // Escape in the search field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *button(const QString &iconName, const QString &text, PlayerVerb verb);
    QAction *entry(const QString &text, PlayerVerb verb);
    void fillMenu();
    QLayout *makeButtons();
    QLayout *makeFields();

    QMenu *m_menu;
    QToolButton *m_before = nullptr, *m_toggle = nullptr, *m_after = nullptr, *m_more = nullptr;
    QToolButton *m_time = nullptr, *m_sound = nullptr;
    QComboBox *m_speed;
    QSlider *m_volume;
    QLineEdit *m_search;
    QLabel *m_hits;
    QTimer *m_typing;
    QAction *m_skipIdle = nullptr, *m_wallClock = nullptr, *m_export = nullptr;
    QList<QAction *> m_steps;
};

} // namespace respool
