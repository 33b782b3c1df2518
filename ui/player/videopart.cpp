// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/videopart.h"

#include "core/seekablevideo.h"
#include "ui/player/playdriver.h"
#include "ui/player/videoview.h"
#include "ui/videosource.h"

#include <QAudioOutput>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>
#include <utility>

namespace respool {

namespace {

constexpr int lookEveryMs = 3000;
constexpr qint64 mostFrameMs = 250; // what is further apart is no frame beside another
constexpr qint64 earlyMs = 30;      // so much before its time a frame may come

} // namespace

VideoPart::VideoPart(ReplayCatalog &replays, QWidget *parent)
    : PartPlayer(parent)
    , m_replays(replays)
    , m_view(new VideoView(parent))
    , m_look(new QTimer(this))
{
    m_look->setInterval(lookEveryMs);
    connect(m_look, &QTimer::timeout, this, &VideoPart::lookAgain);
}

VideoPart::~VideoPart()
{
    if (!m_player)
        return;
    m_player->disconnect(this);
    m_player->stop();
    m_player->setSource({}); // before what it reads goes
}

void VideoPart::makePlayer()
{
    if (m_player)
        return;
    m_player = new QMediaPlayer(this);
    m_audio = new QAudioOutput(this);
    auto *sink = new QVideoSink(this);
    m_player->setVideoOutput(sink);
    m_player->setAudioOutput(m_audio);
    setVolume(m_volume);
    setMuted(m_muted);
    connect(sink, &QVideoSink::videoFrameChanged, this, &VideoPart::showFrame);
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, &VideoPart::showStatus);
    connect(m_player, &QMediaPlayer::seekableChanged, this, &VideoPart::begin);
    connect(m_player, &QMediaPlayer::positionChanged, this, &VideoPart::showPosition);
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 ms) {
        if (ms > 0 && m_video)
            emit lengthKnown(ms, true);
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString &text) {
                emit failed({ErrorCode::Media, text});
            });
}

// How long a frame lasts is seen from those that follow each other.
void VideoPart::showFrame(const QVideoFrame &frame)
{
    const qint64 at = frame.startTime() / 1000;
    if (isEarly(at))
        return; // it comes once more in its time
    if (at > m_frameAtMs && at - m_frameAtMs <= mostFrameMs)
        m_frameMs = at - m_frameAtMs;
    m_frameAtMs = at;
    m_view->showFrame(frame);
    if (m_onTo && m_frames.at(*m_onTo).value_or(at) - at <= 1)
        QMetaObject::invokeMethod(this, &VideoPart::goOn,
                                  Qt::QueuedConnection); // not within a seek
}

void VideoPart::goOn()
{
    if (const auto ms = std::exchange(m_onTo, {}))
        m_player->setPosition(*ms);
}

void VideoPart::askForFrames()
{
    m_replays.frames(m_video).then(this,
                                   [this, video = m_video](const Result<QList<quint32>> &frames) {
                                       if (video != m_video || !frames)
                                           return; // nobody is told: it plays without them
                                       m_frames = FrameTimes(*frames);
                                       if (!m_playing && !m_from && isEarly(m_frameAtMs))
                                           goTo(m_player->position());
                                   });
}

// Nothing is early as long as there was nothing to be seen.
bool VideoPart::isEarly(qint64 frameMs) const
{
    const qint64 now = m_player->position();
    return frameMs > now + earlyMs && m_frames.at(now);
}

void VideoPart::goTo(qint64 ms)
{
    const qint64 frame = m_frames.at(ms).value_or(ms);
    m_onTo = ms - frame > mostFrameMs ? std::optional(ms) : std::nullopt;
    m_player->setPosition(frame);
}

QWidget *VideoPart::view() const
{
    return m_view;
}

void VideoPart::open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs)
{
    close();
    makePlayer();
    m_from = fromMs;
    m_replays.openVideo(recording, store, recording.parts[part])
        .then(this, [this, opened = m_opened](const Result<ReplayCatalog::Video> &video) {
            if (opened != m_opened)
                return;
            if (video)
                load(*video);
            else
                emit failed(video.error());
        });
}

void VideoPart::close()
{
    ++m_opened;
    m_look->stop();
    m_playing = false;
    m_growing = false;
    m_atEnd = false;
    m_from.reset();
    m_onTo.reset();
    if (m_player) {
        m_player->stop();
        m_player->setSource({});
    }
    m_source.reset();
    m_video.reset();
    m_view->showFrame({});
}

void VideoPart::load(const ReplayCatalog::Video &video)
{
    m_player->stop();
    m_player->setSource({});
    m_video = video;
    m_onTo.reset();
    m_frames = {};
    askForFrames();
    m_source = std::make_unique<VideoSource>(video);
    m_atEnd = false;
    m_player->setSource(m_source->url());
    m_player->setPlaybackRate(m_speed);
    if (m_playing)
        m_player->play();
    else
        m_player->pause(); // shows its first frame
    if (video->durationMs() > 0)
        emit lengthKnown(video->durationMs(), true);
    if (m_growing)
        m_look->start();
}

// Where it was to begin, as soon as the player can go there.
void VideoPart::begin()
{
    const auto status = m_player->mediaStatus();
    const bool ready = status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia
                       || status == QMediaPlayer::BufferingMedia;
    if (!m_from || !ready || !m_player->isSeekable())
        return;
    if (const qint64 from = *std::exchange(m_from, {}); from > 0)
        goTo(from);
}

void VideoPart::showStatus()
{
    begin();
    if (m_player->mediaStatus() != QMediaPlayer::EndOfMedia || m_atEnd)
        return;
    m_atEnd = true;
    if (m_growing)
        return; // there will be more
    m_playing = false;
    emit ended();
}

void VideoPart::showPosition(qint64 ms)
{
    if (m_from || m_onTo || !m_video)
        return;
    emit moved(ms);
    if (m_skipsIdle && m_playing && !m_player->hasAudio())
        skipIdle(ms);
}

// As in terminals and logs. Where there is sound a still picture is not idle.
void VideoPart::skipIdle(qint64 ms)
{
    const auto frame = m_frames.at(ms);
    const auto next = m_frames.after(ms);
    if (frame && next && *next - *frame >= PlayDriver::leastSkippedMs
        && ms >= *frame + PlayDriver::keptIdleMs)
        m_player->setPosition(*next);
}

void VideoPart::setGrowing(bool growing)
{
    m_growing = growing;
    if (growing && m_video)
        m_look->start();
    else if (!growing)
        m_look->stop();
    // It has waited for what will not come.
    if (!growing && m_atEnd && std::exchange(m_playing, false))
        emit ended();
}

// A longer file is another video: it is loaded when the one that plays has nothing more to show,
// and goes on where that ended.
void VideoPart::lookAgain()
{
    const bool nearEnd =
        m_atEnd || m_player->position() + lookEveryMs + 1000 >= m_player->duration();
    if (!m_video || !nearEnd)
        return;
    m_replays.lookAgain(m_video).then(
        this, [this, opened = m_opened](const Result<ReplayCatalog::Video> &video) {
            if (opened != m_opened || !m_growing)
                return;
            if (!video) {
                emit failed(video.error());
            } else if (*video != m_video) {
                m_from = m_player->position();
                load(*video);
            } else {
                m_growing = (*video)->isGrowing();
            }
        });
}

void VideoPart::setPlaying(bool playing)
{
    m_playing = playing;
    if (!m_video)
        return;
    if (!playing) {
        m_player->pause();
    } else if (!m_atEnd || !m_growing) {
        m_atEnd = false;
        m_player->play();
    }
}

void VideoPart::setSpeed(double speed)
{
    m_speed = speed;
    if (m_player)
        m_player->setPlaybackRate(speed);
}

void VideoPart::seek(qint64 ms)
{
    ms = std::max<qint64>(0, ms);
    if (!m_video || m_from) {
        m_from = ms;
        return;
    }
    if (m_atEnd) {
        m_atEnd = false;
        if (m_playing)
            m_player->play();
        else
            m_player->pause();
    }
    goTo(ms);
    emit moved(ms);
}

qint64 VideoPart::position() const
{
    if (m_from || m_onTo)
        return m_from ? *m_from : *m_onTo;
    return m_player ? m_player->position() : 0;
}

void VideoPart::step(int direction)
{
    const qint64 now = position();
    const qint64 shown = m_frames.at(now).value_or(now);
    const auto other = direction > 0 ? m_frames.after(now) : m_frames.at(shown - 1);
    seek(other.value_or(now + direction * m_frameMs));
}

QImage VideoPart::snapshot() const
{
    return m_view->snapshot();
}

void VideoPart::setVolume(double volume)
{
    m_volume = volume;
    if (m_audio)
        m_audio->setVolume(float(volume));
}

void VideoPart::setMuted(bool muted)
{
    m_muted = muted;
    if (m_audio)
        m_audio->setMuted(muted);
}

} // namespace respool
