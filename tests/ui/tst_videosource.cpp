// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/media/mediahost.h"
#include "core/replayfile.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"
#include "ui/videosource.h"

#include <QMediaPlayer>
#include <QVideoFrame>
#include <QVideoSink>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// With the real player, as the window uses it.
class tst_VideoSource : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void player_seeksInALiveVideo();
    void player_saysThatAVideoHasGone();

private:
    std::shared_ptr<const SeekableVideo> open(const QByteArray &content);

    StoreFixture m_files;
    StoreInfo m_store;
    MediaHost m_host;
};

void tst_VideoSource::initTestCase()
{
    m_store.kind = StoreKind::Folder;
    m_store.uid = ensureIdentity(m_files.root(), StoreKind::Folder)->uid;
    m_store.path = m_files.path();
}

std::shared_ptr<const SeekableVideo> tst_VideoSource::open(const QByteArray &content)
{
    m_files.write(u"a.webm"_s, content);
    const Recording recording = readRecording(m_files.root(), m_store, u"a.webm"_s);
    const auto video =
        SeekableVideo::open(m_host, {recording, m_store, recording.parts.value(0)}, {});
    return video ? *video : nullptr;
}

void tst_VideoSource::player_seeksInALiveVideo()
{
    const auto video = open(samples::liveWebm({.seconds = 6}));
    QVERIFY(video && video->isIndexed());
    const VideoSource source(video);
    QVideoSink sink;
    qint64 shownMs = -1;
    connect(&sink, &QVideoSink::videoFrameChanged, this,
            [&](const QVideoFrame &frame) { shownMs = frame.startTime() / 1000; });
    QMediaPlayer player;
    QString trouble;
    connect(&player, &QMediaPlayer::errorOccurred, this,
            [&](QMediaPlayer::Error, const QString &text) { trouble = text; });
    player.setVideoSink(&sink);
    player.setSource(source.url());
    player.pause();
    QTRY_VERIFY2(shownMs >= 0, qPrintable(trouble));
    QVERIFY(player.isSeekable());
    QVERIFY(qAbs(player.duration() - video->durationMs()) < 100);
    for (const qint64 ms : {4000, 1000, 5000, 2000, 500, 3000, 1500, 5500, 100, 4500}) {
        player.setPosition(ms);
        QTRY_VERIFY2(qAbs(shownMs - ms) <= 150, qPrintable(u"%1 at %2"_s.arg(shownMs).arg(ms)));
    }
    QCOMPARE(trouble, QString());
    player.setSource(QUrl());
}

void tst_VideoSource::player_saysThatAVideoHasGone()
{
    auto source = std::make_unique<VideoSource>(open(samples::liveWebm()));
    const QUrl url = source->url();
    source.reset();
    QMediaPlayer player;
    player.setSource(url);
    player.play();
    QTRY_VERIFY(player.error() != QMediaPlayer::NoError);
}

QTEST_MAIN(tst_VideoSource)
#include "tst_videosource.moc"
