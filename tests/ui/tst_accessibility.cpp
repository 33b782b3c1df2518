// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archivecatalog.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"
#include "tests/support/storefixture.h"
#include "ui/auditdialog.h"
#include "ui/countdowndialog.h"
#include "ui/deletedialog.h"
#include "ui/exportdialog.h"
#include "ui/finddialog.h"
#include "ui/firstrundialog.h"
#include "ui/importdialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/marksdialog.h"
#include "ui/recordinggrid.h"
#include "ui/recordingtable.h"
#include "ui/reportdialog.h"
#include "ui/retentiondialog.h"
#include "ui/scheduledialog.h"
#include "ui/settingsdialog.h"
#include "ui/sidebar.h"
#include "ui/storagedialog.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostSteps = 300; // more than any window has widgets

// What a screen reader says of it.
QString spoken(QWidget *widget)
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
    return told ? told->text(QAccessible::Name) : QString();
}

QString describe(QWidget *widget)
{
    return u"%1 '%2' (%3)"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                 widget->objectName(), spoken(widget));
}

} // namespace

// Walks the focus chain of every window as Dolphin's testAccessibilityTree does: with Tab and with
// Shift+Tab each widget that takes the focus is reached, has a name, and belongs to its window.
class tst_Accessibility : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void mainWindow_isWalkedThrough_data();
    void mainWindow_isWalkedThrough();
    void dialog_isWalkedThrough_data();
    void dialog_isWalkedThrough();
    void labels_areReadAsTheyStand();
    void rows_areReadAsSentences();
    void sidebarRows_areReadWithTheirCounts();

private:
    QSet<QWidget *> walk(QWidget &window, Qt::Key key);
    void walkBothWays(QWidget &window, int atLeast);
    std::unique_ptr<QDialog> dialog(const QString &which);

    QStringList m_way; // what was walked over
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void tst_Accessibility::init()
{
    m_store = std::make_unique<StoreFixture>();
    for (int i = 0; i < 4; ++i)
        m_store->addSession(u"af6b1d5e-0000-4000-8000-00000000000%1"_s.arg(i));
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
    auto *page = m_window->findChild<LibraryPage *>();
    QTRY_COMPARE(page->table()->model()->rowCount(), 4);
    QTRY_VERIFY(m_engine->isIdle());
    page->table()->selectRow(0);
    QTRY_VERIFY(page->one());
    QTRY_COMPARE(m_window->findChild<Sidebar *>()->stores().size(), 1);
}

void tst_Accessibility::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

// From where the focus is, until a widget comes again.
QSet<QWidget *> tst_Accessibility::walk(QWidget &window, Qt::Key key)
{
    QSet<QWidget *> seen;
    QWidget *focused = window.focusWidget();
    for (int step = 0; focused && !seen.contains(focused) && step < mostSteps; ++step) {
        seen.insert(focused);
        m_way << describe(focused);
        if (spoken(focused).isEmpty())
            QTest::qFail(qPrintable(u"without a name: "_s + describe(focused)), __FILE__, __LINE__);
        if (!window.isAncestorOf(focused))
            QTest::qFail(qPrintable(u"outside: "_s + describe(focused)), __FILE__, __LINE__);
        QTest::keyClick(focused, key);
        focused = window.focusWidget();
    }
    return seen;
}

void tst_Accessibility::walkBothWays(QWidget &window, int atLeast)
{
    m_way.clear();
    if (!window.focusWidget())
        QTest::keyClick(&window, Qt::Key_Tab);
    QVERIFY2(window.focusWidget(), "nothing takes the focus");
    const QSet<QWidget *> there = walk(window, Qt::Key_Tab);
    const QSet<QWidget *> back = walk(window, Qt::Key_Backtab);
    QVERIFY2(there.size() >= atLeast, qPrintable(u"Tab is stuck after %1"_s.arg(there.size())));
    for (QWidget *widget : there + back)
        QVERIFY2(
            there.contains(widget) && back.contains(widget),
            qPrintable(u"reached one way only: %1\n%2"_s.arg(describe(widget), m_way.join(u'\n'))));
}

void tst_Accessibility::mainWindow_isWalkedThrough_data()
{
    QTest::addColumn<bool>("grid");
    QTest::addColumn<int>("tab");
    QTest::newRow("table and preview") << false << 0;
    QTest::newRow("grid and preview") << true << 0;
    QTest::newRow("table and details") << false << 1;
}

void tst_Accessibility::mainWindow_isWalkedThrough()
{
    QFETCH(const bool, grid);
    QFETCH(const int, tab);
    auto *page = m_window->findChild<LibraryPage *>();
    page->setView(grid ? LibraryPage::View::Grid : LibraryPage::View::Table);
    m_window->findChild<QTabWidget *>(u"side"_s)->setCurrentIndex(tab);
    page->list()->setFocus();
    walkBothWays(*m_window, 6);
}

std::unique_ptr<QDialog> tst_Accessibility::dialog(const QString &which)
{
    Engine &engine = *m_engine;
    const QList<Recording> recordings = m_window->findChild<LibraryPage *>()->selected();
    const QList<StoreInfo> stores = m_window->findChild<Sidebar *>()->stores();
    if (which == u"audit log")
        return std::make_unique<AuditDialog>(engine.evidence(), QString());
    if (which == u"deletion" || which == u"large deletion") {
        DeletePlan plan;
        plan.ready.fill(recordings.first().id, which == u"deletion" ? 3 : 3000);
        plan.uids.fill(recordings.first().uid, plan.ready.size());
        StorePlan lab;
        lab.store = stores.first().id;
        lab.name = u"lab"_s;
        lab.recordings = plan.ready.size();
        plan.stores = {lab};
        return std::make_unique<DeleteDialog>(plan);
    }
    if (which == u"export")
        return std::make_unique<ExportDialog>(recordings, stores, QString());
    if (which == u"find")
        return std::make_unique<FindDialog>(engine.texts(), engine.catalog(), stores);
    if (which == u"import")
        return std::make_unique<ImportDialog>(engine.archives(), u"/no/archive.zip"_s, stores,
                                              StoreId());
    if (which == u"countdown")
        return std::make_unique<CountdownDialog>(u"The machine sleeps in %1 s."_s, u"Now"_s);
    if (which == u"first store")
        return std::make_unique<FirstRunDialog>(engine.catalog(), u"lab"_s, Settings());
    if (which == u"tags and note")
        return std::make_unique<MarksDialog>(recordings);
    if (which == u"report")
        return std::make_unique<ReportDialog>(engine.evidence(), BatchId{1});
    if (which == u"retention")
        return std::make_unique<RetentionDialog>(engine.retention(), engine.timetable(), stores);
    if (which == u"schedules")
        return std::make_unique<ScheduleDialog>(engine.timetable(), engine.queue(), stores);
    if (which == u"settings")
        return std::make_unique<SettingsDialog>(Settings(), engine);
    return std::make_unique<StorageDialog>(engine.retention(), engine.catalog());
}

void tst_Accessibility::dialog_isWalkedThrough_data()
{
    QTest::addColumn<QString>("which");
    for (const char *which :
         {"audit log", "countdown", "deletion", "large deletion", "export", "find", "first store",
          "import", "tags and note", "report", "retention", "schedules", "settings", "storage"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

void tst_Accessibility::dialog_isWalkedThrough()
{
    QFETCH(const QString, which);
    const std::unique_ptr<QDialog> shown = dialog(which);
    QVERIFY(!shown->windowTitle().isEmpty());
    shown->show();
    QVERIFY(QTest::qWaitForWindowActive(shown.get()));
    walkBothWays(*shown, 1);
}

// A label with a name of its own is read by that name, and nobody hears what it says.
void tst_Accessibility::labels_areReadAsTheyStand()
{
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    int heard = 0;
    for (QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || label->buddy())
            continue;
        QVERIFY2(spoken(label).contains(label->text()), qPrintable(describe(label)));
        ++heard;
    }
    QVERIFY(heard >= 3);
}

void tst_Accessibility::rows_areReadAsSentences()
{
    auto *page = m_window->findChild<LibraryPage *>();
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(page->table());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), 4);
    QAccessibleInterface *cell = table->tableInterface()->cellAt(0, 0);
    QVERIFY(cell);
    const QString said = cell->text(QAccessible::Name);
    QVERIFY2(said.startsWith(u"Terminal recording of "_s), qPrintable(said));
    QVERIFY2(said.endsWith(page->one()->uid), qPrintable(said));
    QAccessibleInterface *grid =
        QAccessible::queryAccessibleInterface(m_window->findChild<RecordingGrid *>());
    QVERIFY(grid && grid->tableInterface());
    QCOMPARE(grid->tableInterface()->cellAt(0, 0)->text(QAccessible::Name), said);
}

void tst_Accessibility::sidebarRows_areReadWithTheirCounts()
{
    auto *sidebar = m_window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->counts().all, 4);
    const QModelIndex library = sidebar->model()->index(0, 0);
    const QModelIndex all = sidebar->model()->index(0, 0, library);
    QVERIFY(
        all.data(Qt::AccessibleTextRole).toString().startsWith(u"All recordings, 4 recording"_s));
}

QTEST_MAIN(tst_Accessibility)
#include "tst_accessibility.moc"
