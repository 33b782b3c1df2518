// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/webm/webmverify.h"
#include "tests/support/brokenwebm.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_WebmRepair : public QObject
{
    Q_OBJECT

private slots:
    void repair_keepsEveryPacketOfASoundFile_data();
    void repair_keepsEveryPacketOfASoundFile();
    void repair_keepsWhatADemuxerFinds_data();
    void repair_keepsWhatADemuxerFinds();
    void repair_refusesWhatIsHopeless_data();
    void repair_refusesWhatIsHopeless();
    void repair_movesALateStartToZero();
    void repair_setsTimesRightThatRanOver_data();
    void repair_setsTimesRightThatRanOver();
    void repair_joinsTwoRecordings();
    void repair_refusesTwoDifferentRecordings();
    void repair_refusesACodecThatWebmDoesNotAllow();
    void repair_namesTheCopyForWhatItIs();
    void repair_keepsTagsAndAlpha();
    void repair_thinsTheCuesOfAFileOfKeyFrames();
    void repair_survivesEveryDamage();
    void verify_findsWhatIsWrong_data();
    void verify_findsWhatIsWrong();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Directory folder() const { return *Directory::open(m_folder.path()); }
    Result<WebmRepairReport> repair(const QByteArray &content,
                                    const WebmRepairOptions &options = {.hashed = true})
    {
        samples::writeFile(path(u"in.webm"_s), content);
        QFile::remove(path(u"out.webm"_s));
        TRY_LET(const MediaFile source, MediaFile::open(folder(), u"in.webm"_s));
        TRY_LET(const UniqueFd output, folder().createExclusive(u"out.webm"_s, 0600));
        return repairWebm(source, output, options, {}, {});
    }
    Result<> verify(const WebmRepairReport &report)
    {
        TRY_LET(const MediaFile copy, MediaFile::open(folder(), u"out.webm"_s));
        return verifyWebm(copy, report, {});
    }
    // "" or what is wrong.
    QString repairedAndVerified(const QByteArray &content, WebmRepairReport &report)
    {
        const auto outcome = repair(content);
        if (!outcome)
            return outcome.error().detail;
        report = *outcome;
        const auto verified = verify(report);
        return verified ? QString() : verified.error().detail;
    }
    qint64 packetsIn(const QString &name) const
    {
        return samples::packetList(path(name)).count('\n') - 1;
    }
    QByteArray decoderComplaints(const QString &name) const
    {
        QProcess program;
        program.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-i"_s, path(name),
                                    u"-map"_s, u"0"_s, u"-f"_s, u"null"_s, u"-"_s});
        program.waitForFinished();
        return program.readAllStandardError() + (program.exitCode() == 0 ? "" : " failed");
    }

    // What other programs say of a file; empty when all of them take it.
    QByteArray foreignComplaints(const QString &name) const
    {
        const QList<QStringList> programs{
            {u"mkvmerge"_s, u"-i"_s, path(name)},
            {u"webm_info"_s, u"-i"_s, path(name)},
            {u"mediainfo"_s, path(name)},
        };
        QByteArray complaints;
        for (QStringList arguments : programs) {
            QProcess program;
            program.start(arguments.takeFirst(), arguments);
            program.waitForFinished();
            const QByteArray said = program.readAllStandardOutput();
            if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0
                || said.contains("IsTruncated") || said.isEmpty())
                complaints +=
                    program.program().toUtf8() + ": " + said + program.readAllStandardError();
        }
        return complaints;
    }

    QTemporaryDir m_folder;
};

void tst_WebmRepair::repair_keepsEveryPacketOfASoundFile_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray vp8 = samples::liveWebm();
    QTest::newRow("VP8 and Opus") << vp8;
    QTest::newRow("VP8 alone") << samples::liveWebm({.audio = false});
    QTest::newRow("VP9 and Opus") << samples::liveWebm({.codec = "libvpx-vp9", .seconds = 2});
    QTest::newRow("sound alone") << samples::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=d=5"_s,
                                                     u"-c:a"_s, u"libvorbis"_s, u"-f"_s, u"webm"_s,
                                                     u"-live"_s, u"1"_s, u"pipe:1"_s});
    QTest::newRow("two pictures, two sounds")
        << samples::ffmpeg({u"-f"_s,    u"lavfi"_s,  u"-i"_s,    u"testsrc2=s=96x64:r=10:d=3"_s,
                            u"-f"_s,    u"lavfi"_s,  u"-i"_s,    u"sine=d=3"_s,
                            u"-map"_s,  u"0"_s,      u"-map"_s,  u"0"_s,
                            u"-map"_s,  u"1"_s,      u"-map"_s,  u"1"_s,
                            u"-c:v"_s,  u"libvpx"_s, u"-c:a"_s,  u"libopus"_s,
                            u"-f"_s,    u"webm"_s,   u"-live"_s, u"1"_s,
                            u"pipe:1"_s});
    const samples::TornWebm torn(vp8);
    for (int width = 1; width <= 8; ++width)
        QTest::addRow("unknown sizes of %d bytes", width) << torn.whole({width, false});
    for (int width = 4; width <= 8; ++width)
        QTest::addRow("known sizes of %d bytes", width) << torn.whole({width, true});
    const QString data = qEnvironmentVariable("RESPOOL_TEST_DATA");
    if (data.isEmpty())
        return;
    for (const QFileInfo &file : QDir(data + u"/webm"_s).entryInfoList({u"*.webm"_s}))
        QTest::newRow(qPrintable(file.fileName())) << samples::readFile(file.filePath());
}

void tst_WebmRepair::repair_keepsEveryPacketOfASoundFile()
{
    QFETCH(QByteArray, content);
    WebmRepairReport report;
    QCOMPARE(repairedAndVerified(content, report), QString());
    QCOMPARE(report.skippedBytes, 0);
    QCOMPARE(report.warning(u"x"_s), QString());
    QCOMPARE(samples::streamHashes(path(u"out.webm"_s)), samples::streamHashes(path(u"in.webm"_s)));
    QCOMPARE(samples::packetList(path(u"out.webm"_s)), samples::packetList(path(u"in.webm"_s)));
    QCOMPARE(decoderComplaints(u"out.webm"_s), QByteArray());
    QCOMPARE(foreignComplaints(u"out.webm"_s), QByteArray());
    // A file that is seekable already comes out as it went in, as far as a second repair goes.
    const QByteArray once = samples::readFile(path(u"out.webm"_s));
    QCOMPARE(repairedAndVerified(once, report), QString());
    QCOMPARE(samples::packetList(path(u"out.webm"_s)), samples::packetList(path(u"in.webm"_s)));
}

void tst_WebmRepair::repair_keepsWhatADemuxerFinds_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto add = [](const char *from, const QByteArray &live) {
        for (const samples::BrokenWebm &broken : samples::brokenWebms(live)) {
            if (!broken.hopeless)
                QTest::addRow("%s, %s", from, broken.what) << broken.content;
        }
    };
    const samples::TornWebm torn(samples::liveWebm({.seconds = 8}));
    add("FFmpeg", samples::liveWebm({.seconds = 8}));
    add("unknown sizes", torn.whole({}));
    const QString data = qEnvironmentVariable("RESPOOL_TEST_DATA");
    if (data.isEmpty())
        return;
    for (const QFileInfo &file : QDir(data + u"/webm"_s).entryInfoList({u"*.webm"_s}))
        add(qPrintable(file.completeBaseName()), samples::readFile(file.filePath()));
}

void tst_WebmRepair::repair_keepsWhatADemuxerFinds()
{
    QFETCH(QByteArray, content);
    WebmRepairReport report;
    QCOMPARE(repairedAndVerified(content, report), QString());
    const qint64 found = packetsIn(u"in.webm"_s);
    QCOMPARE(packetsIn(u"out.webm"_s), report.packets());
    QVERIFY2(report.packets() >= found,
             qPrintable(u"%1 packets of %2"_s.arg(report.packets()).arg(found)));
    // The first part of what is damaged is what it was.
    const QByteArray before = samples::streamHashes(path(u"in.webm"_s));
    if (report.packets() == found)
        QCOMPARE(samples::streamHashes(path(u"out.webm"_s)), before);
}

void tst_WebmRepair::repair_refusesWhatIsHopeless_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const samples::BrokenWebm &broken : samples::brokenWebms(samples::liveWebm())) {
        if (broken.hopeless)
            QTest::newRow(broken.what) << broken.content;
    }
}

void tst_WebmRepair::repair_refusesWhatIsHopeless()
{
    QFETCH(QByteArray, content);
    const auto report = repair(content);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Media);
    QVERIFY2(report.error().detail.startsWith(path(u"in.webm"_s)),
             qPrintable(report.error().detail));
}

void tst_WebmRepair::repair_movesALateStartToZero()
{
    const QByteArray live = samples::liveWebm();
    WebmRepairReport plain;
    QCOMPARE(repairedAndVerified(live, plain), QString());
    const QByteArray packets = samples::packetList(path(u"out.webm"_s));
    WebmRepairReport moved;
    QCOMPARE(repairedAndVerified(samples::TornWebm(live).startingAt(3'600'000), moved), QString());
    QCOMPARE(moved.startMs, 3'600'000);
    QCOMPARE(moved.durationMs(), plain.durationMs());
    QCOMPARE(samples::packetList(path(u"out.webm"_s)), packets);
}

void tst_WebmRepair::repair_setsTimesRightThatRanOver_data()
{
    QTest::addColumn<int>("stretch");
    QTest::newRow("once") << 8; // 3 s become 24 s, and 8 s
    QTest::newRow("several times") << 60;
}

void tst_WebmRepair::repair_setsTimesRightThatRanOver()
{
    QFETCH(int, stretch);
    const QByteArray live = samples::liveWebm({.seconds = 8});
    WebmRepairReport plain;
    QCOMPARE(repairedAndVerified(live, plain), QString());
    WebmRepairReport stretched;
    QCOMPARE(repairedAndVerified(samples::TornWebm(live).inOneCluster(stretch), stretched),
             QString());
    QVERIFY(stretched.wrapped > 0);
    QCOMPARE(stretched.packets(), plain.packets());
    for (int i = 0; i < plain.tallies.size(); ++i) {
        QCOMPARE(stretched.tallies[i].lastTicks, plain.tallies[i].lastTicks * stretch);
        QCOMPARE(stretched.tallies[i].firstTicks, plain.tallies[i].firstTicks * stretch);
    }
    QCOMPARE(samples::streamHashes(path(u"out.webm"_s)), samples::streamHashes(path(u"in.webm"_s)));
}

void tst_WebmRepair::repair_joinsTwoRecordings()
{
    const QByteArray live = samples::liveWebm();
    WebmRepairReport one;
    QCOMPARE(repairedAndVerified(live, one), QString());
    WebmRepairReport two;
    QCOMPARE(repairedAndVerified(live + live, two), QString());
    QCOMPARE(two.recordings, 2);
    QCOMPARE(two.packets(), 2 * one.packets());
    QCOMPARE(two.durationMs(), 2 * one.durationMs());
    QVERIFY(two.warning(u"x"_s).contains(u"joined"_s));
    QCOMPARE(decoderComplaints(u"out.webm"_s), QByteArray());
}

void tst_WebmRepair::repair_refusesTwoDifferentRecordings()
{
    const auto report = repair(samples::liveWebm() + samples::liveWebm({.audio = false}));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Refused);
    QVERIFY2(report.error().detail.contains(u"different tracks"_s),
             qPrintable(report.error().detail));
}

void tst_WebmRepair::repair_refusesACodecThatWebmDoesNotAllow()
{
    const auto refused = repair(samples::mpeg4Matroska());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(refused.error().detail.contains(u"V_MPEG4"_s), qPrintable(refused.error().detail));
    QVERIFY(repair(samples::mpeg4Matroska(), {.docType = "matroska"}));
}

void tst_WebmRepair::repair_namesTheCopyForWhatItIs()
{
    QByteArray content = samples::liveWebm();
    QVERIFY(repair(content, {.docType = "matroska"}));
    const QByteArray matroska = samples::readFile(path(u"out.webm"_s));
    QVERIFY(matroska.first(64).contains("matroska"));
    const auto back = repair(matroska);
    QVERIFY2(bool(back), back ? "" : qPrintable(back.error().detail));
    QVERIFY(samples::readFile(path(u"out.webm"_s)).first(64).contains("webm"));
    QVERIFY(verify(*back));
}

void tst_WebmRepair::repair_keepsTagsAndAlpha()
{
    const QByteArray content = samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=96x64:r=10:d=3,format=yuva420p"_s, u"-c:v"_s,
         u"libvpx"_s, u"-auto-alt-ref"_s, u"0"_s, u"-metadata"_s, u"comment=kept"_s, u"-f"_s,
         u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    WebmRepairReport report;
    QCOMPARE(repairedAndVerified(content, report), QString());
    QCOMPARE(samples::packetList(path(u"out.webm"_s)), samples::packetList(path(u"in.webm"_s)));
    const QByteArray out = samples::readFile(path(u"out.webm"_s));
    QVERIFY(out.contains("kept"));
    QVERIFY(out.contains("\x75\xA1")); // BlockAdditions
}

void tst_WebmRepair::repair_thinsTheCuesOfAFileOfKeyFrames()
{
    const QByteArray once = samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=s=16x16:r=50:d=20"_s, u"-c:v"_s, u"libvpx"_s,
         u"-g"_s, u"1"_s, u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    WebmRepairReport report;
    QCOMPARE(repairedAndVerified(once, report), QString());
    QCOMPARE(report.tallies[0].keys, 1000);
    QVERIFY(report.cues > 20 && report.cues < 160);
}

// Whatever is done to a file: no crash, no hang, and what is called repaired verifies.
void tst_WebmRepair::repair_survivesEveryDamage()
{
    QRandomGenerator generator(11);
    const QByteArray live = samples::liveWebm({.seconds = 2});
    const samples::TornWebm torn(live);
    const QList<QByteArray> seeds{live, torn.whole({1, false}), torn.whole({}),
                                  live + live.mid(live.size() / 3)};
    for (int round = 0; round < 400; ++round) {
        QByteArray content = seeds[round % seeds.size()];
        for (int i = generator.bounded(8); i >= 0; --i) {
            const qsizetype at = generator.bounded(content.size());
            switch (generator.bounded(5)) {
            case 0:
                content.truncate(std::max<qsizetype>(at, 200));
                break;
            case 1:
                content[at] = char(generator.bounded(256));
                break;
            case 2:
                content.insert(at, samples::randomBytes(generator.bounded(300), quint32(round)));
                break;
            case 3:
                content.remove(at, generator.bounded(300));
                break;
            case 4:
                content.insert(at, samples::zeros(generator.bounded(5000)));
                break;
            }
        }
        WebmRepairReport report;
        const auto outcome = repair(content);
        if (!outcome) {
            QVERIFY(outcome.error().code == ErrorCode::Media
                    || outcome.error().code == ErrorCode::Refused);
            continue;
        }
        const auto verified = verify(*outcome);
        QVERIFY2(verified,
                 verified ? ""
                          : qPrintable(u"round %1: %2"_s.arg(round).arg(verified.error().detail)));
    }
}

void tst_WebmRepair::verify_findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("mark"); // where in the file
    QTest::addColumn<int>("offset");
    QTest::newRow("a cue") << QByteArray("\xF1\x85") << 6;
    QTest::newRow("the duration") << QByteArray("\x44\x89\x88") << 5;
    QTest::newRow("a SeekHead") << QByteArray("\x53\xAC\x88") << 10;
    QTest::newRow("a cluster's size") << QByteArray("\x1F\x43\xB6\x75") << 11;
    QTest::newRow("a frame's bytes") << QByteArray("\xA3") << 400;
    QTest::newRow("the Segment's size") << QByteArray("\x18\x53\x80\x67") << 11;
}

void tst_WebmRepair::verify_findsWhatIsWrong()
{
    QFETCH(QByteArray, mark);
    QFETCH(int, offset);
    const auto report = repair(samples::liveWebm());
    QVERIFY(report && verify(*report));
    QByteArray content = samples::readFile(path(u"out.webm"_s));
    const qsizetype at = mark.size() > 1
                             ? content.indexOf(mark)
                             : content.indexOf(mark, content.indexOf("\x1F\x43\xB6\x75"));
    QVERIFY(at > 0);
    content[at + offset] = char(content[at + offset] ^ 1);
    samples::writeFile(path(u"out.webm"_s), content);
    const auto verified = verify(*report);
    QVERIFY(!verified);
    QCOMPARE(verified.error().code, ErrorCode::Media);
}

QTEST_GUILESS_MAIN(tst_WebmRepair)
#include "tst_webmrepair.moc"
