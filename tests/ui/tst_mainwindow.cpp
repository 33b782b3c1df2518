// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/samples.h"
#include "ui/emptypage.h"
#include "ui/exportdialog.h"
#include "ui/jobpane.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/recordingtable.h"
#include "ui/settingsdialog.h"
#include "ui/sidebar.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString firstUid = u"11111111-aaaa-4aaa-8aaa-000000000001"_s;
const QString secondUid = u"22222222-aaaa-4aaa-8aaa-000000000002"_s;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

// A Gateway store of two terminal recordings.
void makeStore(const QString &root)
{
    for (const QString &uid : {firstUid, secondUid}) {
        const QString folder = root + u'/' + uid;
        writeFile(folder + u"/recording-0.cast"_s,
                  "{\"version\":2,\"width\":80,\"height\":24}\n[0.1,\"o\",\"hello\"]\n");
        writeFile(folder + u"/recording.json"_s,
                  "{\"sessionId\":\"" + uid.toUtf8()
                      + "\",\"startTime\":1700000000,\"duration\":1,\"files\":[{\"fileName\":"
                        "\"recording-0.cast\",\"startTime\":1700000000,\"duration\":1}]}");
    }
}

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void noStore_offersToAddOne();
    void store_isAddedScannedAndListed();
    void wordsWithoutMatch_offerToShowAll();
    void wrongWord_isExplained();
    void folderThatIsNotThere_isComplainedOf();
    void trouble_isToldUntilItEnds();
    void everythingThatTakesTheFocus_hasAName();
    void sameShortcut_isNotUsedTwice();
    void layout_isRemembered();
    void export_isForRecordingsThatAreThere();
    void export_endsWithItsPlace();
    void damagedOriginal_staysAsTheSettingsSay_data();
    void damagedOriginal_staysAsTheSettingsSay();
    void settings_knowWhatBecomesOfDamagedOriginals();
    void picturesInTheList_areRemembered();

private:
    QAction *action(const QString &text) const;
    void addVideoStore();
    bool says(const QString &text) const;
    EmptyPage *emptyPage() const { return library()->emptyPage(); }
    LibraryPage *library() const { return m_window->findChild<LibraryPage *>(); }
    QLineEdit *search() const { return m_window->findChild<QLineEdit *>(u"search"_s); }
    QPushButton *helpingButton() const { return emptyPage()->findChild<QPushButton *>(); }
    int rows() const { return library()->table()->model()->rowCount(); }
    void addDemoStore();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false; // who counts jobs counts its own
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY2(bool(engine), engine ? "" : qPrintable(engine.error().detail));
    m_engine = *std::move(engine);
    QVERIFY(m_engine->work());
    m_window = std::make_unique<MainWindow>(*m_engine, Settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_MainWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void tst_MainWindow::addDemoStore()
{
    const QString store = m_folder->filePath(u"store"_s);
    makeStore(store);
    m_window->addStore(store);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(library()->table()->isVisible());
}

void tst_MainWindow::noStore_offersToAddOne()
{
    QTRY_VERIFY(emptyPage()->isVisible());
    QVERIFY(!library()->table()->isVisible());
    QVERIFY(helpingButton()->isVisible());
    QSignalSpy wanted(emptyPage(), &EmptyPage::addStoreWanted);
    // The dialog that would open is not part of this test.
    QObject::disconnect(emptyPage(), &EmptyPage::addStoreWanted, m_window.get(), nullptr);
    helpingButton()->click();
    QCOMPARE(wanted.size(), 1);
}

void tst_MainWindow::store_isAddedScannedAndListed()
{
    addDemoStore();
    auto *sidebar = m_window->findChild<Sidebar *>();
    QTRY_COMPARE(sidebar->stores().size(), 1);
    QTRY_COMPARE(sidebar->counts().all, 2);
    QTRY_COMPARE(sidebar->counts().terminal, 2);
}

void tst_MainWindow::wordsWithoutMatch_offerToShowAll()
{
    addDemoStore();
    search()->setText(u"22222222"_s);
    QTRY_COMPARE(rows(), 1);
    search()->setText(u"no such thing"_s);
    QTRY_VERIFY(emptyPage()->isVisible());
    helpingButton()->click();
    QTRY_COMPARE(rows(), 2);
    QVERIFY(search()->text().isEmpty());
}

void tst_MainWindow::wrongWord_isExplained()
{
    addDemoStore();
    search()->setText(u"kind:potato"_s);
    const auto explained = [this] {
        for (const QLabel *label : library()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"potato"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(explained());
    QCOMPARE(rows(), 2); // the last good answer
    search()->setText(u"kind:terminal"_s);
    QTRY_VERIFY(!explained());
    QTRY_COMPARE(rows(), 2);
}

void tst_MainWindow::folderThatIsNotThere_isComplainedOf()
{
    auto *bar = m_window->findChild<MessageBar *>();
    QVERIFY(!bar->isVisible());
    m_window->addStore(u"/no/such/folder"_s);
    QTRY_VERIFY(bar->isVisible());
    bool named = false;
    for (const QLabel *label : bar->findChildren<QLabel *>())
        named = named || label->text().contains(u"/no/such/folder"_s);
    QVERIFY(named);
}

void tst_MainWindow::trouble_isToldUntilItEnds()
{
    auto *bar = m_window->findChild<MessageBar *>();
    const auto says = [](const QWidget *place, const QString &text) {
        const QList<QLabel *> labels = place->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    const QString standsStill = u"the queue stands still"_s;
    m_engine->queue().setTrouble({ErrorCode::NoSpace, u"the disk is full"_s});
    QVERIFY(says(bar, u"the disk is full"_s));
    QVERIFY(says(m_window->statusBar(), standsStill));
    bar->show(MessageBar::Mood::Problem, u"no such folder"_s); // comes between
    QVERIFY(says(bar, u"no such folder"_s));
    bar->findChild<QToolButton *>()->click();
    QVERIFY(says(bar, u"the disk is full"_s));
    m_engine->queue().setTrouble({});
    QVERIFY(!bar->isVisible());
    QVERIFY(!says(m_window->statusBar(), standsStill));
}

// After Dolphin's test of its accessibility tree: walk the focus chain both ways.
void tst_MainWindow::everythingThatTakesTheFocus_hasAName()
{
    addDemoStore();
    for (const int key : {int(Qt::Key_Tab), int(Qt::Key_Backtab)}) {
        QSet<QWidget *> seen;
        library()->table()->setFocus();
        QWidget *focused = m_window->focusWidget();
        while (!seen.contains(focused)) {
            seen.insert(focused);
            QVERIFY2(!focused->accessibleName().isEmpty()
                         || !focused->property("text").toString().isEmpty(),
                     focused->metaObject()->className());
            QVERIFY(m_window->isAncestorOf(focused));
            QTest::keyClick(focused, Qt::Key(key));
            focused = m_window->focusWidget();
        }
        QVERIFY2(seen.size() >= 4, "Tab is stuck");
        QVERIFY(seen.contains(m_window->findChild<Sidebar *>()));
        QVERIFY(seen.contains(search()));
    }
}

void tst_MainWindow::sameShortcut_isNotUsedTwice()
{
    QHash<QKeySequence, QString> owners;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        // A platform may give one function several keys, of which another may own one.
        const QKeySequence key = action->shortcut();
        if (key.isEmpty())
            continue;
        QVERIFY2(!owners.contains(key), qPrintable(owners.value(key) + u" / "_s + action->text()));
        owners.insert(key, action->text());
    }
    QVERIFY(owners.size() > 8);
}

void tst_MainWindow::layout_isRemembered()
{
    RecordingTable *table = library()->table();
    table->setColumnHidden(2, true);
    table->setColumnWidth(0, 333);
    QSignalSpy closed(m_window.get(), &MainWindow::closed);
    m_window->close();
    QCOMPARE(closed.size(), 1);
    const Settings settings = m_window->settings();
    m_window = std::make_unique<MainWindow>(*m_engine, settings);
    QVERIFY(library()->table()->isColumnHidden(2));
    QCOMPARE(library()->table()->columnWidth(0), 333);
}

QAction *tst_MainWindow::action(const QString &text) const
{
    for (QAction *known : m_window->findChildren<QAction *>()) {
        if (known->text().remove(u'&') == text)
            return known;
    }
    return nullptr;
}

bool tst_MainWindow::says(const QString &text) const
{
    const QList<QLabel *> labels = m_window->findChild<MessageBar *>()->findChildren<QLabel *>();
    return std::ranges::any_of(labels,
                               [&](const QLabel *label) { return label->text().contains(text); });
}

// One live WebM.
void tst_MainWindow::addVideoStore()
{
    const QString store = m_folder->filePath(u"store"_s);
    samples::makeGatewayStore(store, {.recordings = 1, .webmEvery = 1});
    m_window->addStore(store);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 30'000);
    library()->table()->selectRow(0);
}

void tst_MainWindow::export_isForRecordingsThatAreThere()
{
    addDemoStore();
    QAction *exportTo = action(u"Export…"_s);
    QVERIFY(exportTo);
    QVERIFY(!exportTo->isEnabled());
    library()->table()->selectRow(0);
    QVERIFY(exportTo->isEnabled());
    exportTo->trigger();
    QTRY_VERIFY(m_window->findChild<ExportDialog *>());
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog->archive()); // of a terminal there is no video to write
    dialog->reject();
    QTRY_COMPARE(library()->selected().size(), 1); // read by now
    DeletePlan plan;
    plan.ready = {library()->selected().first().id};
    m_engine->commands().deleteRecordings(plan, {});
    QTRY_VERIFY_WITH_TIMEOUT(!exportTo->isEnabled(), 30'000);
}

void tst_MainWindow::export_endsWithItsPlace()
{
    addVideoStore();
    action(u"Export…"_s)->trigger();
    QTRY_VERIFY(m_window->findChild<ExportDialog *>());
    auto *dialog = m_window->findChild<ExportDialog *>();
    const QString target = m_folder->filePath(u"copy.webm"_s);
    dialog->findChild<QLineEdit *>(u"target"_s)->setText(target);
    dialog->findChild<QPushButton *>(u"accept"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"finished: "_s + target), 30'000);
    QVERIFY(QFileInfo(target).size() > 0);
    QCOMPARE(m_window->settings().exportFolder, m_folder->path());
    JobId job;
    JobFilter exports;
    exports.kind = u"export"_s;
    m_engine->queue().find(exports).then(
        m_window.get(), [&job](const Result<QList<JobRecord>> &found) {
            job = found && !found->isEmpty() ? found->first().id : JobId();
        });
    QTRY_VERIFY(job.value > 0);
    JobPane details(m_engine->queue());
    details.showJob(job);
    const auto namesIt = [&] {
        return std::ranges::any_of(details.findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->text().contains(target);
        });
    };
    QTRY_VERIFY(namesIt());
}

void tst_MainWindow::damagedOriginal_staysAsTheSettingsSay_data()
{
    QTest::addColumn<bool>("keep");
    QTest::newRow("kept") << true;
    QTest::newRow("dropped") << false;
}

void tst_MainWindow::damagedOriginal_staysAsTheSettingsSay()
{
    QFETCH(const bool, keep);
    Settings settings;
    settings.keepDamaged = keep;
    m_window = std::make_unique<MainWindow>(*m_engine, settings);
    m_window->show();
    addVideoStore();
    QFile file(m_folder->filePath(u"store/"_s + samples::recordingId(0) + u"/recording-0.webm"_s));
    QVERIFY(file.resize(file.size() * 2 / 3 + 1)); // cut off in the middle of a frame
    action(u"Make seekable"_s)->trigger();
    const auto isSeekable = [this] {
        return library()->selected().value(0).parts.value(0).seekable == Seekable::Yes;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSeekable(), 30'000);
    QCOMPARE(QFile::exists(file.fileName() + u".orig"_s), keep);
}

void tst_MainWindow::settings_knowWhatBecomesOfDamagedOriginals()
{
    QVERIFY(Settings().keepDamaged);
    const SettingsDialog dialog(Settings(), *m_engine);
    QVERIFY(dialog.settings().keepDamaged);
    dialog.findChild<QCheckBox *>(u"keepDamaged"_s)->setChecked(false);
    QVERIFY(!dialog.settings().keepDamaged);
    QVERIFY(saveSettings(m_folder->path(), dialog.settings()));
    QVERIFY(!loadSettings(m_folder->path()).keepDamaged);
}

void tst_MainWindow::picturesInTheList_areRemembered()
{
    const int high = library()->table()->verticalHeader()->defaultSectionSize();
    QAction *pictures = action(u"Pictures in the list"_s);
    QVERIFY(pictures->isChecked());
    pictures->trigger();
    QVERIFY(library()->table()->verticalHeader()->defaultSectionSize() < high);
    QVERIFY(saveSettings(m_folder->path(), m_window->settings()));
    m_window = std::make_unique<MainWindow>(*m_engine, loadSettings(m_folder->path()));
    QVERIFY(!action(u"Pictures in the list"_s)->isChecked());
    QVERIFY(library()->table()->verticalHeader()->defaultSectionSize() < high);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
