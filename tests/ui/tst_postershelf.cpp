// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postershelf.h"

#include <QBuffer>
#include <QImage>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

RecordingPicture redPicture()
{
    QImage image(160, 90, QImage::Format_RGB32);
    image.fill(Qt::red);
    RecordingPicture picture;
    QBuffer file(&picture.jpeg);
    file.open(QIODevice::WriteOnly);
    image.save(&file, "JPEG", 95);
    picture.tileWidth = 160;
    picture.tileHeight = 90;
    picture.timesMs = {0};
    return picture;
}

Recording recordingOf(int number)
{
    Recording recording;
    recording.id = RecordingId{number};
    recording.store = StoreId{1};
    recording.kind = RecordingKind::Video;
    recording.bytes = 1000;
    return recording;
}

bool isRed(const QPixmap &tile)
{
    const QColor colour = tile.toImage().pixelColor(tile.width() / 2, tile.height() / 2);
    return colour.alpha() == 255 && colour.red() > 220 && colour.green() < 40;
}

// Answers when it is told to.
class SlowCatalog
{
public:
    using Answer = Result<RecordingPicture>;

    QFuture<Answer> ask(const Recording &recording)
    {
        asked << recording.id.value;
        m_promises.push_back(std::make_unique<QPromise<Answer>>());
        m_promises.back()->start();
        return m_promises.back()->future();
    }
    void answer(const Answer &answer)
    {
        for (const auto &promise : m_promises) {
            promise->addResult(answer);
            promise->finish();
        }
        m_promises.clear();
    }
    bool waits() const { return !m_promises.empty(); }

    QList<qint64> asked;

private:
    std::vector<std::unique_ptr<QPromise<Answer>>> m_promises;
};

} // namespace

class tst_PosterShelf : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void picture_comesLaterAndStays();
    void noPicture_leavesTheIcon();
    void twoAtATime_theLastWantedFirst();
    void change_asksAgainForWhatHadNone();
    void otherBytes_keepTheOldPictureUntilTheNew();
    void log_isNotAskedFor();
    void terminal_isDrawn();
    void mark_isShownOnThePicture();

private:
    QPixmap tile(int number) { return m_shelf->tile(recordingOf(number), u"video"_s, false); }

    SlowCatalog m_catalog;
    std::unique_ptr<PosterShelf> m_shelf;
};

void tst_PosterShelf::init()
{
    m_shelf.reset();
    m_catalog = SlowCatalog();
    m_shelf = std::make_unique<PosterShelf>(
        [this](const Recording &recording, const StoreInfo &) { return m_catalog.ask(recording); });
    StoreInfo store;
    store.id = StoreId{1};
    m_shelf->setStores({store});
}

void tst_PosterShelf::picture_comesLaterAndStays()
{
    QSignalSpy arrived(m_shelf.get(), &PosterShelf::arrived);
    const QPixmap before = tile(1);
    QVERIFY(!isRed(before));
    QCOMPARE(before.deviceIndependentSize().toSize(), PosterShelf::small);
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(redPicture());
    QTRY_COMPARE(arrived.size(), 1);
    QVERIFY(isRed(tile(1)));
    QCOMPARE(tile(1).deviceIndependentSize().toSize(), PosterShelf::small);
    QCoreApplication::processEvents();
    QCOMPARE(m_catalog.asked.size(), 1);
}

void tst_PosterShelf::noPicture_leavesTheIcon()
{
    const QImage icon = tile(1).toImage();
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(fail(ErrorCode::NotFound, u"none was drawn"_s));
    tile(2); // is asked for once the answer has come
    QTRY_VERIFY(m_catalog.asked.contains(2));
    QCOMPARE(tile(1).toImage(), icon);
    QCoreApplication::processEvents();
    QCOMPARE(m_catalog.asked.count(1), 1);
}

void tst_PosterShelf::twoAtATime_theLastWantedFirst()
{
    for (int number = 1; number <= 400; ++number)
        tile(number);
    QTRY_COMPARE(m_catalog.asked.size(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(m_catalog.asked, (QList<qint64>{400, 399}));
    // Those that have scrolled away long ago are not asked for at all.
    while (!m_catalog.asked.contains(145)) {
        const qsizetype had = m_catalog.asked.size();
        m_catalog.answer(redPicture());
        QTRY_VERIFY(m_catalog.asked.size() > had);
    }
    QSignalSpy arrived(m_shelf.get(), &PosterShelf::arrived);
    m_catalog.answer(redPicture());
    QTRY_VERIFY(!arrived.isEmpty());
    QCoreApplication::processEvents();
    QVERIFY(!m_catalog.asked.contains(144));
}

void tst_PosterShelf::change_asksAgainForWhatHadNone()
{
    QSignalSpy changed(m_shelf.get(), &PosterShelf::changed);
    tile(1);
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(fail(ErrorCode::NotFound, u"none was drawn"_s));
    m_shelf->lookAgain();
    QTRY_COMPARE(changed.size(), 1);
    tile(1);
    QTRY_COMPARE(m_catalog.asked.count(1), 2);
}

void tst_PosterShelf::otherBytes_keepTheOldPictureUntilTheNew()
{
    QSignalSpy arrived(m_shelf.get(), &PosterShelf::arrived);
    tile(1);
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(redPicture());
    QTRY_COMPARE(arrived.size(), 1);
    Recording grown = recordingOf(1);
    grown.bytes = 2000;
    QVERIFY(isRed(m_shelf->tile(grown, u"video"_s, false)));
    QTRY_COMPARE(m_catalog.asked.size(), 2);
    QVERIFY(isRed(m_shelf->tile(grown, u"video"_s, false)));
}

void tst_PosterShelf::log_isNotAskedFor()
{
    Recording log = recordingOf(1);
    log.kind = RecordingKind::Log;
    m_shelf->tile(log, u"log"_s, false);
    tile(2);
    QTRY_COMPARE(m_catalog.asked, QList<qint64>{2});
}

void tst_PosterShelf::terminal_isDrawn()
{
    RecordingPicture picture;
    picture.timesMs = {0};
    ScreenPicture screen;
    screen.columns = 80;
    screen.rows = 24;
    ScreenRun run;
    run.row = 11;
    run.columns = 80;
    run.text = QString(80, u'#');
    run.style.foreground = 0xff0000;
    screen.runs = {run};
    picture.screens.screens = {screen};
    QSignalSpy arrived(m_shelf.get(), &PosterShelf::arrived);
    tile(1);
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(picture);
    QTRY_COMPARE(arrived.size(), 1);
    const QImage image = tile(1).toImage();
    int reddest = 0;
    for (int y = 0; y < image.height(); ++y)
        reddest = std::max(reddest, image.pixelColor(image.width() / 2, y).red());
    QVERIFY(reddest > 100);
    QVERIFY(image.pixelColor(2, 2).red() < 60); // the ground of a terminal
}

void tst_PosterShelf::mark_isShownOnThePicture()
{
    QSignalSpy arrived(m_shelf.get(), &PosterShelf::arrived);
    tile(1);
    QTRY_VERIFY(m_catalog.waits());
    m_catalog.answer(redPicture());
    QTRY_COMPARE(arrived.size(), 1);
    const QPixmap marked = m_shelf->tile(recordingOf(1), u"lock"_s, true);
    QVERIFY(isRed(marked));
    QVERIFY(marked.toImage() != tile(1).toImage());
    QVERIFY(isRed(tile(1)));
}

QTEST_MAIN(tst_PosterShelf)
#include "tst_postershelf.moc"
