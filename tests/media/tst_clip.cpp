// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/clip.h"
#include "core/media/webm/webmstructure.h"
#include "tests/support/colourvideo.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace respool::samples;
using namespace Qt::Literals::StringLiterals;

class tst_Clip : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void clip_beginsAtTheKeyFrameBefore_data();
    void clip_beginsAtTheKeyFrameBefore();
    void clip_ofTheWholeKeepsEveryPacket();
    void clip_keepsSoundAndPictureTogether();
    void clip_ofSoundAloneBeginsAtItsPacket();
    void clip_takesAnyContainerWithTheseCodecs();
    void clip_ofADamagedFileTellsIt();
    void clip_refuses_data();
    void clip_refuses();
    void clip_tellsProgressInOrder();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Result<WrittenMedia> clip(const QByteArray &content, const TimeRange &range,
                              const MediaProgress &progress = {}) const
    {
        writeFile(path(u"in"_s), content);
        TRY_LET(const Directory folder, Directory::open(m_folder->path()));
        TRY(folder.removeFile(u"out.webm"_s));
        TRY_LET(const MediaFile source, MediaFile::open(folder, u"in"_s));
        TRY_LET(const UniqueFd output, folder.createExclusive(u"out.webm"_s, 0600));
        return clipMedia(source, output, range, progress);
    }
    WebmStructure structure() const
    {
        const auto folder = Directory::open(m_folder->path());
        return *readWebmStructure(*MediaFile::open(*folder, u"out.webm"_s));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Clip::clip_beginsAtTheKeyFrameBefore_data()
{
    QTest::addColumn<QByteArray>("codec");
    QTest::addColumn<bool>("live");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("start");
    for (const char *codec : {"libvpx", "libvpx-vp9"}) {
        for (const bool live : {true, false}) {
            const auto row = [&](const char *what, int from, int to, int start) {
                QTest::addRow("%s, %s, %s", codec, live ? "live" : "finished", what)
                    << QByteArray(codec) << live << from << to << start;
            };
            row("at a key frame", 2000, 4000, 2000);
            row("between two", 3200, 4500, 2000);
            row("just before one", 3970, 5000, 2000);
            row("from the beginning", -1, 1500, 0);
            row("to the end", 4100, -1, 4000);
        }
    }
}

void tst_Clip::clip_beginsAtTheKeyFrameBefore()
{
    QFETCH(const QByteArray, codec);
    QFETCH(const bool, live);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, start);
    ColourVideo how{.codec = codec};
    if (!live)
        how.format.resize(2);
    const auto written = clip(colourVideo(how), {from, to});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(written->warning, QString());
    QVERIFY2(qAbs(written->startMs - start) <= 10, qPrintable(QString::number(written->startMs)));
    const qint64 end = to < 0 ? 6000 : to;
    QVERIFY2(qAbs(written->endMs - end) <= 45, qPrintable(QString::number(written->endMs)));
    QVERIFY(qAbs(written->durationMs - (end - start)) <= 60);

    const QString out = path(u"out.webm"_s);
    QCOMPARE(written->outputBytes, QFileInfo(out).size());
    QVERIFY(structure().seekable());
    QVERIFY(firstPictureMs(out) <= 10);
    QCOMPARE(colourAt(out), colourOf(start / 1000));
    const double length = double(end - start) / 1000;
    QCOMPARE(colourAt(out, length - 0.1), colourOf(int((end - 100) / 1000)));
    QCOMPARE(colourAt(out, length + 0.1), "none");
}

void tst_Clip::clip_ofTheWholeKeepsEveryPacket()
{
    const QByteArray content = liveWebm();
    QVERIFY(clip(content, {}));
    QCOMPARE(packetList(path(u"out.webm"_s)), packetList(path(u"in"_s)));
}

void tst_Clip::clip_keepsSoundAndPictureTogether()
{
    // The tone is heard while the picture is blue.
    QVERIFY(clip(colourVideo({.keyEvery = 1}), {1000, 5000}));
    const QString out = path(u"out.webm"_s);
    QCOMPARE(colourAt(out, 0.9), "green");
    QCOMPARE(colourAt(out, 1.1), "blue");
    const qint64 tone = toneMs(out);
    QVERIFY2(qAbs(tone - 1000) <= 20, qPrintable(QString::number(tone)));
}

void tst_Clip::clip_ofSoundAloneBeginsAtItsPacket()
{
    const QByteArray sound =
        ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=5"_s, u"-c:a"_s, u"libopus"_s, u"-f"_s,
                u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    const auto written = clip(sound, {1010, 3000});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QVERIFY(written->startMs > 980 && written->startMs <= 1020);
    QVERIFY(qAbs(written->endMs - 3000) <= 25);
    QVERIFY(structure().seekable());
}

void tst_Clip::clip_takesAnyContainerWithTheseCodecs()
{
    const auto written =
        clip(colourVideo({.codec = "libvpx-vp9", .format = {u"-f"_s, u"mp4"_s}}), {2500, 4000});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(colourAt(path(u"out.webm"_s)), "blue");
}

void tst_Clip::clip_ofADamagedFileTellsIt()
{
    QByteArray content = colourVideo();
    content.replace(content.size() / 2, 3000, randomBytes(3000));
    const auto written = clip(content, {0, 6000});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QVERIFY2(written->warning.contains(u"damaged"_s), qPrintable(written->warning));
    QVERIFY(structure().seekable());
}

void tst_Clip::clip_refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("a beginning behind the end")
        << liveWebm() << 9000 << 9500 << ErrorCode::InvalidArgument << u"before the clip begins"_s;
    QTest::newRow("an end before the beginning")
        << liveWebm() << 2000 << 1000 << ErrorCode::InvalidArgument << u"ends after"_s;
    QTest::newRow("a codec") << mpeg4Matroska() << 0 << 500 << ErrorCode::Refused << u"mpeg4"_s;
    QTest::newRow("no media") << randomBytes(5000) << 0 << 500 << ErrorCode::Media << u"in"_s;
    QTest::newRow("a head without packets")
        << liveWebm().left(400) << 0 << 500 << ErrorCode::Media << u"in"_s;
}

void tst_Clip::clip_refuses()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto written = clip(content, {from, to});
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    QVERIFY2(written.error().detail.contains(word), qPrintable(written.error().detail));
}

void tst_Clip::clip_tellsProgressInOrder()
{
    qint64 last = 0, calls = 0, total = 0;
    bool ordered = true;
    QVERIFY(clip(colourVideo(), {2000, -1}, [&](qint64 done, qint64 all) {
        ordered = ordered && done >= last && done <= all;
        last = done;
        total = all;
        ++calls;
    }));
    QVERIFY(calls > 2);
    QVERIFY(ordered);
    QCOMPARE(last, total);
}

QTEST_GUILESS_MAIN(tst_Clip)
#include "tst_clip.moc"
