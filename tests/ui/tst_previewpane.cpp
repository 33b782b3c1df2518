// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "tests/support/samples.h"
#include "ui/previewpane.h"

#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_PreviewPane : public QObject
{
    Q_OBJECT

private slots:
    void keptOriginal_isToldOf_data();
    void keptOriginal_isToldOf();
    void repairedPart_isShown();
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
    pane.play(recording, store);
    const auto saysIt = [&pane](const QString &text) {
        return std::ranges::any_of(pane.findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->text().contains(text);
        });
    };
    auto *text = pane.findChild<QPlainTextEdit *>(u"text"_s);
    QTRY_VERIFY(!text->toPlainText().isEmpty());
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
    pane.play(recording, {});
    QVERIFY(std::ranges::any_of(pane.findChildren<QLabel *>(), [](const QLabel *label) {
        return label->text().contains(u"recording-0.cast"_s);
    }));
}

QTEST_MAIN(tst_PreviewPane)
#include "tst_previewpane.moc"
