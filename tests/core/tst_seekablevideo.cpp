// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/media/mediahost.h"
#include "core/media/webm/copymap.h"
#include "core/media/webm/webmrepair.h"
#include "core/media/webm/webmverify.h"
#include "core/replaycatalog.h"
#include "core/replayfile.h"
#include "core/seekablevideo.h"
#include "tests/support/brokenwebm.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QRandomGenerator>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_SeekableVideo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void device_showsWhatARepairWouldWrite_data();
    void device_showsWhatARepairWouldWrite();
    void device_isReadAtAnyPlace();
    void device_showsRealRecordings();
    void device_showsOtherFilesAsTheyAre_data();
    void device_showsOtherFilesAsTheyAre();
    void frames_beginWhereTheirPacketsDo_data();
    void frames_beginWhereTheirPacketsDo();
    void open_refusesWhatIsHopeless();
    void open_saysWhatIsMissing();
    void lookAgain_seesThatItHasGrown();
    void writer_isSeen();
    void map_refusesOtherBytes();

private:
    using Video = ReplayCatalog::Video;
    Result<Video> open(const QByteArray &content, const QString &name = u"a.webm"_s);
    Result<Video> valueOf(QFuture<Result<Video>> future) const;
    Recording recording(const QString &name) const
    {
        return readRecording(m_files.root(), m_store, name);
    }

    StoreFixture m_files;
    StoreInfo m_store;
    MediaHost m_host;
    ReplayCatalog m_catalog{m_host};
};

void tst_SeekableVideo::initTestCase()
{
    m_store.kind = StoreKind::Folder;
    m_store.uid = ensureIdentity(m_files.root(), StoreKind::Folder)->uid;
    m_store.path = m_files.path();
}

Result<tst_SeekableVideo::Video> tst_SeekableVideo::valueOf(QFuture<Result<Video>> future) const
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return fail(ErrorCode::Internal, u"no answer"_s);
    return future.result();
}

Result<tst_SeekableVideo::Video> tst_SeekableVideo::open(const QByteArray &content,
                                                         const QString &name)
{
    m_files.write(name, content);
    const Recording found = recording(name);
    Part part = found.parts.value(0);
    part.name = name;
    return valueOf(m_catalog.openVideo(found, m_store, part));
}

void tst_SeekableVideo::device_showsWhatARepairWouldWrite_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray live = samples::liveWebm();
    QTest::newRow("live") << live;
    QTest::newRow("sound alone") << samples::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=5"_s,
                                                     u"-c:a"_s, u"libopus"_s, u"-f"_s, u"webm"_s,
                                                     u"-live"_s, u"1"_s, u"pipe:1"_s});
    const samples::TornWebm torn(live);
    QTest::newRow("sizes of one byte") << torn.whole({.width = 1});
    QTest::newRow("sizes known") << torn.whole({.width = 8, .known = true});
    QTest::newRow("late start") << torn.startingAt(5'000'000);
    QTest::newRow("times that run over") << torn.inOneCluster(40);
    for (const samples::BrokenWebm &broken : samples::brokenWebms(live)) {
        if (!broken.hopeless)
            QTest::newRow(broken.what) << broken.content;
    }
}

void tst_SeekableVideo::device_showsWhatARepairWouldWrite()
{
    QFETCH(QByteArray, content);
    const auto video = open(content);
    QVERIFY2(bool(video), video ? "" : qPrintable(video.error().detail));
    QVERIFY((*video)->isIndexed());
    QFile::remove(m_files.path(u"out.webm"_s));
    const auto source = MediaFile::open(m_files.root(), u"a.webm"_s);
    const auto output = m_files.root().createExclusive(u"out.webm"_s, 0600);
    const auto report = repairWebm(*source, *output, {}, {}, {});
    QVERIFY(report);
    const QByteArray repaired = m_files.read(u"out.webm"_s);
    const auto device = (*video)->device();
    QCOMPARE(device->size(), repaired.size());
    QVERIFY(device->readAll() == repaired);
    QCOMPARE((*video)->durationMs(), report->durationMs());
    QCOMPARE(m_files.read(u"a.webm"_s), content);
    const auto copy = MediaFile::open(m_files.root(), u"out.webm"_s);
    const auto verified = verifyWebm(*copy, *report, {});
    QVERIFY2(bool(verified), verified ? "" : qPrintable(verified.error().detail));
}

void tst_SeekableVideo::device_isReadAtAnyPlace()
{
    const samples::TornWebm torn(samples::liveWebm());
    const auto video = open(torn.whole({.width = 1}));
    QVERIFY(video);
    const QByteArray whole = (*video)->device()->readAll();
    const auto device = (*video)->device();
    QRandomGenerator random(1);
    for (int i = 0; i < 3000; ++i) {
        const qint64 at = random.bounded(whole.size());
        const qint64 bytes = random.bounded(1, i % 2 ? 20 : 100'000);
        QVERIFY(device->seek(at));
        QCOMPARE(device->read(bytes), whole.mid(at, bytes));
    }
    QVERIFY(device->seek(whole.size()));
    QVERIFY(device->atEnd());
    QCOMPARE(device->read(10), QByteArray());
}

// What a demuxer finds in the device is what is in the file.
void tst_SeekableVideo::device_showsRealRecordings()
{
    const QString folder = qEnvironmentVariable("RESPOOL_TEST_WEBM");
    if (folder.isEmpty())
        QSKIP("RESPOOL_TEST_WEBM names no folder with real videos");
    for (const QString &name : QDir(folder).entryList({u"*.webm"_s})) {
        const QByteArray content = samples::readFile(folder + u'/' + name);
        const auto video = open(content);
        QVERIFY2(bool(video), qPrintable(name));
        QVERIFY2((*video)->isIndexed() && (*video)->durationMs() > 0, qPrintable(name));
        samples::writeFile(m_files.path(u"seen.webm"_s), (*video)->device()->readAll());
        QCOMPARE(samples::streamHashes(m_files.path(u"seen.webm"_s)),
                 samples::streamHashes(m_files.path(u"a.webm"_s)));
    }
}

void tst_SeekableVideo::device_showsOtherFilesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("seekable") << samples::seekableWebm();
    QTest::newRow("MP4") << samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=d=1"_s, u"-c:v"_s, u"mpeg4"_s, u"-f"_s, u"mp4"_s,
         u"-movflags"_s, u"frag_keyframe+empty_moov"_s, u"pipe:1"_s});
    QTest::newRow("garbage") << samples::randomBytes(100'000);
}

void tst_SeekableVideo::device_showsOtherFilesAsTheyAre()
{
    QFETCH(QByteArray, content);
    const auto video = open(content);
    QVERIFY2(bool(video), video ? "" : qPrintable(video.error().detail));
    QVERIFY(!(*video)->isIndexed());
    QCOMPARE((*video)->device()->readAll(), content);
}

void tst_SeekableVideo::frames_beginWhereTheirPacketsDo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::newRow("live") << samples::liveWebm() << u"a.webm"_s;
    QTest::newRow("seekable") << samples::seekableWebm() << u"a.webm"_s;
    QTest::newRow("other codec") << samples::mpeg4Matroska() << u"a.mkv"_s;
    QTest::newRow("no Matroska") << samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=1"_s, u"-f"_s, u"wav"_s, u"pipe:1"_s})
                                 << u"a.mp4"_s;
}

void tst_SeekableVideo::frames_beginWhereTheirPacketsDo()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, name);
    const auto video = open(content, name);
    QVERIFY2(video, video ? "" : qPrintable(video.error().detail));
    const auto asked = m_catalog.frames(*video);
    QTRY_VERIFY(asked.isFinished());
    QVERIFY2(asked.result(), asked.result() ? "" : qPrintable(asked.result().error().detail));
    QList<quint32> packets; // of the picture, which is the first stream
    if (name != "a.mp4"_L1) {
        for (const QByteArray &line :
             samples::packetList(m_files.path() + u'/' + name).split('\n')) {
            if (line.startsWith("0,"))
                packets << line.split(',').value(2).trimmed().toUInt();
        }
        QVERIFY(packets.size() > 20);
    }
    QCOMPARE(*asked.result(), packets);
}

void tst_SeekableVideo::open_refusesWhatIsHopeless()
{
    for (const samples::BrokenWebm &broken : samples::brokenWebms(samples::liveWebm())) {
        if (!broken.hopeless)
            continue;
        // Some do not even look like a video any more: a player says what it thinks of these.
        const auto video = open(broken.content);
        QVERIFY2(!video || !(*video)->isIndexed(), broken.what);
        QVERIFY2(video || video.error().code == ErrorCode::Media, broken.what);
    }
}

void tst_SeekableVideo::open_saysWhatIsMissing()
{
    QVERIFY(open(samples::liveWebm(), u"gone.webm"_s));
    const Recording gone = recording(u"gone.webm"_s);
    QVERIFY(QFile::remove(m_files.path(u"gone.webm"_s)));
    QCOMPARE(codeOf(valueOf(m_catalog.openVideo(gone, m_store, gone.parts.first()))),
             ErrorCode::NotFound);
    StoreInfo other = m_store;
    other.path += u"/nowhere"_s;
    QCOMPARE(codeOf(valueOf(m_catalog.openVideo(gone, other, gone.parts.first()))),
             ErrorCode::Offline);
    m_files.link(u"a.webm"_s, u"gone.webm"_s);
    QCOMPARE(codeOf(valueOf(m_catalog.openVideo(gone, m_store, gone.parts.first()))),
             ErrorCode::Unsafe);
}

void tst_SeekableVideo::lookAgain_seesThatItHasGrown()
{
    const QByteArray live = samples::liveWebm({.seconds = 6});
    const auto video = open(live.first(live.size() / 2));
    QVERIFY(video);
    const auto same = valueOf(m_catalog.lookAgain(*video));
    QVERIFY(same && *same == *video);
    const auto device = (*video)->device();
    const QByteArray before = device->readAll();
    QFile file(m_files.path(u"a.webm"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write(live.sliced(live.size() / 2));
    file.close();
    const auto grown = valueOf(m_catalog.lookAgain(*video));
    QVERIFY(grown && *grown != *video);
    QVERIFY((*grown)->durationMs() > (*video)->durationMs() + 1000);
    QCOMPARE((*grown)->fileBytes(), live.size());
    // Who still plays the other one sees what it was.
    QVERIFY(device->seek(0));
    QCOMPARE(device->readAll(), before);
}

void tst_SeekableVideo::writer_isSeen()
{
    const auto still = open(samples::liveWebm());
    QVERIFY(still && !(*still)->isGrowing());
    QFile recorder(m_files.path(u"a.webm"_s));
    QVERIFY(recorder.open(QIODevice::Append));
    const Recording found = recording(u"a.webm"_s);
    const auto video = valueOf(m_catalog.openVideo(found, m_store, found.parts.first()));
    QVERIFY(video && (*video)->isGrowing());
}

void tst_SeekableVideo::map_refusesOtherBytes()
{
    const samples::TornWebm torn(samples::liveWebm());
    m_files.write(u"a.webm"_s, torn.whole({.width = 1}));
    const auto source = MediaFile::open(m_files.root(), u"a.webm"_s);
    CopyMap map;
    QVERIFY(mapRepairedWebm(*source, map, {}, {}));
    const QByteArray bytes = map.toBytes();
    const qint64 size = source->identity.bytes;
    QVERIFY(CopyMap::fromBytes(bytes, size));
    QVERIFY(!CopyMap::fromBytes(bytes, size / 2)); // it names what is not there
    QVERIFY(!CopyMap::fromBytes(bytes + 'x', size));
    for (qsizetype length = 0; length < bytes.size(); length += 37)
        QVERIFY(!CopyMap::fromBytes(bytes.first(length), size));
}

QTEST_GUILESS_MAIN(tst_SeekableVideo)
#include "tst_seekablevideo.moc"
