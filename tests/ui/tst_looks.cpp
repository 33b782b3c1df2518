// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "app/languages.h"
#include "core/commands.h"
#include "core/jobs/timetable.h"
#include "core/terminal/terminalscreen.h"
#include "tests/support/samples.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/dialogs.h"
#include "ui/jobpage.h"
#include "ui/jobtree.h"
#include "ui/librarypage.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/player/keyhelp.h"
#include "ui/player/logview.h"
#include "ui/player/playerpane.h"
#include "ui/queryedit.h"
#include "ui/querysheet.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double readable = 4.5; // of WCAG 2.1, 1.4.3: text
constexpr double visible = 3;    // large text, and what stands back

double lightOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax(lightOf(one), lightOf(other));
    return (lighter + 0.05) / (darker + 0.05);
}

void addLooks()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("appearance");
    for (const char *language : {"en", "de", "fr"}) {
        for (const char *appearance : {"light", "dark"})
            QTest::addRow("%s %s", language, appearance)
                << QString::fromLatin1(language) << QString::fromLatin1(appearance);
    }
}

} // namespace

// Opens the window and every dialog in each language, light and dark, and looks whether everything
// can be read: nothing is cut, and colours stand out. RESPOOL_SHOTS=FOLDER keeps what it has seen as
// pictures. One engine for all of it.
class tst_Looks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void window_isShownWhole_data() { addLooks(); }
    void window_isShownWhole();
    void dialogs_areShownWhole_data() { addLooks(); }
    void dialogs_areShownWhole();
    void cutText_isFound();
    void colours_areReadable_data();
    void colours_areReadable();
    void terminalColours_areReadable();

private:
    void fill();
    void dress();
    void settle();
    void look(QWidget &window, const QString &name);
    void tell();
    std::unique_ptr<MainWindow> openWindow();
    void lookAtPlayer(MainWindow &window);

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    QList<Recording> m_recordings;
    QList<StoreInfo> m_stores;
    BatchId m_deletion;
    QMap<QString, QString> m_wrong; // what is wrong, and where it was seen first
};

void tst_Looks::initTestCase()
{
    samples::makeGatewayStore(m_folder.filePath(u"lab"_s), {.recordings = 12, .webmEvery = 4});
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder.filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto started = Engine::start(options);
    QVERIFY(started);
    m_engine = *std::move(started);
    QVERIFY(m_engine->work());
    QVERIFY(await(m_engine->commands().openStore(m_folder.filePath(u"lab"_s))));
    QTRY_VERIFY(m_engine->isIdle());
    fill();
}

void tst_Looks::cleanupTestCase()
{
    m_engine.reset();
}

// A library in which each dialog has something to show.
void tst_Looks::fill()
{
    m_recordings = *await(m_engine->catalog().find({}));
    QCOMPARE(m_recordings.size(), 12);
    m_stores = *await(m_engine->catalog().stores());
    Commands &commands = m_engine->commands();
    const QList<RecordingId> held{m_recordings[0].id, m_recordings[1].id};
    QVERIFY(await(commands.addHold(held, u"case 12"_s)));
    QVERIFY(await(commands.changeTags(held, {u"audit"_s, u"fw-02"_s}, {})));
    QVERIFY(await(commands.setNote(held, u"Ticket 4711: the change of the firewall"_s)));
    const auto plan = await(commands.planDelete({m_recordings[8].id, m_recordings[9].id}, {}));
    QVERIFY(plan);
    const auto deletion = await(commands.deleteRecordings(*plan, {}));
    QVERIFY(deletion);
    m_deletion = deletion->batch;
    QVERIFY(await(m_engine->retention().addRule(
        {.name = u"old"_s, .query = u"kind:terminal -tag:audit"_s, .amount = 90})));
    QVERIFY(await(m_engine->timetable().addSchedule({.name = u"nightly"_s,
                                                     .action = u"scan"_s,
                                                     .payload = "{}",
                                                     .rule = u"weekly mon,thu 03:00"_s,
                                                     .zone = u"Europe/Paris"_s})));
    QTRY_VERIFY(m_engine->isIdle());
    m_recordings = *await(m_engine->catalog().find({}));
    QCOMPARE(m_recordings.size(), 10);
}

void tst_Looks::dress()
{
    QFETCH(const QString, language);
    QFETCH(const QString, appearance);
    installTranslations(language);
    applyLook(appearance);
    m_wrong.clear();
}

// What windows have asked for before is answered before.
void tst_Looks::settle()
{
    QVERIFY(await(m_engine->catalog().stores()));
    QVERIFY(await(m_engine->retention().storage()));
    QVERIFY(await(m_engine->timetable().schedules()));
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void tst_Looks::look(QWidget &window, const QString &name)
{
    settle();
    QStringList wrong = CutTexts::of(window);
    if (window.width() > 1280 || window.height() > 800)
        wrong << u"it is %1 by %2"_s.arg(window.width()).arg(window.height());
    for (const QString &each : wrong) {
        if (!m_wrong.contains(each))
            m_wrong.insert(each, name);
    }
    if (const QString folder = qEnvironmentVariable("RESPOOL_SHOTS"); !folder.isEmpty()) {
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        QString file = name + u' ' + row + u".png"_s;
        QVERIFY(window.grab().save(QDir(folder).filePath(file.replace(u' ', u'-'))));
    }
}

// Afterwards, since nobody waits for anything in a test that has failed.
void tst_Looks::tell()
{
    for (const auto &[wrong, where] : m_wrong.asKeyValueRange())
        QTest::qFail(qPrintable(where + u": "_s + wrong), __FILE__, __LINE__);
}

std::unique_ptr<MainWindow> tst_Looks::openWindow()
{
    auto window = std::make_unique<MainWindow>(*m_engine, Settings());
    window->resize(1280, 800);
    window->show();
    return window;
}

void tst_Looks::lookAtPlayer(MainWindow &window)
{
    auto *page = window.findChild<LibraryPage *>();
    auto *player = window.findChild<PlayerPane *>();
    const auto log = std::ranges::find_if(m_recordings, [](const Recording &recording) {
        return recording.kind == RecordingKind::Log;
    });
    QVERIFY(log != m_recordings.end());
    QVERIFY(page->choose(*log));
    QTRY_VERIFY(page->one() && page->one()->id == log->id);
    emit page->activated(*page->one());
    auto *view = player->findChild<LogView *>();
    QTRY_VERIFY(view->table()->model()->rowCount() > 0);
    QTRY_VERIFY(view->isVisible());
    look(window, u"player"_s);
    player->act(PlayerVerb::Help);
    QTRY_VERIFY(player->findChild<KeyHelp *>()->isVisible());
    look(window, u"keys"_s);
}

void tst_Looks::window_isShownWhole()
{
    dress();
    const auto window = openWindow();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    auto *page = window->findChild<LibraryPage *>();
    QTRY_COMPARE(page->table()->model()->rowCount(), 10);
    QTRY_COMPARE(window->findChild<Sidebar *>()->stores().size(), 1);
    page->table()->selectRow(0);
    QTRY_VERIFY(page->one());
    look(*window, u"library"_s);
    window->findChild<QTabWidget *>(u"side"_s)->setCurrentIndex(1);
    look(*window, u"details"_s);
    page->setView(LibraryPage::View::Grid);
    auto *jobs = window->findChild<JobPage *>()->tree();
    QTRY_VERIFY(jobs->model()->rowCount() > 0);
    jobs->setCurrentIndex(jobs->model()->index(0, 0));
    look(*window, u"jobs"_s);
    page->setView(LibraryPage::View::Table);
    lookAtPlayer(*window);
    QuerySheet sheet(window.get());
    sheet.showUnder(*page->search());
    look(sheet, u"how to search"_s);
    tell();
}

// A dialog in the size that it chooses for itself, each of its pages.
void tst_Looks::dialogs_areShownWhole()
{
    dress();
    Dialogs dialogs(*m_engine, m_recordings, m_stores);
    dialogs.setReported(m_deletion);
    for (const QString &which : Dialogs::names()) {
        const std::unique_ptr<QDialog> dialog = dialogs.make(which);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        if (which == u"first store")
            QTRY_VERIFY(dialog->findChild<QLabel *>(u"found"_s)->text().contains(u'3'));
        look(*dialog, which);
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int page = 1; tabs && page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            look(*dialog, u"%1 %2"_s.arg(which).arg(page));
        }
        auto *names = which == u"settings" ? dialog->findChild<QListWidget *>() : nullptr;
        for (int page = 1; names && page < names->count(); ++page) {
            names->setCurrentRow(page);
            look(*dialog, u"%1 %2"_s.arg(which).arg(page));
        }
    }
    tell();
}

// The measure itself: it would see a label, a button and a head that have too little room.
void tst_Looks::cutText_isFound()
{
    QWidget window;
    QLabel label(u"A text that is too long for it"_s, &window);
    QPushButton button(u"A text that is too long for it"_s, &window);
    QLabel wrapped(u"A text of several lines, of which one is to be seen"_s, &window);
    wrapped.setWordWrap(true);
    label.resize(40, 40);
    button.setGeometry(0, 40, 40, 40);
    wrapped.setGeometry(0, 80, 100, 10);
    window.resize(200, 200);
    window.show();
    QCOMPARE(CutTexts::of(window).size(), 3);
    label.adjustSize();
    button.adjustSize();
    wrapped.resize(200, 100);
    window.resize(800, 400);
    QCOMPARE(CutTexts::of(window), QStringList());
}

void tst_Looks::colours_areReadable_data()
{
    QTest::addColumn<QString>("appearance");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void tst_Looks::colours_areReadable()
{
    QFETCH(const QString, appearance);
    applyLook(appearance);
    const QPalette palette = QApplication::palette();
    const auto stands = [](const QColor &ink, const QColor &ground, double least,
                           const char *what) {
        const double contrast = contrastOf(ink, ground);
        QVERIFY2(contrast >= least,
                 qPrintable(u"%1: %2 on %3 has %4"_s
                                .arg(QLatin1StringView(what), ink.name(), ground.name())
                                .arg(contrast)));
    };
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto &[ink, ground] :
         {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::Text, QPalette::Base},
          Pair{QPalette::Text, QPalette::AlternateBase},
          Pair{QPalette::ButtonText, QPalette::Button}, Pair{QPalette::ButtonText, QPalette::Mid},
          Pair{QPalette::Text, QPalette::Mid}, Pair{QPalette::Text, QPalette::Midlight},
          Pair{QPalette::HighlightedText, QPalette::Highlight},
          Pair{QPalette::PlaceholderText, QPalette::Base}, Pair{QPalette::Link, QPalette::Base},
          Pair{QPalette::ToolTipText, QPalette::ToolTipBase}})
        stands(palette.color(ink), palette.color(ground), readable, "the palette");
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        const QColor behind = palette.color(ground);
        stands(lineColour(palette), behind, visible, "a line");
        stands(quietColour(palette), behind, readable, "what stands back");
        stands(accentColour(Accent::Good, palette), behind, readable, "good");
        stands(accentColour(Accent::Bad, palette), behind, readable, "bad");
        stands(accentColour(Accent::Caution, palette), behind, readable, "caution");
    }
}

// Black is what programs paint behind other colours: on a dark ground nobody can read it.
void tst_Looks::terminalColours_areReadable()
{
    const QColor ground = terminalColour(TerminalColour::Ground);
    QVERIFY(contrastOf(terminalColour(TerminalColour::Text), ground) >= readable);
    for (int number = 1; number < 16; ++number) {
        TerminalScreen screen(10, 2);
        screen.feed("\x1b[38;5;" + QByteArray::number(number) + "mx");
        const auto ink = screen.cell(0, 0).style.foreground;
        QVERIFY(ink);
        const double contrast = contrastOf(QColor::fromRgb(0xff000000 | *ink), ground);
        const bool standsBack = number == 8; // bright black
        QVERIFY2(contrast >= (standsBack ? visible : readable),
                 qPrintable(u"colour %1 has %2"_s.arg(number).arg(contrast)));
    }
}

QTEST_MAIN(tst_Looks)
#include "tst_looks.moc"
