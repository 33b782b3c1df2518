// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recording.h"
#include "ui/pagedrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace respool;

namespace {

struct Item
{
    RecordingId id;
};

class Rows final : public PagedRows<Item>
{
public:
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(items()[index.row()].id.value) : QVariant();
    }
    void set(const QList<int> &numbers)
    {
        QList<Item> next;
        for (const int number : numbers)
            next << Item{{number}};
        replaceItems(next);
    }
    QList<int> numbers() const
    {
        QList<int> all;
        for (const Item &item : items())
            all << int(item.id.value);
        return all;
    }
};

} // namespace

class tst_PagedRows : public QObject
{
    Q_OBJECT

private slots:
    void rows_becomeTheNextOnes_data();
    void rows_becomeTheNextOnes();
};

void tst_PagedRows::rows_becomeTheNextOnes_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<bool>("resets");
    const QList<int> none;
    QTest::newRow("nothing from nothing") << none << none << false;
    QTest::newRow("the first ones") << none << QList{1, 2, 3} << false;
    QTest::newRow("all gone") << QList{1, 2, 3} << none << false;
    QTest::newRow("the same") << QList{1, 2, 3} << QList{1, 2, 3} << false;
    QTest::newRow("one at the front") << QList{1, 2, 3} << QList{9, 1, 2, 3} << false;
    QTest::newRow("one at the end") << QList{1, 2, 3} << QList{1, 2, 3, 9} << false;
    QTest::newRow("one gone from the middle") << QList{1, 2, 3} << QList{1, 3} << false;
    QTest::newRow("gone and new at one place") << QList{1, 2, 3} << QList{1, 9, 8, 3} << false;
    QTest::newRow("gone and new all over")
        << QList{1, 2, 3, 4, 5, 6} << QList{9, 2, 8, 4, 7, 5, 10} << false;
    QTest::newRow("other ones") << QList{1, 2} << QList{3, 4, 5} << false;
    QTest::newRow("another order") << QList{1, 2, 3} << QList{3, 2, 1} << true;
    QTest::newRow("another order and new ones") << QList{1, 2, 3} << QList{2, 9, 1, 3} << true;
}

void tst_PagedRows::rows_becomeTheNextOnes()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    QFETCH(bool, resets);
    Rows rows;
    const QAbstractItemModelTester tester(&rows,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    rows.set(before);
    QList<QPersistentModelIndex> marks;
    for (int row = 0; row < rows.rowCount(); ++row)
        marks << rows.index(row, 0);
    const QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
    rows.set(after);
    QCOMPARE(rows.numbers(), after);
    QCOMPARE(reset.isEmpty(), !resets);
    if (resets)
        return;
    // A mark stays on its item, wherever that is now.
    for (int i = 0; i < before.size(); ++i) {
        QCOMPARE(marks[i].isValid(), after.contains(before[i]));
        if (marks[i].isValid())
            QCOMPARE(marks[i].data().toInt(), before[i]);
    }
}

QTEST_MAIN(tst_PagedRows)
#include "tst_pagedrows.moc"
