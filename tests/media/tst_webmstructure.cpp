// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmstructure.h"
#include "tests/support/samples.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <bit>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString name = u"recording-0.webm"_s;

// An element with an 8-byte size; bytes < 0 is the unknown size.
QByteArray element(quint32 id, const QByteArray &data, qint64 bytes = -2)
{
    QByteArray out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (id >> shift)
            out += char(id >> shift);
    }
    const quint64 size = bytes == -2 ? quint64(data.size()) : quint64(bytes);
    char coded[8];
    qToBigEndian((size & 0x00FF'FFFF'FFFF'FFFFu) | 0x0100'0000'0000'0000u, coded);
    return out + QByteArray(coded, sizeof coded) + data;
}

QByteArray number(quint64 value)
{
    char bytes[8];
    qToBigEndian(value, bytes);
    return QByteArray(bytes, sizeof bytes);
}

constexpr qint64 unknown = -1;

QByteArray head(const QByteArray &docType = "webm")
{
    return element(0x1A45DFA3, element(0x4282, docType));
}

QByteArray info(double ticks, quint64 scale = 1'000'000)
{
    return element(0x1549A966, element(0x2AD7B1, number(scale))
                                   + element(0x4489, number(std::bit_cast<quint64>(ticks))));
}

QByteArray seekTo(quint32 id, quint64 position)
{
    char coded[4];
    qToBigEndian(id, coded);
    return element(0x114D9B74, element(0x4DBB, element(0x53AB, QByteArray(coded, 4))
                                                   + element(0x53AC, number(position))));
}

const QByteArray tracks = element(0x1654AE6B, "tracks");
const QByteArray cluster = element(0x1F43B675, QByteArray(100, 'x'));
const QByteArray cues = element(0x1C53BB6B, "cues");

QByteArray segment(const QByteArray &data, qint64 bytes = -2)
{
    return head() + element(0x18538067, data, bytes);
}

} // namespace

class tst_WebmStructure : public QObject
{
    Q_OBJECT

private slots:
    void read_knowsWhatAPlayerCanSeek_data();
    void read_knowsWhatAPlayerCanSeek();
    void read_takesTheDurationInItsScale();
    void read_tellsOtherDocumentsApart();
    void read_refusesWhatIsNoDocument_data();
    void read_refusesWhatIsNoDocument();
    void read_ofRealFiles();
    void read_survivesEveryDamage();
    void read_costsTheSameForAHugeFile();

private:
    Result<WebmStructure> read(const QByteArray &content) const
    {
        samples::writeFile(m_folder.filePath(name), content);
        TRY_LET(const MediaFile file, MediaFile::open(*Directory::open(m_folder.path()), name));
        return readWebmStructure(file);
    }

    QTemporaryDir m_folder;
};

void tst_WebmStructure::read_knowsWhatAPlayerCanSeek_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("cuesFound");
    QTest::addColumn<bool>("seekable");
    const QByteArray start = info(5000) + tracks;
    QTest::newRow("cues in front") << segment(start + cues + cluster) << true << true;
    const qint64 behind = seekTo(0, 0).size() + start.size() + cluster.size();
    const auto with = [&](quint64 at) {
        return segment(seekTo(0x1C53BB6B, at) + start + cluster + cues);
    };
    QTest::newRow("cues behind, a SeekHead leads there") << with(quint64(behind)) << true << true;
    QTest::newRow("a SeekHead that lies") << with(quint64(behind - 1)) << false << false;
    QTest::newRow("a SeekHead to the end") << with(quint64(behind + cues.size())) << false << false;
    QTest::newRow("a SeekHead out of the file") << with(~quint64(0) - 48) << false << false;
    QTest::newRow("cues behind, unannounced") << segment(start + cluster + cues) << false << false;
    QTest::newRow("empty cues") << segment(start + element(0x1C53BB6B, {}) + cluster) << false
                                << false;
    QTest::newRow("unknown segment size")
        << segment(start + cues + cluster, unknown) << true << false;
    QTest::newRow("a duration of 0") << segment(info(0) + tracks + cues + cluster) << true << false;
    QTest::newRow("a negative duration")
        << segment(info(-5) + tracks + cues + cluster) << true << false;
    QTest::newRow("no number as duration")
        << segment(info(std::bit_cast<double>(~quint64(0))) + tracks + cues + cluster) << true
        << false;
    QTest::newRow("no duration") << segment(tracks + cues + cluster) << true << false;
    QByteArray cut = segment(start + cues + cluster);
    cut.chop(1);
    QTest::newRow("shorter than it says") << cut << true << false;
    QTest::newRow("info behind, a SeekHead leads there") << segment(
        seekTo(0x1549A966,
               quint64(seekTo(0, 0).size() + tracks.size() + cues.size() + cluster.size()))
        + tracks + cues + cluster + info(5000)) << true << true;
}

void tst_WebmStructure::read_knowsWhatAPlayerCanSeek()
{
    QFETCH(QByteArray, content);
    const auto found = read(content);
    QVERIFY2(bool(found), found ? "" : qPrintable(found.error().detail));
    QVERIFY(found->isWebm && found->hasTracks && found->hasClusters);
    QTEST(found->hasCues, "cuesFound");
    QTEST(found->seekable(), "seekable");
}

void tst_WebmStructure::read_takesTheDurationInItsScale()
{
    QCOMPARE(read(segment(info(5000)))->durationMs, std::optional<qint64>(5000));
    QCOMPARE(read(segment(info(5e9, 1)))->durationMs, std::optional<qint64>(5000));
    QCOMPARE(read(segment(info(0.2)))->durationMs, std::optional<qint64>(1));
    QCOMPARE(read(segment(info(0)))->durationMs, std::nullopt);
}

void tst_WebmStructure::read_tellsOtherDocumentsApart()
{
    QVERIFY(read(head("matroska"))->isWebm);
    QVERIFY(read(head(QByteArray("webm\0\0", 6)))->isWebm);
    QVERIFY(!read(head("notes"))->isWebm);
    QVERIFY(!read(element(0x1A45DFA3, {}))->isWebm);
}

void tst_WebmStructure::read_refusesWhatIsNoDocument_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\x1A");
    QTest::newRow("random") << samples::randomBytes(5000);
    QTest::newRow("zeros") << samples::zeros(5000);
    QTest::newRow("a head of unknown size") << element(0x1A45DFA3, "", unknown);
}

void tst_WebmStructure::read_refusesWhatIsNoDocument()
{
    QFETCH(QByteArray, content);
    const auto found = read(content);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Media);
    QVERIFY(found.error().detail.contains(m_folder.filePath(name)));
}

void tst_WebmStructure::read_ofRealFiles()
{
    const auto live = read(samples::liveWebm());
    QVERIFY(live && live->hasTracks && live->hasClusters);
    QVERIFY(!live->segmentSizeKnown && !live->hasCues && !live->durationMs);
    const auto finished = read(samples::seekableWebm());
    QVERIFY(finished && finished->seekable());
    QCOMPARE(finished->durationMs, std::optional<qint64>(2000));
}

// No damage may crash it, hang it or read past the end (the sanitizers watch).
void tst_WebmStructure::read_survivesEveryDamage()
{
    QRandomGenerator generator(7);
    const QByteArray whole = samples::seekableWebm();
    for (int round = 0; round < 1000; ++round) {
        QByteArray content = whole.first(1 + generator.bounded(round % 2 ? 800 : whole.size()));
        for (int flips = generator.bounded(6); flips > 0; --flips)
            content[generator.bounded(qMin<qsizetype>(content.size(), 800))] =
                char(generator.bounded(256));
        const auto found = read(content);
        QVERIFY(found || found.error().code == ErrorCode::Media);
    }
    for (qsizetype bytes = 0; bytes < 600; ++bytes) {
        const auto found = read(whole.first(bytes));
        QVERIFY(!found || !found->seekable());
    }
}

void tst_WebmStructure::read_costsTheSameForAHugeFile()
{
    // Two million elements of two bytes before anything else: the budget ends the walk.
    QByteArray voids;
    for (int i = 0; i < 2'000'000; ++i)
        voids += QByteArray("\xEC\x80", 2);
    const auto found = read(segment(voids + info(5000) + tracks + cues + cluster));
    QVERIFY(found && !found->seekable() && !found->hasTracks);
}

QTEST_GUILESS_MAIN(tst_WebmStructure)
#include "tst_webmstructure.moc"
