// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/samples.h"
#include "ui/auditdialog.h"
#include "ui/auditmodel.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_AuditDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void newRows_appearOnTop();
    void reader_keepsPlaceAndSelection();
    void chosenRow_staysWhereItIsAtTheTop();
    void orderOfABatch_appearsAmongTheRowsOfItsRecording();
    void manyNewRows_comeWithoutAGap();

private:
    static constexpr int recordings = 30;
    void hold(int first, int count);
    int rows() const { return m_model->rowCount(); }
    QString number(int row) const
    {
        return m_model->index(row, AuditModel::Number).data().toString();
    }
    int top() const { return m_table->rowAt(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AuditDialog> m_dialog;
    QList<RecordingId> m_ids; // newest first
    QTableView *m_table = nullptr;
    AuditModel *m_model = nullptr;
};

void tst_AuditDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.readsTexts = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    m_engine = *Engine::start(options);
    QVERIFY(m_engine->work());
    const QString store = m_folder->filePath(u"store"_s);
    samples::makeGatewayStore(store, {.recordings = recordings, .webmEvery = 0});
    m_engine->commands().openStore(store);
    m_ids.clear();
    const auto known = [this] {
        auto ids = m_engine->catalog().ids({});
        while (!ids.isFinished())
            QCoreApplication::processEvents();
        m_ids = *ids.result();
        return m_ids.size();
    };
    QTRY_COMPARE(known(), recordings);
    m_dialog = std::make_unique<AuditDialog>(m_engine->evidence(), QString());
    m_table = m_dialog->findChild<QTableView *>();
    m_model = m_dialog->findChild<AuditModel *>();
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_COMPARE(rows(), 1); // the store
}

void tst_AuditDialog::cleanup()
{
    m_dialog.reset();
    m_engine.reset();
}

// Each is a row of the log.
void tst_AuditDialog::hold(int first, int count)
{
    auto held = m_engine->commands().addHold(m_ids.mid(first, count), u"case 7"_s);
    QTRY_VERIFY(held.isFinished());
    QVERIFY(held.result());
}

void tst_AuditDialog::newRows_appearOnTop()
{
    QSignalSpy reset(m_model, &QAbstractItemModel::modelReset);
    hold(0, 2);
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(number(0), u"3"_s);
    QCOMPARE(number(2), u"1"_s);
    hold(2, recordings - 2);
    QTRY_COMPARE(rows(), recordings + 1);
    QCOMPARE(top(), 0); // it follows: nobody has chosen a row or gone elsewhere
    QVERIFY(reset.isEmpty());
}

void tst_AuditDialog::reader_keepsPlaceAndSelection()
{
    hold(0, 25);
    QTRY_COMPARE(rows(), 26);
    m_dialog->resize(1160, 320);
    m_table->verticalScrollBar()->setValue(5);
    const QString read = number(top());
    m_table->selectRow(top() + 2);
    m_table->selectionModel()->select(m_model->index(top() + 4, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_table->horizontalScrollBar()->setValue(m_table->horizontalScrollBar()->maximum());
    const int across = m_table->horizontalScrollBar()->value();
    const QString current = number(m_table->currentIndex().row());
    hold(25, 5);
    QTRY_COMPARE(rows(), 31);
    QCOMPARE(number(top()), read);
    QCOMPARE(top(), 10);
    QCOMPARE(number(m_table->currentIndex().row()), current);
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 2);
    QCOMPARE(m_table->horizontalScrollBar()->value(), across);
}

void tst_AuditDialog::chosenRow_staysWhereItIsAtTheTop()
{
    hold(0, 25);
    QTRY_COMPARE(rows(), 26);
    m_dialog->resize(1160, 320);
    m_table->selectRow(1);
    const QString read = number(top());
    hold(25, 5);
    QTRY_COMPARE(rows(), 31);
    QCOMPARE(number(top()), read);
    QCOMPARE(m_table->selectionModel()->selectedRows().first().row(), 6);
}

// The order is written down before any result names the recording: it comes below a row that is
// shown already.
void tst_AuditDialog::orderOfABatch_appearsAmongTheRowsOfItsRecording()
{
    auto first = m_engine->catalog().recordings({m_ids.first()});
    QTRY_VERIFY(first.isFinished());
    m_dialog->findChild<QLineEdit *>()->setText(first.result()->first().uid);
    QTRY_COMPARE(rows(), 0);
    auto paused = m_engine->queue().pause();
    QTRY_VERIFY(paused.isFinished());
    DeletePlan plan;
    plan.ready = {m_ids.first()};
    auto ordered = m_engine->commands().deleteRecordings(plan, {});
    QTRY_VERIFY(ordered.isFinished());
    QVERIFY(ordered.result());
    hold(0, 1);
    QTRY_COMPARE(rows(), 1);
    const int held = number(0).toInt();
    auto resumed = m_engine->queue().resume();
    QTRY_VERIFY(resumed.isFinished());
    QTRY_COMPARE(rows(), 3); // the order, the hold, and the end of the job
    QCOMPARE(number(1).toInt(), held);
    QVERIFY(number(2).toInt() < held && number(0).toInt() > held);
}

void tst_AuditDialog::manyNewRows_comeWithoutAGap()
{
    hold(0, 1);
    QTRY_COMPARE(rows(), 2);
    for (int round = 0; round < 5; ++round) {
        hold(1, 29);
        auto lifted = m_engine->commands().removeHold(m_ids.mid(1), u"closed"_s);
        QTRY_VERIFY(lifted.isFinished());
    }
    QTRY_COMPARE(rows(), 2 + 5 * 2 * 29);
    for (int row = 0; row < rows(); ++row)
        QCOMPARE(number(row), QString::number(rows() - row));
}

QTEST_MAIN(tst_AuditDialog)
#include "tst_auditdialog.moc"
