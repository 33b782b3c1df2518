// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "core/picturecatalog.h"
#include "tests/support/samples.h"
#include "ui/picturestrip.h"
#include "ui/previewpane.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

RecordingPicture onePicture()
{
    RecordingPicture picture;
    picture.screens.screens = {{0, 80, 24, {{0, 0, 5, u"hello"_s, {}}}}};
    picture.timesMs = {0};
    return picture;
}

} // namespace

class tst_PreviewPane : public QObject
{
    Q_OBJECT

private slots:
    void keptOriginal_isToldOf_data();
    void keptOriginal_isToldOf();
    void repairedPart_isShown();
    void picture_isPlayedFrom();
};

void tst_PreviewPane::keptOriginal_isToldOf_data()
{
    QTest::addColumn<QStringList>("beside");
    QTest::addColumn<QString>("says"); // empty: nothing
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("one") << QStringList{u"recording-0.cast.orig"_s}
                         << u"recording-0.cast.orig (3 bytes)"_s;
    QTest::newRow("the second only")
        << QStringList{u"recording-0.cast.orig-2"_s} << u"recording-0.cast.orig-2 (3 bytes)"_s;
    QTest::newRow("of another file") << QStringList{u"other.cast.orig"_s} << QString();
}

void tst_PreviewPane::keptOriginal_isToldOf()
{
    QFETCH(const QStringList, beside);
    QFETCH(const QString, says);
    const QTemporaryDir root;
    const auto folder = Directory::open(root.path());
    QVERIFY(folder);
    const auto identity = ensureIdentity(*folder, StoreKind::Gateway);
    QVERIFY(identity);
    StoreInfo store;
    store.uid = identity->uid;
    store.path = QDir(root.path()).canonicalPath();
    Recording recording;
    recording.uid = u"one"_s;
    recording.path = u"one"_s;
    Part part;
    part.name = u"recording-0.cast"_s;
    part.kind = PartKind::Cast;
    recording.parts = {part};
    QVERIFY(QDir(root.path()).mkdir(u"one"_s));
    samples::writeFile(root.filePath(u"one/recording-0.cast"_s), samples::asciicast());
    for (const QString &name : beside)
        samples::writeFile(root.filePath(u"one/"_s + name), "abc");
    PreviewPane pane;
    pane.showPictures(recording, store, onePicture());
    const auto saysIt = [&pane](const QString &text) {
        return std::ranges::any_of(pane.findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->text().contains(text);
        });
    };
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    if (says.isEmpty())
        QVERIFY(!saysIt(u".orig"_s));
    else
        QTRY_VERIFY(saysIt(says));
    pane.clear();
}

// A part that was repaired has a problem to tell, and can be looked at all the same.
void tst_PreviewPane::repairedPart_isShown()
{
    Recording recording;
    recording.uid = u"one"_s;
    Part part;
    part.name = u"recording-0.cast"_s;
    part.kind = PartKind::Cast;
    part.problem = u"5 bytes were skipped"_s;
    part.seekable = Seekable::Yes;
    recording.parts = {part};
    PreviewPane pane;
    pane.showPictures(recording, {}, onePicture());
    QVERIFY(std::ranges::any_of(pane.findChildren<QLabel *>(), [](const QLabel *label) {
        return label->text().contains(u"recording-0.cast"_s);
    }));
}

void tst_PreviewPane::picture_isPlayedFrom()
{
    Recording recording;
    recording.uid = u"one"_s;
    recording.parts.resize(1);
    RecordingPicture picture = onePicture();
    picture.timesMs = {4000};
    PreviewPane pane;
    pane.resize(500, 500);
    pane.show();
    pane.showPictures(recording, {}, picture);
    QSignalSpy wanted(&pane, &PreviewPane::playWanted);
    auto *strip = pane.findChild<PictureStrip *>();
    QTest::mouseClick(strip, Qt::LeftButton, {}, strip->tile(0).center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(2).toLongLong(), 4000);
}

QTEST_MAIN(tst_PreviewPane)
#include "tst_previewpane.moc"
