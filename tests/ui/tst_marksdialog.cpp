// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/marksdialog.h"

#include <QCheckBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_MarksDialog : public QObject
{
    Q_OBJECT

private slots:
    void one_isShownAsItIs();
    void untouched_changesNothing();
    void tags_areReadFromTheLine();
    void many_showWhatTheyHaveInCommon();
    void completion_takesThePlaceOfWhatWasBegun();

private:
    static Recording recording(const QStringList &tags, const QString &note, bool flagged)
    {
        Recording one;
        one.uid = u"2f6b1d5e-0000-4000-8000-000000000001"_s;
        one.tags = tags;
        one.note = note;
        one.flagged = flagged;
        return one;
    }
};

void tst_MarksDialog::one_isShownAsItIs()
{
    MarksDialog dialog({recording({u"audit"_s, u"case 7"_s}, u"a leak"_s, true)});
    QCOMPARE(dialog.findChild<QLineEdit *>()->text(), u"audit, case 7"_s);
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), u"a leak"_s);
    QVERIFY(dialog.findChild<QCheckBox *>()->isChecked());
    dialog.begin(MarksDialog::Field::Note);
    dialog.show();
    QTRY_VERIFY(dialog.findChild<QPlainTextEdit *>()->hasFocus() || !dialog.isActiveWindow());
}

void tst_MarksDialog::untouched_changesNothing()
{
    const MarksDialog dialog({recording({u"audit"_s}, u"one"_s, true),
                              recording({u"Audit"_s, u"b"_s}, u"two"_s, false)});
    QVERIFY(dialog.addedTags().isEmpty());
    QVERIFY(dialog.removedTags().isEmpty());
    QVERIFY(!dialog.note());
    QVERIFY(!dialog.flagged());
}

void tst_MarksDialog::tags_areReadFromTheLine()
{
    MarksDialog dialog({recording({u"audit"_s, u"night"_s}, {}, false)});
    auto *line = dialog.findChild<QLineEdit *>();
    line->setText(u" case   7,,Audit , case 7,x"_s);
    QCOMPARE(dialog.addedTags(), (QStringList{u"case 7"_s, u"x"_s}));
    QCOMPARE(dialog.removedTags(), QStringList{u"night"_s});
    auto *note = dialog.findChild<QPlainTextEdit *>();
    QTest::keyClicks(note, u"new"_s);
    QCOMPARE(dialog.note().value_or(QString()), u"new"_s);
    dialog.findChild<QCheckBox *>()->click();
    QCOMPARE(dialog.flagged(), std::optional<bool>(true));
}

void tst_MarksDialog::many_showWhatTheyHaveInCommon()
{
    MarksDialog dialog({recording({u"audit"_s, u"a"_s}, u"one"_s, true),
                        recording({u"b"_s, u"AUDIT"_s}, u"two"_s, false)});
    QCOMPARE(dialog.findChild<QLineEdit *>()->text(), u"audit"_s);
    QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    QCOMPARE(dialog.findChild<QCheckBox *>()->checkState(), Qt::PartiallyChecked);
    dialog.findChild<QLineEdit *>()->clear();
    QCOMPARE(dialog.removedTags(), QStringList{u"audit"_s});
}

void tst_MarksDialog::completion_takesThePlaceOfWhatWasBegun()
{
    MarksDialog dialog({recording({u"night"_s}, {}, false)});
    dialog.offerTags({u"audit"_s, u"auction"_s, u"night"_s});
    dialog.show();
    auto *line = dialog.findChild<QLineEdit *>();
    line->setCursorPosition(int(line->text().size()));
    QTest::keyClicks(line, u",aud"_s);
    auto *completer = dialog.findChild<QCompleter *>();
    QCOMPARE(completer->completionPrefix(), u"aud"_s);
    emit completer->activated(u"audit"_s);
    QCOMPARE(line->text(), u"night, audit"_s);
    QCOMPARE(dialog.addedTags(), QStringList{u"audit"_s});
}

QTEST_MAIN(tst_MarksDialog)
#include "tst_marksdialog.moc"
