// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"
#include "ui/jobmodel.h"
#include "ui/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The models against a real database, watched by Qt's own model tester.
class tst_Models : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void library_pagesAndFollowsChanges();
    void library_filters();
    void jobs_showStateAndProgress();

private:
    void addRecordings(int first, int count);

    EngineFixture m_fixture;
    StoreId m_store;
};

void tst_Models::init()
{
    m_fixture.open();
    m_store = *m_fixture.database().wait([](Connection &connection) {
        StoreInfo store;
        store.uid = u"11111111-2222-4333-8444-555555555555"_s;
        store.name = u"lab"_s;
        store.path = u"/lab"_s;
        return RootStore(connection).add(store);
    });
}

void tst_Models::addRecordings(int first, int count)
{
    const auto added = m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        for (int i = first; i < first + count; ++i) {
            Recording recording;
            recording.uid = u"%1"_s.arg(i, 8, 10, QChar(u'0'));
            recording.path = recording.uid;
            recording.kind = i % 2 ? RecordingKind::Video : RecordingKind::Log;
            recording.startMs = 1000 + i;
            TRY(store.upsert(m_store, recording, 1));
        }
        return {};
    });
    QVERIFY(added);
}

void tst_Models::library_pagesAndFollowsChanges()
{
    addRecordings(0, 600);
    RecordingCatalog catalog(m_fixture.database());
    LibraryModel model(catalog);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 500);
    QCOMPARE(model.total(), 600);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 600);
    QVERIFY(!model.canFetchMore({}));
    addRecordings(600, 1);
    catalog.announceChange();
    QTRY_COMPARE(model.total(), 601);
    QTRY_COMPARE(model.data(model.index(0, LibraryModel::Name), Qt::DisplayRole).toString(),
                 u"00000600"_s);
}

void tst_Models::library_filters()
{
    addRecordings(0, 10);
    RecordingCatalog catalog(m_fixture.database());
    LibraryModel model(catalog);
    // It also fetches more whenever it can, so it does not watch the paging above.
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    RecordingFilter filter;
    filter.kind = RecordingKind::Video;
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 5);
    filter.text = u"00000003"_s;
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
}

void tst_Models::jobs_showStateAndProgress()
{
    const JobKinds kinds;
    JobQueue queue(m_fixture.database(), m_fixture.clock(), kinds);
    JobModel model(queue);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const JobId id = *m_fixture.on<JobStore>([](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"remux"_s, u"me"_s, {}));
        return store.enqueue(batch, {.kind = u"remux"_s, .title = u"a part"_s, .payload = "{}"});
    });
    queue.announceWork();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.data(model.index(0, JobModel::What), Qt::DisplayRole).toString(), u"a part"_s);
    QCOMPARE(model.data(model.index(0, 0), JobModel::ProgressRole).toInt(), -1);
    queue.announceProgress(id, {1, 4});
    QCOMPARE(model.data(model.index(0, 0), JobModel::ProgressRole).toInt(), 250);
    model.setAttentionOnly(true);
    QTRY_COMPARE(model.rowCount(), 0);
}

QTEST_MAIN(tst_Models)
#include "tst_models.moc"
