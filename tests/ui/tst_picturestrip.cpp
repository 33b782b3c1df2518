// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/picturecatalog.h"
#include "tests/support/samples.h"
#include "ui/librarypage.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/picturestrip.h"
#include "ui/previewpane.h"
#include "ui/recordingtable.h"

#include <QBuffer>
#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// Three tiles: red, green, blue.
RecordingPicture colours()
{
    QImage sheet(480, 90, QImage::Format_RGB32);
    QPainter painter(&sheet);
    painter.fillRect(0, 0, 160, 90, Qt::red);
    painter.fillRect(160, 0, 160, 90, Qt::green);
    painter.fillRect(320, 0, 160, 90, Qt::blue);
    painter.end();
    RecordingPicture picture;
    QBuffer file(&picture.jpeg);
    file.open(QIODevice::WriteOnly);
    sheet.save(&file, "JPEG", 95);
    picture.tileWidth = 160;
    picture.tileHeight = 90;
    picture.timesMs = {0, 5000, 10'000};
    return picture;
}

bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) < 30 && std::abs(a.green() - b.green()) < 30
           && std::abs(a.blue() - b.blue()) < 30;
}

bool isNamed(const QWidget &window, const QString &text)
{
    return std::ranges::any_of(window.findChildren<QLabel *>(),
                               [&](const QLabel *label) { return label->text() == text; });
}

} // namespace

class tst_PictureStrip : public QObject
{
    Q_OBJECT

private slots:
    void tiles_showTheirPartOfTheSheet();
    void tiles_flowIntoTheWidth();
    void click_tellsTheTime();
    void keys_chooseATile();
    void sheet_thatIsNotWhatItSaysIsRefused_data();
    void sheet_thatIsNotWhatItSaysIsRefused();
    void screen_isDrawnInItsColours();
    void selection_showsItsPictures_data();
    void selection_showsItsPictures();
};

void tst_PictureStrip::tiles_showTheirPartOfTheSheet()
{
    PictureStrip strip;
    strip.resize(600, 300);
    QVERIFY(strip.setPicture(colours()));
    const QImage image = strip.grab().toImage();
    const QList<QColor> expected{Qt::red, Qt::green, Qt::blue};
    for (int index = 0; index < 3; ++index)
        QVERIFY(isNear(image.pixelColor(strip.tile(index).center()), expected[index]));
}

void tst_PictureStrip::tiles_flowIntoTheWidth()
{
    PictureStrip strip;
    strip.setPicture(colours());
    strip.resize(600, 300);
    QCOMPARE(strip.tile(0).y(), strip.tile(2).y());
    strip.resize(200, 900);
    QVERIFY(strip.tile(2).y() > strip.tile(1).y());
    QVERIFY(strip.heightForWidth(200) > strip.heightForWidth(600));
    QVERIFY(strip.tile(2).bottom() < strip.heightForWidth(200));
}

void tst_PictureStrip::click_tellsTheTime()
{
    PictureStrip strip;
    strip.resize(600, 300);
    strip.setPicture(colours());
    QSignalSpy chosen(&strip, &PictureStrip::chosen);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.tile(1).center());
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 5000);
}

void tst_PictureStrip::keys_chooseATile()
{
    PictureStrip strip;
    strip.resize(600, 300);
    strip.setPicture(colours());
    QSignalSpy chosen(&strip, &PictureStrip::chosen);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right})
        QTest::keyClick(&strip, key);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(chosen.value(0).value(0).toLongLong(), 10'000);
}

void tst_PictureStrip::sheet_thatIsNotWhatItSaysIsRefused_data()
{
    QTest::addColumn<QByteArray>("jpeg");
    QTest::addColumn<int>("tileWidth");
    QTest::newRow("no picture") << QByteArray("nothing") << 160;
    QTest::newRow("too narrow") << colours().jpeg << 161;
    QTest::newRow("no width") << colours().jpeg << 0;
}

void tst_PictureStrip::sheet_thatIsNotWhatItSaysIsRefused()
{
    QFETCH(QByteArray, jpeg);
    QFETCH(int, tileWidth);
    RecordingPicture picture = colours();
    picture.jpeg = jpeg;
    picture.tileWidth = tileWidth;
    PictureStrip strip;
    QVERIFY(!strip.setPicture(picture));
    strip.resize(600, 300);
    QVERIFY(!strip.grab().isNull());
}

void tst_PictureStrip::screen_isDrawnInItsColours()
{
    TerminalScreen screen(80, 24);
    screen.feed("\x1b[48;2;200;0;0m" + QByteArray(80, ' ') + "\x1b[0m");
    screen.feed("\x1b[13;1H\x1b[7;38;2;0;200;0m" + QByteArray(80, ' '));
    RecordingPicture picture;
    picture.timesMs = {1000};
    picture.screens.screens << ScreenPicture::of(screen, 1000);
    PictureStrip strip;
    strip.resize(700, 500);
    QVERIFY(strip.setPicture(picture));
    const QImage image = strip.grab().toImage();
    const QRect tile = strip.tile(0);
    bool red = false;
    bool green = false;
    for (int y = tile.top(); y < tile.bottom(); ++y) {
        const QColor colour = image.pixelColor(tile.center().x(), y);
        red = red || isNear(colour, QColor(200, 0, 0));
        green = green || isNear(colour, QColor(0, 200, 0));
    }
    QVERIFY(red);
    QVERIFY(green);
}

void tst_PictureStrip::selection_showsItsPictures_data()
{
    QTest::addColumn<QString>("appearance");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

// They may be drawn after the row was selected. RESPOOL_SHOTS names a folder for what the windows
// looked like.
void tst_PictureStrip::selection_showsItsPictures()
{
    QFETCH(QString, appearance);
    applyLook(appearance);
    const QTemporaryDir folder;
    const QString store = folder.filePath(u"store"_s);
    samples::makeGatewayStore(store, {.recordings = 3, .webmEvery = 3});
    samples::writeFile(store + u'/' + samples::recordingId(0) + u"/recording-0.webm"_s,
                       samples::liveWebm({.codec = "libvpx", .seconds = 8, .audio = true}));
    EngineOptions options;
    options.dataFolder = folder.filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY(engine);
    QVERIFY((*engine)->work());
    MainWindow window(**engine, Settings());
    window.show();
    window.addStore(store);
    auto *page = window.findChild<LibraryPage *>();
    QTRY_COMPARE(page->table()->model()->rowCount(), 3);
    auto *strip = window.findChild<PictureStrip *>();
    int shown = 0;
    for (int row = 0; row < 3; ++row) {
        page->table()->selectRow(row);
        QTRY_COMPARE(page->selected().size(), 1);
        const QString uid = page->selected().first().uid;
        QTRY_VERIFY(strip->isVisible() && strip->tiles() > 0
                    && isNamed(*window.findChild<PreviewPane *>(), uid));
        shown += strip->tiles();
        const QString shots = qEnvironmentVariable("RESPOOL_SHOTS");
        if (!shots.isEmpty()) {
            QTest::qWait(300);
            window.grab().save(u"%1/%2-%3.png"_s.arg(shots, appearance).arg(row));
        }
    }
    QVERIFY(shown >= 10 + 1 + 1);
}

QTEST_MAIN(tst_PictureStrip)
#include "tst_picturestrip.moc"
