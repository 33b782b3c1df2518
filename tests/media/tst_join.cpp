// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/join.h"
#include "core/media/webm/webmstructure.h"
#include "tests/support/colourvideo.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace respool::samples;
using namespace Qt::Literals::StringLiterals;

class tst_Join : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void join_putsOneBehindTheOther_data();
    void join_putsOneBehindTheOther();
    void join_keepsSoundAndPictureTogether();
    void join_takesTheOffsetOffAPart();
    void join_ofOnePartIsItsCopy();
    void join_refusesWhatDiffers_data();
    void join_refusesWhatDiffers();
    void join_tellsOfADamagedPart();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Result<WrittenMedia> join(const QByteArrayList &contents) const
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
        return joinMedia(sources, output, {});
    }
    QString out() const { return path(u"out.webm"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Join::join_putsOneBehindTheOther_data()
{
    QTest::addColumn<QByteArray>("codec");
    QTest::addColumn<bool>("sound");
    QTest::newRow("VP8 and Opus") << QByteArray("libvpx") << true;
    QTest::newRow("VP8 alone") << QByteArray("libvpx") << false;
    QTest::newRow("VP9 and Opus") << QByteArray("libvpx-vp9") << true;
}

void tst_Join::join_putsOneBehindTheOther()
{
    QFETCH(const QByteArray, codec);
    QFETCH(const bool, sound);
    ColourVideo how{.codec = codec, .seconds = 2, .keyEvery = 1};
    if (!sound)
        how.audio.clear();
    const QByteArray two = colourVideo(how);
    how.seconds = 3;
    const QByteArray three = colourVideo(how);
    const auto written = join({two, three, two});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QCOMPARE(written->warning, QString());
    QVERIFY2(qAbs(written->durationMs - 7000) <= 120,
             qPrintable(QString::number(written->durationMs)));
    for (const auto &[at, second] :
         {std::pair{0.2, 0}, {1.8, 1}, {2.2, 0}, {4.8, 2}, {5.3, 0}, {6.8, 1}})
        QCOMPARE(colourAt(out(), at), colourOf(second));
    // Every packet is there.
    const auto packets = [&](const QString &name) {
        return packetList(path(name)).trimmed().count('\n') + 1;
    };
    qsizetype all = 0;
    for (const QString &part : {u"part-0"_s, u"part-1"_s, u"part-2"_s})
        all += packets(part);
    QCOMPARE(written->packets, all);
    QCOMPARE(packets(u"out.webm"_s), all);
    const auto folder = Directory::open(m_folder->path());
    QVERIFY(readWebmStructure(*MediaFile::open(*folder, u"out.webm"_s))->seekable());
}

void tst_Join::join_keepsSoundAndPictureTogether()
{
    // The tone is in the third second of the second part, while the picture is blue.
    const auto written =
        join({colourVideo({.seconds = 2, .keyEvery = 1}), colourVideo({.seconds = 4})});
    QVERIFY(written);
    const qint64 tone = toneMs(out());
    QVERIFY2(qAbs(tone - 4000) <= 40, qPrintable(QString::number(tone)));
    QCOMPARE(colourAt(out(), double(tone) / 1000 - 0.1), "green");
    QCOMPARE(colourAt(out(), double(tone) / 1000 + 0.1), "blue");
}

void tst_Join::join_takesTheOffsetOffAPart()
{
    ColourVideo how{.seconds = 2};
    const QByteArray first = colourVideo(how);
    how.format = QStringList{u"-output_ts_offset"_s, u"3600"_s} + how.format;
    const auto written = join({first, colourVideo(how)});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QVERIFY2(qAbs(written->durationMs - 4000) <= 80,
             qPrintable(QString::number(written->durationMs)));
    QCOMPARE(colourAt(out(), 2.2), "red");
}

void tst_Join::join_ofOnePartIsItsCopy()
{
    QVERIFY(join({liveWebm()}));
    QCOMPARE(packetList(out()), packetList(path(u"part-0"_s)));
}

void tst_Join::join_refusesWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("word");
    QTest::newRow("the codec") << colourVideo({.codec = "libvpx-vp9", .seconds = 2}) << u"vp9"_s;
    QTest::newRow("the size") << colourVideo({.seconds = 2, .size = "320x240"}) << u"320x240"_s;
    QTest::newRow("no sound") << colourVideo({.seconds = 2, .audio = {}}) << u"1 streams"_s;
    QTest::newRow("a codec that WebM does not allow") << mpeg4Matroska() << u"streams"_s;
}

void tst_Join::join_refusesWhatDiffers()
{
    QFETCH(const QByteArray, other);
    QFETCH(const QString, word);
    const auto written = join({colourVideo({.seconds = 2}), other});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Refused);
    for (const QString &part : {word, u"part-1"_s, u"--transcode"_s})
        QVERIFY2(written.error().detail.contains(part), qPrintable(written.error().detail));
}

void tst_Join::join_tellsOfADamagedPart()
{
    QByteArray content = colourVideo({.seconds = 2});
    content.replace(content.size() / 2, 2000, randomBytes(2000));
    const auto written = join({colourVideo({.seconds = 2}), content});
    QVERIFY2(bool(written), written ? "" : qPrintable(written.error().detail));
    QVERIFY2(written->warning.contains(u"part-1 is damaged"_s), qPrintable(written->warning));
}

QTEST_GUILESS_MAIN(tst_Join)
#include "tst_join.moc"
