// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/textdevice.h"
#include "ui/player/logmodel.h"
#include "ui/player/logview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray entry(qint64 seq, const QByteArray &event, const QByteArray &description)
{
    return "{\"timestamp\":\"2026-07-15T21:17:" + QByteArray::number(10 + seq * 10)
           + "Z\",\"seq\":" + QByteArray::number(seq) + ",\"event\":\"" + event
           + "\",\"description\":\"" + description + "\"}\n";
}

SessionLog logOf(const QByteArray &text)
{
    auto log = readText(text, readSessionLog);
    return log ? *log : SessionLog();
}

SessionLog whole()
{
    return logOf(entry(0, "session.start", "Began") + entry(1, "session.action", "Renamed")
                 + entry(2, "session.end", "Done"));
}

SessionLog torn()
{
    return logOf(entry(0, "session.start", "Began") + "{\n" + entry(1, "lunch", "Eaten"));
}

} // namespace

class tst_LogView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void model_isAModel();
    void rows_sayWhatHappened();
    void completion_isTold();
    void warnings_areWords_data();
    void warnings_areWords();
    void warnings_openWithTheirButton();
    void enterAndClick_choose();
    void moment_isTheCurrentRow();
    void found_isMarked();
    void letters_areLeftToThePlayer();
    void grownLog_keepsItsRow();
    void wallClock_showsTimesOfDay();
};

void tst_LogView::model_isAModel()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLog(torn());
    model.setLog(whole());
    model.showFound(u"e"_s);
    model.setLog({});
}

void tst_LogView::rows_sayWhatHappened()
{
    LogModel model;
    model.setLog(whole());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, LogModel::Time).data().toString(), u"0:10"_s);
    QCOMPARE(model.index(1, LogModel::Event).data().toString(), u"Action"_s);
    QCOMPARE(model.index(1, LogModel::What).data().toString(), u"Renamed"_s);
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             u"At 0:10: Action, Renamed"_s);
}

void tst_LogView::completion_isTold()
{
    LogView view;
    const auto *state = view.findChild<QLabel *>(u"logState"_s);
    view.showLog(whole(), false);
    QVERIFY(state->text().startsWith(u"Complete"_s));
    view.showLog(torn(), false);
    QVERIFY(state->text().startsWith(u"Ended unexpectedly"_s));
    view.showLog(torn(), true);
    QVERIFY(state->text().startsWith(u"Being written"_s));
}

void tst_LogView::warnings_areWords_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code :
         {"malformed-line", "missing-session-start", "missing-session-end", "duplicate-sequence",
          "missing-sequence", "sequence-order-mismatch", "unknown-event-type", "invalid-field",
          "entry-limit-exceeded", "string-truncated", "unterminated-final-line"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void tst_LogView::warnings_areWords()
{
    QFETCH(const QString, code);
    const QString word = wordForLogWarning(code);
    QVERIFY(word != code);
    QCOMPARE(wordForLogWarning(code + u": line 3, and 4 more"_s), word + u": line 3, and 4 more"_s);
    QCOMPARE(wordForLogWarning(code + u", and 1 more"_s), word + u", and 1 more"_s);
}

void tst_LogView::warnings_openWithTheirButton()
{
    LogView view;
    view.resize(500, 400);
    view.show();
    view.showLog(torn(), false);
    auto *count = view.findChild<QToolButton *>(u"logWarningCount"_s);
    const auto *words = view.findChild<QLabel *>(u"logWarnings"_s);
    QVERIFY(count->isVisible());
    QVERIFY(!words->isVisible());
    count->click();
    QVERIFY(words->isVisible());
    QCOMPARE(words->text().count(u'\n'), 2);
    view.showLog(whole(), false);
    QVERIFY(!count->isVisible());
    QVERIFY(!words->isVisible());
}

void tst_LogView::enterAndClick_choose()
{
    LogView view;
    view.resize(500, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.showLog(whole(), false);
    QSignalSpy chosen(&view, &LogView::chosen);
    QTableView *table = view.table();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(view.model()->index(2, LogModel::What)).center());
    QCOMPARE(chosen.value(0).value(0).toLongLong(), 20'000);
    table->setCurrentIndex(view.model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.value(1).value(0).toLongLong(), 10'000);
}

void tst_LogView::moment_isTheCurrentRow()
{
    LogView view;
    view.showLog(whole(), false);
    view.showMoment(0);
    QCOMPARE(view.table()->currentIndex().row(), 0);
    view.showMoment(19'999);
    QCOMPARE(view.table()->currentIndex().row(), 1);
    view.showMoment(99'999);
    QCOMPARE(view.table()->currentIndex().row(), 2);
}

void tst_LogView::found_isMarked()
{
    LogModel model;
    model.setLog(whole());
    model.showFound(u"RENAMED"_s);
    QVERIFY(!model.index(0, 0).data(Qt::BackgroundRole).isValid());
    QVERIFY(model.index(1, 0).data(Qt::BackgroundRole).isValid());
    model.showFound({});
    QVERIFY(!model.index(1, 0).data(Qt::BackgroundRole).isValid());
}

void tst_LogView::letters_areLeftToThePlayer()
{
    LogView view;
    view.showLog(whole(), false);
    for (const auto &[key, text] : {std::pair(Qt::Key_N, u"n"_s), std::pair(Qt::Key_Space, u" "_s),
                                    std::pair(Qt::Key_Left, QString())}) {
        QKeyEvent event(QEvent::KeyPress, key, {}, text);
        event.accept();
        QCoreApplication::sendEvent(view.table(), &event);
        QVERIFY(!event.isAccepted());
    }
    QTest::keyClick(view.table(), Qt::Key_Down);
    QTest::keyClick(view.table(), Qt::Key_Down);
    QVERIFY(view.table()->currentIndex().row() > 0);
}

void tst_LogView::grownLog_keepsItsRow()
{
    LogView view;
    view.showLog(logOf(entry(0, "session.start", "Began") + entry(1, "session.action", "A")), true);
    view.showMoment(10'000);
    view.showLog(whole(), true);
    QCOMPARE(view.model()->rowCount(), 3);
    QCOMPARE(view.table()->currentIndex().row(), 1);
}

void tst_LogView::wallClock_showsTimesOfDay()
{
    LogView view;
    view.showLog(whole(), false);
    view.setWallClock(true);
    QCOMPARE(view.model()->index(1, LogModel::Time).data().toString(), u"2026-07-15 21:17:20"_s);
}

QTEST_MAIN(tst_LogView)
#include "tst_logview.moc"
