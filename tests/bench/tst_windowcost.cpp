// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "tests/bench/measure.h"
#include "tests/bench/ratiotable.h"
#include "tests/support/largelibrary.h"
#include "tests/support/loopwatch.h"
#include "tests/support/samples.h"
#include "ui/librarymodel.h"
#include "ui/librarypage.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/recordingtable.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QThread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 3;
constexpr int frames = 300;
constexpr double frameMs = 1000.0 / 60;
constexpr double firstRowsMs = 300;
constexpr double stallMs = 50;
constexpr double memoryMb = 150;
constexpr int bareRows = 50;
constexpr int calmSeconds = 4;
constexpr int waitMs = 600'000;

int wanted(const char *variable, int usually)
{
    const int given = qEnvironmentVariableIntValue(variable);
    return given > 0 ? given : usually;
}

double residentMb(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

// Milliseconds from the first call of has() that is true after a paint of the widget.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<bool()> has)
        : m_has(std::move(has))
    {
        widget->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || (event->type() == QEvent::Paint && m_has());
        return false;
    }
    void wait() const
    {
        while (!m_painted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    std::function<bool()> m_has;
    bool m_painted = false;
};

// How long the window's event loop is held up, and beside it that of a thread that does nothing: a
// busy machine lets that one wait, too.
class Stalls
{
public:
    Stalls()
    {
        m_thread.start();
        onThread([this] { m_idle = std::make_unique<LoopWatch>(); });
        m_window.start();
    }
    ~Stalls()
    {
        onThread([this] { m_idle.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    double longestMs() const { return m_window.longestMs(); }
    qsizetype longerThan(double ms) const { return m_window.longerThan(ms); }
    double idleMs() const
    {
        double ms = 0;
        onThread([&] { ms = m_idle->longestMs(); });
        return ms;
    }

private:
    void onThread(const std::function<void()> &work) const
    {
        QMetaObject::invokeMethod(m_context.get(), work, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    std::unique_ptr<QObject> m_context = [this] {
        auto context = std::make_unique<QObject>();
        context->moveToThread(&m_thread);
        return context;
    }();
    std::unique_ptr<LoopWatch> m_idle;
    LoopWatch m_window;
};

} // namespace

// What the window costs on a library of a million: until it shows rows, while it is scrolled, while
// everything happens at once, and in memory. RESPOOL_BENCH_RECORDINGS is another size of the
// library, RESPOOL_BENCH_DELETE of what is deleted beside it. On the offscreen platform, which
// paints all and shows nothing; what loading the program takes is not in it.
class WindowCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firstRows();
    void scrolling();
    void jumping();
    void memory();
    void everythingAtOnce();
    void cleanupTestCase();

private:
    void openWindow();
    void closeWindow();
    LibraryPage *page() const { return m_window->findChild<LibraryPage *>(); }
    LibraryModel *model() const { return m_window->findChild<LibraryModel *>(); }
    double frame(const std::function<void()> &move) const;
    void addFrames(const QString &what, std::vector<double> took);
    void waitUntil(const std::function<bool()> &there) const;
    void addStall(const QString &when, const Stalls &stalls);

    const int m_all = wanted("RESPOOL_BENCH_RECORDINGS", 1'000'000);
    const int m_deleted = wanted("RESPOOL_BENCH_DELETE", 50'000);
    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    RatioTable m_table;
};

void WindowCost::initTestCase()
{
    applyLook(u"light"_s);
    QVERIFY(QDir().mkpath(m_folder.filePath(u"data"_s)));
    auto database = Database::open({m_folder.filePath(u"data/respool.db"_s)});
    QVERIFY(database);
    const double seconds = secondsOf([&] { QVERIFY(bool(fillLibrary(**database, m_all))); });
    QVERIFY(bool((*database)->emptyLog().takeResult()));
    std::fprintf(stderr, "%d recordings written in %.1f s\n", m_all, seconds);
    m_table.note(u"%1 recordings in the library"_s.arg(m_all));
}

void WindowCost::openWindow()
{
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder.filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY(engine);
    m_engine = *std::move(engine);
    QVERIFY(m_engine->work());
    m_window = std::make_unique<MainWindow>(*m_engine, Settings());
    m_window->resize(1400, 900);
    const PaintWatch watch(page()->table()->viewport(),
                           [this] { return model()->rowCount() > 0 && model()->known(0); });
    m_window->show();
    watch.wait();
}

void WindowCost::closeWindow()
{
    m_window.reset();
    m_engine.reset();
}

void WindowCost::waitUntil(const std::function<bool()> &there) const
{
    QElapsedTimer timer;
    timer.start();
    while (!there()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QVERIFY(timer.elapsed() < waitMs);
    }
}

void WindowCost::addStall(const QString &when, const Stalls &stalls)
{
    m_table.add({.what = u"longest stall "_s + when,
                 .ours = stalls.longestMs(),
                 .unit = u"ms"_s,
                 .atMost = stallMs});
    m_table.add({.what = u"the same"_s,
                 .ours = stalls.longestMs(),
                 .unit = u"ms"_s,
                 .peer = u"idle thread beside it"_s,
                 .theirs = stalls.idleMs()});
}

void WindowCost::firstRows()
{
    const auto ours = [this] {
        closeWindow();
        return 1000 * secondsOf([this] { openWindow(); });
    };
    const auto bare = [] {
        return 1000 * secondsOf([] {
                   QStandardItemModel rows(bareRows, LibraryModel::ColumnCount);
                   for (int row = 0; row < bareRows; ++row) {
                       for (int column = 0; column < LibraryModel::ColumnCount; ++column)
                           rows.setItem(row, column, new QStandardItem(u"constant"_s));
                   }
                   QMainWindow window;
                   auto *table = new QTableView(&window);
                   table->setModel(&rows);
                   window.setCentralWidget(table);
                   window.resize(1400, 900);
                   const PaintWatch watch(table->viewport(), [] { return true; });
                   window.show();
                   watch.wait();
               });
    };
    ours(); // what is read for the first time is cold
    const std::vector<double> ms = interleaved(rounds, {ours, bare});
    m_table.add({.what = u"engine and window, until rows are painted"_s,
                 .ours = ms[0],
                 .unit = u"ms"_s,
                 .atMost = firstRowsMs});
    m_table.add({.what = u"the same"_s,
                 .ours = ms[0],
                 .unit = u"ms"_s,
                 .peer = u"bare table of 50 rows"_s,
                 .theirs = ms[1]});
    const Stalls stalls;
    const double seconds =
        secondsOf([this] { waitUntil([this] { return model()->isCounted(); }); });
    m_table.add({.what = u"until the last row can be jumped to"_s,
                 .ours = 1000 * seconds,
                 .unit = u"ms"_s});
    addStall(u"meanwhile"_s, stalls);
    QCOMPARE(model()->rowCount(), model()->total());
}

// What one step takes until it is painted; then the rest of the sixtieth of a second passes, as it
// does on a screen, and rows may come.
double WindowCost::frame(const std::function<void()> &move) const
{
    QElapsedTimer timer;
    timer.start();
    move();
    page()->table()->viewport()->repaint();
    const double took = double(timer.nsecsElapsed()) / 1e6;
    while (double(timer.nsecsElapsed()) / 1e6 < frameMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
    return took;
}

void WindowCost::addFrames(const QString &what, std::vector<double> took)
{
    std::ranges::sort(took);
    m_table.add({.what = what + u", median frame"_s, .ours = median(took), .unit = u"ms"_s});
    m_table.add({.what = what + u", 99 of 100 frames"_s,
                 .ours = took[took.size() * 99 / 100],
                 .unit = u"ms"_s,
                 .atMost = frameMs});
}

void WindowCost::scrolling()
{
    RecordingTable *table = page()->table();
    table->setFocus();
    table->selectRow(0);
    std::vector<double> down, bar;
    qsizetype unread = 0;
    const Stalls stalls;
    for (int i = 0; i < frames; ++i) {
        down.push_back(frame([&] { QTest::keyClick(table, Qt::Key_PageDown); }));
        unread += model()->known(table->currentIndex().row()) ? 0 : 1;
    }
    addFrames(u"PageDown"_s, down);
    m_table.add({.what = u"PageDown, pages that came later than their frame"_s,
                 .ours = 100.0 * double(unread) / frames,
                 .unit = u"%"_s});
    QScrollBar *scroll = table->verticalScrollBar();
    for (int i = 0; i < frames; ++i)
        bar.push_back(
            frame([&] { scroll->setValue(int(qint64(scroll->maximum()) * i / (frames - 1))); }));
    addFrames(u"scroll bar drawn to the end"_s, bar);
    addStall(u"while scrolling"_s, stalls);
}

// To a place where nobody has been, until its rows are there; also in an order without an index.
void WindowCost::jumping()
{
    RecordingTable *table = page()->table();
    std::vector<double> ms;
    for (int i = 1; i < 10; ++i) {
        const int row = int(qint64(model()->rowCount()) * i / 11);
        ms.push_back(1000 * secondsOf([&] {
                         table->scrollTo(model()->index(row, 0), QAbstractItemView::PositionAtTop);
                         table->viewport()->repaint();
                         waitUntil([&] { return model()->known(row); });
                     }));
    }
    m_table.add({.what = u"jump into the middle, until its rows are there"_s,
                 .ours = median(ms),
                 .unit = u"ms"_s,
                 .atMost = stallMs});
    for (const auto &[column, word] : {std::pair{LibraryModel::Size, u"by size"_s},
                                       std::pair{LibraryModel::Kind, u"by kind"_s}}) {
        const Stalls stalls;
        QSignalSpy loaded(model(), &LibraryModel::loaded);
        const double seconds = secondsOf([&] {
            table->sortByColumn(column, Qt::AscendingOrder);
            waitUntil([&] { return !loaded.isEmpty(); });
        });
        m_table.add({.what = u"all %1"_s.arg(word), .ours = 1000 * seconds, .unit = u"ms"_s});
        addStall(u"meanwhile"_s, stalls);
    }
}

// Of the program itself: this one has written the library before.
void WindowCost::memory()
{
    closeWindow();
    QProcess program;
    program.setProgram(QStringLiteral(RESPOOL_BIN) + u"/respool"_s);
    program.setArguments({u"--data"_s, m_folder.filePath(u"data"_s)});
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start();
    QVERIFY(program.waitForStarted());
    double before = -1, now = 0;
    for (int calm = 0; calm < calmSeconds;) { // all ids are there when it grows no more
        QTest::qWait(1000);
        now = residentMb(program.processId());
        calm = now == before ? calm + 1 : 0;
        before = now;
    }
    m_table.add({.what = u"memory of the program, at rest"_s,
                 .ours = now,
                 .unit = u"MB"_s,
                 .atMost = memoryMb});
    program.terminate();
    QVERIFY(program.waitForFinished());
    openWindow();
}

void WindowCost::everythingAtOnce()
{
    const QString store = m_folder.filePath(u"store"_s);
    samples::makeGatewayStore(store, {.recordings = m_deleted, .webmEvery = 200});
    page()->table()->sortByColumn(LibraryModel::Start, Qt::DescendingOrder);
    auto scanning = std::make_unique<Stalls>();
    m_window->addStore(store);
    RecordingFilter filter;
    const auto found = [&] {
        const auto stores = await(m_engine->catalog().stores());
        for (const StoreInfo &info : *stores) {
            if (info.path == store)
                filter.store = info.id;
        }
        return filter.store && *await(m_engine->catalog().count(filter)) == m_deleted;
    };
    waitUntil([&] { return found() && m_engine->isIdle(); });
    addStall(u"while %1 recordings are scanned"_s.arg(m_deleted), *scanning);
    const auto ids = await(m_engine->catalog().ids(filter));
    QVERIFY(ids);
    const auto plan = await(m_engine->commands().planDelete(ids->mid(m_deleted / 10), {}));
    QVERIFY(plan);
    scanning.reset();
    const Stalls all;
    m_engine->commands().remuxRecordings(ids->mid(0, m_deleted / 10));
    m_engine->commands().scan({*filter.store});
    m_engine->commands().deleteRecordings(*plan, {});
    waitUntil([&] { return m_engine->isIdle(); });
    addStall(u"while they are scanned, remuxed and deleted"_s, all);
    m_table.add({.what = u"stalls over %1 ms"_s.arg(stallMs),
                 .ours = double(all.longerThan(stallMs)),
                 .unit = {}});
}

void WindowCost::cleanupTestCase()
{
    closeWindow();
    m_table.print();
}

QTEST_MAIN(WindowCost)
#include "tst_windowcost.moc"
