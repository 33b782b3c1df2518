// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuefixture.h"
#include "ui/countdowndialog.h"
#include "ui/desktop.h"
#include "ui/manners.h"
#include "ui/statuspanel.h"
#include "ui/trayicon.h"

#include <QLabel>
#include <QMainWindow>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

struct FakeDesktop final : Desktop
{
    bool notify(const QString &title, const QString &text) override
    {
        told << title + u'|' + text;
        return takesWords;
    }
    void showProgress(int permille, qint64 failures) override
    {
        shown = permille;
        failed = failures;
    }
    void keepAwake(bool on) override { awake = on; }
    QFuture<Result<>> suspend() override
    {
        ++suspends;
        return QtFuture::makeReadyFuture(Result<>());
    }
    QFuture<Result<>> powerOff() override
    {
        ++powerOffs;
        return nobody();
    }

    QStringList told;
    bool takesWords = true, awake = false;
    int shown = -1, suspends = 0, powerOffs = 0;
    qint64 failed = 0;
};

} // namespace

class tst_Manners : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void idleQueue_isNotDone();
    void shortWork_isWorkToo();
    void doneQueue_isCountedDown();
    void countdown_isCalledOff_data();
    void countdown_isCalledOff();
    void newWork_callsItOff();
    void rememberedAction_staysForTheNextRun();
    void waitingAndPausedWork_isNotDone();
    void endedOrder_isToldWhenNobodyLooks();
    void ends_areToldTogether();
    void wordWithoutAPlace_goesToTheTray();
    void machine_isKeptAwakeWhileJobsRun();
    void failures_areShownUntilSeen();
    void remainingTime_isShown();
    void trayPicture_showsProgressAndFailure();

private:
    void workOnce(JobState state = JobState::Done);
    CountdownDialog *countdown() { return m_manners->afterQueue().countdown(); }

    QueueFixture m_fixture;
    FakeDesktop m_desktop;
    qint64 m_elapsedMs = 0;
    bool m_lookedAt = false;
    std::unique_ptr<Manners> m_manners;
};

void tst_Manners::init()
{
    m_fixture.open();
    m_desktop = {};
    m_elapsedMs = 0;
    m_lookedAt = false;
    m_manners = std::make_unique<Manners>(m_fixture.queue(), m_desktop);
    m_manners->setLookedAt([this] { return m_lookedAt; });
    m_manners->afterQueue().setElapsed([this] { return m_elapsedMs; });
}

void tst_Manners::cleanup()
{
    delete countdown();
    m_fixture.drain();
    m_manners.reset();
    m_fixture.close();
}

// The queue has something to do, and then it has not.
void tst_Manners::workOnce(JobState state)
{
    m_fixture.enqueue(u"remux"_s, {u"a"_s});
    const JobRecord job = m_fixture.begin(u"remux"_s);
    QTRY_COMPARE(m_manners->watch().state().stats.running, 1);
    QVERIFY(m_fixture.end(job, state));
    QTRY_COMPARE(m_manners->watch().state().stats.running, 0);
}

void tst_Manners::idleQueue_isNotDone()
{
    m_manners->afterQueue().choose(AfterQueue::ShutDown, true);
    QSignalSpy changed(&m_manners->watch(), &QueueWatch::changed);
    m_fixture.queue().announceChange();
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!m_manners->watch().state().isBusy());
    // What was chosen would have begun by the time that another action has ended.
    m_manners->afterQueue().choose(AfterQueue::Notify, false);
    workOnce();
    QTRY_COMPARE(m_desktop.told.size(), 1);
    QVERIFY(!countdown());
    QCOMPARE(m_desktop.powerOffs, 0);
}

void tst_Manners::shortWork_isWorkToo()
{
    AfterQueueWatch after;
    QSignalSpy due(&after, &AfterQueueWatch::due);
    after.choose(AfterQueue::Notify, true);
    QueueState state;
    state.stats.done = 7; // of earlier runs
    after.note(state);
    after.note(state);
    state.stats.done = 8;
    after.note(state);
    QTRY_COMPARE(due.size(), 1);
    after.note(state);
    state.stats.done = 2; // some were cleared
    after.note(state);
    state.stats.failed = 1;
    after.note(state);
    QTRY_COMPARE(due.size(), 2);
}

void tst_Manners::doneQueue_isCountedDown()
{
    m_manners->afterQueue().choose(AfterQueue::Sleep, false);
    workOnce();
    QTRY_VERIFY(countdown());
    QVERIFY(countdown()->windowFlags() & Qt::WindowStaysOnTopHint);
    const auto says = [&](const QString &text) {
        return countdown()->findChild<QLabel *>()->text().contains(text);
    };
    QVERIFY(says(u"15 s"_s));
    m_elapsedMs = 10'500;
    QTRY_VERIFY(says(u"5 s"_s));
    QCOMPARE(m_desktop.suspends, 0);
    m_elapsedMs = 15'000;
    QTRY_COMPARE(m_desktop.suspends, 1);
    QVERIFY(!countdown());
    QCOMPARE(m_manners->afterQueue().action(), AfterQueue::Nothing); // for this run only
}

void tst_Manners::countdown_isCalledOff_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("the button that has the focus") << Qt::Key_Space;
}

void tst_Manners::countdown_isCalledOff()
{
    QFETCH(const Qt::Key, key);
    m_manners->afterQueue().choose(AfterQueue::ShutDown, false);
    workOnce();
    QTRY_VERIFY(countdown());
    QVERIFY(QTest::qWaitForWindowActive(countdown()));
    QTest::keyClick(countdown()->focusWidget(), key);
    QTRY_VERIFY(!countdown());
    m_elapsedMs = 60'000;
    m_fixture.drain();
    QCOMPARE(m_desktop.powerOffs, 0);
    QCOMPARE(m_manners->afterQueue().action(), AfterQueue::Nothing);
}

void tst_Manners::newWork_callsItOff()
{
    m_manners->afterQueue().choose(AfterQueue::ShutDown, true);
    workOnce();
    QTRY_VERIFY(countdown());
    m_fixture.enqueue(u"remux"_s, {u"b"_s});
    QTRY_VERIFY(!countdown());
    QCOMPARE(m_desktop.powerOffs, 0);
    QCOMPARE(m_manners->afterQueue().action(), AfterQueue::ShutDown);
}

void tst_Manners::rememberedAction_staysForTheNextRun()
{
    QSignalSpy failed(m_manners.get(), &Manners::failed);
    m_manners->afterQueue().choose(AfterQueue::ShutDown, true);
    for (int run = 1; run <= 2; ++run) {
        m_elapsedMs = 0;
        workOnce();
        QTRY_VERIFY(countdown());
        m_elapsedMs = 15'000;
        QTRY_COMPARE(m_desktop.powerOffs, run);
        QTRY_COMPARE(failed.size(), run); // logind did not answer
    }
    QCOMPARE(m_manners->afterQueue().action(), AfterQueue::ShutDown);
}

void tst_Manners::waitingAndPausedWork_isNotDone()
{
    QueueState state;
    state.stats.paused = 3;
    QVERIFY(!state.isBusy()); // it waits for its user
    state.stats.delayed = 1;
    QVERIFY(state.isBusy());
    state.stats.delayed = 0;
    state.stats.queued = 1; // of a queue that is paused, too
    QVERIFY(state.isBusy());
}

void tst_Manners::endedOrder_isToldWhenNobodyLooks()
{
    QSignalSpy ended(&m_manners->watch(), &QueueWatch::batchEnded);
    m_lookedAt = true;
    workOnce();
    QTRY_COMPARE(ended.size(), 1);
    m_lookedAt = false;
    workOnce(JobState::Failed);
    QTRY_COMPARE(m_desktop.told.size(), 1);
    QVERIFY2(m_desktop.told[0].contains(u"failed"_s), qPrintable(m_desktop.told[0]));
    QVERIFY(m_desktop.told[0].contains(u"Make seekable: 1 failed"_s));
    Settings quiet;
    quiet.tellsEnds = false;
    m_manners->setSettings(quiet);
    workOnce();
    workOnce(JobState::Failed);
    QTRY_COMPARE(m_desktop.told.size(), 2);
    QVERIFY(!m_desktop.told[1].contains(u"finished"_s));
}

void tst_Manners::ends_areToldTogether()
{
    m_fixture.enqueue(u"remux"_s, {u"a"_s});
    m_fixture.enqueue(u"remux"_s, {u"b"_s});
    m_fixture.enqueue(u"scan"_s, {u"c"_s}); // of the program's own: not worth a word
    QTRY_COMPARE(m_manners->watch().state().stats.queued, 3);
    m_fixture.endNext(u"remux"_s, JobState::Done);
    m_fixture.endNext(u"remux"_s, JobState::Done);
    m_fixture.endNext(u"scan"_s, JobState::Done);
    QTRY_COMPARE(m_desktop.told.size(), 1);
    QVERIFY2(m_desktop.told[0].startsWith(u"2 "_s), qPrintable(m_desktop.told[0]));
    QVERIFY(!m_desktop.told[0].contains(u"Scan"_s));
}

void tst_Manners::wordWithoutAPlace_goesToTheTray()
{
    m_desktop.takesWords = false;
    QSignalSpy words(m_manners.get(), &Manners::wordWanted);
    workOnce();
    QTRY_COMPARE(words.size(), 1);
}

void tst_Manners::machine_isKeptAwakeWhileJobsRun()
{
    m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s}, {}, 100);
    const JobRecord job = m_fixture.begin(u"remux"_s);
    QTRY_VERIFY(m_desktop.awake);
    QCOMPARE(m_desktop.shown, 0);
    m_manners->setWorker(false); // another process runs them
    QVERIFY(!m_desktop.awake);
    m_manners->setWorker(true);
    QVERIFY(m_desktop.awake);
    Settings sleepy;
    sleepy.staysAwake = false;
    m_manners->setSettings(sleepy);
    QVERIFY(!m_desktop.awake);
    m_manners->setSettings({});
    QVERIFY(m_fixture.end(job, JobState::Failed));
    QTRY_VERIFY(!m_desktop.awake); // one waits, held by the hours perhaps
    QCOMPARE(m_desktop.shown, -1);
    QCOMPARE(m_desktop.failed, 1);
}

void tst_Manners::failures_areShownUntilSeen()
{
    QMainWindow window;
    StatusPanel panel(*window.statusBar(), m_manners->watch());
    window.show();
    const auto *button = window.findChild<QToolButton *>(u"failures"_s);
    QVERIFY(!button->isVisible());
    workOnce(JobState::Failed);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"1 failed, not looked at"_s);
    QVERIFY(button->font().bold());
    QSignalSpy wanted(&panel, &StatusPanel::attentionWanted);
    QTest::mouseClick(const_cast<QToolButton *>(button), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_fixture.wait(m_fixture.queue().seeAll()));
    QTRY_COMPARE(button->text(), u"1 failed"_s);
    QVERIFY(!button->font().bold());
}

void tst_Manners::remainingTime_isShown()
{
    QMainWindow window;
    const StatusPanel panel(*window.statusBar(), m_manners->watch());
    window.show();
    m_fixture.enqueue(u"remux"_s, {u"a"_s}, {}, 1'000'000);
    const JobRecord job = m_fixture.begin(u"remux"_s);
    const auto progress = [&](qint64 done) {
        return bool(m_fixture.store([&](JobStore &&store) {
            return store.setProgress(job, {done, 1'000'000});
        }));
    };
    // The clock of the watch is a real one, and the work goes on while it is looked at.
    qint64 done = 0;
    const auto goesOn = [&] {
        done += 1000;
        return progress(done) && m_manners->watch().state().leftMs.has_value();
    };
    QTRY_VERIFY(goesOn());
    const auto labels = window.statusBar()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u" left"_s) && label->text().startsWith(u"1 running"_s);
    }));
    QVERIFY(window.statusBar()->findChild<QProgressBar *>()->isVisible());
}

void tst_Manners::trayPicture_showsProgressAndFailure()
{
    const QImage idle = trayPicture(-1, false, 64).toImage();
    const QImage begun = trayPicture(0, false, 64).toImage();
    const QImage half = trayPicture(500, false, 64).toImage();
    const QImage failed = trayPicture(500, true, 64).toImage();
    QVERIFY(idle != begun && begun != half && half != failed);
    QCOMPARE(half.pixel(60, 32), QApplication::palette().color(QPalette::Highlight).rgb());
    QCOMPARE(half.pixel(3, 32), QApplication::palette().color(QPalette::Mid).rgb());
}

QTEST_MAIN(tst_Manners)
#include "tst_manners.moc"
