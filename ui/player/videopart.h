// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/replaycatalog.h"
#include "ui/player/frametimes.h"
#include "ui/player/partplayer.h"

#include <optional>

class QAudioOutput;
class QMediaPlayer;
class QTimer;
class QVideoFrame;

namespace respool {

class VideoSource;
class VideoView;

// Plays videos by QtMultimedia, from a source that makes them seekable in memory. What grows is
// looked at again while it plays.
class VideoPart final : public PartPlayer
{
    Q_OBJECT

public:
    VideoPart(ReplayCatalog &replays, QWidget *parent);
    ~VideoPart() override;

    QWidget *view() const override;
    void open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs) override;
    void close() override;
    void setGrowing(bool growing) override;
    void setPlaying(bool playing) override;
    void setSpeed(double speed) override;
    void setSkipsIdle(bool skips) override { m_skipsIdle = skips; } // where there is no sound
    void seek(qint64 ms) override;
    qint64 position() const override;
    void step(int direction) override;
    void showFound(const QString &) override {}
    PartFacts facts() const override { return {}; }
    QImage snapshot() const override;

    void setVolume(double volume); // 0 to 1
    void setMuted(bool muted);

private:
    void makePlayer();
    void load(const ReplayCatalog::Video &video);
    void begin();
    void showStatus();
    void showPosition(qint64 ms);
    void showFrame(const QVideoFrame &frame);
    void askForFrames();
    bool isEarly(qint64 frameMs) const;
    void goTo(qint64 ms);
    void goOn();
    void skipIdle(qint64 ms);
    void lookAgain();

    ReplayCatalog &m_replays;
    VideoView *m_view;
    QMediaPlayer *m_player = nullptr; // made when it is wanted first, which takes a while
    QAudioOutput *m_audio = nullptr;
    QTimer *m_look;
    ReplayCatalog::Video m_video;
    std::unique_ptr<VideoSource> m_source; // of m_video; the player has it
    std::optional<qint64> m_from;          // where to go as soon as that is possible
    // A player shows the frame that comes next when none begins where it is sent. It is sent to the
    // frame that is seen at that time first, and then on.
    std::optional<qint64> m_onTo;
    FrameTimes m_frames;   // of m_video, when they have been read
    qint64 m_frameMs = 40; // how long a frame lasts, where they are not known
    qint64 m_frameAtMs = 0;
    bool m_playing = false; // as was wished
    bool m_growing = false;
    bool m_atEnd = false;
    double m_speed = 1;
    double m_volume = 1;
    bool m_muted = false;
    bool m_skipsIdle = false;
    int m_opened = 0; // counts, so that answers about an older part are dropped
};

} // namespace respool
