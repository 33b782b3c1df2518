// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/webm/copywindow.h"
#include "core/media/webm/ebmlwriter.h"
#include "core/media/webm/webmids.h"
#include "core/media/webm/webmwalk.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray unknownSize = ebmlInteger(~quint64(0) >> 7, 8);

QByteArray head(const QByteArray &info = {})
{
    const QByteArray track = ebmlUnsigned(webm::trackNumber, 1, 1)
                             + ebmlUnsigned(webm::trackType, 1, 1)
                             + ebmlElement(webm::codecId, "V_VP8");
    return ebmlElement(webm::ebml, ebmlElement(webm::docType, "webm")) + ebmlId(webm::segment)
           + unknownSize + ebmlElement(webm::info, info)
           + ebmlElement(webm::tracks, ebmlElement(webm::trackEntry, track));
}

QByteArray cluster()
{
    return ebmlId(webm::cluster) + unknownSize + ebmlUnsigned(webm::timestamp, 0, 1)
           + ebmlElement(webm::simpleBlock, QByteArray("\x81\0\0\x80x", 5));
}

// So many pieces, each told how many bytes of them lie behind it.
template <typename F>
QByteArray nested(qsizetype bytes, qsizetype pieceBytes, F piece)
{
    const qsizetype count = bytes / pieceBytes;
    QByteArray content;
    content.reserve(count * pieceBytes);
    for (qsizetype i = count - 1; i >= 0; --i)
        content += piece(i * pieceBytes);
    return content;
}

struct Count final : WebmVisitor
{
    Result<> block(const WebmBlock &) override
    {
        ++blocks;
        return {};
    }
    int blocks = 0;
};

} // namespace

class tst_WebmWalk : public QObject
{
    Q_OBJECT

private slots:
    void walk_endsInAFileMadeToBeSlow_data();
    void walk_endsInAFileMadeToBeSlow();
    void walk_refusesAHeadThatDoesNotFit();

private:
    Result<int> blocksOf(const QByteArray &content)
    {
        samples::writeFile(m_folder.filePath(u"in.webm"_s), content);
        TRY_LET(const Directory folder, Directory::open(m_folder.path()));
        TRY_LET(const MediaFile file, MediaFile::open(folder, u"in.webm"_s));
        CopyWindow window(file, {}, {});
        Count count;
        TRY(walkWebm(window, count));
        return count.blocks;
    }

    QTemporaryDir m_folder;
};

// Each took time with the square of its size once: more than the five minutes that a test has.
void tst_WebmWalk::walk_endsInAFileMadeToBeSlow_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("marks of clusters") << ebmlId(webm::cluster).repeated(16 << 20);
    QTest::newRow("beginnings of recordings") << nested(16 << 20, 12, [](qsizetype behind) {
        return ebmlId(webm::ebml) + ebmlSize(std::min<qsizetype>(behind, 7 << 20), 8);
    });
    QTest::newRow("groups in the padding of groups")
        << nested(8 << 20, 26, [](qsizetype behind) {
               return QByteArray("\xEC\x98", 2) + ebmlId(webm::cluster) + unknownSize
                      + ebmlUnsigned(webm::timestamp, 0, 1) + ebmlId(webm::blockGroup)
                      + ebmlSize(behind + 2, 8);
           }).mid(2);
}

void tst_WebmWalk::walk_endsInAFileMadeToBeSlow()
{
    QFETCH(QByteArray, damage);
    const auto blocks = blocksOf(head() + cluster() + damage + QByteArray(2, '\0') + cluster());
    QVERIFY2(blocks, blocks ? "" : qPrintable(blocks.error().detail));
    QCOMPARE(*blocks, 2);
}

void tst_WebmWalk::walk_refusesAHeadThatDoesNotFit()
{
    const QByteArray scale = ebmlUnsigned(webm::timestampScale, 500'000, 4);
    QCOMPARE(*blocksOf(head(scale) + cluster()), 1);
    const auto blocks = blocksOf(head(scale + ebmlVoid(9 << 20)) + cluster());
    QVERIFY(!blocks);
    QCOMPARE(blocks.error().code, ErrorCode::Media);
}

QTEST_GUILESS_MAIN(tst_WebmWalk)
#include "tst_webmwalk.moc"
