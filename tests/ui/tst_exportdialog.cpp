// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

Part partOf(const QString &name, PartKind kind = PartKind::Webm)
{
    Part part;
    part.name = name;
    part.kind = kind;
    part.durationMs = 60'000;
    return part;
}

Recording recordingOf(int number, const QList<Part> &parts)
{
    Recording recording;
    recording.id = RecordingId{number};
    recording.uid = u"uid-%1"_s.arg(number);
    recording.path = recording.uid;
    recording.parts = parts;
    return recording;
}

const Part video = partOf(u"recording-0.webm"_s);
const Part second = partOf(u"recording-1.webm"_s);
const Part terminal = partOf(u"recording-0.cast"_s, PartKind::Cast);

template <typename T>
T *named(const QDialog &dialog, const QString &name)
{
    return dialog.findChild<T *>(name);
}

QString complaint(const QDialog &dialog)
{
    const auto *label = named<QLabel>(dialog, u"targetError"_s);
    return label->isHidden() ? QString() : label->text();
}

} // namespace

class tst_ExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void name_isProposed_data();
    void name_isProposed();
    void name_ofTheUserStays();
    void clipTimes_areRead_data();
    void clipTimes_areRead();
    void clip_isHandedOut();
    void part_canBeChosen();
    void join_isOfAllParts();
    void wrongTarget_isExplained_data();
    void wrongTarget_isExplained();
    void several_goIntoAFolder();
    void several_doNotMakeAClip();
    void noVideo_leavesTheArchive();
    void nothingThere_saysSo();
    void archive_isOfAllRecordings();
    void targetThatIsThere_isToldAndCanBeReplaced();
    void targetInAStore_isRefused();
    void missingFolder_isTold();
    void keysOfLabels_leadToTheirFields();
};

void tst_ExportDialog::name_isProposed_data()
{
    QTest::addColumn<Recording>("recording");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("target");
    const Recording one = recordingOf(1, {video});
    QTest::newRow("a copy") << one << u"copy"_s << u"/out/uid-1.webm"_s;
    QTest::newRow("a clip") << one << u"clip"_s << u"/out/uid-1-clip.webm"_s;
    QTest::newRow("a copy of one of two parts")
        << recordingOf(1, {video, second}) << u"copy"_s << u"/out/uid-1-recording-0.webm"_s;
    QTest::newRow("all parts") << recordingOf(1, {video, second}) << u"join"_s
                               << u"/out/uid-1.webm"_s;
    Recording file = recordingOf(1, {partOf(u"talk.mov"_s, PartKind::Media)});
    file.path = u"2024/talk.mov"_s;
    QTest::newRow("a container that is not written") << file << u"copy"_s << u"/out/talk.mkv"_s;
    file.path = u"2024/talk.mp4"_s;
    file.parts = {partOf(u"talk.mp4"_s, PartKind::Media)};
    QTest::newRow("a file of a folder store") << file << u"copy"_s << u"/out/talk.mp4"_s;
    QTest::newRow("a clip of it") << file << u"clip"_s << u"/out/talk-clip.webm"_s;
}

void tst_ExportDialog::name_isProposed()
{
    QFETCH(const Recording, recording);
    QFETCH(const QString, choice);
    QFETCH(const QString, target);
    const ExportDialog dialog({recording}, {}, u"/out"_s);
    named<QRadioButton>(dialog, choice)->setChecked(true);
    QCOMPARE(named<QLineEdit>(dialog, u"target"_s)->text(), target);
    QVERIFY2(complaint(dialog).isEmpty(), qPrintable(complaint(dialog)));
}

void tst_ExportDialog::name_ofTheUserStays()
{
    const ExportDialog dialog({recordingOf(1, {video})}, {}, u"/out"_s);
    auto *target = named<QLineEdit>(dialog, u"target"_s);
    target->clear();
    QTest::keyClicks(target, u"/mine/a.webm"_s);
    named<QRadioButton>(dialog, u"clip"_s)->setChecked(true);
    QCOMPARE(target->text(), u"/mine/a.webm"_s);
    QCOMPARE(dialog.folder(), u"/mine"_s);
}

void tst_ExportDialog::clipTimes_areRead_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says"); // what stands below; empty: anything, and it is a clip
    QTest::newRow("both") << u"1.5"_s << u"0:10"_s << QString();
    QTest::newRow("to the end") << u"0:00:05"_s << QString() << QString();
    QTest::newRow("from the beginning") << QString() << u"5"_s << QString();
    QTest::newRow("neither") << QString() << QString() << u"Seconds"_s;
    QTest::newRow("a word") << u"noon"_s << QString() << u"“noon” is no time"_s;
    QTest::newRow("a wrong end") << u"1"_s << u"0:75"_s << u"“0:75” is no time"_s;
    QTest::newRow("backwards") << u"10"_s << u"5"_s << u"ends after its beginning"_s;
    QTest::newRow("after the end") << u"2:00"_s << QString() << u"lasts 1:00"_s;
}

void tst_ExportDialog::clipTimes_areRead()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, says);
    const ExportDialog dialog({recordingOf(1, {video})}, {}, u"/out"_s);
    named<QRadioButton>(dialog, u"clip"_s)->setChecked(true);
    named<QLineEdit>(dialog, u"from"_s)->setText(from);
    named<QLineEdit>(dialog, u"to"_s)->setText(to);
    QCOMPARE(named<QPushButton>(dialog, u"accept"_s)->isEnabled(), says.isEmpty());
    const QString note = named<QLabel>(dialog, u"clipNote"_s)->text();
    QVERIFY2(note.contains(says), qPrintable(note));
}

void tst_ExportDialog::clip_isHandedOut()
{
    const ExportDialog dialog({recordingOf(7, {video})}, {}, u"/out"_s);
    named<QRadioButton>(dialog, u"clip"_s)->setChecked(true);
    named<QLineEdit>(dialog, u"from"_s)->setText(u"1.5"_s);
    named<QLineEdit>(dialog, u"to"_s)->setText(u"0:10"_s);
    named<QCheckBox>(dialog, u"exact"_s)->setChecked(true);
    QCOMPARE(dialog.items().size(), 1);
    const ExportItem item = dialog.items().first();
    QCOMPARE(item.id.value, 7);
    QCOMPARE(item.wishes.range.fromMs, 1'500);
    QCOMPARE(item.wishes.range.toMs, 10'000);
    QVERIFY(item.wishes.exact);
    QVERIFY(!item.wishes.transcode);
    QVERIFY(!item.wishes.overwrite);
    named<QRadioButton>(dialog, u"copy"_s)->setChecked(true);
    QVERIFY(dialog.items().first().wishes.range.isWhole());
    QVERIFY(!dialog.items().first().wishes.exact);
}

void tst_ExportDialog::part_canBeChosen()
{
    const ExportDialog dialog({recordingOf(1, {terminal, video, second})}, {}, u"/out"_s);
    auto *parts = named<QComboBox>(dialog, u"part"_s);
    QCOMPARE(parts->count(), 2); // a terminal is no video
    parts->setCurrentIndex(1);
    QCOMPARE(dialog.items().first().wishes.part, second.name);
    QVERIFY(dialog.items().first().wishes.target.endsWith(u"uid-1-recording-1.webm"_s));
}

void tst_ExportDialog::join_isOfAllParts()
{
    const ExportDialog alone({recordingOf(1, {video})}, {}, u"/out"_s);
    QVERIFY(!named<QRadioButton>(alone, u"join"_s)->isEnabled());
    const ExportDialog dialog({recordingOf(1, {video, second})}, {}, u"/out"_s);
    named<QRadioButton>(dialog, u"join"_s)->setChecked(true);
    QVERIFY(dialog.items().first().wishes.join);
    QVERIFY(dialog.items().first().wishes.part.isEmpty());
    QVERIFY(named<QPushButton>(dialog, u"accept"_s)->isEnabled());
}

void tst_ExportDialog::wrongTarget_isExplained_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<bool>("encodes");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("says");
    QTest::newRow("Matroska") << u"copy"_s << false << u"/out/a.mkv"_s << QString();
    QTest::newRow("no path") << u"copy"_s << false << u"a.webm"_s << u"whole path"_s;
    QTest::newRow("an archive") << u"copy"_s << false << u"/out/a.zip"_s
                                << u".webm, .mkv or .mp4"_s;
    QTest::newRow("no ending") << u"copy"_s << false << u"/out/a"_s << u".webm, .mkv or .mp4"_s;
    QTest::newRow("joined in MP4") << u"join"_s << false << u"/out/a.mp4"_s << u"end in .webm:"_s;
    QTest::newRow("encoded in Matroska")
        << u"copy"_s << true << u"/out/a.mkv"_s << u"end in .webm:"_s;
}

void tst_ExportDialog::wrongTarget_isExplained()
{
    QFETCH(const QString, choice);
    QFETCH(const bool, encodes);
    QFETCH(const QString, target);
    QFETCH(const QString, says);
    const ExportDialog dialog({recordingOf(1, {video, second})}, {}, u"/out"_s);
    named<QRadioButton>(dialog, choice)->setChecked(true);
    named<QCheckBox>(dialog, u"transcode"_s)->setChecked(encodes);
    named<QLineEdit>(dialog, u"target"_s)->setText(target);
    QVERIFY2(complaint(dialog).contains(says), qPrintable(complaint(dialog)));
    QCOMPARE(complaint(dialog).isEmpty(), says.isEmpty());
    QCOMPARE(named<QPushButton>(dialog, u"accept"_s)->isEnabled(), says.isEmpty());
}

void tst_ExportDialog::several_goIntoAFolder()
{
    Recording first = recordingOf(3, {partOf(u"a.webm"_s)});
    first.path = u"x/a.webm"_s;
    Recording other = recordingOf(4, {partOf(u"a.webm"_s)});
    other.path = u"y/a.webm"_s;
    const ExportDialog dialog(
        {recordingOf(1, {video, second}), recordingOf(2, {terminal}), first, other}, {}, u"/out"_s);
    QStringList targets;
    for (const ExportItem &item : dialog.items())
        targets << item.wishes.target;
    const QStringList expected{u"/out/uid-1-recording-0.webm"_s, u"/out/uid-1-recording-1.webm"_s,
                               u"/out/a.webm"_s, u"/out/a-2.webm"_s};
    QCOMPARE(targets, expected);
    QVERIFY(named<QLabel>(dialog, u"limits"_s)->text().contains(u"no video"_s));
    named<QRadioButton>(dialog, u"join"_s)->setChecked(true);
    QCOMPARE(dialog.items().size(), 3);
    QVERIFY(dialog.items().first().wishes.join);
    QCOMPARE(dialog.folder(), u"/out"_s);
}

void tst_ExportDialog::several_doNotMakeAClip()
{
    const ExportDialog dialog({recordingOf(1, {video}), recordingOf(2, {video})}, {}, u"/out"_s);
    QVERIFY(!named<QRadioButton>(dialog, u"clip"_s)->isEnabled());
    QVERIFY(named<QLabel>(dialog, u"limits"_s)->text().contains(u"one recording at a time"_s));
    QVERIFY(named<QPushButton>(dialog, u"accept"_s)->isEnabled());
}

void tst_ExportDialog::noVideo_leavesTheArchive()
{
    Recording missing = recordingOf(2, {video});
    missing.state = RecordingState::Missing;
    const ExportDialog dialog({recordingOf(1, {terminal}), missing}, {}, u"/out"_s);
    QVERIFY(!named<QRadioButton>(dialog, u"copy"_s)->isEnabled());
    QVERIFY(named<QPushButton>(dialog, u"accept"_s)->isEnabled());
    QVERIFY(dialog.archive());
    QCOMPARE(dialog.archive()->target, u"/out/uid-1.zip"_s);
    QCOMPARE(dialog.archived(), QList<RecordingId>{RecordingId{1}});
    QVERIFY(dialog.items().isEmpty());
}

void tst_ExportDialog::nothingThere_saysSo()
{
    Recording missing = recordingOf(2, {video});
    missing.state = RecordingState::Missing;
    const ExportDialog dialog({missing}, {}, u"/out"_s);
    QVERIFY(!named<QPushButton>(dialog, u"accept"_s)->isEnabled());
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.join(u'\n').contains(u"None of these has a file"_s));
}

void tst_ExportDialog::archive_isOfAllRecordings()
{
    ExportDialog dialog({recordingOf(1, {video}), recordingOf(2, {terminal})}, {}, u"/out"_s);
    QVERIFY(!dialog.archive());
    named<QRadioButton>(dialog, u"archive"_s)->setChecked(true);
    QCOMPARE(dialog.archived().size(), 2);
    auto *field = dialog.findChild<QWidget *>(u"archiveTarget"_s);
    auto *path = field->findChild<QLineEdit *>(u"target"_s);
    QCOMPARE(path->text(), u"/out/recordings.zip"_s);
    path->setText(u"/out/a.webm"_s);
    QVERIFY(!named<QPushButton>(dialog, u"accept"_s)->isEnabled());
    const auto *complaint = field->findChild<QLabel *>(u"targetError"_s);
    QVERIFY(!complaint->isHidden() && complaint->text().contains(u".zip"_s));
    if (const QString shots = qEnvironmentVariable("RESPOOL_SHOTS"); !shots.isEmpty())
        QVERIFY(dialog.grab().save(shots + u"/export.png"_s));
}

void tst_ExportDialog::targetThatIsThere_isToldAndCanBeReplaced()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"uid-1.webm"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ExportDialog dialog({recordingOf(1, {video})}, {}, folder.path());
    dialog.show();
    named<QPushButton>(dialog, u"accept"_s)->click();
    QTRY_VERIFY(complaint(dialog).contains(u"uid-1.webm exists already"_s));
    QVERIFY(dialog.isVisible());
    named<QCheckBox>(dialog, u"replace"_s)->setChecked(true);
    QVERIFY(complaint(dialog).isEmpty());
    QVERIFY(dialog.items().first().wishes.overwrite);
    named<QPushButton>(dialog, u"accept"_s)->click();
    QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
}

void tst_ExportDialog::targetInAStore_isRefused()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"inner"_s));
    StoreInfo store;
    store.path = QDir(folder.path()).canonicalPath();
    ExportDialog dialog({recordingOf(1, {video})}, {store}, folder.filePath(u"inner"_s));
    dialog.show();
    named<QPushButton>(dialog, u"accept"_s)->click();
    QTRY_VERIFY(complaint(dialog).contains(u"inside a store"_s));
    QVERIFY(dialog.isVisible());
}

void tst_ExportDialog::missingFolder_isTold()
{
    ExportDialog dialog({recordingOf(1, {video})}, {}, u"/no/such/folder"_s);
    dialog.show();
    named<QPushButton>(dialog, u"accept"_s)->click();
    QTRY_VERIFY(complaint(dialog).contains(u"no folder /no/such/folder"_s));
    QVERIFY(dialog.isVisible());
}

void tst_ExportDialog::keysOfLabels_leadToTheirFields()
{
    ExportDialog dialog({recordingOf(1, {video})}, {}, u"/out"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    named<QRadioButton>(dialog, u"clip"_s)->setChecked(true);
    QTest::keyClick(&dialog, Qt::Key_F, Qt::AltModifier);
    QCOMPARE(dialog.focusWidget(), named<QLineEdit>(dialog, u"from"_s));
    QTest::keyClick(&dialog, Qt::Key_I, Qt::AltModifier);
    QCOMPARE(dialog.focusWidget(), named<QLineEdit>(dialog, u"target"_s));
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
