// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/idchanges.h"

#include <QTest>

#include <numeric>

using namespace respool;

namespace {

using Ids = QList<qint64>;

Ids upTo(qint64 count)
{
    Ids ids(count);
    std::iota(ids.begin(), ids.end(), qint64(1));
    return ids;
}

// As the model does it.
Ids changed(Ids ids, const Ids &next, const QList<IdChange> &changes)
{
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        ids.remove(change->at, change->removed);
        for (qsizetype i = 0; i < change->inserted; ++i)
            ids.insert(change->at + i, next[change->from + i]);
    }
    return ids;
}

} // namespace

class tst_IdChanges : public QObject
{
    Q_OBJECT

private slots:
    void changes_leadToTheNextList_data();
    void changes_leadToTheNextList();
    void otherOrder_isNoChange_data();
    void otherOrder_isNoChange();
    void manyPlaces_areNoChange();
    void longList_mayChangeInFewPlaces();
};

void tst_IdChanges::changes_leadToTheNextList_data()
{
    QTest::addColumn<Ids>("before");
    QTest::addColumn<Ids>("next");
    QTest::addColumn<int>("places");
    QTest::newRow("nothing") << Ids{} << Ids{} << 0;
    QTest::newRow("the same") << Ids{1, 2, 3} << Ids{1, 2, 3} << 0;
    QTest::newRow("all come") << Ids{} << Ids{1, 2} << 1;
    QTest::newRow("all go") << Ids{1, 2} << Ids{} << 1;
    QTest::newRow("at the head") << Ids{2, 3} << Ids{1, 2, 3} << 1;
    QTest::newRow("at the end") << Ids{1, 2} << Ids{1, 2, 3} << 1;
    QTest::newRow("one goes") << Ids{1, 2, 3} << Ids{1, 3} << 1;
    QTest::newRow("another one") << Ids{1, 2, 3} << Ids{1, 9, 3} << 1;
    QTest::newRow("all others") << Ids{1, 2, 3} << Ids{7, 8} << 1;
    QTest::newRow("three places") << Ids{1, 2, 3, 4, 5, 6} << Ids{9, 1, 3, 4, 8, 5} << 4;
}

void tst_IdChanges::changes_leadToTheNextList()
{
    QFETCH(const Ids, before);
    QFETCH(const Ids, next);
    QFETCH(const int, places);
    const auto changes = idChanges(before, next);
    QVERIFY(changes);
    QCOMPARE(changes->size(), places);
    QCOMPARE(changed(before, next, *changes), next);
}

void tst_IdChanges::otherOrder_isNoChange_data()
{
    QTest::addColumn<Ids>("next");
    QTest::newRow("turned round") << Ids{4, 3, 2, 1};
    QTest::newRow("one moved up") << Ids{3, 1, 2, 4};
    QTest::newRow("one moved down, one came") << Ids{2, 9, 1, 3, 4};
}

void tst_IdChanges::otherOrder_isNoChange()
{
    QFETCH(const Ids, next);
    QVERIFY(!idChanges({1, 2, 3, 4}, next));
}

void tst_IdChanges::manyPlaces_areNoChange()
{
    const Ids all = upTo(1000);
    Ids odd;
    for (const qint64 id : all) {
        if (id % 2 == 1)
            odd << id;
    }
    QVERIFY(!idChanges(all, odd));
}

// Each place costs a view as much as the list is long.
void tst_IdChanges::longList_mayChangeInFewPlaces()
{
    const Ids all = upTo(1'000'000);
    Ids next = all;
    next.removeAt(999'000);
    next.removeAt(10);
    const auto changes = idChanges(all, next);
    QVERIFY(changes);
    QCOMPARE(changes->size(), 2);
    for (int at = 500'000; at > 100'000; at -= 50'000)
        next.removeAt(at);
    QVERIFY(!idChanges(all, next));
}

QTEST_APPLESS_MAIN(tst_IdChanges)
#include "tst_idchanges.moc"
