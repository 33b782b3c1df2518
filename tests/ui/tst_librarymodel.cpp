// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/librarydata.h"
#include "ui/librarymodel.h"
#include "ui/postershelf.h"
#include "ui/recordingtable.h"
#include "ui/wholeselection.h"

#include <QAbstractItemModelTester>
#include <QPixmap>
#include <QPromise>
#include <QScrollBar>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_LibraryModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_model.reset(); }
    void cleanup();
    void rows_areAllThere();
    void rowOnItsWay_isAPlaceholder();
    void rowsThatPassBy_areNotRead();
    void columns_areSorted_data();
    void columns_areSorted();
    void rowsAreReadAsSentences();
    void change_reloadsByItself();
    void filter_narrows();
    void answerToAnOlderFilter_isDropped();
    void order_isTheDatabases();
    void selection_survives_data();
    void selection_survives();
    void scrollPosition_survivesANewOrder();
    void selectAll_meansAllThatTheFilterFinds();
    void selectAll_keepsWhatWasTakenOut_data();
    void selectAll_keepsWhatWasTakenOut();
    void newChoice_endsSelectAll();
    void deletedRow_isGrey();
    void damagedRow_saysWhy();
    void posters_areAskedForTheRowsThatAreShown();
    void poster_changesItsRowAlone();
    void posters_canBeSwitchedOff();

private:
    void open(int recordings);

    LibraryData m_data;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<LibraryModel> m_model;
};

void tst_LibraryModel::open(int recordings)
{
    m_data.open(recordings);
    m_catalog = std::make_unique<RecordingCatalog>(m_data.database());
    m_model = std::make_unique<LibraryModel>(*m_catalog);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_model->setFilter({});
    QTRY_VERIFY(m_model->isLoaded() && m_model->isCounted());
}

void tst_LibraryModel::cleanup()
{
    m_model.reset();
    m_catalog.reset();
}

void tst_LibraryModel::rows_areAllThere()
{
    open(1200);
    QCOMPARE(m_model->total(), 1200);
    QCOMPARE(m_model->rowCount(), 1200);
    // Newest first, without gap or double.
    for (int row = 0; row < 1200; ++row) {
        const QModelIndex index = m_model->index(row, 0);
        QTRY_COMPARE(m_model->recording(index).uid, u"%1"_s.arg(1199 - row, 8, 10, QChar(u'0')));
    }
}

void tst_LibraryModel::rowOnItsWay_isAPlaceholder()
{
    open(1200);
    const QModelIndex last = m_model->index(1199, LibraryModel::Name);
    QSignalSpy arrived(m_model.get(), &LibraryModel::arrived);
    QVERIFY(!m_model->known(1199));
    QCOMPARE(last.data().toString(), u"…"_s);
    QVERIFY(m_model->recording(last).uid.isEmpty());
    QCOMPARE(m_model->recording(last).id, m_model->idAt(1199));
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(last.data().toString(), u"00000000"_s);
}

// What has scrolled away is not read: only the last places that were looked at are.
void tst_LibraryModel::rowsThatPassBy_areNotRead()
{
    open(6000);
    for (int row = 300; row < 6000; row += 100)
        m_model->index(row, 0).data();
    QTRY_VERIFY(m_model->known(5900));
    QVERIFY(!m_model->known(1000));
}

void tst_LibraryModel::columns_areSorted_data()
{
    QTest::addColumn<int>("column");
    for (const int column :
         {LibraryModel::Kind, LibraryModel::SeekableColumn, LibraryModel::State,
          LibraryModel::Store, LibraryModel::Parts, LibraryModel::Tags, LibraryModel::Note,
          LibraryModel::Media, LibraryModel::Flag, LibraryModel::Seen, LibraryModel::Hold})
        QTest::addRow("column %d", column) << column;
}

// One has what the column is about, and all others have nothing of it.
void tst_LibraryModel::columns_areSorted()
{
    QFETCH(const int, column);
    open(30);
    const RecordingId id = m_model->idAt(12);
    m_data.change([&](RecordingStore &store) -> Result<> {
        TRY(store.addTag(id, u"audit"_s));
        TRY(store.setNote({id}, u"a leak"_s));
        TRY(store.setFlag({id}, true));
        TRY(store.setSeen({id}, true));
        TRY(store.addHold(id, u"a case"_s, u"me"_s));
        return store.setState(id, RecordingState::Damaged, u"cut off"_s);
    });
    m_model->sort(column, Qt::DescendingOrder);
    const bool differs = column == LibraryModel::State || column >= LibraryModel::Tags;
    if (differs && column != LibraryModel::Media)
        QTRY_COMPARE(m_model->idAt(0), id);
    QTRY_COMPARE(m_model->filter().descending, true);
    QCOMPARE(m_model->rowCount(), 30);
    m_model->sort(column, Qt::AscendingOrder);
    // Where there is nothing to sort by comes last, whichever way.
    if (column == LibraryModel::Tags || column == LibraryModel::Note)
        QTRY_COMPARE(m_model->idAt(0), id);
    else if (differs && column != LibraryModel::Media)
        QTRY_COMPARE(m_model->idAt(29), id);
}

void tst_LibraryModel::rowsAreReadAsSentences()
{
    open(1);
    const QString sentence =
        m_model->index(0, LibraryModel::Name).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(u"Video recording of "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"5 second"_s), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u"00000000"_s), qPrintable(sentence));
}

void tst_LibraryModel::change_reloadsByItself()
{
    open(3);
    m_data.add(2);
    m_catalog->announceChange();
    QTRY_COMPARE(m_model->rowCount(), 5);
    QCOMPARE(m_model->total(), 5);
}

void tst_LibraryModel::filter_narrows()
{
    open(20);
    RecordingFilter filter;
    filter.query = *readQuery(u"0000001"_s, {}); // 1, and 10 to 19
    m_model->setFilter(filter);
    QTRY_COMPARE(m_model->rowCount(), 11);
    filter.query = *readQuery(u"nothing has this"_s, {});
    m_model->setFilter(filter);
    QTRY_COMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->total(), 0);
}

void tst_LibraryModel::answerToAnOlderFilter_isDropped()
{
    open(20);
    RecordingFilter filter;
    filter.query = *readQuery(u"00000003"_s, {});
    m_model->setFilter({});
    m_model->setFilter(filter);
    QSignalSpy loaded(m_model.get(), &LibraryModel::loaded);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->rowCount(), 1);
}

void tst_LibraryModel::order_isTheDatabases()
{
    open(600);
    m_model->sort(LibraryModel::Name, Qt::AscendingOrder);
    QTRY_COMPARE(m_model->recording(m_model->index(0, 0)).uid, u"00000000"_s);
    m_model->sort(LibraryModel::Name, Qt::DescendingOrder);
    QTRY_COMPARE(m_model->recording(m_model->index(0, 0)).uid, u"00000599"_s);
}

void tst_LibraryModel::selection_survives_data()
{
    QTest::addColumn<bool>("newOrder");
    QTest::newRow("rows that come and go") << false;
    QTest::newRow("a new order") << true;
}

void tst_LibraryModel::selection_survives()
{
    QFETCH(bool, newOrder);
    open(10);
    RecordingTable table(m_model.get());
    table.selectRow(4);
    const RecordingId chosen = m_model->recording(m_model->index(4, 0)).id;
    const RecordingId gone = m_model->recording(m_model->index(1, 0)).id;
    if (newOrder) {
        m_model->sort(LibraryModel::Start, Qt::AscendingOrder);
        QTRY_COMPARE(m_model->indexOf(chosen).row(), 5);
    } else {
        m_data.change([&](RecordingStore &store) { return store.remove(gone); });
        m_data.add(2);
        m_catalog->announceChange();
        QTRY_COMPARE(m_model->rowCount(), 11);
    }
    const QModelIndexList rows = table.selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(m_model->recording(rows.first()).id, chosen);
    QCOMPARE(m_model->recording(table.currentIndex()).id, chosen);
}

void tst_LibraryModel::scrollPosition_survivesANewOrder()
{
    open(300);
    RecordingTable table(m_model.get());
    table.resize(600, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.verticalScrollBar()->setValue(120);
    const int before = table.verticalScrollBar()->value();
    QVERIFY(before > 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->sort(LibraryModel::Name, Qt::AscendingOrder);
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(table.verticalScrollBar()->value(), before);
}

void tst_LibraryModel::selectAll_meansAllThatTheFilterFinds()
{
    open(1200);
    RecordingTable table(m_model.get());
    table.selectAll();
    QVERIFY(table.chosen().isAll());
    QCOMPARE(table.chosen().rows(), 1200);
    QVERIFY(table.chosen().left().isEmpty());
    m_data.add(3);
    m_catalog->announceChange();
    QTRY_COMPARE(m_model->rowCount(), 1203);
    QCOMPARE(table.chosen().rows(), 1203); // what comes is selected, too
}

void tst_LibraryModel::selectAll_keepsWhatWasTakenOut_data()
{
    QTest::addColumn<bool>("newOrder");
    QTest::newRow("rows that come") << false;
    QTest::newRow("a new order") << true;
}

void tst_LibraryModel::selectAll_keepsWhatWasTakenOut()
{
    QFETCH(const bool, newOrder);
    open(300);
    RecordingTable table(m_model.get());
    table.selectAll();
    const RecordingId out = m_model->recording(m_model->index(7, 0)).id;
    table.selectionModel()->select(m_model->index(7, 0),
                                   QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    QVERIFY(table.chosen().isAll());
    QCOMPARE(table.chosen().left(), QSet<qint64>{out.value});
    if (newOrder) {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->sort(LibraryModel::Name, Qt::AscendingOrder);
        QTRY_COMPARE(reset.size(), 1);
    } else {
        m_data.add(2);
        m_catalog->announceChange();
        QTRY_COMPARE(m_model->rowCount(), 302);
    }
    QVERIFY(table.chosen().isAll());
    QCOMPARE(table.chosen().left(), QSet<qint64>{out.value});
    QCOMPARE(table.selectionModel()->selectedRows().size(), m_model->rowCount() - 1);
}

void tst_LibraryModel::newChoice_endsSelectAll()
{
    open(300);
    RecordingTable table(m_model.get());
    table.selectAll();
    table.selectRow(3);
    QVERIFY(!table.chosen().isAll());
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    table.selectAll();
    table.clearSelection();
    QVERIFY(!table.chosen().isAll());
}

void tst_LibraryModel::deletedRow_isGrey()
{
    open(2);
    const QModelIndex first = m_model->index(0, LibraryModel::Name);
    QVERIFY(!first.data(Qt::ForegroundRole).isValid());
    const RecordingId id = m_model->recording(first).id;
    m_data.change([&](RecordingStore &store) -> Result<> {
        TRY(store.markDeleting({id}));
        return {};
    });
    m_catalog->announceChange();
    QTRY_VERIFY(m_model->indexOf(id).data(Qt::ForegroundRole).isValid());
}

void tst_LibraryModel::damagedRow_saysWhy()
{
    open(1);
    const RecordingId id = m_model->recording(m_model->index(0, 0)).id;
    m_data.change([&](RecordingStore &store) {
        return store.setState(id, RecordingState::Damaged, u"recording.json is empty"_s);
    });
    m_catalog->announceChange();
    QTRY_VERIFY(m_model->index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"recording.json is empty"_s));
}

void tst_LibraryModel::posters_areAskedForTheRowsThatAreShown()
{
    QSet<qint64> asked;
    PosterShelf shelf([&asked](const Recording &recording, const StoreInfo &) {
        asked.insert(recording.id.value);
        return QtFuture::makeReadyFuture(
            Result<RecordingPicture>(fail(ErrorCode::NotFound, u"none"_s)));
    });
    open(300);
    StoreInfo store;
    store.id = m_model->recording(m_model->index(0, 0)).store;
    shelf.setStores({store});
    m_model->setPosters(&shelf);
    RecordingTable table(m_model.get());
    table.makeRoomForPosters(true);
    table.resize(600, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const qint64 first = m_model->recording(m_model->index(0, 0)).id.value;
    const qint64 last = m_model->idAt(299).value;
    QTRY_VERIFY(asked.contains(first));
    QVERIFY(!asked.contains(last));
    table.scrollToBottom();
    QTRY_VERIFY(asked.contains(last));
    QVERIFY2(asked.size() < 40, qPrintable(QString::number(asked.size())));
    m_model.reset(); // the shelf goes first otherwise
}

void tst_LibraryModel::poster_changesItsRowAlone()
{
    RecordingPicture terminal;
    ScreenPicture screen;
    screen.columns = 80;
    screen.rows = 24;
    terminal.screens.screens = {screen};
    PosterShelf shelf([&terminal](const Recording &, const StoreInfo &) {
        return QtFuture::makeReadyFuture(Result<RecordingPicture>(terminal));
    });
    open(10);
    StoreInfo store;
    store.id = m_model->recording(m_model->index(0, 0)).store;
    shelf.setStores({store});
    m_model->setPosters(&shelf);
    const auto imageOf = [this](int row) {
        return m_model->index(row, LibraryModel::Name)
            .data(Qt::DecorationRole)
            .value<QPixmap>()
            .toImage();
    };
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QImage icon = imageOf(4);
    QVERIFY(!icon.isNull());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), m_model->index(4, LibraryModel::Name));
    QCOMPARE(changed.first().at(1).toModelIndex(), m_model->index(4, LibraryModel::Name));
    QVERIFY(imageOf(4) != icon);
    QCOMPARE(imageOf(4).size(), icon.size());
    m_model.reset();
}

void tst_LibraryModel::posters_canBeSwitchedOff()
{
    int asked = 0;
    PosterShelf shelf([&asked](const Recording &, const StoreInfo &) {
        ++asked;
        return QtFuture::makeReadyFuture(
            Result<RecordingPicture>(fail(ErrorCode::NotFound, u"none"_s)));
    });
    open(3);
    StoreInfo store;
    store.id = m_model->recording(m_model->index(0, 0)).store;
    shelf.setStores({store});
    const QModelIndex first = m_model->index(0, LibraryModel::Name);
    QCOMPARE(first.data(Qt::DecorationRole).typeId(), int(QMetaType::QIcon));
    m_model->setPosters(&shelf);
    QCOMPARE(first.data(Qt::DecorationRole).typeId(), int(QMetaType::QPixmap));
    QTRY_COMPARE(asked, 1);
    m_model->setPosters(nullptr);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    shelf.setStores({store});
    QCOMPARE(first.data(Qt::DecorationRole).typeId(), int(QMetaType::QIcon));
    QVERIFY(changed.isEmpty());
    QCOMPARE(asked, 1);
}

QTEST_MAIN(tst_LibraryModel)
#include "tst_librarymodel.moc"
