// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/seekbar.h"

#include <QAccessible>
#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayMs = 1'700'000'000'000;

// Six minutes, a gap of twelve, and four minutes.
RecordingTimeline tenMinutes()
{
    Recording recording;
    for (const auto &[start, length] : {std::pair(0, 360'000), std::pair(1'080'000, 240'000)}) {
        Part part;
        part.startMs = dayMs + start;
        part.durationMs = length;
        recording.parts << part;
    }
    return RecordingTimeline(recording);
}

void show(SeekBar &bar)
{
    bar.resize(620, 34);
    bar.setTimeline(tenMinutes());
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
}

RecordingPicture redAndBlue()
{
    QImage sheet(320, 90, QImage::Format_RGB32);
    QPainter painter(&sheet);
    painter.fillRect(0, 0, 160, 90, Qt::red);
    painter.fillRect(160, 0, 160, 90, Qt::blue);
    painter.end();
    RecordingPicture picture;
    QBuffer file(&picture.jpeg);
    file.open(QIODevice::WriteOnly);
    sheet.save(&file, "JPEG", 95);
    picture.tileWidth = 160;
    picture.tileHeight = 90;
    picture.timesMs = {0, 300'000};
    return picture;
}

} // namespace

class tst_SeekBar : public QObject
{
    Q_OBJECT

private slots:
    void scale_keepsOrderAndFindsItsWayBack();
    void gap_standsForThePartBehindIt();
    void click_seeks();
    void drag_seeksAndIsNotMovedMeanwhile();
    void keys_seek_data();
    void keys_seek();
    void value_isToldInWords();
    void value_canBeSetFromOutside();
    void mouse_showsThePictureOfTheMoment();
    void damagedPicture_isNotShown();
    void marks_areDrawn();
    void nothing_isNoTrouble();
};

void tst_SeekBar::scale_keepsOrderAndFindsItsWayBack()
{
    const SeekScale scale(tenMinutes(), 8, 600);
    double last = -1;
    for (qint64 ms = 0; ms <= 600'000; ms += 20'000) {
        const double x = scale.xOf(ms);
        QVERIFY(x > last);
        last = x;
        QVERIFY(std::abs(scale.msAt(x) - ms) < 1500);
    }
    QCOMPARE(scale.xOf(0), 8);
    QCOMPARE(scale.xOf(600'000), 608);
    QCOMPARE(scale.msAt(-5), 0);
    QCOMPARE(scale.msAt(5000), 600'000);
}

void tst_SeekBar::gap_standsForThePartBehindIt()
{
    const SeekScale scale(tenMinutes(), 0, 600);
    const SeekScale::Span *span = scale.spanOf(1);
    QVERIFY(span);
    QCOMPARE(span->gapWidth, SeekScale::gapWidth);
    QCOMPARE(scale.gapAt(span->gapLeft + 3), span);
    QCOMPARE(scale.msAt(span->gapLeft + 3), 360'000);
    QCOMPARE(scale.gapAt(span->left + 3), nullptr);
}

void tst_SeekBar::click_seeks()
{
    SeekBar bar;
    show(bar);
    QSignalSpy sought(&bar, &SeekBar::sought);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(int(bar.xOf(300'000)), 20));
    QCOMPARE(sought.size(), 1);
    QVERIFY(std::abs(sought.first().first().toLongLong() - 300'000) < 2000);
    QTest::mouseClick(&bar, Qt::RightButton, {}, QPoint(100, 20));
    QCOMPARE(sought.size(), 1);
}

void tst_SeekBar::drag_seeksAndIsNotMovedMeanwhile()
{
    SeekBar bar;
    show(bar);
    QSignalSpy sought(&bar, &SeekBar::sought);
    QTest::mousePress(&bar, Qt::LeftButton, {}, QPoint(100, 20));
    bar.setPosition(1000); // what plays goes on meanwhile
    QVERIFY(bar.position() > 50'000);
    QTest::mouseMove(&bar, QPoint(200, 20));
    QTRY_COMPARE(sought.size(), 2);
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(200, 20));
    bar.setPosition(1000);
    QCOMPARE(bar.position(), 1000);
}

void tst_SeekBar::keys_seek_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<qint64>("to");
    QTest::newRow("left") << Qt::Key_Left << qint64(295'000);
    QTest::newRow("right") << Qt::Key_Right << qint64(305'000);
    QTest::newRow("down") << Qt::Key_Down << qint64(295'000);
    QTest::newRow("up") << Qt::Key_Up << qint64(305'000);
    QTest::newRow("page up") << Qt::Key_PageUp << qint64(360'000);
    QTest::newRow("page down") << Qt::Key_PageDown << qint64(240'000);
    QTest::newRow("home") << Qt::Key_Home << qint64(0);
    QTest::newRow("end") << Qt::Key_End << qint64(600'000);
}

void tst_SeekBar::keys_seek()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const qint64, to);
    SeekBar bar;
    show(bar);
    bar.setPosition(300'000);
    QSignalSpy sought(&bar, &SeekBar::sought);
    QTest::keyClick(&bar, key);
    QCOMPARE(sought.size(), 1);
    QCOMPARE(sought.first().first().toLongLong(), to);
    QTest::keyClick(&bar, key, Qt::ShiftModifier); // not the bar's
    QCOMPARE(sought.size(), 1);
}

void tst_SeekBar::value_isToldInWords()
{
    QLocale::setDefault(QLocale::C);
    SeekBar bar;
    show(bar);
    bar.setPosition(83'000);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(heard);
    QCOMPARE(heard->role(), QAccessible::Slider);
    QCOMPARE(heard->text(QAccessible::Name), u"Position"_s);
    QCOMPARE(heard->text(QAccessible::Value), u"1:23 of 10:00"_s);
    QVERIFY(heard->valueInterface());
    QCOMPARE(heard->valueInterface()->currentValue().toLongLong(), 83'000);
    QCOMPARE(heard->valueInterface()->maximumValue().toLongLong(), 600'000);
}

void tst_SeekBar::value_canBeSetFromOutside()
{
    SeekBar bar;
    show(bar);
    QSignalSpy sought(&bar, &SeekBar::sought);
    QAccessible::queryAccessibleInterface(&bar)->valueInterface()->setCurrentValue(5000);
    QCOMPARE(sought.value(0).value(0).toLongLong(), 5000);
}

void tst_SeekBar::mouse_showsThePictureOfTheMoment()
{
    SeekBar bar;
    show(bar);
    bar.setPicture(0, redAndBlue());
    QTest::mouseMove(&bar, QPoint(int(bar.xOf(290'000)), 20));
    QTRY_VERIFY(bar.showsPicture());
    QTest::mouseMove(&bar, QPoint(int(bar.xOf(590'000)), 20)); // of a part without pictures
    QTRY_VERIFY(!bar.showsPicture());
}

void tst_SeekBar::damagedPicture_isNotShown()
{
    SeekBar bar;
    show(bar);
    RecordingPicture picture = redAndBlue();
    picture.tileWidth = 161;
    bar.setPicture(0, picture);
    QTest::mouseMove(&bar, QPoint(100, 20));
    QTest::mouseMove(&bar, QPoint(101, 20));
    QCoreApplication::processEvents();
    QVERIFY(!bar.showsPicture());
}

void tst_SeekBar::marks_areDrawn()
{
    SeekBar bar;
    show(bar);
    const QImage before = bar.grab().toImage();
    bar.setHits({{{1, 60'000}, u"found"_s}});
    const QImage withHit = bar.grab().toImage();
    QVERIFY(before != withHit);
    bar.setMarkers({{{0, 60'000}, u"marker"_s}});
    const QImage withMarker = bar.grab().toImage();
    QVERIFY(withHit != withMarker);
    bar.setActivity(0, {1, 5, 0, 9}, 100'000);
    const QImage withActivity = bar.grab().toImage();
    QVERIFY(withMarker != withActivity);
    // Of the rest nothing is known yet.
    const int until = int(bar.xOf(110'000));
    QCOMPARE(withMarker.copy(until, 0, 400, 34), withActivity.copy(until, 0, 400, 34));
    bar.setSelection({10'000, 20'000});
    QVERIFY(withActivity != bar.grab().toImage());
}

void tst_SeekBar::nothing_isNoTrouble()
{
    SeekBar bar;
    bar.show();
    QVERIFY(!bar.isEnabled());
    bar.setHits({{{3, 60'000}, {}}});
    bar.setSelection({1, {}});
    bar.grab();
    Recording recording;
    recording.parts.resize(3); // of no length
    bar.setTimeline(RecordingTimeline(recording));
    bar.setPosition(50);
    QCOMPARE(bar.position(), 0);
    bar.grab();
}

QTEST_MAIN(tst_SeekBar)
#include "tst_seekbar.moc"
