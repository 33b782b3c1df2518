// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingtimeline.h"
#include "core/workorder.h"
#include "ui/player/playerkeys.h"
#include "ui/player/replayshelf.h"
#include "ui/player/seekbar.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace respool {

class ElidedLabel;
class KeyHelp;
class LogPart;
class PartPlayer;
class PictureCatalog;
class PlayerControls;
class PlayerSearch;
class ReplayCatalog;
class TerminalPart;
class VideoPart;

// How somebody likes to watch; outlives the program.
struct PlayerManners
{
    bool skipsIdle = false;
    bool wallClock = false;
    int volume = 100; // percent

    bool operator==(const PlayerManners &) const = default;
};

// Plays a recording: all its parts on one timeline, whatever their kind. Lives on the ui thread;
// opens no file there. What goes wrong with a part is said in the pane itself.
class PlayerPane final : public QWidget
{
    Q_OBJECT

public:
    PlayerPane(ReplayCatalog &replays, PictureCatalog &pictures, QWidget *parent = nullptr);
    ~PlayerPane() override;

    void setManners(const PlayerManners &manners);
    const PlayerManners &manners() const { return m_manners; }

    void play(const Recording &recording, const StoreInfo &store, qint64 fromMs = 0);
    // From so far into one of its parts on, where found was found.
    void playAt(const Recording &recording, const StoreInfo &store, const QString &part,
                qint64 partMs, const QString &found);
    void refresh(const Recording &recording); // what is shown is known better now
    void clear();
    RecordingId shown() const { return m_recording.id; }   // 0: nothing
    bool isRecorded() const { return m_recording.active; } // what is shown, at this moment
    bool isBusy() const;                                   // it plays, or stands within a recording
    bool isPlaying() const { return m_playing; }
    qint64 positionMs() const { return m_bar->position(); }
    double speed() const { return m_speed; }
    void act(PlayerVerb verb, int tenth = 0);
    void setDetached(bool detached, bool fullScreen); // where it is now: for its buttons

signals:
    void played(const respool::Recording &recording); // somebody looks at it now
    // Where it is now, every few seconds and when it stops; 0 at its beginning and end.
    void reached(respool::RecordingId id, qint64 ms);
    void mannersChanged();
    void exportWanted(const respool::Recording &recording, const QString &part,
                      const respool::TimeRange &range);
    void told(const QString &text);
    void detachWanted();
    void fullScreenWanted();
    void leaveWanted(); // Escape, when there is nothing in here to leave
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Deed = void (*)(PlayerPane &);

    static const QHash<PlayerVerb, Deed> &deedsInTime();
    static const QHash<PlayerVerb, Deed> &otherDeeds();
    QLayout *makeHead();
    QWidget *makeTrouble();
    void dressTexts();
    void connectPart(PartPlayer *player);
    void connectControls();
    PartPlayer *playerOf(PartKind kind) const;
    void begin(const Recording &recording, const StoreInfo &store);
    void openPart(const PartPlace &place);
    void askPictures();
    void tellOfKeptOriginals();
    void seek(qint64 ms);
    void seekBy(qint64 ms);
    void goTo(const PartPlace &place);
    void toPart(int part);
    void goLive();
    void step(int direction);
    void selectText();
    void toggleSound();
    QList<SeekMark> markers() const;
    const SeekMark *nextMark(const QList<SeekMark> &marks, int direction) const;
    void toMark(const QList<SeekMark> &marks, int direction);
    void toHit(int direction);
    void setPlaying(bool playing);
    void changeSpeed(int direction);
    void setSpeed(double speed);
    void toggleManner(bool PlayerManners::*manner);
    void applyManners();
    void mark(PlayerVerb verb);
    void exportSelection();
    void copyPicture();
    void savePicture();
    void writePicture(const QImage &picture, const QString &file);
    void search(const QString &text);
    void showHits();
    void showMoved(qint64 partMs);
    void learnLength(qint64 ms, bool isAll);
    void showFacts();
    void showPart();
    void showTime();
    void goOn(); // to the next part, at the end of one
    void showFailure(const Error &error);
    void notice(const QString &text);
    void showWaiting(bool waits);
    void tellPosition();
    bool isGrowing() const;

    ReplayShelf m_shelf;
    PictureCatalog &m_pictures;
    ElidedLabel *m_title, *m_note, *m_notice;
    QLabel *m_kept, *m_trouble;
    QPushButton *m_again, *m_next;
    QToolButton *m_live, *m_detach, *m_fullScreen, *m_close;
    QStackedWidget *m_pages;
    QWidget *m_troublePage;
    SeekBar *m_bar;
    PlayerControls *m_controls;
    KeyHelp *m_help;
    VideoPart *m_video;
    TerminalPart *m_terminal;
    LogPart *m_log;
    PlayerSearch *m_search;
    QTimer *m_noticeTime, *m_waitTime;

    Recording m_recording;
    StoreInfo m_store;
    RecordingTimeline m_timeline;
    PlayerManners m_manners;
    int m_hitWanted = 0; // to the next or the last hit, as soon as it is found
    PartPlayer *m_current = nullptr;
    int m_part = -1;
    QHash<int, QList<SeekMark>> m_markers; // of each part that was opened
    SeekSelection m_selection;
    QString m_partTrouble; // why not all of the part is shown
    qint64 m_told = 0;     // the position that was told last
    double m_speed = 1;
    int m_shownCount = 0; // counts, so that answers about an older recording are dropped
    bool m_playing = false;
    bool m_failed = false;
    bool m_muted = false;
    bool m_detached = false;
};

} // namespace respool
