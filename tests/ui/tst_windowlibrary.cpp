// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/loopwatch.h"
#include "tests/support/samples.h"
#include "ui/librarypage.h"
#include "ui/loosecopies.h"
#include "ui/mainwindow.h"
#include "ui/markedits.h"
#include "ui/messagebar.h"
#include "ui/recordinggrid.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_WindowLibrary : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void search_isSavedWithTheSidebarsChoice();
    void chosenSearch_comesAndGoesWithItsWords();
    void grid_isRememberedAndKeepsTheSelection();
    void sidebarsChoice_isRemembered_data();
    void sidebarsChoice_isRemembered();
    void choiceThatIsGone_isAll();
    void searchForAStoreThatIsGone_showsAll();
    void addedStore_takesThePlaceOfAnother();
    void columns_areResetAndOneStays();
    void otherRowOfTheSidebar_endsSelectAll_data();
    void otherRowOfTheSidebar_endsSelectAll();
    void escape_clearsTheSearchThenTheSelection();
    void tags_areTakenBackAsTheyWere();
    void droppedFile_isAskedAbout();
    void droppedVideo_isCopiedBesideItself();
    void window_isNotHeldUpByWork();

private:
    QAction *action(const QString &text) const;
    LibraryPage *library() const { return m_window->findChild<LibraryPage *>(); }
    Sidebar *sidebar() const { return m_window->findChild<Sidebar *>(); }
    QLineEdit *search() const { return m_window->findChild<QLineEdit *>(u"search"_s); }
    void openWindow(const Settings &settings);
    void drop(const QStringList &files);
    bool says(const QString &text) const;
    void press(const QString &text) const;
    QTreeWidgetItem *rowOf(const QString &text) const
    {
        return sidebar()->findItems(text, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void tst_WindowLibrary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    m_engine = *Engine::start(options);
    QVERIFY(m_engine->work());
    openWindow({});
    const QString store = m_folder->filePath(u"store"_s);
    samples::makeGatewayStore(store, {.recordings = 12, .webmEvery = 0});
    m_window->addStore(store);
    QTRY_COMPARE_WITH_TIMEOUT(library()->table()->model()->rowCount(), 12, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 30'000);
    QTRY_COMPARE(sidebar()->stores().size(), 1);
}

void tst_WindowLibrary::openWindow(const Settings &settings)
{
    m_window = std::make_unique<MainWindow>(*m_engine, settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_WindowLibrary::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

QAction *tst_WindowLibrary::action(const QString &text) const
{
    for (QAction *known : m_window->findChildren<QAction *>()) {
        if (known->text().remove(u'&') == text)
            return known;
    }
    return nullptr;
}

bool tst_WindowLibrary::says(const QString &text) const
{
    const QList<QLabel *> labels = m_window->findChild<MessageBar *>()->findChildren<QLabel *>();
    return std::ranges::any_of(labels,
                               [&](const QLabel *label) { return label->text().contains(text); });
}

void tst_WindowLibrary::drop(const QStringList &files)
{
    QMimeData content;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    content.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &content, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &content, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &event);
}

void tst_WindowLibrary::press(const QString &text) const
{
    auto *box = m_window->findChild<QMessageBox *>(u"dropped"_s);
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().remove(u'&') == text) {
            button->click();
            return;
        }
    }
    QFAIL("no such button");
}

void tst_WindowLibrary::search_isSavedWithTheSidebarsChoice()
{
    QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    action(u"Save search…"_s)->trigger(); // there is nothing to save
    QVERIFY(!m_window->findChild<QInputDialog *>());
    sidebar()->setCurrentItem(
        sidebar()->findItems(u"Terminals"_s, Qt::MatchExactly | Qt::MatchRecursive).first());
    search()->setText(u"size>1 OR tag:x"_s);
    action(u"Save search…"_s)->trigger();
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u" Mine "_s);
    dialog->accept();
    const QList<SavedSearch> kept{{u"Mine"_s, u"kind:terminal (size>1 OR tag:x)"_s}};
    QCOMPARE(m_window->settings().searches, kept);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(search()->text(), kept.first().query);
    QCOMPARE(sidebar()->chosenSearch(), std::optional(kept.first()));
    openWindow(m_window->settings());
    QCOMPARE(sidebar()->searches(), kept);
}

void tst_WindowLibrary::chosenSearch_comesAndGoesWithItsWords()
{
    sidebar()->keepSearch({u"Logs of mine"_s, u"kind:log"_s});
    QCOMPARE(search()->text(), u"kind:log"_s);
    QTRY_VERIFY(library()->table()->model()->rowCount() < 12);
    sidebar()->chooseAll();
    QCOMPARE(search()->text(), QString());
    QTRY_COMPARE(library()->table()->model()->rowCount(), 12);
    sidebar()->keepSearch({u"Logs of mine"_s, u"kind:log"_s});
    search()->setText(u"kind:terminal"_s); // somebody goes on from there
    sidebar()->chooseAll();
    QCOMPARE(search()->text(), u"kind:terminal"_s);
}

void tst_WindowLibrary::grid_isRememberedAndKeepsTheSelection()
{
    library()->table()->selectRow(3);
    QTRY_VERIFY(library()->one());
    const QString uid = library()->one()->uid;
    action(u"As pictures"_s)->trigger();
    QVERIFY(m_window->findChild<RecordingGrid *>()->isVisible());
    QVERIFY(!library()->table()->isVisible());
    QCOMPARE(library()->one()->uid, uid);
    openWindow(m_window->settings());
    QTRY_VERIFY(m_window->findChild<RecordingGrid *>()->isVisible());
    QVERIFY(action(u"As pictures"_s)->isChecked());
    action(u"As a table"_s)->trigger();
    QVERIFY(library()->table()->isVisible());
}

void tst_WindowLibrary::sidebarsChoice_isRemembered_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("words");
    QTest::newRow("kind") << u"Terminals"_s << QString();
    QTest::newRow("tag") << u"audit"_s << QString();
    QTest::newRow("search") << u"Of the store"_s << u"store:store kind:terminal"_s;
    QTest::newRow("trash") << u"Trash"_s << QString();
}

// The first rows of the next window are those of the choice already.
void tst_WindowLibrary::sidebarsChoice_isRemembered()
{
    QFETCH(const QString, row);
    QFETCH(const QString, words);
    sidebar()->keepSearch({u"Of the store"_s, u"store:store kind:terminal"_s});
    sidebar()->chooseAll();
    QTRY_COMPARE(library()->table()->model()->rowCount(), 12);
    library()->table()->selectRow(0);
    QTRY_VERIFY(library()->one());
    m_engine->commands().changeTags({library()->one()->id}, {u"audit"_s}, {});
    QTRY_VERIFY(rowOf(u"audit"_s));
    sidebar()->setCurrentItem(rowOf(row));
    QTRY_VERIFY(library()->table()->model()->rowCount() < 12);
    const int rows = library()->table()->model()->rowCount();
    m_window->close();
    const Settings settings = m_window->settings();

    m_window = std::make_unique<MainWindow>(*m_engine, settings);
    const QAbstractItemModel *model = library()->table()->model();
    int most = 0;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [&] { most = std::max(most, model->rowCount()); });
    connect(model, &QAbstractItemModel::modelReset, this,
            [&] { most = std::max(most, model->rowCount()); });
    m_window->show();
    QCOMPARE(search()->text(), words);
    QTRY_COMPARE(sidebar()->stores().size(), 1);
    QTRY_VERIFY(rowOf(u"audit"_s) && !rowOf(u"audit"_s)->text(1).isEmpty());
    QTRY_COMPARE(model->rowCount(), rows);
    QCOMPARE(sidebar()->currentItem(), rowOf(row));
    QCOMPARE(most, rows);
    sidebar()->chooseAll();
    QTRY_COMPARE(model->rowCount(), 12);
    QCOMPARE(search()->text(), QString()); // they went with the search
}

void tst_WindowLibrary::choiceThatIsGone_isAll()
{
    Settings settings;
    settings.choice = {u"store"_s, u"gone"_s, u"its-uid"_s, 77};
    openWindow(settings);
    QTRY_COMPARE(library()->table()->model()->rowCount(), 12);
    QCOMPARE(sidebar()->currentItem(), rowOf(u"All recordings"_s));
    m_window->rememberLayout();
    QCOMPARE(m_window->settings().choice, SidebarChoice());
}

// What is wrong with it is said; the list does not stay empty for it.
void tst_WindowLibrary::searchForAStoreThatIsGone_showsAll()
{
    Settings settings;
    settings.searches = {{u"Mine"_s, u"store:gone"_s}};
    settings.choice = {u"search"_s, u"Mine"_s, {}, 0};
    openWindow(settings);
    QCOMPARE(search()->text(), u"store:gone"_s);
    QTRY_COMPARE(library()->table()->model()->rowCount(), 12);
    QCOMPARE(sidebar()->currentItem(), rowOf(u"Mine"_s));
}

void tst_WindowLibrary::addedStore_takesThePlaceOfAnother()
{
    const QString other = m_folder->filePath(u"other"_s);
    samples::makeGatewayStore(other, {.recordings = 2, .webmEvery = 0});
    sidebar()->setCurrentItem(rowOf(u"store"_s));
    m_window->rememberLayout();
    openWindow(m_window->settings());
    m_window->addStore(other); // as the command line does, before stores are known
    QTRY_COMPARE(library()->table()->model()->rowCount(), 2);
    QTRY_COMPARE(sidebar()->stores().size(), 2);
    QCOMPARE(sidebar()->currentItem(), rowOf(u"other"_s));
    sidebar()->setCurrentItem(rowOf(u"Terminals"_s)); // it is shown there, too
    m_window->addStore(m_folder->filePath(u"store"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 30'000);
    QCOMPARE(sidebar()->currentItem(), rowOf(u"Terminals"_s));
}

void tst_WindowLibrary::columns_areResetAndOneStays()
{
    RecordingTable *table = library()->table();
    QMenu all;
    table->fillColumnMenu(all);
    for (QAction *column : all.actions()) {
        if (column->isChecked() && column->isEnabled() && column->text() != u"Recording")
            column->trigger();
    }
    QMenu one;
    table->fillColumnMenu(one);
    QList<QAction *> shown = one.actions();
    shown.removeIf([](const QAction *column) { return !column->isChecked(); });
    QCOMPARE(shown.size(), 1);
    QVERIFY(!shown.first()->isEnabled());
    table->setColumnWidth(0, 3);
    const QByteArray kept = table->saveColumns();
    table->resetColumns();
    QVERIFY(!table->isColumnHidden(2));
    QVERIFY(table->restoreColumns(kept));
    QVERIFY(table->isColumnHidden(2));
    QVERIFY(table->columnWidth(0) > 50); // a column that cannot be seen is of no use
    QVERIFY(!table->restoreColumns("nothing of ours"));
    QVERIFY(!table->isColumnHidden(2));
}

void tst_WindowLibrary::otherRowOfTheSidebar_endsSelectAll_data()
{
    QTest::addColumn<QString>("row");
    for (const char *row :
         {"Recording now", "Unseen", "Flagged", "Under hold", "Terminals", "Trash"})
        QTest::newRow(row) << QString::fromLatin1(row);
}

// All that another filter finds is not what was chosen.
void tst_WindowLibrary::otherRowOfTheSidebar_endsSelectAll()
{
    QFETCH(const QString, row);
    library()->list()->selectAll();
    QVERIFY(library()->allChosen());
    sidebar()->setCurrentItem(
        sidebar()->findItems(row, Qt::MatchExactly | Qt::MatchRecursive).first());
    QVERIFY(!library()->allChosen());
    QCOMPARE(library()->chosenCount(), 0);
}

void tst_WindowLibrary::escape_clearsTheSearchThenTheSelection()
{
    library()->table()->setFocus();
    library()->table()->selectRow(1);
    search()->setText(u"kind:terminal,log"_s);
    QTest::keyClick(library()->table(), Qt::Key_Escape);
    QCOMPARE(search()->text(), QString());
    QTRY_COMPARE(library()->table()->model()->rowCount(), 12);
    library()->table()->selectRow(1);
    QTest::keyClick(library()->table(), Qt::Key_Escape);
    QCOMPARE(library()->chosenCount(), 0);
}

void tst_WindowLibrary::tags_areTakenBackAsTheyWere()
{
    const auto tagged = [this](const QString &tag) {
        RecordingFilter filter;
        filter.tag = tag;
        auto found = m_engine->catalog().count(filter);
        while (!found.isFinished())
            QCoreApplication::processEvents();
        return *found.result();
    };
    library()->table()->selectRow(0);
    QTRY_VERIFY(library()->one());
    const RecordingId first = library()->one()->id;
    m_engine->commands().changeTags({first}, {u"Audit"_s}, {});
    QTRY_COMPARE(tagged(u"audit"_s), 1);
    QTRY_COMPARE(library()->one()->tags, QStringList{u"Audit"_s});
    // The dialog's way, for two: one has it in another case already.
    auto ids = m_engine->catalog().ids({});
    while (!ids.isFinished())
        QCoreApplication::processEvents();
    auto *marks = m_window->findChild<MarkEdits *>();
    marks->changeTags(ids.result()->mid(0, 12), {u"audit"_s, u"new"_s}, {});
    QTRY_COMPARE(tagged(u"new"_s), 12);
    QTRY_VERIFY(action(u"Undo"_s)->isEnabled());
    action(u"Undo"_s)->trigger();
    QTRY_COMPARE(tagged(u"new"_s), 0);
    QTRY_COMPARE(tagged(u"audit"_s), 1);
    QTRY_COMPARE(library()->one()->tags, QStringList{u"Audit"_s});
}

void tst_WindowLibrary::droppedFile_isAskedAbout()
{
    const QString file = m_folder->filePath(u"loose/one.cast"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"loose"_s)));
    samples::writeFile(file, samples::asciicast());
    drop({file});
    press(u"Add the folder as a store"_s);
    QTRY_COMPARE_WITH_TIMEOUT(library()->table()->model()->rowCount(), 13, 30'000);
    QTRY_COMPARE(sidebar()->stores().size(), 2);
}

void tst_WindowLibrary::droppedVideo_isCopiedBesideItself()
{
    const QString file = m_folder->filePath(u"live.webm"_s);
    const QByteArray content = samples::liveWebm();
    samples::writeFile(file, content);
    drop({file});
    press(u"Write seekable copies"_s);
    const QString copy = LooseCopies::copyNameOf(file);
    QTRY_VERIFY_WITH_TIMEOUT(says(copy + u" is written"_s), 30'000);
    QCOMPARE(samples::readFile(file), content);
    QVERIFY(samples::readFile(copy).size() > 0);
    // Once more: what is there is never written over.
    drop({file});
    press(u"Write seekable copies"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!says(u"is written"_s) && !says(u"being written"_s), 30'000);
}

// Prints for how long the window did not answer while work was done; `./dev bench window` measures.
void tst_WindowLibrary::window_isNotHeldUpByWork()
{
    const LoopWatch watch;
    auto ids = m_engine->catalog().ids({});
    while (!ids.isFinished())
        QCoreApplication::processEvents();
    DeletePlan plan;
    plan.ready = *ids.result();
    m_engine->commands().scan({sidebar()->stores().first().id});
    m_engine->commands().deleteRecordings(plan, {});
    QTRY_COMPARE_WITH_TIMEOUT(sidebar()->counts().trashed, 12, 30'000);
    QTRY_COMPARE(library()->table()->model()->rowCount(), 0);
    qInfo("the event loop was held up for %.1f ms at most", watch.longestMs());
}

QTEST_MAIN(tst_WindowLibrary)
#include "tst_windowlibrary.moc"
