// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingcatalog.h"
#include "core/library/textstore.h"
#include "tests/ui/librarydata.h"
#include "ui/finddialog.h"
#include "ui/placeview.h"
#include "ui/texthitmodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_FindDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void cleanup();
    void typing_findsLines();
    void staleAnswers_areDropped();
    void scrolling_readsFurtherPages();
    void keys_leadToTheRecording();
    void wrongWords_areExplained();
    void coverage_isToldWhileItIsNotWhole();
    void everythingThatTakesTheFocus_hasAName();
    void place_isScrolledTo();

private:
    void addText(qint64 recording, const QStringList &lines);
    QLineEdit *words() const { return m_dialog->findChild<QLineEdit *>(u"words"_s); }
    QListView *list() const { return m_dialog->findChild<QListView *>(u"hits"_s); }
    int rows() const { return list()->model()->rowCount(); }

    LibraryData m_data;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<TextCatalog> m_texts;
    std::unique_ptr<FindDialog> m_dialog;
};

void tst_FindDialog::init()
{
    m_data.open(3);
    m_catalog = std::make_unique<RecordingCatalog>(m_data.database());
    m_texts = std::make_unique<TextCatalog>(m_data.database());
    QStringList many;
    for (int i = 0; i < 120; ++i)
        many << u"many lines, the disk is full %1"_s.arg(i);
    addText(1, many);
    addText(2, {u"one printer"_s, u"on fire"_s});
    m_dialog = std::make_unique<FindDialog>(*m_texts, *m_catalog, QList<StoreInfo>());
    m_dialog->begin();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void tst_FindDialog::cleanup()
{
    m_dialog.reset();
    m_texts.reset();
    m_catalog.reset();
}

void tst_FindDialog::addText(qint64 recording, const QStringList &lines)
{
    const auto added = m_data.database().wait([&](Connection &connection) -> Result<> {
        TextStore store(connection);
        TRY_LET(const qint64 first,
                store.begin({u"recording-0.webm"_s, 1, 1, 1'700'000'000'000 + recording * 60'000,
                             lines.size()}));
        std::vector<StoredLine> all;
        for (const QString &line : lines)
            all.push_back({qint64(all.size()) * 1000, line.toUtf8()});
        TRY(store.addLines(first, lines.size(), 0, all));
        return store.show(first, lines.size(), RecordingId{recording}, u"recording-0.webm"_s);
    });
    QVERIFY(added);
}

void tst_FindDialog::typing_findsLines()
{
    QTest::keyClicks(words(), u"prin"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"one printer"_s);
    words()->setText(u"nothing such"_s);
    QTRY_COMPARE(rows(), 0);
    words()->clear();
    QTRY_COMPARE(rows(), 0);
}

void tst_FindDialog::staleAnswers_areDropped()
{
    TextHitModel model(*m_texts);
    model.search({.match = u"\"disk\""_s});
    model.search({.match = u"\"printer\""_s});
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 1);
    model.search({.match = u"\"disk\""_s});
    model.clear();
    QTest::qWait(50); // an answer would have come
    QCOMPARE(model.rowCount(), 0);
}

void tst_FindDialog::scrolling_readsFurtherPages()
{
    words()->setText(u"disk"_s);
    QTRY_VERIFY(rows() >= 50);
    list()->scrollToBottom();
    QTRY_VERIFY(rows() >= 100);
    list()->scrollToBottom();
    QTRY_COMPARE(rows(), 120);
    QSet<QString> texts;
    for (int row = 0; row < rows(); ++row)
        texts << list()->model()->index(row, 0).data().toString();
    QCOMPARE(texts.size(), 120);
}

void tst_FindDialog::keys_leadToTheRecording()
{
    qRegisterMetaType<TextHit>();
    QSignalSpy chosen(m_dialog.get(), &FindDialog::chosen);
    words()->setText(u"one"_s);
    QTRY_COMPARE(rows(), 1);
    QTest::keyClick(words(), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<TextHit>().recording, RecordingId{2});
    QVERIFY(m_dialog->isVisible());
}

void tst_FindDialog::wrongWords_areExplained()
{
    const auto says = [this](const QString &text) {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    };
    words()->setText(u"-one"_s);
    QTRY_VERIFY(says(u"write one to look for"_s));
    words()->setText(u"one"_s);
    QTRY_VERIFY(!says(u"write one to look for"_s));
}

void tst_FindDialog::coverage_isToldWhileItIsNotWhole()
{
    auto *coverage = m_dialog->findChild<QLabel *>(u"coverage"_s);
    QTRY_VERIFY(!coverage->isVisible());
    QVERIFY(m_data.database().wait([](Connection &connection) -> Result<> {
        TRY(connection.script(u"UPDATE recording SET kind = 2"_s));
        return connection.script(u"INSERT INTO text_wish (recording_id, store_id) VALUES (3, 1)"_s);
    }));
    m_catalog->announceChange();
    QTRY_VERIFY_WITH_TIMEOUT(coverage->isVisible(), 10'000);
    QVERIFY2(coverage->text().contains(u"2 of 3"_s), qPrintable(coverage->text()));
}

void tst_FindDialog::everythingThatTakesTheFocus_hasAName()
{
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
            && !widget->objectName().startsWith(u"qt_"_s))
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->inherits("QToolButton"),
                     qPrintable(widget->objectName() + u' '
                                + QLatin1StringView(widget->metaObject()->className())));
    }
}

void tst_FindDialog::place_isScrolledTo()
{
    TextPlace place{{}, 400, true, false};
    for (int i = 0; i < 800; ++i)
        place.lines << TextPlaceLine{i * 1000, u"line %1"_s.arg(i)};
    PlaceView view;
    view.resize(400, 300);
    view.show();
    view.showPlace(place, {{5, 3}});
    QTRY_VERIFY(view.verticalScrollBar()->value() > 350);
    QCOMPARE(view.textCursor().block().text(), u"0:06:40  line 400"_s);
    QCOMPARE(view.extraSelections().size(), 2);
    QCOMPARE(view.extraSelections().last().cursor.selectedText(), u"400"_s);
}

QTEST_MAIN(tst_FindDialog)
#include "tst_finddialog.moc"
