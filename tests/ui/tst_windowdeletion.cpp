// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/storefixture.h"
#include "ui/auditdialog.h"
#include "ui/deletedialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/recordingtable.h"
#include "ui/reportdialog.h"
#include "ui/wholeselection.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int many = 620; // more than the window reads at once

QString uidOf(int number)
{
    return QString(number % 2 == 0 ? u'a' : u'b')
           + u"f6b1d5e-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar(u'0'));
}

} // namespace

// All that matches is chosen, deleted, held and accounted for, whatever the table has read.
class tst_WindowDeletion : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void selectAllAndDelete_reachesWhatWasNotRead();
    void deletion_isTakenBack();
    void marks_areTakenBack();
    void takenOut_staysOut();
    void filter_isObeyed();
    void newFilter_choosesNothing();
    void holds_areForAllAndNeedReasons();
    void auditLog_isShownAndChecked();

private:
    QAction *action(const QString &text) const;
    LibraryPage *library() const { return m_window->findChild<LibraryPage *>(); }
    RecordingTable *table() const { return library()->table(); }
    QLabel *countLabel() const;
    DeleteDialog *planned() const;
    qint64 count(const RecordingFilter &filter) const;
    void giveReason(const QString &reason) const;

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void tst_WindowDeletion::init()
{
    m_store = std::make_unique<StoreFixture>();
    for (int i = 0; i < many; ++i)
        m_store->addSession(uidOf(i));
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    m_engine = *Engine::start(options);
    QVERIFY(m_engine->work());
    m_window = std::make_unique<MainWindow>(*m_engine, Settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->addStore(m_store->path());
    QTRY_COMPARE_WITH_TIMEOUT(count({}), many, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(countLabel()->text().startsWith(QString::number(many)), 20'000);
    table()->setFocus();
}

void tst_WindowDeletion::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

QAction *tst_WindowDeletion::action(const QString &text) const
{
    for (QAction *each : m_window->findChildren<QAction *>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QLabel *tst_WindowDeletion::countLabel() const
{
    for (QLabel *label : library()->findChildren<QLabel *>()) {
        if (label->accessibleDescription() == u"How many recordings are shown")
            return label;
    }
    return nullptr;
}

DeleteDialog *tst_WindowDeletion::planned() const
{
    action(u"Delete…"_s)->trigger();
    [this] { QTRY_VERIFY(m_window->findChild<DeleteDialog *>()); }();
    return m_window->findChild<DeleteDialog *>();
}

qint64 tst_WindowDeletion::count(const RecordingFilter &filter) const
{
    auto counted = m_engine->catalog().count(filter);
    while (!counted.isFinished())
        QCoreApplication::processEvents();
    return *counted.result();
}

void tst_WindowDeletion::giveReason(const QString &reason) const
{
    QTRY_VERIFY(m_window->findChild<QInputDialog *>());
    auto *dialog = m_window->findChild<QInputDialog *>();
    dialog->setTextValue(reason);
    dialog->accept();
    QTRY_VERIFY(!m_window->findChild<QInputDialog *>());
}

void tst_WindowDeletion::selectAllAndDelete_reachesWhatWasNotRead()
{
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(library()->allChosen());
    QVERIFY2(countLabel()->text().startsWith(u"620 of 620"_s), qPrintable(countLabel()->text()));
    DeleteDialog *dialog = planned();
    QVERIFY(dialog);
    QCOMPARE(dialog->plan().ready.size(), many);
    dialog->accept();
    RecordingFilter trash;
    trash.state = RecordingState::Trashed;
    QTRY_COMPARE_WITH_TIMEOUT(count(trash), many, 60'000);
    // What has ended offers its report.
    auto *bar = m_window->findChild<MessageBar *>();
    const auto reporting = [bar]() -> QPushButton * {
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Report…")
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(reporting(), 30'000);
    reporting()->click();
    QTRY_VERIFY(m_window->findChild<ReportDialog *>());
    auto *report = m_window->findChild<ReportDialog *>();
    const auto *page = report->findChild<QTextBrowser *>();
    QTRY_VERIFY(page->toPlainText().contains(u"Deletion report"_s));
    QVERIFY(page->toPlainText().contains(uidOf(0)));
    const auto press = [report](const QString &text) {
        for (QPushButton *button : report->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                button->click();
        }
    };
    press(u"Verify"_s);
    const auto says = [report](const QString &text) {
        return std::ranges::any_of(report->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY(says(u"620 result"_s) && says(u"In order"_s));
    press(u"Save…"_s);
    QTRY_VERIFY(m_window->findChild<QFileDialog *>());
    auto *saving = m_window->findChild<QFileDialog *>();
    QVERIFY(saving->nameFilters().join(u' ').contains(u"*.html"_s));
    saving->close();
}

// Just what was deleted comes back: not what lay in the trash before.
void tst_WindowDeletion::deletion_isTakenBack()
{
    RecordingFilter trash;
    trash.state = RecordingState::Trashed;
    const auto deleteRows = [&](int first, int last, qint64 inTrash) {
        table()->selectionModel()->select(
            {table()->model()->index(first, 0),
             table()->model()->index(last, table()->model()->columnCount() - 1)},
            QItemSelectionModel::ClearAndSelect);
        planned()->accept();
        QTRY_COMPARE_WITH_TIMEOUT(count(trash), inTrash, 60'000);
        QTRY_VERIFY(!m_window->findChild<DeleteDialog *>());
    };
    QVERIFY(!action(u"Undo"_s)->isEnabled());
    deleteRows(0, 1, 2);
    QTRY_VERIFY(action(u"Undo"_s)->isEnabled());
    deleteRows(10, 12, 5);
    QTRY_VERIFY(action(u"Undo"_s)->toolTip().contains(u"3 recording"_s));
    action(u"Undo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(count(trash), 2, 60'000);
    action(u"Undo"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(count(trash), 0, 60'000);
    QVERIFY(!action(u"Undo"_s)->isEnabled());
}

void tst_WindowDeletion::marks_areTakenBack()
{
    RecordingFilter flagged;
    flagged.flagged = true;
    table()->selectRow(3);
    action(u"Flag"_s)->trigger();
    QTRY_COMPARE(count(flagged), 1);
    QTRY_VERIFY(action(u"Undo"_s)->isEnabled());
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    action(u"Flag"_s)->trigger();
    QTRY_COMPARE(count(flagged), many);
    QTRY_VERIFY(action(u"Undo"_s)->toolTip().contains(QString::number(many)));
    action(u"Undo"_s)->trigger();
    QTRY_COMPARE(count(flagged), 1); // the one that was flagged before stays
    action(u"Undo"_s)->trigger();
    QTRY_COMPARE(count(flagged), 0);
}

void tst_WindowDeletion::takenOut_staysOut()
{
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    const QRect third = table()->visualRect(table()->model()->index(2, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier, third.center());
    QVERIFY(library()->allChosen());
    DeleteDialog *dialog = planned();
    QCOMPARE(dialog->plan().ready.size(), many - 1);
    dialog->reject();
    // A plain click chooses that one alone.
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, third.center());
    QVERIFY(!library()->allChosen());
    QTRY_COMPARE(library()->selected().size(), 1);
}

void tst_WindowDeletion::filter_isObeyed()
{
    m_window->findChild<QLineEdit *>(u"search"_s)->setText(u"af6b1d5e"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(countLabel()->text().startsWith(u"310 "_s),
                              qPrintable(countLabel()->text()), 20'000);
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    DeleteDialog *dialog = planned();
    QCOMPARE(dialog->plan().ready.size(), 310);
    for (const QString &uid : dialog->plan().uids)
        QVERIFY2(uid.startsWith(u'a'), qPrintable(uid));
    dialog->reject();
}

// Nobody deletes by a filter that he sees for the first time.
void tst_WindowDeletion::newFilter_choosesNothing()
{
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(action(u"Delete…"_s)->isEnabled());
    m_window->findChild<QLineEdit *>(u"search"_s)->setText(u"af6b1d5e"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(countLabel()->text().startsWith(u"310 "_s),
                              qPrintable(countLabel()->text()), 20'000);
    QVERIFY(!library()->allChosen());
    QVERIFY(library()->selected().isEmpty());
    QVERIFY(!action(u"Delete…"_s)->isEnabled());
}

void tst_WindowDeletion::holds_areForAllAndNeedReasons()
{
    RecordingFilter held;
    held.held = true;
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    action(u"Put under hold…"_s)->trigger();
    giveReason(u"case 7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(held), many, 20'000);
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    action(u"Lift hold…"_s)->trigger();
    giveReason(u" "_s);
    QCOMPARE(count(held), many);
    action(u"Lift hold…"_s)->trigger();
    giveReason(u"closed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(held), 0, 20'000);
}

void tst_WindowDeletion::auditLog_isShownAndChecked()
{
    table()->selectRow(0);
    action(u"Put under hold…"_s)->trigger();
    giveReason(u"case 7"_s);
    RecordingFilter held;
    held.held = true;
    QTRY_COMPARE(count(held), 1);
    action(u"Audit log…"_s)->trigger();
    QTRY_VERIFY(m_window->findChild<AuditDialog *>());
    auto *dialog = m_window->findChild<AuditDialog *>();
    const auto *rows = dialog->findChild<QTableView *>()->model();
    QTRY_COMPARE(rows->rowCount(), 2); // the store and the hold
    QTRY_COMPARE(library()->selected().size(), 1);
    dialog->findChild<QLineEdit *>()->setText(library()->selected().first().uid);
    QTRY_COMPARE(rows->rowCount(), 1);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().contains(u"chain"_s))
            button->click();
    }
    const auto says = [&](const QString &text) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->text().contains(text); });
    };
    QTRY_VERIFY(says(u"2 row(s) in order"_s) || says(u"2 rows in order"_s));
}

QTEST_MAIN(tst_WindowDeletion)
#include "tst_windowdeletion.moc"
