// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/timetable.h"
#include "core/scheduleactions.h"
#include "tests/support/enginefixture.h"
#include "ui/hourspage.h"
#include "ui/scheduledialog.h"
#include "ui/scheduleeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTreeWidget>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ScheduleDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void schedule_isAdded();
    void wrongCron_isToldBeforeItIsAsked();
    void nameThatIsTaken_isToldBelowIt();
    void wrongQuery_isToldBelowIt();
    void checkBox_switchesOff();
    void schedule_isRemoved();
    void runNow_saysWhatItDid();
    void hours_areSetAndLifted();
    void rules_haveWords_data();
    void rules_haveWords();

private:
    template <typename T>
    T *part(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    ScheduleEditor *openEditor();
    static void accept(const ScheduleEditor &editor);
    void add(const QString &name);
    void drain();
    QTreeWidget *list() const { return part<QTreeWidget>(u"schedules"_s); }
    QList<ScheduleRecord> stored() const;

    EngineFixture m_fixture;
    JobKinds m_kinds;
    ScheduleActions m_actions;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<Timetable> m_timetable;
    std::unique_ptr<ScheduleDialog> m_dialog;
};

void tst_ScheduleDialog::init()
{
    m_fixture.open();
    m_actions = scheduleActions(m_fixture.clock());
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_timetable = std::make_unique<Timetable>(m_fixture.database(), m_fixture.clock(), *m_queue,
                                              m_kinds, m_actions);
    m_dialog = std::make_unique<ScheduleDialog>(*m_timetable, *m_queue, QList<StoreInfo>());
    m_dialog->show();
}

void tst_ScheduleDialog::cleanup()
{
    drain();
    m_dialog.reset();
    m_timetable.reset();
    m_queue.reset();
}

// Lets what was asked for be answered: a debug build of Qt does not forgive an answer to an object
// that is gone.
void tst_ScheduleDialog::drain()
{
    for (int i = 0; i < 3; ++i) { // an answer may ask again
        const auto asked = m_queue->stats();
        while (!asked.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

ScheduleEditor *tst_ScheduleDialog::openEditor()
{
    part<QPushButton>(u"add"_s)->click();
    const QList<ScheduleEditor *> editors = m_dialog->findChildren<ScheduleEditor *>();
    const auto open = std::ranges::find_if(editors, &QWidget::isVisible);
    return open == editors.end() ? nullptr : *open;
}

void tst_ScheduleDialog::accept(const ScheduleEditor &editor)
{
    const auto *box = editor.findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->click();
    }
}

void tst_ScheduleDialog::add(const QString &name)
{
    const int before = list()->topLevelItemCount();
    ScheduleEditor *editor = openEditor();
    QVERIFY(editor);
    editor->findChild<QLineEdit *>(u"name"_s)->setText(name);
    accept(*editor);
    QTRY_COMPARE(list()->topLevelItemCount(), before + 1);
}

QList<ScheduleRecord> tst_ScheduleDialog::stored() const
{
    auto future = m_timetable->schedules();
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const auto result = future.result();
    return result ? *result : QList<ScheduleRecord>();
}

void tst_ScheduleDialog::schedule_isAdded()
{
    ScheduleEditor *editor = openEditor();
    QVERIFY(editor);
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"nightly"_s);
    editor->findChild<QComboBox *>(u"action"_s)->setCurrentIndex(1);
    editor->findChild<QLineEdit *>(u"query"_s)->setText(u"kind:video"_s);
    editor->findChild<QComboBox *>(u"way"_s)->setCurrentIndex(0);
    editor->findChild<QSpinBox *>(u"count"_s)->setValue(12);
    editor->findChild<QComboBox *>(u"zone"_s)->setCurrentText(u"Europe/Berlin"_s);
    accept(*editor);
    QTRY_COMPARE(list()->topLevelItemCount(), 1);
    const QTreeWidgetItem *item = list()->topLevelItem(0);
    QCOMPARE(item->text(0), u"nightly"_s);
    QVERIFY(item->text(1).contains(u"kind:video"_s));
    QVERIFY(item->text(2).contains(u"12"_s));
    const QList<ScheduleRecord> schedules = stored();
    QCOMPARE(schedules.size(), 1);
    QCOMPARE(schedules.first().spec.action, u"remux"_s);
    QCOMPARE(schedules.first().spec.rule, u"every 12h"_s);
    QCOMPARE(schedules.first().spec.zone, u"Europe/Berlin"_s);
    QCOMPARE(schedules.first().spec.payload, "{\"language\":2,\"query\":\"kind:video\"}");
}

void tst_ScheduleDialog::wrongCron_isToldBeforeItIsAsked()
{
    ScheduleEditor *editor = openEditor();
    QVERIFY(editor);
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"bad"_s);
    editor->findChild<QComboBox *>(u"way"_s)->setCurrentIndex(3);
    editor->findChild<QLineEdit *>(u"cron"_s)->setText(u"99 3 * * *"_s);
    QVERIFY(editor->findChild<QLabel *>(u"next"_s)->text().contains(u"99"_s));
    accept(*editor); // a button that cannot be pressed
    QVERIFY(editor->isVisible());
    QVERIFY(stored().isEmpty());
    editor->findChild<QLineEdit *>(u"cron"_s)->setText(u"9 3 * * *"_s);
    accept(*editor);
    QTRY_COMPARE(list()->topLevelItemCount(), 1);
}

void tst_ScheduleDialog::nameThatIsTaken_isToldBelowIt()
{
    add(u"nightly"_s);
    ScheduleEditor *editor = openEditor();
    QVERIFY(editor);
    const auto *error = editor->findChild<QLabel *>(u"nameError"_s);
    QVERIFY(!error->isVisible());
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"nightly"_s);
    accept(*editor);
    QTRY_VERIFY(error->isVisible());
    QVERIFY(error->text().contains(u"nightly"_s));
    QVERIFY(editor->isVisible());
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"weekly"_s);
    QVERIFY(!error->isVisible());
    accept(*editor);
    QTRY_COMPARE(list()->topLevelItemCount(), 2);
}

void tst_ScheduleDialog::wrongQuery_isToldBelowIt()
{
    ScheduleEditor *editor = openEditor();
    QVERIFY(editor);
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"bad"_s);
    editor->findChild<QComboBox *>(u"action"_s)->setCurrentIndex(1);
    editor->findChild<QLineEdit *>(u"query"_s)->setText(u"kind:potato"_s);
    accept(*editor);
    const auto *error = editor->findChild<QLabel *>(u"aboutError"_s);
    QTRY_VERIFY(error->isVisible());
    QVERIFY(error->text().contains(u"potato"_s));
    QVERIFY(stored().isEmpty());
}

void tst_ScheduleDialog::checkBox_switchesOff()
{
    add(u"nightly"_s);
    QCOMPARE(list()->topLevelItem(0)->checkState(0), Qt::Checked);
    list()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!stored().first().enabled);
    QTRY_COMPARE(list()->topLevelItem(0)->text(4), u"switched off"_s);
}

void tst_ScheduleDialog::schedule_isRemoved()
{
    add(u"nightly"_s);
    auto *remove = part<QPushButton>(u"remove"_s);
    QVERIFY(!remove->isEnabled());
    list()->setCurrentItem(list()->topLevelItem(0));
    QVERIFY(remove->isEnabled());
    remove->click();
    QTRY_COMPARE(list()->topLevelItemCount(), 0);
    QVERIFY(!remove->isEnabled());
}

// There is no store, hence nothing to scan.
void tst_ScheduleDialog::runNow_saysWhatItDid()
{
    add(u"nightly"_s);
    list()->setCurrentItem(list()->topLevelItem(0));
    part<QPushButton>(u"run"_s)->click();
    QTRY_COMPARE(part<QLabel>(u"message"_s)->text(), u"There was nothing to do."_s);
    QTRY_VERIFY(list()->topLevelItem(0)->text(5).contains(u"nothing to do"_s));
}

void tst_ScheduleDialog::hours_areSetAndLifted()
{
    const auto rules = [this] {
        auto future = m_timetable->rules();
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return *future.result();
    };
    auto *apply = part<QPushButton>(u"apply"_s);
    QVERIFY(!apply->isEnabled());
    part<QCheckBox>(u"hours"_s)->setChecked(true);
    part<QTimeEdit>(u"from"_s)->setTime(QTime(21, 30));
    part<QTimeEdit>(u"to"_s)->setTime(QTime(0, 0));
    part<QCheckBox>(u"mains"_s)->setChecked(true);
    QVERIFY(apply->isEnabled());
    apply->click();
    QTRY_COMPARE(rules().size(), 1);
    QCOMPARE(rules().first().window.toText(), u"21:30-24:00"_s);
    QVERIFY(rules().first().onMainsOnly);
    QTRY_VERIFY(!apply->isEnabled());
    QCOMPARE(part<QTimeEdit>(u"to"_s)->time(), QTime(0, 0));
    part<QCheckBox>(u"hours"_s)->setChecked(false);
    part<QCheckBox>(u"mains"_s)->setChecked(false);
    apply->click();
    QTRY_VERIFY(rules().isEmpty());
}

void tst_ScheduleDialog::rules_haveWords_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::newRow("interval") << u"every 6h"_s << u"Every 6 hour(s)"_s;
    QTest::newRow("daily") << u"daily 03:00"_s << u"Daily at 03:00"_s;
    QTest::newRow("weekly") << u"weekly mon-tue,thu 03:00"_s << u"Weekly, Mon, Tue, Thu at 03:00"_s;
    QTest::newRow("cron") << u"cron 0 3 * * *"_s << u"cron 0 3 * * *"_s;
}

void tst_ScheduleDialog::rules_haveWords()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QCOMPARE(ruleText(rule), text);
}

QTEST_MAIN(tst_ScheduleDialog)
#include "tst_scheduledialog.moc"
