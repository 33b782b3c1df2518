// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "tests/support/storefixture.h"
#include "tests/ui/dialogs.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/recordinggrid.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"

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

// From where the focus is, until a widget comes again. A time has several fields, and keeps the
// focus from one to the next.
QSet<QWidget *> tst_Accessibility::walk(QWidget &window, Qt::Key key)
{
    QSet<QWidget *> seen;
    QWidget *focused = window.focusWidget();
    const QWidget *before = nullptr;
    for (int step = 0; focused && step < mostSteps; ++step) {
        if (seen.contains(focused) && focused != before)
            break;
        seen.insert(focused);
        m_way << describe(focused);
        if (spoken(focused).isEmpty())
            QTest::qFail(qPrintable(u"without a name: "_s + describe(focused)), __FILE__, __LINE__);
        if (!window.isAncestorOf(focused))
            QTest::qFail(qPrintable(u"outside: "_s + describe(focused)), __FILE__, __LINE__);
        before = focused;
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

void tst_Accessibility::dialog_isWalkedThrough_data()
{
    QTest::addColumn<QString>("which");
    for (const QString &which : Dialogs::names())
        QTest::newRow(qPrintable(which)) << which;
}

void tst_Accessibility::dialog_isWalkedThrough()
{
    QFETCH(const QString, which);
    const Dialogs dialogs(*m_engine, m_window->findChild<LibraryPage *>()->selected(),
                          m_window->findChild<Sidebar *>()->stores());
    const std::unique_ptr<QDialog> shown = dialogs.make(which);
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
