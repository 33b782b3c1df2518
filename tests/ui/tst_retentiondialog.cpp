// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/timetable.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"
#include "core/scheduleactions.h"
#include "tests/support/workfixture.h"
#include "ui/retentiondialog.h"
#include "ui/retentioneditor.h"
#include "ui/storagebar.h"
#include "ui/storagedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The rules and the storage view as a user meets them.
class tst_RetentionDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void rule_isAddedAndPreviewed();
    void editor_showsWhatWouldGo();
    void editor_marksAWrongQuery();
    void nameThatIsTaken_isToldBelowIt();
    void checkBox_switchesOff();
    void rule_isRemoved();
    void runNow_asksFirst();
    void runNow_thatFindsNothingSaysSo();
    void schedule_isOfferedOnce();
    void storage_showsABarForEachRow();
    void forecast_hasWords_data();
    void forecast_hasWords();

private:
    template <typename T>
    T *part(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    RetentionEditor *openEditor();
    static void accept(const RetentionEditor &editor);
    void add(const QString &name, qint64 days);
    QList<RetentionRule> stored();
    void drain();
    QTreeWidget *list() const { return part<QTreeWidget>(u"rules"_s); }

    WorkFixture m_fixture;
    JobKinds m_kinds;
    ScheduleActions m_actions;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<Timetable> m_timetable;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<RetentionDialog> m_dialog;
};

void tst_RetentionDialog::init()
{
    m_fixture.open();
    m_fixture.files().addSession(firstUid);
    m_fixture.know(firstUid);
    // A hundred days after the recording began, whatever the test before has done.
    m_fixture.clock().advance(1'700'000'000'000 + 100 * ageDayMs - m_fixture.clock().nowMs());
    m_actions = scheduleActions(m_fixture.clock());
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    m_timetable = std::make_unique<Timetable>(m_fixture.database(), m_fixture.clock(), *m_queue,
                                              m_kinds, m_actions);
    m_retention =
        std::make_unique<Retention>(m_fixture.database(), m_fixture.clock(), *m_queue, *m_catalog);
    m_dialog = std::make_unique<RetentionDialog>(*m_retention, *m_timetable,
                                                 QList<StoreInfo>{m_fixture.info()});
    m_dialog->show();
}

void tst_RetentionDialog::cleanup()
{
    drain();
    m_dialog.reset();
    m_retention.reset();
    m_timetable.reset();
    m_catalog.reset();
    m_queue.reset();
}

// Lets what was asked for be answered: a debug build of Qt does not forgive an answer to an object
// that is gone.
void tst_RetentionDialog::drain()
{
    for (int i = 0; i < 3; ++i) { // an answer may ask again
        QThreadPool::globalInstance()->waitForDone();
        const auto asked = m_queue->stats();
        QTRY_VERIFY(asked.isFinished());
        QCoreApplication::processEvents();
    }
}

RetentionEditor *tst_RetentionDialog::openEditor()
{
    part<QPushButton>(u"add"_s)->click();
    return m_dialog->findChild<RetentionEditor *>();
}

void tst_RetentionDialog::accept(const RetentionEditor &editor)
{
    editor.findChild<QDialogButtonBox *>()->buttons().last()->setFocus();
    for (QAbstractButton *button : editor.findChild<QDialogButtonBox *>()->buttons()) {
        if (editor.findChild<QDialogButtonBox *>()->buttonRole(button)
            == QDialogButtonBox::AcceptRole)
            button->click();
    }
}

void tst_RetentionDialog::add(const QString &name, qint64 days)
{
    RetentionRule rule;
    rule.name = name;
    rule.amount = days;
    const auto added = m_retention->addRule(rule);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
    QTRY_COMPARE(list()->topLevelItemCount(), int(stored().size()));
}

QList<RetentionRule> tst_RetentionDialog::stored()
{
    return *m_fixture.database().wait([](Connection &connection) -> Result<QList<RetentionRule>> {
        QList<RetentionRule> rules;
        TRY(connection.read(u"retention_rule_all"_s, {}, [&](const Row &row) {
            RetentionRule rule;
            rule.name = row.text(1);
            rule.amount = row.integer(5);
            rule.enabled = row.integer(6) != 0;
            rules << rule;
        }));
        return rules;
    });
}

void tst_RetentionDialog::rule_isAddedAndPreviewed()
{
    RetentionEditor *editor = openEditor();
    QVERIFY(editor);
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"old"_s);
    accept(*editor);
    QTRY_COMPARE(list()->topLevelItemCount(), 1);
    QCOMPARE(list()->topLevelItem(0)->text(0), u"old"_s);
    QCOMPARE(stored().first().amount, 90);
    QTRY_VERIFY2(list()->topLevelItem(0)->text(3).startsWith(u"1 "_s),
                 qPrintable(list()->topLevelItem(0)->text(3)));
    QVERIFY(part<QLabel>(u"sum"_s)->text().contains(u"1 "_s));
}

void tst_RetentionDialog::editor_showsWhatWouldGo()
{
    RetentionEditor *editor = openEditor();
    auto *preview = editor->findChild<QLabel *>(u"preview"_s);
    QTRY_VERIFY2(preview->text().startsWith(u"Would delete 1 "_s), qPrintable(preview->text()));
    editor->findChild<QDoubleSpinBox *>(u"amount"_s)->setValue(120);
    QTRY_VERIFY2(preview->text().startsWith(u"Would delete nothing"_s),
                 qPrintable(preview->text()));
    auto *bound = editor->findChild<QComboBox *>(u"bound"_s);
    bound->setCurrentIndex(bound->findData(int(RetentionBound::Size)));
    QCOMPARE(editor->findChild<QDoubleSpinBox *>(u"amount"_s)->value(), 500.0);
    editor->reject();
}

void tst_RetentionDialog::editor_marksAWrongQuery()
{
    RetentionEditor *editor = openEditor();
    editor->findChild<QLineEdit *>(u"query"_s)->setText(u"kind:nonsense"_s);
    QVERIFY(!editor->findChild<QLabel *>(u"queryError"_s)->text().isEmpty());
    for (QAbstractButton *button : editor->findChild<QDialogButtonBox *>()->buttons()) {
        if (editor->findChild<QDialogButtonBox *>()->buttonRole(button)
            == QDialogButtonBox::AcceptRole)
            QVERIFY(!button->isEnabled());
    }
    editor->reject();
}

void tst_RetentionDialog::nameThatIsTaken_isToldBelowIt()
{
    add(u"old"_s, 90);
    RetentionEditor *editor = openEditor();
    editor->findChild<QLineEdit *>(u"name"_s)->setText(u"old"_s);
    accept(*editor);
    QTRY_VERIFY(!editor->findChild<QLabel *>(u"nameError"_s)->isHidden());
    QCOMPARE(stored().size(), 1);
    editor->reject();
}

void tst_RetentionDialog::checkBox_switchesOff()
{
    add(u"old"_s, 90);
    drain();
    list()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!stored().first().enabled);
    QTRY_COMPARE(list()->topLevelItem(0)->text(3), u"switched off"_s);
    QVERIFY(!part<QPushButton>(u"run"_s)->isEnabled());
}

void tst_RetentionDialog::rule_isRemoved()
{
    add(u"old"_s, 90);
    drain();
    list()->setCurrentItem(list()->topLevelItem(0));
    part<QPushButton>(u"remove"_s)->click();
    QTRY_COMPARE(list()->topLevelItemCount(), 0);
    QVERIFY(stored().isEmpty());
}

void tst_RetentionDialog::runNow_asksFirst()
{
    add(u"old"_s, 90);
    drain();
    part<QPushButton>(u"run"_s)->click();
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>());
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(m_fixture.jobs().isEmpty()); // nothing has happened yet
    QVERIFY(box->informativeText().contains(u"old"_s));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(m_fixture.jobs().size(), 1);
    QTRY_VERIFY(part<QLabel>(u"message"_s)->text().contains(u"trash"_s));
}

void tst_RetentionDialog::runNow_thatFindsNothingSaysSo()
{
    add(u"very old"_s, 900);
    drain();
    part<QPushButton>(u"run"_s)->click();
    QTRY_COMPARE(part<QLabel>(u"message"_s)->text(), u"There is nothing to delete."_s);
    QVERIFY(!m_dialog->findChild<QMessageBox *>());
}

void tst_RetentionDialog::schedule_isOfferedOnce()
{
    auto *offer = part<QPushButton>(u"schedule"_s);
    QVERIFY(!offer->isVisible());
    add(u"old"_s, 90);
    QTRY_VERIFY(offer->isVisible());
    offer->click();
    QTRY_VERIFY(!offer->isVisible());
    const auto schedules = m_timetable->schedules();
    QTRY_VERIFY(schedules.isFinished());
    QCOMPARE(schedules.result()->size(), 1);
    QCOMPARE(schedules.result()->first().spec.action, u"retention"_s);
    QCOMPARE(schedules.result()->first().spec.rule, u"daily 03:30"_s);
}

void tst_RetentionDialog::storage_showsABarForEachRow()
{
    StorageDialog dialog(*m_retention, *m_catalog);
    dialog.show();
    // One volume, one store, one kind, one month.
    QTRY_COMPARE(dialog.findChildren<StorageBar *>().size(), 4);
    for (const StorageBar *bar : dialog.findChildren<StorageBar *>())
        QVERIFY(!bar->accessibleName().isEmpty());
    m_fixture.files().addSession(secondUid);
    m_fixture.know(secondUid);
    m_catalog->announceChange();
    const auto tells = [&] {
        return std::ranges::any_of(dialog.findChildren<StorageBar *>(), [](const auto *bar) {
            return bar->accessibleName().contains(u"2 "_s);
        });
    };
    QTRY_VERIFY(tells());
    drain();
}

void tst_RetentionDialog::forecast_hasWords_data()
{
    QTest::addColumn<StorageTrend>("trend");
    QTest::newRow("fills") << StorageTrend::Fills;
    QTest::newRow("shrinks") << StorageTrend::Shrinks;
    QTest::newRow("steady") << StorageTrend::Steady;
    QTest::newRow("unknown") << StorageTrend::TooLittle;
}

void tst_RetentionDialog::forecast_hasWords()
{
    QFETCH(const StorageTrend, trend);
    const QString words = forecastWords({trend, 1'700'000'000'000, -5'000'000'000});
    QVERIFY(words.endsWith(u'.'));
    QVERIFY(!words.contains(u'%'));
    QVERIFY(!words.contains(u"-5"_s));
}

QTEST_MAIN(tst_RetentionDialog)
#include "tst_retentiondialog.moc"
