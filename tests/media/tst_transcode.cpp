// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediaprobe.h"
#include "core/media/transcode.h"
#include "core/media/webm/webmstructure.h"
#include "tests/support/colourvideo.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace respool::samples;
using namespace Qt::Literals::StringLiterals;

class tst_Transcode : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void transcode_makesVp9AndOpusOfAnything_data();
    void transcode_makesVp9AndOpusOfAnything();
    void transcode_cutsToTheFrame_data();
    void transcode_cutsToTheFrame();
    void transcode_ofAClipShowsWhatWasOnScreen();
    void transcode_keepsSoundAndPictureTogether();
    void transcode_joinsPartsThatDiffer();
    void transcode_keepsWhatIsAllowedIfAsked();
    void transcode_comesOverDamage();
    void transcode_tellsWhatItLeavesOut_data();
    void transcode_tellsWhatItLeavesOut();
    void transcode_tellsOfASoundTheFirstPartHasNot();
    void transcode_ofSoundAlone();
    void transcode_refuses_data();
    void transcode_refuses();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString out() const { return path(u"out.webm"_s); }
    Result<WrittenMedia> transcode(const QByteArrayList &contents,
                                   const TranscodeOptions &options = {}) const
    {
        TRY_LET(const Directory folder, Directory::open(m_folder->path()));
        std::vector<MediaFile> sources;
        for (const QByteArray &content : contents) {
            const QString name = u"part-%1"_s.arg(sources.size());
            writeFile(path(name), content);
            TRY_LET(MediaFile source, MediaFile::open(folder, name));
            sources.push_back(std::move(source));
        }
        TRY_LET(const UniqueFd output, folder.createExclusive(u"out.webm"_s, 0600));
        qint64 last = 0;
        return transcodeMedia(sources, output, options, [&](qint64 done, qint64 total) {
            QVERIFY(done >= last && done <= total);
            last = done;
        });
    }
    MediaInfo info() const
    {
        const auto folder = Directory::open(m_folder->path());
        return *probeMedia(*MediaFile::open(*folder, u"out.webm"_s));
    }
    static QStringList codecs(const MediaInfo &info)
    {
        QStringList names;
        for (const StreamInfo &stream : info.streams)
            names << stream.codec;
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Transcode::transcode_makesVp9AndOpusOfAnything_data()
{
    QTest::addColumn<ColourVideo>("how");
    QTest::newRow("live VP8 and Opus") << ColourVideo{};
    QTest::newRow("live VP9 and Vorbis")
        << ColourVideo{.codec = "libvpx-vp9", .audio = "libvorbis"};
    QTest::newRow("H.264 and AAC in MP4")
        << ColourVideo{.codec = "libx264", .audio = "aac", .format = {u"-f"_s, u"mp4"_s}};
    QTest::newRow("H.264 and AAC in a transport stream")
        << ColourVideo{.codec = "libx264", .audio = "aac", .format = {u"-f"_s, u"mpegts"_s}};
    QTest::newRow("MPEG-4 and PCM at 44100 Hz in AVI")
        << ColourVideo{.codec = "mpeg4",
                       .audio = "pcm_s16le",
                       .format = {u"-ar"_s, u"44100"_s, u"-f"_s, u"avi"_s}};
    QTest::newRow("pictures with an odd size in 4:4:4")
        << ColourVideo{.codec = "libx264",
                       .size = "161x121",
                       .audio = "aac",
                       .format = {u"-pix_fmt"_s, u"yuv444p"_s, u"-f"_s, u"mp4"_s}};
}

void tst_Transcode::transcode_makesVp9AndOpusOfAnything()
{
    QFETCH(const ColourVideo, how);
    const auto written = transcode({colourVideo(how)});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(written->warning, QString());
    const MediaInfo media = info();
    QCOMPARE(codecs(media), (QStringList{u"vp9"_s, u"opus"_s}));
    QVERIFY(media.seekable);
    QVERIFY2(qAbs(media.durationMs - 6000) <= 90, qPrintable(QString::number(media.durationMs)));
    for (const double at : {0.1, 1.9, 2.1, 5.9})
        QCOMPARE(colourAt(out(), at), colourOf(int(at)));
    const qint64 tone = toneMs(out());
    QVERIFY2(qAbs(tone - 2000) <= 40, qPrintable(QString::number(tone)));
    ffmpeg({u"-xerror"_s, u"-i"_s, out(), u"-f"_s, u"null"_s, u"-"_s});
}

void tst_Transcode::transcode_cutsToTheFrame_data()
{
    QTest::addColumn<ColourVideo>("how");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const ColourVideo h264{
        .codec = "libx264", .keyEvery = 4, .audio = "aac", .format = {u"-f"_s, u"mp4"_s}};
    QTest::newRow("live VP8 at a second") << ColourVideo{.keyEvery = 4} << 3000 << 5000;
    QTest::newRow("live VP8 within a second") << ColourVideo{.keyEvery = 4} << 1500 << 4500;
    QTest::newRow("live VP9 to the end")
        << ColourVideo{.codec = "libvpx-vp9", .keyEvery = 6} << 3000 << -1;
    QTest::newRow("H.264 with B frames") << h264 << 3000 << 5000;
    QTest::newRow("from the beginning") << ColourVideo{} << 0 << 1500;
}

void tst_Transcode::transcode_cutsToTheFrame()
{
    QFETCH(const ColourVideo, how);
    QFETCH(const int, from);
    QFETCH(const int, to);
    const auto written = transcode({colourVideo(how)}, {.range = {from, to}});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    const int end = to < 0 ? 6000 : to;
    QCOMPARE(written->startMs, from);
    QVERIFY2(qAbs(written->endMs - end) <= 45, qPrintable(QString::number(written->endMs)));
    QVERIFY(qAbs(info().durationMs - (end - from)) <= 45);
    QVERIFY(firstPictureMs(out()) <= 10);
    QCOMPARE(colourAt(out()), colourOf(from / 1000));
    // The first change of the colour is a full second of the source.
    const double change = double(1000 - from % 1000) / 1000;
    QCOMPARE(colourAt(out(), change - 0.06), colourOf(from / 1000));
    QCOMPARE(colourAt(out(), change + 0.06), colourOf(from / 1000 + 1));
    QCOMPARE(colourAt(out(), double(end - from) / 1000 - 0.1), colourOf((end - 100) / 1000));
}

void tst_Transcode::transcode_ofAClipShowsWhatWasOnScreen()
{
    // One picture a second: the one that is on screen at 2.5 s came at 2 s.
    const QByteArray slow = colourVideo(
        {.audio = {}, .format = {u"-r"_s, u"1"_s, u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s}});
    const auto written = transcode({slow}, {.range = {2500, 4500}});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(firstPictureMs(out()), 0);
    QCOMPARE(colourAt(out()), colourAt(path(u"part-0"_s), 2));
    QCOMPARE(colourAt(out(), 0.45), colourAt(path(u"part-0"_s), 3));
}

void tst_Transcode::transcode_keepsSoundAndPictureTogether()
{
    const auto written = transcode({colourVideo({.keyEvery = 5})}, {.range = {1700, 5000}});
    QVERIFY(written);
    const qint64 tone = toneMs(out());
    QVERIFY2(qAbs(tone - 300) <= 20, qPrintable(QString::number(tone)));
    QCOMPARE(colourAt(out(), double(tone) / 1000 - 0.06), "green");
    QCOMPARE(colourAt(out(), double(tone) / 1000 + 0.06), "blue");
}

void tst_Transcode::transcode_joinsPartsThatDiffer()
{
    const auto written =
        transcode({colourVideo({.seconds = 2}),
                   colourVideo({.codec = "libx264",
                                .seconds = 3,
                                .size = "320x240",
                                .audio = "aac",
                                .format = {u"-f"_s, u"mp4"_s}}),
                   colourVideo({.codec = "libvpx-vp9", .seconds = 2, .audio = {}})});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    const MediaInfo media = info();
    QCOMPARE(media.streams.first().width, 160);
    QVERIFY2(qAbs(media.durationMs - 7000) <= 150, qPrintable(QString::number(media.durationMs)));
    for (const auto &[at, second] : {std::pair{0.2, 0}, {1.8, 1}, {2.3, 0}, {4.8, 2}, {6.8, 1}})
        QCOMPARE(colourAt(out(), at), colourOf(second));
    QVERIFY(qAbs(toneMs(out()) - 4000) <= 60);
}

void tst_Transcode::transcode_keepsWhatIsAllowedIfAsked()
{
    const auto written =
        transcode({colourVideo({.codec = "libx264", .format = {u"-f"_s, u"mp4"_s}})},
                  {.range = {}, .keepAllowed = true});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(codecs(info()), (QStringList{u"vp9"_s, u"opus"_s}));
    const auto sound = [](const QString &file) {
        QByteArrayList hashes;
        for (const QByteArray &line : streamHashes(file).split('\n')) {
            if (line.contains(",a,"))
                hashes << line.mid(2);
        }
        return hashes;
    };
    QCOMPARE(sound(out()), sound(path(u"part-0"_s)));
    QVERIFY(qAbs(toneMs(out()) - 2000) <= 20);
}

void tst_Transcode::transcode_comesOverDamage()
{
    QByteArray content = colourVideo();
    content.replace(content.size() / 2, 2000, randomBytes(2000));
    const auto written = transcode({content});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QVERIFY2(written->warning.contains(u"damaged"_s), qPrintable(written->warning));
    QCOMPARE(colourAt(out(), 0.2), "red");
    QVERIFY(info().seekable);
}

// What this ffmpeg is told to rotate by it has turned to the left.
void tst_Transcode::transcode_tellsWhatItLeavesOut_data()
{
    QTest::addColumn<QStringList>("arguments"); // of ffmpeg, between the source and the result
    QTest::addColumn<bool>("keepAllowed");
    QTest::addColumn<QStringList>("words");
    const QStringList copy{u"-c"_s, u"copy"_s, u"-map"_s, u"0"_s};
    const QStringList matroska{u"-f"_s, u"matroska"_s};
    const QStringList twoSounds = copy + QStringList{u"-map"_s, u"0:a"_s} + matroska;
    QTest::newRow("nothing") << copy + matroska << false << QStringList();
    QTest::newRow("a second sound")
        << twoSounds << false << QStringList{u"left out: audio (opus)"_s};
    QTest::newRow("a second sound beside a kept one")
        << twoSounds << true << QStringList{u"left out: audio (opus)"_s};
    QTest::newRow("subtitles") << copy + QStringList{u"-map"_s, u"1"_s} + matroska << false
                               << QStringList{u"left out: subtitle (subrip)"_s};
    QTest::newRow("transparency")
        << QStringList{u"-map"_s, u"0"_s,      u"-vf"_s,           u"format=yuva420p"_s,
                       u"-c:v"_s, u"libvpx"_s, u"-auto-alt-ref"_s, u"0"_s,
                       u"-f"_s,   u"webm"_s}
        << false << QStringList{u"transparency"_s};
    QTest::newRow("transparency in the pixels")
        << QStringList{u"-map"_s, u"0"_s, u"-vf"_s, u"format=rgba"_s, u"-c:v"_s, u"png"_s}
               + matroska
        << false << QStringList{u"transparency"_s};
    QTest::newRow("a turn") << copy
                                   + QStringList{u"-metadata:s:v:0"_s, u"rotate=90"_s, u"-f"_s,
                                                 u"mp4"_s}
                            << false << QStringList{u"turned by 270 degrees to the right"_s};
}

void tst_Transcode::transcode_tellsWhatItLeavesOut()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, keepAllowed);
    QFETCH(const QStringList, words);
    writeFile(path(u"from"_s),
              colourVideo({.codec = "libx264", .seconds = 2, .format = {u"-f"_s, u"matroska"_s}}));
    writeFile(path(u"words.srt"_s), "1\n00:00:00,000 --> 00:00:01,000\nhello\n");
    ffmpeg(QStringList{u"-i"_s, path(u"from"_s), u"-i"_s, path(u"words.srt"_s)} + arguments
           + QStringList{path(u"made"_s)});
    const auto written =
        transcode({readFile(path(u"made"_s))}, {.range = {}, .keepAllowed = keepAllowed});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    for (const QString &word : words) {
        QVERIFY2(written->warning.contains(word), qPrintable(written->warning));
        QVERIFY2(written->warning.contains(path(u"part-0"_s)), qPrintable(written->warning));
    }
    QCOMPARE(written->warning.isEmpty(), words.isEmpty());
}

void tst_Transcode::transcode_tellsOfASoundTheFirstPartHasNot()
{
    const auto written =
        transcode({colourVideo({.seconds = 1, .audio = {}}), colourVideo({.seconds = 1})});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    const QString warning = path(u"part-1"_s) + u" has sound, which is left out"_s;
    QVERIFY2(written->warning.contains(warning), qPrintable(written->warning));
}

void tst_Transcode::transcode_ofSoundAlone()
{
    const QByteArray sound = ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=3:r=44100"_s, u"-f"_s, u"wav"_s, u"pipe:1"_s});
    const auto written = transcode({sound}, {.range = {500, 2500}});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(codecs(info()), QStringList{u"opus"_s});
    QVERIFY2(qAbs(info().durationMs - 2000) <= 25, qPrintable(QString::number(info().durationMs)));
}

void tst_Transcode::transcode_refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no media") << randomBytes(5000) << -1 << -1 << ErrorCode::Media;
    QTest::newRow("nothing") << QByteArray() << -1 << -1 << ErrorCode::Media;
    QTest::newRow("a head without packets") << liveWebm().left(400) << -1 << -1 << ErrorCode::Media;
    QTest::newRow("a range behind the end")
        << liveWebm() << 9000 << -1 << ErrorCode::InvalidArgument;
    QTest::newRow("an empty range") << liveWebm() << 900 << 900 << ErrorCode::InvalidArgument;
}

void tst_Transcode::transcode_refuses()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const ErrorCode, code);
    const auto written = transcode({content}, {.range = {from, to}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
}

QTEST_GUILESS_MAIN(tst_Transcode)
#include "tst_transcode.moc"
