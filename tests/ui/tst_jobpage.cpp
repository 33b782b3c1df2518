// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evidence.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/queuefixture.h"
#include "ui/batchtreemodel.h"
#include "ui/jobpage.h"
#include "ui/jobpane.h"
#include "ui/jobtree.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void batch_unfoldsByKeyboard();
    void chosenJob_isShownInFull();
    void chosenFailure_isSeen();
    void allFailed_areRetried();
    void failures_areMarkedAsSeen();
    void endedJobs_areCleared();
    void priority_followsTheKeyboard();
    void verbs_areForWhatIsSelected();
    void batchAndItsJob_areAskedOnce();
    void attention_isUnfolded();
    void history_isSearched();
    void afterQueue_isChosen();
    void layout_isRemembered();
    void everythingThatTakesTheFocus_hasAName();

private:
    QAction *action(const QString &text) const;
    QAction *menuAction(const QString &text) const;
    JobTree *tree() const { return m_page->tree(); }
    const BatchTreeModel &model() const
    {
        return *qobject_cast<const BatchTreeModel *>(tree()->model());
    }
    QModelIndex unfolded(BatchId batch);
    void choose(const QModelIndex &row) { tree()->setCurrentIndex(row); }
    int priorityOf(JobId id)
    {
        return m_fixture.store([&](JobStore &&store) { return store.byId(id); })->priority;
    }

    QueueFixture m_fixture;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<Evidence> m_evidence;
    std::unique_ptr<JobPage> m_page;
};

void tst_JobPage::init()
{
    m_fixture.open({{u"remux"_s, {}}, {u"scan"_s, {}}});
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    m_evidence = std::make_unique<Evidence>(m_fixture.database(), m_fixture.clock(),
                                            m_fixture.queue(), *m_catalog);
    m_page = std::make_unique<JobPage>(m_fixture.queue(), *m_evidence);
    m_page->resize(1000, 600);
    m_page->show();
}

void tst_JobPage::cleanup()
{
    m_fixture.drain();
    m_page.reset();
    m_evidence.reset();
    m_catalog.reset();
    m_fixture.close();
}

QAction *tst_JobPage::action(const QString &text) const
{
    const auto actions = m_page->findChildren<QAction *>();
    const auto found = std::ranges::find(actions, text, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

QAction *tst_JobPage::menuAction(const QString &text) const
{
    const auto actions = m_page->findChild<QMenu *>(u"afterQueue"_s)->actions();
    const auto found = std::ranges::find(actions, text, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

QModelIndex tst_JobPage::unfolded(BatchId batch)
{
    [&] { QTRY_VERIFY(model().indexOf(batch).isValid()); }();
    const QModelIndex top = model().indexOf(batch);
    tree()->expand(top);
    [&] { QTRY_VERIFY(model().rowCount(top) > 0); }();
    return top;
}

void tst_JobPage::batch_unfoldsByKeyboard()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    QTRY_COMPARE(model().rowCount(), 1);
    const QModelIndex top = model().indexOf(batch);
    choose(top);
    QTest::keyClick(tree(), Qt::Key_Right);
    QTRY_COMPARE(model().rowCount(top), 2);
    QTest::keyClick(tree(), Qt::Key_Down);
    QCOMPARE(tree()->currentIndex(), model().index(0, 0, top));
    QTest::keyClick(tree(), Qt::Key_Left);
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!tree()->isExpanded(top));
    QTest::keyClick(tree(), Qt::Key_Return);
    QVERIFY(tree()->isExpanded(top));
    action(u"Log and details"_s)->setChecked(false);
    choose(model().index(0, 0, top));
    QTest::keyClick(tree(), Qt::Key_Return);
    QVERIFY(m_page->findChild<JobPane *>()->isVisible());
}

void tst_JobPage::chosenJob_isShownInFull()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"alpha"_s}, u"for the auditor"_s);
    const JobRecord job = m_fixture.begin(u"remux"_s);
    QVERIFY(m_fixture.store([&](JobStore &&store) {
        return store.addLog(job.id, LogLevel::Warning, u"three seconds are lost"_s);
    }));
    auto *pane = m_page->findChild<JobPane *>();
    const auto summary = [&] { return pane->findChild<QLabel *>(u"jobSummary"_s)->text(); };
    const auto log = [&] { return pane->findChild<QPlainTextEdit *>()->toPlainText(); };
    const QModelIndex top = unfolded(batch);
    choose(top);
    QVERIFY(summary().contains(u"for the auditor"_s));
    m_fixture.enqueue(u"scan"_s, {u"other"_s});
    QVERIFY(summary().contains(u"1 running"_s));
    choose(model().index(0, 0, top));
    QTRY_VERIFY(log().contains(u"Warning: three seconds are lost"_s));
    QTRY_VERIFY(summary().contains(u"alpha, Running"_s));
    QVERIFY(m_fixture.end(job, JobState::Failed, {ErrorCode::Media, u"no cluster"_s}));
    QTRY_VERIFY(summary().contains(u"no cluster"_s)); // it follows
    const auto lists = pane->findChildren<QTreeWidget *>();
    const auto attempts = std::ranges::find(lists, u"Attempts"_s, &QTreeWidget::accessibleName);
    QVERIFY(attempts != lists.end());
    QTRY_COMPARE((*attempts)->topLevelItemCount(), 1);
}

void tst_JobPage::chosenFailure_isSeen()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed);
    m_fixture.endNext(u"remux"_s, JobState::Failed);
    const QModelIndex top = unfolded(batch);
    QTRY_COMPARE(model().job(model().index(1, 0, top)).state, JobState::Failed);
    choose(top);
    QCOMPARE(m_fixture.stats().unseen, 2);
    choose(model().index(0, 0, top));
    QTRY_COMPARE(m_fixture.stats().unseen, 1);
}

void tst_JobPage::allFailed_areRetried()
{
    QSignalSpy failed(m_page.get(), &JobPage::failed);
    action(u"Retry all failed"_s)->trigger();
    QTRY_COMPARE(failed.size(), 1); // there is none
    m_fixture.enqueue(u"remux"_s, {u"a"_s});
    m_fixture.enqueue(u"scan"_s, {u"b"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed);
    m_fixture.endNext(u"scan"_s, JobState::Parked);
    action(u"Retry all failed"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().queued, 2);
    QCOMPARE(failed.size(), 1);
}

void tst_JobPage::failures_areMarkedAsSeen()
{
    m_fixture.enqueue(u"remux"_s, {u"a"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed);
    QCOMPARE(m_fixture.stats().unseen, 1);
    action(u"Mark failures as seen"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().unseen, 0);
}

void tst_JobPage::endedJobs_areCleared()
{
    m_fixture.enqueue(u"scan"_s, {u"a"_s, u"b"_s});
    m_fixture.endNext(u"scan"_s, JobState::Done);
    QSignalSpy told(m_page.get(), &JobPage::told);
    action(u"Clear ended jobs"_s)->trigger();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(m_fixture.stats().done, 0);
    QCOMPARE(m_fixture.stats().queued, 1);
}

void tst_JobPage::priority_followsTheKeyboard()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    const QModelIndex top = unfolded(batch);
    const JobId second = model().job(model().index(1, 0, top)).id;
    choose(model().index(1, 0, top));
    tree()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(tree(), Qt::Key_Up, Qt::ControlModifier);
    QTRY_COMPARE(priorityOf(second), 1);
    QTRY_COMPARE(model().job(model().index(1, 0, top)).priority, 1);
    QTest::keyClick(tree(), Qt::Key_Down, Qt::ControlModifier);
    QTRY_COMPARE(priorityOf(second), 0);
    choose(top);
    QTest::keyClick(tree(), Qt::Key_Up, Qt::ControlModifier);
    QTRY_COMPARE(priorityOf(second), 1);
}

void tst_JobPage::verbs_areForWhatIsSelected()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    const QModelIndex top = unfolded(batch);
    QVERIFY(!action(u"Pause"_s)->isEnabled());
    choose(model().index(0, 0, top));
    QVERIFY(action(u"Pause"_s)->isEnabled());
    QVERIFY(!action(u"Resume"_s)->isEnabled() && !action(u"Discard"_s)->isEnabled());
    action(u"Pause"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().paused, 1);
    QTRY_VERIFY(action(u"Resume"_s)->isEnabled());
    action(u"Resume"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().paused, 0);
    choose(top);
    action(u"Cancel"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().cancelled, 2);
    QTRY_VERIFY(!action(u"Cancel"_s)->isEnabled());
}

void tst_JobPage::batchAndItsJob_areAskedOnce()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    unfolded(batch);
    tree()->selectAll();
    QCOMPARE(tree()->selectedBatches().size(), 1);
    QVERIFY(tree()->selectedJobs().isEmpty());
    QSignalSpy failed(m_page.get(), &JobPage::failed);
    action(u"Pause"_s)->trigger();
    QTRY_COMPARE(m_fixture.stats().paused, 2);
    m_fixture.drain();
    QVERIFY(failed.isEmpty());
}

void tst_JobPage::attention_isUnfolded()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed);
    m_fixture.enqueue(u"scan"_s, {u"c"_s});
    QTRY_COMPARE(model().rowCount(), 2);
    m_page->showAttention();
    QTRY_COMPARE(model().rowCount(), 1);
    QTRY_COMPARE(model().rowCount(model().indexOf(batch)), 1);
    QVERIFY(tree()->isExpanded(model().indexOf(batch)));
}

void tst_JobPage::history_isSearched()
{
    const BatchId first = m_fixture.enqueue(u"remux"_s, {u"alpha"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed, {ErrorCode::Media, u"no cluster"_s});
    m_fixture.enqueue(u"remux"_s, {u"beta"_s});
    m_fixture.endNext(u"remux"_s, JobState::Done);
    m_fixture.enqueue(u"remux"_s, {u"cluster that waits"_s});
    auto *group = m_page->findChild<QComboBox *>();
    group->setCurrentIndex(group->findText(u"History"_s));
    QTRY_COMPARE(model().rowCount(), 2);
    m_page->findChild<QLineEdit *>(u"jobSearch"_s)->setText(u"cluster"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(model().indexOf(first).isValid());
    QTRY_COMPARE(model().rowCount(model().indexOf(first)), 1);
    m_page->findChild<QLineEdit *>(u"jobSearch"_s)->clear();
    QTRY_COMPARE(model().rowCount(), 2);
}

void tst_JobPage::afterQueue_isChosen()
{
    QSignalSpy chosen(m_page.get(), &JobPage::afterQueueChosen);
    menuAction(u"Shut the machine down"_s)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<AfterQueue>(), AfterQueue::ShutDown);
    QCOMPARE(chosen[0][1].toBool(), false);
    menuAction(u"Remember it for the next time"_s)->trigger();
    QCOMPARE(chosen[1][1].toBool(), true);
    m_page->setAfterQueue(AfterQueue::Nothing, false); // it was done
    QVERIFY(menuAction(u"Do nothing"_s)->isChecked());
    QCOMPARE(chosen.size(), 2);
}

void tst_JobPage::layout_isRemembered()
{
    tree()->setColumnHidden(BatchTreeModel::Who, true);
    tree()->setColumnWidth(BatchTreeModel::What, 321);
    auto *group = m_page->findChild<QComboBox *>();
    group->setCurrentIndex(group->findText(u"Not finished"_s));
    action(u"Log and details"_s)->setChecked(false);
    const QByteArray layout = m_page->saveLayout();
    JobPage other(m_fixture.queue(), *m_evidence);
    other.restoreLayout(layout);
    QCOMPARE(other.tree()->columnWidth(BatchTreeModel::What), 321);
    QVERIFY(other.tree()->isColumnHidden(BatchTreeModel::Who));
    QCOMPARE(other.findChild<QComboBox *>()->currentText(), u"Not finished"_s);
    QVERIFY(!other.findChild<JobPane *>()->isVisibleTo(&other));
    for (const QByteArray &broken : {QByteArray(), QByteArray("garbage"), layout.left(9)})
        other.restoreLayout(broken);
    QCOMPARE(other.tree()->columnWidth(BatchTreeModel::What), 321);
    m_fixture.drain();
}

void tst_JobPage::everythingThatTakesTheFocus_hasAName()
{
    const auto widgets = m_page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s)
            || !widget->isVisibleTo(m_page.get()))
            continue;
        const QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                           widget->objectName())));
    }
}

QTEST_MAIN(tst_JobPage)
#include "tst_jobpage.moc"
