// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/librarydata.h"
#include "ui/librarymodel.h"
#include "ui/recordinggrid.h"
#include "ui/recordingtable.h"
#include "ui/wholeselection.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_RecordingGrid : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void cells_areWhereTheyAreReckoned();
    void keys_moveThroughLines();
    void shift_choosesLikeATextNotLikeABox();
    void selection_isThatOfTheTable();
    void onlyWhatIsShown_isRead();
    void enter_activates();
    void resized_keepsItsPlace();
    void mouse_dragsWhatIsSelected_data();
    void mouse_dragsWhatIsSelected();

private:
    void open(int recordings);
    int row() const { return m_grid->currentIndex().row(); }

    LibraryData m_data;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<LibraryModel> m_model;
    std::unique_ptr<RecordingTable> m_table;
    std::unique_ptr<RecordingGrid> m_grid;
};

void tst_RecordingGrid::open(int recordings)
{
    m_data.open(recordings);
    m_catalog = std::make_unique<RecordingCatalog>(m_data.database());
    m_model = std::make_unique<LibraryModel>(*m_catalog);
    m_model->setFilter({});
    QTRY_VERIFY(m_model->isCounted());
    m_table = std::make_unique<RecordingTable>(m_model.get());
    m_grid = std::make_unique<RecordingGrid>(m_model.get(), m_table->wholeSelection());
    m_grid->resize(700, 400);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    m_grid->setFocus();
}

void tst_RecordingGrid::cleanup()
{
    m_grid.reset();
    m_table.reset();
    m_model.reset();
    m_catalog.reset();
}

void tst_RecordingGrid::cells_areWhereTheyAreReckoned()
{
    open(50);
    QRegion taken;
    for (const int at : {0, 1, 2, 3, 7, 30, 49}) {
        const QModelIndex index = m_model->index(at, 0);
        m_grid->scrollTo(index);
        const QRect rect = m_grid->visualRect(index);
        QVERIFY(m_grid->viewport()->rect().contains(rect));
        QCOMPARE(m_grid->indexAt(rect.center()).row(), at);
    }
    m_grid->verticalScrollBar()->setValue(0);
    for (int at = 0; at < 6; ++at) {
        const QRect rect = m_grid->visualRect(m_model->index(at, 0));
        QVERIFY(!taken.intersects(rect));
        taken += rect;
    }
    // Behind the last there is none.
    m_grid->scrollToBottom();
    const QRect last = m_grid->visualRect(m_model->index(49, 0));
    QVERIFY(!m_grid->indexAt(last.center() + QPoint(last.width() + 8, 0)).isValid());
}

void tst_RecordingGrid::keys_moveThroughLines()
{
    open(50);
    const int across =
        m_grid->viewport()->width() / m_grid->visualRect(m_model->index(0, 0)).width();
    QVERIFY(across > 1);
    m_grid->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QCOMPARE(row(), across);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(row(), across + 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QCOMPARE(row(), 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QCOMPARE(row(), 1);
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(row(), 49);
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->visualRect(m_grid->currentIndex())));
    QTest::keyClick(m_grid.get(), Qt::Key_PageUp);
    QVERIFY(row() < 49);
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(row(), 0);
}

void tst_RecordingGrid::shift_choosesLikeATextNotLikeABox()
{
    open(50);
    const auto at = [this](int row) { return m_grid->visualRect(m_model->index(row, 0)).center(); };
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, at(2));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(4));
    QCOMPARE(m_table->chosen().runs(), (QList<std::pair<int, int>>{{2, 4}}));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
    QCOMPARE(m_table->chosen().rows(), 2);
    QTest::keyClick(m_grid.get(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_table->chosen().isAll());
    QCOMPARE(m_table->chosen().rows(), 50);
}

void tst_RecordingGrid::selection_isThatOfTheTable()
{
    open(50);
    m_table->selectRow(7);
    QVERIFY(m_grid->selectionModel()->isSelected(m_model->index(7, 0)));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {},
                      m_grid->visualRect(m_model->index(1, 0)).center());
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_table->currentIndex().row(), 1);
}

void tst_RecordingGrid::onlyWhatIsShown_isRead()
{
    open(2000);
    m_grid->scrollToBottom();
    QTRY_VERIFY(m_model->known(1999));
    QVERIFY(!m_model->known(1000));
}

void tst_RecordingGrid::enter_activates()
{
    open(5);
    QSignalSpy activated(m_grid.get(), &QAbstractItemView::activated);
    m_grid->setCurrentIndex(m_model->index(2, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toModelIndex().row(), 2);
}

void tst_RecordingGrid::resized_keepsItsPlace()
{
    open(500);
    const QModelIndex middle = m_model->index(250, 0);
    m_grid->scrollTo(middle, QAbstractItemView::PositionAtTop);
    m_grid->resize(420, 400);
    QVERIFY(m_grid->viewport()->rect().intersects(m_grid->visualRect(middle)));
    m_grid->resize(1200, 400);
    QVERIFY(m_grid->viewport()->rect().intersects(m_grid->visualRect(middle)));
}

void tst_RecordingGrid::mouse_dragsWhatIsSelected_data()
{
    QTest::addColumn<bool>("grid");
    QTest::newRow("table") << false;
    QTest::newRow("grid") << true;
}

void tst_RecordingGrid::mouse_dragsWhatIsSelected()
{
    QFETCH(const bool, grid);
    open(20);
    m_table->resize(700, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    QAbstractItemView &view = grid ? static_cast<QAbstractItemView &>(*m_grid) : *m_table;
    int wanted = 0;
    connect(m_table.get(), &RecordingTable::dragWanted, this, [&wanted] { ++wanted; });
    connect(m_grid.get(), &RecordingGrid::dragWanted, this, [&wanted] { ++wanted; });
    m_table->selectRow(1);
    QPointF at = view.visualRect(m_model->index(1, 0)).center();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at.toPoint());
    for (int step = 0; step < 5 && wanted == 0; ++step) { // a real drag takes the mouse
        at += QPointF(0, 12);
        QMouseEvent moved(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::LeftButton,
                          Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &moved);
    }
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at.toPoint());
    QVERIFY(wanted > 0);
    QCOMPARE(m_table->chosen().runs(), (QList<std::pair<int, int>>{{1, 1}}));
}

QTEST_MAIN(tst_RecordingGrid)
#include "tst_recordinggrid.moc"
