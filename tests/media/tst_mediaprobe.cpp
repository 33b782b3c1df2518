// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/mediaprobe.h"
#include "tests/support/brokenwebm.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_MediaProbe : public QObject
{
    Q_OBJECT

private slots:
    void probe_tellsWhatAFileHolds_data();
    void probe_tellsWhatAFileHolds();
    void probe_refusesWithWords_data();
    void probe_refusesWithWords();
    void probe_opensNoOtherFile();
    void probe_refusesLinksAndPipes();
    void probe_ofAnotherContainer();
    void probe_tellsHowAWebmIsMade();
    void probe_namesDamage();
    void probe_readsLittleOfALargeFile();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Result<MediaInfo> probe(const QString &name) const
    {
        TRY_LET(const MediaFile file, MediaFile::open(*Directory::open(m_folder.path()), name));
        return probeMedia(file);
    }

    QTemporaryDir m_folder;
};

void tst_MediaProbe::probe_tellsWhatAFileHolds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("seekable");
    QTest::addColumn<qint64>("durationMs");
    QTest::addColumn<int>("streams");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<bool>("sound");
    QTest::newRow("live") << samples::liveWebm() << false << qint64(0) << 2 << u"vp8"_s << true;
    QTest::newRow("finished") << samples::seekableWebm() << true << qint64(2000) << 1 << u"vp8"_s
                              << true;
    QTest::newRow("cut") << samples::seekableWebm().chopped(100) << false << qint64(2000) << 1
                         << u"vp8"_s << false;
    QTest::newRow("another codec")
        << samples::mpeg4Matroska() << false << qint64(0) << 1 << u"mpeg4"_s << true;
}

void tst_MediaProbe::probe_tellsWhatAFileHolds()
{
    QFETCH(QByteArray, content);
    samples::writeFile(path(u"a.webm"_s), content);
    const auto info = probe(u"a.webm"_s);
    QVERIFY2(bool(info), info ? "" : qPrintable(info.error().detail));
    QTEST(info->seekable, "seekable");
    QTEST(info->durationMs, "durationMs");
    QTEST(int(info->streams.size()), "streams");
    QTEST(info->streams.first().codec, "codec");
    QTEST(info->problem.isEmpty(), "sound");
    QCOMPARE(info->bytes, qint64(content.size()));
    QCOMPARE(info->container,
             info->streams.first().codec == "mpeg4"_L1 ? u"matroska"_s : u"webm"_s);
    QCOMPARE(info->streams.first().kind, StreamInfo::Kind::Video);
    QCOMPARE(info->streams.first().width, 160);
    QCOMPARE(info->streams.first().height, 120);
}

void tst_MediaProbe::probe_refusesWithWords_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const QByteArray live = samples::liveWebm();
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("zeros") << samples::zeros(5000) << u"only zeros"_s;
    QTest::newRow("random") << samples::randomBytes(5000) << u"no media"_s;
    QTest::newRow("more random") << samples::randomBytes(200'000, 5) << u"no media"_s;
    QTest::newRow("text") << samples::asciicast() << u"no media"_s;
    QTest::newRow("cut before the tracks") << live.first(60) << u"before its tracks"_s;
    QTest::newRow("cut in the tracks") << live.first(live.indexOf("V_VP8")) << u"tracks"_s;
    QTest::newRow("head alone") << live.first(live.indexOf("\x1F\x43\xB6\x75"))
                                << u"first packet"_s;
    QTest::newRow("EBML of another kind")
        << QByteArray("\x1A\x45\xDF\xA3\x88\x42\x82\x85notes", 13) << u"no WebM"_s;
}

void tst_MediaProbe::probe_refusesWithWords()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    samples::writeFile(path(u"recording-0.webm"_s), content);
    const auto info = probe(u"recording-0.webm"_s);
    QVERIFY(!info);
    QCOMPARE(info.error().code, ErrorCode::Media);
    QVERIFY2(info.error().detail.contains(word), qPrintable(info.error().detail));
    QVERIFY(info.error().detail.contains(path(u"recording-0.webm"_s)));
}

// A playlist named like a recording must not make us read what it names.
void tst_MediaProbe::probe_opensNoOtherFile()
{
    samples::writeFile(path(u"secret.webm"_s), samples::seekableWebm());
    samples::writeFile(path(u"list.webm"_s), "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n"
                                                 + path(u"secret.webm"_s).toUtf8()
                                                 + "\n#EXT-X-ENDLIST\n");
    samples::writeFile(path(u"concat.webm"_s),
                       "ffconcat version 1.0\nfile '" + path(u"secret.webm"_s).toUtf8() + "'\n");
    for (const QString &name : {u"list.webm"_s, u"concat.webm"_s}) {
        const auto info = probe(name);
        QVERIFY2(!info, qPrintable(name));
        QCOMPARE(info.error().code, ErrorCode::Media);
    }
}

void tst_MediaProbe::probe_refusesLinksAndPipes()
{
    samples::writeFile(path(u"real.webm"_s), samples::seekableWebm());
    QVERIFY(QFile::link(path(u"real.webm"_s), path(u"link.webm"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe.webm"_s)).constData(), 0600), 0);
    QCOMPARE(probe(u"link.webm"_s).error().code, ErrorCode::Unsafe);
    QCOMPARE(probe(u"pipe.webm"_s).error().code, ErrorCode::Unsafe);
    QCOMPARE(probe(u"nothing.webm"_s).error().code, ErrorCode::NotFound);
}

void tst_MediaProbe::probe_ofAnotherContainer()
{
    const QString file = path(u"tone.wav"_s);
    samples::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=2"_s, file});
    const auto info = probe(u"tone.wav"_s);
    QVERIFY2(bool(info), info ? "" : qPrintable(info.error().detail));
    QCOMPARE(info->container, u"wav"_s);
    QCOMPARE(info->durationMs, 2000);
    QCOMPARE(info->streams.first().kind, StreamInfo::Kind::Audio);
    QVERIFY(info->seekable);
}

void tst_MediaProbe::probe_tellsHowAWebmIsMade()
{
    samples::writeFile(path(u"a.webm"_s), samples::liveWebm());
    const auto live = probe(u"a.webm"_s);
    QVERIFY(live && live->webm);
    QCOMPARE(live->webm->durationTold, false);
    QCOMPARE(live->webm->segmentSizeKnown, false);
    QCOMPARE(live->webm->cues, false);
    QVERIFY(live->webm->lastMs > 2900 && live->webm->lastMs < 3100);
    QCOMPARE(live->streams[1].samplingHz, 48'000);
    QVERIFY(live->bitsPerSecond() > 10'000);
    samples::writeFile(path(u"b.webm"_s), samples::seekableWebm());
    const auto whole = probe(u"b.webm"_s);
    QVERIFY(whole && whole->webm);
    QCOMPARE(whole->webm->durationTold, true);
    QCOMPARE(whole->webm->segmentSizeKnown, true);
    QCOMPARE(whole->webm->clusterSizesKnown, true);
    QCOMPARE(whole->webm->cues, true);
    QCOMPARE(whole->webm->seekHead, true);
    QCOMPARE(whole->damage, QStringList());
    QCOMPARE(MediaInfo::fromJson(whole->toJson()), *whole);
}

void tst_MediaProbe::probe_namesDamage()
{
    const QByteArray live = samples::liveWebm({.seconds = 8});
    const auto thoroughly = [&](const QByteArray &content) {
        samples::writeFile(path(u"a.webm"_s), content);
        const auto file = MediaFile::open(*Directory::open(m_folder.path()), u"a.webm"_s);
        const auto info = probeMedia(*file, true);
        return info ? *info : MediaInfo();
    };
    const MediaInfo sound = thoroughly(live);
    QCOMPARE(sound.damage, QStringList());
    QCOMPARE(sound.webm->packets, samples::packetList(path(u"a.webm"_s)).trimmed().count('\n') + 1);
    QVERIFY(thoroughly(live.chopped(10)).damage.value(0).contains(u"within a packet"_s));
    QVERIFY(thoroughly(live + samples::zeros(70'000)).damage.value(0).contains(u"zeros"_s));
    QByteArray holed = live;
    holed.replace(live.size() / 2, 30'000, samples::randomBytes(30'000));
    QVERIFY(thoroughly(holed).damage.value(0).contains(u"belong to nothing"_s));
    QVERIFY(thoroughly(live + live).damage.value(0).contains(u"another recording"_s));
}

// What the system says that this process has read.
void tst_MediaProbe::probe_readsLittleOfALargeFile()
{
    QFile file(path(u"large.webm"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    samples::TornWebm(samples::liveWebm())
        .repeat(64 << 20, [&](const QByteArray &bytes) { file.write(bytes); }, {});
    file.close();
    const auto readBytes = [] {
        QFile io(u"/proc/self/io"_s);
        return io.open(QIODevice::ReadOnly) ? io.readLine().split(' ').last().trimmed().toLongLong()
                                            : -1;
    };
    const qint64 before = readBytes();
    const auto info = probe(u"large.webm"_s);
    const qint64 after = readBytes();
    QVERIFY(info && info->webm && info->webm->lastMs > 600'000);
    QVERIFY(before >= 0);
    QVERIFY2(after - before < 2'000'000, qPrintable(QString::number(after - before)));
}

QTEST_GUILESS_MAIN(tst_MediaProbe)
#include "tst_mediaprobe.moc"
