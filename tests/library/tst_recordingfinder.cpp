// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/library/recordingfinder.h"
#include "core/library/recordingrows.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"
#include "tests/support/largelibrary.h"

#include <array>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int all = 4000; // enough for every way to be taken

} // namespace

// Whatever way is taken, the answer is that of the plain question; and what triggers keep is what
// can be counted.
class tst_RecordingFinder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void page_isThatOfThePlainQuestion_data();
    void page_isThatOfThePlainQuestion();
    void pages_followEachOther_data();
    void pages_followEachOther();
    void idsInOrder_areThoseOfThePlainQuestion_data() { page_isThatOfThePlainQuestion_data(); }
    void idsInOrder_areThoseOfThePlainQuestion();
    void sums_areOfTheIds();
    void names_areFoundBeforeTheyAreIndexed();
    void shortWords_areFound_data();
    void shortWords_areFound();
    void obsoleteQuestion_isNotAnswered();
    void tallies_areWhatIsThere();

private:
    RecordingFilter filterOf(const QString &text) const;
    QList<qint64> plainly(const RecordingFilter &filter);
    QList<qint64> found(const RecordingFilter &filter);
    void checkTallies();
    QString rowsOf(const QString &sql);

    EngineFixture m_fixture;
    std::unique_ptr<RecordingCatalog> m_catalog;
};

void tst_RecordingFinder::init()
{
    if (m_catalog)
        return;
    m_fixture.open();
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    const auto filled = fillLibrary(m_fixture.database(), all);
    QVERIFY2(bool(filled), filled ? "" : qPrintable(filled.error().detail));
}

RecordingFilter tst_RecordingFinder::filterOf(const QString &text) const
{
    RecordingFilter filter;
    filter.query =
        *readQuery(text, {1'790'000'000'000, QTimeZone::utc(), *await(m_catalog->stores())});
    return filter;
}

QList<qint64> tst_RecordingFinder::plainly(const RecordingFilter &filter)
{
    QList<qint64> ids;
    const auto read = m_fixture.database().ask([&](Connection &connection) {
        const CompiledQuery query = pageQuery(filter, connection.dialect());
        return connection.readCompiled(query.sql, query.binds,
                                       [&](const Row &row) { ids << row.integer(0); });
    });
    return read ? ids : QList<qint64>{-1};
}

QList<qint64> tst_RecordingFinder::found(const RecordingFilter &filter)
{
    const auto rows = await(m_catalog->find(filter));
    if (!rows)
        qWarning("%s", qPrintable(rows.error().detail));
    QList<qint64> ids;
    for (const Recording &recording : rows ? *rows : QList<Recording>())
        ids << recording.id.value;
    return ids;
}

void tst_RecordingFinder::page_isThatOfThePlainQuestion_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"",
                              "kind:terminal",
                              "kind:video,log",
                              "state:trashed",
                              "state:missing,damaged",
                              "tag:audit",
                              "tag:rare,case-7",
                              "-tag:audit",
                              "tagged:no",
                              "held:yes",
                              "held:no",
                              "hold:\"case 3\"",
                              "flagged:yes",
                              "seen:no",
                              "seen:yes",
                              "note:leak",
                              "problem:truncated",
                              "seekable:no",
                              "seekable:yes",
                              "-seekable:no",
                              "kiosk",
                              "kiosk-7",
                              "kiosk -tag:audit",
                              "a3",
                              "9",
                              "lab",
                              "zzzz",
                              "zz",
                              "\"%\"",
                              "path=2026",
                              "name:webm",
                              "id:0",
                              "id=00000000",
                              "size>3M",
                              "size<10K",
                              "duration:1s..2s",
                              "start:..2020-10",
                              "start>2020-09-20 size>1M",
                              "changed>2020-09-20",
                              "changed:unknown",
                              "parts>1",
                              "format:slog,cast",
                              "codec:vp9",
                              "resolution:1264",
                              "-codec:vp8",
                              "store:lab kind:log",
                              "tag:audit OR held:yes",
                              "kiosk OR tag:rare OR id:12",
                              "-(kiosk OR tag:audit)",
                              "trashed<2027",
                              "end<2020-10",
                              "kind:terminal size>1M tag:audit held:yes",
                              "seen:no kiosk kind:video parts=1"})
        QTest::newRow(*query == 0 ? "nothing" : query) << QString::fromLatin1(query);
}

void tst_RecordingFinder::page_isThatOfThePlainQuestion()
{
    QFETCH(const QString, query);
    RecordingFilter filter = filterOf(query);
    filter.limit = 0;
    const auto count = await(m_catalog->count(filter));
    QVERIFY(count);
    QCOMPARE(*count, plainly(filter).size());
    const auto some = await(m_catalog->countUpTo(filter, 100));
    QVERIFY(some);
    QVERIFY(*some == *count || (*some > 100 && *count > 100));
    for (const RecordingSort sort : {RecordingSort::Start, RecordingSort::Duration,
                                     RecordingSort::Bytes, RecordingSort::Name}) {
        filter.sort = sort;
        for (const int limit : {0, 60}) {
            for (const int offset : {0, 11}) {
                filter.limit = limit;
                filter.offset = offset;
                filter.descending = !filter.descending;
                QCOMPARE(found(filter), plainly(filter));
            }
        }
    }
}

void tst_RecordingFinder::pages_followEachOther_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("all") << u""_s;
    QTest::newRow("few") << u"held:yes"_s;
    QTest::newRow("a word") << u"kiosk"_s;
    QTest::newRow("a kind") << u"kind:log"_s;
}

void tst_RecordingFinder::pages_followEachOther()
{
    QFETCH(const QString, query);
    RecordingFilter filter = filterOf(query);
    for (const RecordingSort sort : {RecordingSort::Start, RecordingSort::Duration,
                                     RecordingSort::Bytes, RecordingSort::Name}) {
        filter.sort = sort;
        filter.descending = !filter.descending;
        filter.after.reset();
        filter.limit = 0;
        const QList<qint64> whole = plainly(filter);
        filter.limit = 400;
        QList<qint64> joined;
        for (;;) {
            const auto page = await(m_catalog->find(filter));
            QVERIFY(page);
            for (const Recording &recording : *page)
                joined << recording.id.value;
            if (page->size() < filter.limit)
                break;
            filter.after = PageStart::after(page->last(), sort);
        }
        QCOMPARE(joined, whole);
    }
}

// In steps so short that there are many, in every order.
void tst_RecordingFinder::idsInOrder_areThoseOfThePlainQuestion()
{
    QFETCH(const QString, query);
    for (const RecordingSort sort :
         {RecordingSort::Start, RecordingSort::Bytes, RecordingSort::Name, RecordingSort::Store,
          RecordingSort::Tags}) {
        RecordingFilter filter = filterOf(query);
        filter.sort = sort;
        filter.limit = 0;
        const QList<qint64> plain = plainly(filter);
        QList<qint64> walked;
        filter.limit = 1500;
        do {
            const auto stretch = await(m_catalog->idsInOrder(filter));
            QVERIFY(stretch);
            for (const RecordingId id : stretch->ids)
                walked << id.value;
            filter.after = stretch->next;
        } while (filter.after);
        QCOMPARE(walked, plain);
    }
}

void tst_RecordingFinder::sums_areOfTheIds()
{
    RecordingFilter filter = filterOf(u"tag:audit"_s);
    const auto ids = await(m_catalog->ids(filter));
    filter.limit = 0;
    const auto recordings = await(m_catalog->find(filter));
    QVERIFY(ids && recordings && !ids->isEmpty());
    const auto sums = await(m_catalog->sums(*ids));
    QVERIFY(sums);
    qint64 bytes = 0, held = 0, oldest = std::numeric_limits<qint64>::max(), newest = 0;
    for (const Recording &recording : *recordings) {
        bytes += recording.bytes;
        held += recording.held ? 1 : 0;
        oldest = std::min(oldest, recording.startMs);
        newest = std::max(newest, recording.startMs);
    }
    QCOMPARE(sums->recordings, ids->size());
    QCOMPARE(sums->bytes, bytes);
    QCOMPARE(sums->held, held);
    QCOMPARE(sums->oldestMs, oldest);
    QCOMPARE(sums->newestMs, newest);
    QCOMPARE(await(m_catalog->sums({}))->recordings, 0);
}

void tst_RecordingFinder::names_areFoundBeforeTheyAreIndexed()
{
    Recording recording;
    recording.uid = u"quite-new-zebra"_s;
    recording.path = recording.uid;
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.upsert(StoreId{1}, recording, 1); }));
    QCOMPARE(found(filterOf(u"zebra"_s)).size(), 1);
    QCOMPARE(found(filterOf(u"ZEB"_s)).size(), 1);
    QCOMPARE(found(filterOf(u"ze"_s)).size(), 1);
    const auto index = [&] {
        return bool(m_fixture.database().wait([](Connection &connection) -> Result<int> {
            TRY(connection.run(u"name_gram_fill"_s, {{u"most"_s, 10}}));
            return connection.run(u"name_gram_filled"_s, {{u"most"_s, 10}});
        }));
    };
    QVERIFY(index());
    QCOMPARE(found(filterOf(u"zebra"_s)).size(), 1);
    // A new path counts at once, and the old one no more.
    recording.path = u"moved/giraffe"_s;
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.upsert(StoreId{1}, recording, 2); }));
    QCOMPARE(found(filterOf(u"giraffe"_s)).size(), 1);
    QVERIFY(index());
    QCOMPARE(found(filterOf(u"giraffe"_s)).size(), 1);
    QCOMPARE(found(filterOf(u"path:zebra"_s)).size(), 0);
}

void tst_RecordingFinder::shortWords_areFound_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"k", "-1", "bm", "M", "8-", "/", "\"", "*", "_", "é"})
        QTest::newRow(word) << QString::fromUtf8(word);
}

void tst_RecordingFinder::shortWords_areFound()
{
    QFETCH(const QString, word);
    const RecordingFilter filter = filterOf(u"path:"_s + queryQuoted(word));
    QCOMPARE(found(filter), plainly(filter));
}

void tst_RecordingFinder::obsoleteQuestion_isNotAnswered()
{
    RecordingFilter filter;
    filter.obsolete = std::make_shared<std::atomic_bool>(true);
    QCOMPARE(await(m_catalog->find(filter)).error().code, ErrorCode::Cancelled);
    QCOMPARE(await(m_catalog->count(filter)).error().code, ErrorCode::Cancelled);
}

QString tst_RecordingFinder::rowsOf(const QString &sql)
{
    QStringList rows;
    const auto read = m_fixture.database().ask([&](Connection &connection) {
        return connection.readCompiled(sql, {}, [&](const Row &row) {
            rows << row.text(0) + u' ' + row.text(1) + u' ' + row.text(2);
        });
    });
    return read ? rows.join(u'\n') : read.error().detail;
}

void tst_RecordingFinder::checkTallies()
{
    QCOMPARE(
        rowsOf(u"SELECT store_id || '/' || state || kind || seekable || held || flagged || seen, "
               "number, bytes FROM recording_tally WHERE number <> 0 ORDER BY 1"_s),
        rowsOf(u"SELECT store_id || '/' || state || kind || seekable || held || flagged || seen, "
               "count(*), sum(bytes) FROM recording GROUP BY 1 ORDER BY 1"_s));
    QCOMPARE(rowsOf(u"SELECT name, number, '' FROM tag_count WHERE number <> 0 ORDER BY 1"_s),
             rowsOf(u"SELECT lower(t.name), count(DISTINCT r.id), '' FROM tag t JOIN recording r "
                    "ON r.id = t.recording_id WHERE r.state <> 3 GROUP BY 1 ORDER BY 1"_s));
    QCOMPARE(rowsOf(u"SELECT count(*), sum(held), '' FROM recording"_s),
             rowsOf(u"SELECT count(*), (SELECT count(*) FROM hold), '' FROM recording"_s));
}

void tst_RecordingFinder::tallies_areWhatIsThere()
{
    checkTallies();
    const auto id = [](int number) { return RecordingId{number}; };
    const auto changed = m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        TRY(store.setFlag({id(1), id(2), id(3)}, true));
        TRY(store.setSeen({id(2), id(3), id(4)}, true));
        TRY(store.addHold(id(5), u"why"_s, u"me"_s));
        TRY(store.addHold(id(5), u"again"_s, u"me"_s));
        TRY(store.removeHold(id(1)));
        for (const QString &tag : {u"One"_s, u"ONE"_s, u"two"_s}) {
            TRY(store.addTag(id(6), tag));
            TRY(store.addTag(id(7), tag));
            TRY(store.addTag(id(8), tag));
        }
        TRY(store.removeTag(id(7), u"one"_s));
        TRY(store.markDeleting({id(9), id(10)}));
        TRY(store.setTrashed(id(6), u"t"_s, 5));
        TRY(store.setTrashed(id(9), u"t"_s, 5));
        TRY(store.setRestored(id(9)));
        TRY(store.remove(id(8)));
        return store.remove(id(6));
    });
    QVERIFY(changed);
    checkTallies();
    QVERIFY(m_fixture.database().wait(
        [](Connection &connection) { return RootStore(connection).remove(StoreId{2}); }));
    checkTallies();
    m_catalog.reset(); // the library is another one now
}

QTEST_GUILESS_MAIN(tst_RecordingFinder)
#include "tst_recordingfinder.moc"
