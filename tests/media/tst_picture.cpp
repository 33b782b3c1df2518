// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/picture.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

using Rgb = std::array<int, 3>;

// A sheet as ffmpeg reads it, without the JPEG reader of the program.
struct Pixels
{
    QByteArray rgb;
    int width = 0;

    Pixels(const QString &jpeg, const PictureReport &report)
        : rgb(samples::ffmpeg({u"-f"_s, u"mjpeg"_s, u"-i"_s, jpeg, u"-f"_s, u"rawvideo"_s,
                               u"-pix_fmt"_s, u"rgb24"_s, u"pipe:1"_s}))
        , width(report.tileWidth * int(report.timesMs.size()))
    {}
    // In the middle of a tile.
    Rgb at(const PictureReport &report, int tile) const
    {
        const qsizetype x = tile * report.tileWidth + report.tileWidth / 2;
        const qsizetype start = 3 * (x + width * (report.tileHeight / 2));
        return {quint8(rgb[start]), quint8(rgb[start + 1]), quint8(rgb[start + 2])};
    }
};

bool isNear(const Rgb &a, const Rgb &b)
{
    for (size_t i = 0; i < a.size(); ++i) {
        if (std::abs(a[i] - b[i]) > 40)
            return false;
    }
    return true;
}

QByteArray words(const Rgb &colour)
{
    return QByteArray::number(colour[0]) + ' ' + QByteArray::number(colour[1]) + ' '
           + QByteArray::number(colour[2]);
}

const QStringList vp8 = {u"-c:v"_s,      u"libvpx"_s, u"-deadline"_s, u"realtime"_s,
                         u"-cpu-used"_s, u"8"_s,      u"-b:v"_s,      u"300k"_s};

// One second of each colour, one after the other.
QStringList colours(const QStringList &names)
{
    QStringList arguments;
    QString filter;
    for (const QString &name : names) {
        arguments << u"-f"_s << u"lavfi"_s << u"-i"_s << u"color=%1:s=160x90:r=10:d=1"_s.arg(name);
        filter += u"[%1:v]"_s.arg(filter.count(u'['));
    }
    return arguments << u"-filter_complex"_s << filter + u"concat=n=%1"_s.arg(names.size());
}

} // namespace

class tst_Picture : public QObject
{
    Q_OBJECT

private slots:
    void poster_passesOverBlack_data();
    void poster_passesOverBlack();
    void poster_prefersWhatHasSomethingOnIt();
    void poster_ofBlackOnlyIsBlack();
    void strip_isSpreadOverTheLength_data();
    void strip_isSpreadOverTheLength();
    void strip_ofAFileThatWasCutEndsWhereItEnds_data();
    void strip_ofAFileThatWasCutEndsWhereItEnds();
    void strip_keepsToItsBudget();
    void strip_stepsOverDamage();
    void picture_keepsTheShape();
    void picture_isRefusedWithWords_data();
    void picture_isRefusedWithWords();
    void picture_survivesGarbage();
    void picture_heedsAStop();
    void options_areBroughtIntoBounds();

private:
    Result<PictureReport> draw(const QByteArray &content, const PictureOptions &options,
                               const std::stop_token &stop = {})
    {
        samples::writeFile(m_folder.filePath(u"in.webm"_s), content);
        TRY_LET(const MediaFile file,
                MediaFile::open(*Directory::open(m_folder.path()), u"in.webm"_s));
        const UniqueFd output(
            ::open(m_jpeg.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        return makePicture(file, output, options, stop);
    }

    QTemporaryDir m_folder;
    const QString m_jpeg = m_folder.filePath(u"out.jpg"_s);
};

#define VERIFY_REPORT(report) \
    QVERIFY2(bool(report), (report) ? "" : qPrintable((report).error().detail))
#define COMPARE_COLOUR(tile, ...) \
    QVERIFY2(isNear(pixels.at(*report, tile), Rgb __VA_ARGS__), \
             words(pixels.at(*report, tile)).constData())

void tst_Picture::poster_passesOverBlack_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::addRow("live vp8") << vp8 + QStringList{u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s};
    QTest::addRow("vp9") << QStringList{u"-c:v"_s,     u"libvpx-vp9"_s, u"-deadline"_s,
                                        u"realtime"_s, u"-f"_s,         u"webm"_s};
    QTest::addRow("h264 in transport")
        << QStringList{u"-c:v"_s, u"libx264"_s, u"-f"_s, u"mpegts"_s};
    QTest::addRow("mpeg4 in avi") << QStringList{u"-c:v"_s, u"mpeg4"_s, u"-f"_s, u"avi"_s};
}

void tst_Picture::poster_passesOverBlack()
{
    QFETCH(QStringList, format);
    const QByteArray clip =
        samples::ffmpeg(colours({u"black"_s, u"0x2060c0"_s}) + format + QStringList{u"pipe:1"_s});
    const auto report = draw(clip, {});
    VERIFY_REPORT(report);
    QCOMPARE(report->timesMs.size(), 1);
    QCOMPARE(report->tileHeight, 90);
    QCOMPARE(report->tileWidth, 160);
    const Pixels pixels(m_jpeg, *report);
    COMPARE_COLOUR(0, {0x20, 0x60, 0xc0});
    QVERIFY(qAbs(report->timesMs.first() - 1000) <= 200);
}

void tst_Picture::poster_prefersWhatHasSomethingOnIt()
{
    const QByteArray clip = samples::ffmpeg(
        QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=0x2060c0:s=160x90:r=10:d=1"_s, u"-f"_s,
                    u"lavfi"_s, u"-i"_s, u"testsrc2=s=160x90:r=10:d=1"_s, u"-filter_complex"_s,
                    u"[0:v][1:v]concat=n=2"_s}
        + vp8 + QStringList{u"-f"_s, u"webm"_s, u"pipe:1"_s});
    const auto report = draw(clip, {});
    VERIFY_REPORT(report);
    QVERIFY(report->timesMs.first() >= 900);
}

void tst_Picture::poster_ofBlackOnlyIsBlack()
{
    const QByteArray clip =
        samples::ffmpeg(colours({u"black"_s}) + vp8 + QStringList{u"-f"_s, u"webm"_s, u"pipe:1"_s});
    const auto report = draw(clip, {});
    VERIFY_REPORT(report);
    const Pixels pixels(m_jpeg, *report);
    COMPARE_COLOUR(0, {0, 0, 0});
}

void tst_Picture::strip_isSpreadOverTheLength_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::addColumn<bool>("finished");
    const QStringList live{u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s};
    const QStringList webm{u"-f"_s, u"webm"_s};
    QTest::addRow("live") << vp8 + QStringList{u"-g"_s, u"5"_s} + live << false;
    QTest::addRow("live with one key frame")
        << vp8 + QStringList{u"-g"_s, u"1000"_s} + live << false;
    QTest::addRow("live and begun late")
        << vp8 + QStringList{u"-g"_s, u"5"_s, u"-output_ts_offset"_s, u"3600"_s} + live << false;
    QTest::addRow("finished") << vp8 + QStringList{u"-g"_s, u"5"_s} + webm << true;
    QTest::addRow("finished and begun late")
        << vp8 + QStringList{u"-g"_s, u"5"_s, u"-output_ts_offset"_s, u"3600"_s} + webm << true;
    QTest::addRow("finished with one key frame")
        << vp8 + QStringList{u"-g"_s, u"1000"_s} + webm << true;
    QTest::addRow("mp4") << QStringList{u"-c:v"_s, u"libx264"_s, u"-f"_s, u"mp4"_s} << true;
    QTest::addRow("transport") << QStringList{u"-c:v"_s, u"libx264"_s, u"-g"_s,
                                              u"5"_s,    u"-f"_s,      u"mpegts"_s}
                               << false;
}

void tst_Picture::strip_isSpreadOverTheLength()
{
    QFETCH(QStringList, format);
    QFETCH(bool, finished);
    const QString path = m_folder.filePath(u"made"_s);
    const QStringList source = colours({u"red"_s, u"0x00ff00"_s, u"blue"_s, u"white"_s}) + format;
    if (finished)
        samples::ffmpeg(source + QStringList{path});
    const QByteArray clip =
        finished ? samples::readFile(path) : samples::ffmpeg(source + QStringList{u"pipe:1"_s});
    const auto report = draw(clip, {.frames = 4});
    VERIFY_REPORT(report);
    QCOMPARE(report->timesMs.size(), 4);
    QVERIFY2(qAbs(report->lengthMs - 4000) <= 250, QByteArray::number(report->lengthMs));
    for (int tile = 0; tile < 4; ++tile)
        QVERIFY2(qAbs(report->timesMs[tile] - (tile * 1000 + 500)) <= 150,
                 QByteArray::number(report->timesMs[tile]));
    const Pixels pixels(m_jpeg, *report);
    COMPARE_COLOUR(0, {255, 0, 0});
    COMPARE_COLOUR(1, {0, 255, 0});
    COMPARE_COLOUR(2, {0, 0, 255});
    COMPARE_COLOUR(3, {255, 255, 255});
}

void tst_Picture::strip_ofAFileThatWasCutEndsWhereItEnds_data()
{
    QTest::addColumn<QStringList>("format");
    QTest::addRow("its index is lost") << QStringList{};
    QTest::addRow("its index is in front") << QStringList{u"-cues_to_front"_s, u"1"_s};
}

void tst_Picture::strip_ofAFileThatWasCutEndsWhereItEnds()
{
    QFETCH(QStringList, format);
    const QString path = m_folder.filePath(u"made.webm"_s);
    samples::ffmpeg(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=160x120:r=10:d=8"_s}
                    + vp8 + QStringList{u"-g"_s, u"5"_s} + format + QStringList{path});
    const QByteArray whole = samples::readFile(path);
    const auto report = draw(whole.first(whole.size() / 2), {.frames = 4});
    VERIFY_REPORT(report);
    QCOMPARE(report->timesMs.size(), 4);
    QVERIFY(report->timesMs.last() < 6000);
    QVERIFY(report->lengthMs > 2000 && report->lengthMs < 6000);
}

void tst_Picture::strip_keepsToItsBudget()
{
    const QByteArray clip = samples::ffmpeg(
        QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=160x120:r=25:d=8"_s} + vp8
        + QStringList{u"-g"_s, u"1000"_s, u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    const auto report = draw(clip, {.frames = 4, .mostFrames = 40});
    VERIFY_REPORT(report);
    // 40 frames of 25 a second: it came no further than the second second.
    QVERIFY2(report->timesMs.last() <= 1600, QByteArray::number(report->timesMs.last()));
    QVERIFY(report->lengthMs > 7500);
}

void tst_Picture::strip_stepsOverDamage()
{
    QByteArray clip = samples::liveWebm({.codec = "libvpx", .seconds = 8, .audio = true});
    const QByteArray noise = samples::randomBytes(5000);
    clip.replace(clip.size() / 2, noise.size(), noise);
    const auto report = draw(clip, {.frames = 4});
    VERIFY_REPORT(report);
    QCOMPARE(report->timesMs.size(), 4);
    QVERIFY(report->timesMs.last() > 6000);
}

void tst_Picture::picture_keepsTheShape()
{
    const QByteArray clip =
        samples::ffmpeg(QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=120x320:r=10:d=1"_s}
                        + vp8 + QStringList{u"-f"_s, u"webm"_s, u"pipe:1"_s});
    const auto report = draw(clip, {.tileHeight = 64, .frames = 2});
    VERIFY_REPORT(report);
    QCOMPARE(report->tileHeight, 64);
    QCOMPARE(report->tileWidth, 24);
    QCOMPARE(Pixels(m_jpeg, *report).rgb.size(), 3 * 48 * 64);
}

void tst_Picture::picture_isRefusedWithWords_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const QByteArray live = samples::liveWebm();
    QTest::newRow("empty") << QByteArray() << u"in.webm"_s;
    QTest::newRow("zeros") << samples::zeros(10'000) << u"in.webm"_s;
    QTest::newRow("noise") << samples::randomBytes(100'000) << u"in.webm"_s;
    QTest::newRow("a head alone") << live.first(300) << u"in.webm"_s;
    QTest::newRow("sound alone") << samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=1"_s, u"-c:a"_s, u"libopus"_s, u"-f"_s, u"webm"_s,
         u"pipe:1"_s}) << u"has no picture"_s;
}

void tst_Picture::picture_isRefusedWithWords()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    for (const int frames : {1, 5}) {
        const auto report = draw(content, {.frames = frames});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Media);
        QVERIFY2(report.error().detail.contains(word), qPrintable(report.error().detail));
    }
}

void tst_Picture::picture_survivesGarbage()
{
    const QByteArray live = samples::liveWebm();
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QByteArray damaged = live;
        const QByteArray noise = samples::randomBytes(64 + 16 * seed, seed);
        damaged.replace(qsizetype(seed) * 977 % (damaged.size() - noise.size()), noise.size(),
                        noise);
        const auto report = draw(damaged, {.frames = seed % 2 ? 1 : 6});
        QVERIFY(report || report.error().code == ErrorCode::Media);
    }
}

void tst_Picture::picture_heedsAStop()
{
    std::stop_source source;
    source.request_stop();
    const auto report = draw(samples::liveWebm(), {.frames = 5}, source.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Interrupted);
}

void tst_Picture::options_areBroughtIntoBounds()
{
    const auto options = PictureOptions::fromJson({{u"tileHeight"_s, 1'000'001},
                                                   {u"frames"_s, -3},
                                                   {u"mostFrames"_s, 0},
                                                   {u"mostBytes"_s, -1}});
    QCOMPARE(options.tileHeight, 360);
    QCOMPARE(options.frames, 1);
    QCOMPARE(options.mostFrames, 1);
    QVERIFY(options.mostBytes > 0);
    const PictureReport report{160, 90, 4000, {1, 2, 3}};
    QCOMPARE(PictureReport::fromJson(report.toJson()).timesMs, report.timesMs);
}

QTEST_GUILESS_MAIN(tst_Picture)
#include "tst_picture.moc"
