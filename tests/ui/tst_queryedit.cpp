// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queryedit.h"
#include "ui/querysheet.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The field as it is typed into; keys go to the window that has them, as from the keyboard.
class tst_QueryEdit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void key_takesTheFirstOffer_data();
    void key_takesTheFirstOffer();
    void values_areOfferedBehindAField();
    void names_areOffered();
    void escape_keepsWhatIsWritten();
    void word_isNotCompleted();
    void mistake_isUnderlinedUntilTheNextChange();
    void help_opensAndCloses();
    void focus_asksForNames();

private:
    void type(const QString &text) { QTest::keyClicks(m_field, text); }

    std::unique_ptr<QWidget> m_window;
    QueryEdit *m_field = nullptr;
};

void tst_QueryEdit::init()
{
    QApplication::setCursorFlashTime(0); // pictures of the field are compared
    m_window = std::make_unique<QWidget>();
    m_field = new QueryEdit;
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_field);
    column->addWidget(new QLineEdit);
    m_window->resize(400, 100);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void tst_QueryEdit::key_takesTheFirstOffer_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Tab") << Qt::Key_Tab;
}

void tst_QueryEdit::key_takesTheFirstOffer()
{
    QFETCH(const Qt::Key, key);
    type(u"desk kind:te"_s);
    QVERIFY(m_field->isOffering());
    QTest::keyClick(QApplication::activePopupWidget(), key);
    QCOMPARE(m_field->text(), u"desk kind:terminal"_s);
    QVERIFY(!m_field->isOffering());
    QVERIFY(m_field->hasFocus());
}

void tst_QueryEdit::values_areOfferedBehindAField()
{
    type(u"hel"_s);
    QCOMPARE(m_field->offered(), QStringList{u"held:"_s});
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(m_field->text(), u"held:"_s);
    QCOMPARE(m_field->offered(), (QStringList{u"yes"_s, u"no"_s}));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QCOMPARE(m_field->text(), u"held:no"_s);
}

void tst_QueryEdit::names_areOffered()
{
    m_field->setNames({{u"lab"_s, u"the attic"_s}, {u"audit"_s}});
    type(u"store:a"_s);
    QCOMPARE(m_field->offered(), (QStringList{u"lab"_s, u"\"the attic\""_s}));
    m_field->clear();
    type(u"tag:"_s);
    QCOMPARE(m_field->offered(), QStringList{u"audit"_s});
}

void tst_QueryEdit::escape_keepsWhatIsWritten()
{
    type(u"kind:te"_s);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(!m_field->isOffering());
    QCOMPARE(m_field->text(), u"kind:te"_s);
}

void tst_QueryEdit::word_isNotCompleted()
{
    type(u"zebra"_s);
    QVERIFY(!m_field->isOffering());
    QTest::keyClick(m_field, Qt::Key_Tab);
    QVERIFY(!m_field->hasFocus());
    QCOMPARE(m_field->text(), u"zebra"_s);
}

void tst_QueryEdit::mistake_isUnderlinedUntilTheNextChange()
{
    m_field->setText(u"aaaa bbbb"_s);
    m_field->setCursorPosition(2);
    const QImage before = m_field->grab().toImage();
    m_field->setMistake(QueryMistake{ErrorCode::InvalidArgument, u"wrong"_s, 5, 4});
    QCOMPARE(m_field->text(), u"aaaa bbbb"_s);
    QCOMPARE(m_field->cursorPosition(), 2);
    QVERIFY(m_field->grab().toImage() != before);
    m_field->setMistake({});
    QCOMPARE(m_field->grab().toImage(), before);
}

void tst_QueryEdit::help_opensAndCloses()
{
    const auto shown = [this] {
        const auto *sheet = m_field->findChild<QuerySheet *>();
        return sheet && sheet->isVisible();
    };
    QTest::keyClick(m_field, Qt::Key_Question);
    QVERIFY(shown());
    QVERIFY(m_field->text().isEmpty());
    QTest::keyClick(m_field->findChild<QuerySheet *>(), Qt::Key_Escape);
    QVERIFY(!shown());
    m_field->findChild<QAction *>(u"queryHelp"_s)->trigger();
    QVERIFY(shown());
    m_field->findChild<QuerySheet *>()->close();
    m_field->setText(u"a"_s);
    QTest::keyClick(m_field, Qt::Key_Question);
    QVERIFY(!shown()); // a question mark among others is one
    QCOMPARE(m_field->text(), u"a?"_s);
}

void tst_QueryEdit::focus_asksForNames()
{
    QSignalSpy wanted(m_field, &QueryEdit::namesWanted);
    m_field->clearFocus();
    m_field->setFocus();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(tst_QueryEdit)
#include "tst_queryedit.moc"
