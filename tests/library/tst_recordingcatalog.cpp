// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(respool::RecordingFilter)

// Five recordings that differ in everything a filter can ask for; see init().
class tst_RecordingCatalog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void find_filters_data();
    void find_filters();
    void find_sorts_data();
    void find_sorts();
    void find_pages();
    void find_givesPartsAndTags();
    void find_givesDetailsOfManyRows();
    void counts_areOfTheSidebar();
    void recording_byPrefix_data();
    void recording_byPrefix();
    void recording_thatMayBeSeveralNamesThem();
    void recording_ofTwoStoresIsAmbiguous();
    void store_byAnyOfItsNames();

private:
    static constexpr auto a = "aaaa0000-0000-4000-8000-000000000001"_L1;
    static constexpr auto b = "aaaa0000-0000-4000-8000-000000000002"_L1;
    static constexpr auto c = "cccc0000-0000-4000-8000-000000000003"_L1;
    static constexpr auto d = "Monday Morning"_L1;
    static constexpr auto e = "eeee0000-0000-4000-8000-000000000005"_L1;

    struct Facts
    {
        QString uid;
        RecordingState state = RecordingState::Present;
        RecordingKind kind = RecordingKind::Video;
        qint64 startMs = 0;
        qint64 durationMs = 0;
        qint64 bytes = 0;
        QList<Seekable> parts;
    };
    RecordingId add(const Facts &facts);
    StoreId addStore(const QString &name);
    QString lettersOf(const RecordingFilter &filter);
    static Query words(const QString &text) { return *readQuery(text, {}); }

    EngineFixture m_fixture;
    std::unique_ptr<RecordingCatalog> m_catalog;
    StoreId m_store;
    bool m_untouched = false; // as init() has made it
};

void tst_RecordingCatalog::init()
{
    if (m_untouched)
        return; // opening a database for each question would take most of the time
    m_fixture.open();
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    m_store = addStore(u"vault"_s);
    const RecordingId first = add({a,
                                   RecordingState::Present,
                                   RecordingKind::Video,
                                   100,
                                   50,
                                   7,
                                   {Seekable::No, Seekable::Yes}});
    add({b, RecordingState::Damaged, RecordingKind::Terminal, 200, 40, 9, {Seekable::NotAsked}});
    const RecordingId third =
        add({c, RecordingState::Trashed, RecordingKind::Video, 300, 30, 5, {Seekable::No}});
    m_store = addStore(u"100% attic"_s);
    const RecordingId fourth =
        add({d, RecordingState::Missing, RecordingKind::Log, 400, 20, 8, {}});
    add({e, RecordingState::Deleting, RecordingKind::Video, 500, 10, 6, {Seekable::Yes}});
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        TRY(store.addTag(first, u"court case"_s));
        TRY(store.addTag(first, u"a_b"_s));
        TRY(store.addTag(third, u"axb"_s));
        TRY(store.addHold(third, u"7"_s, u"me"_s));
        return store.addHold(fourth, u"8"_s, u"me"_s);
    }));
    m_untouched = true;
}

StoreId tst_RecordingCatalog::addStore(const QString &name)
{
    m_untouched = false;
    return *m_fixture.database().wait([&](Connection &connection) {
        StoreInfo store;
        store.uid = u"uid of "_s + name;
        store.name = name;
        store.path = u'/' + name;
        return RootStore(connection).add(store);
    });
}

RecordingId tst_RecordingCatalog::add(const Facts &facts)
{
    m_untouched = false;
    Recording recording;
    recording.uid = facts.uid;
    recording.path = facts.uid;
    recording.kind = facts.kind;
    recording.startMs = facts.startMs;
    recording.durationMs = facts.durationMs;
    recording.bytes = facts.bytes;
    for (const Seekable seekable : facts.parts)
        recording.parts << Part{
            u"%1.webm"_s.arg(recording.parts.size()), PartKind::Webm, 1, 0, 1, 1, seekable, {}, {}};
    return *m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<RecordingId> {
        TRY_LET(const RecordingId id, store.upsert(m_store, recording, 1));
        TRY(store.setState(id, facts.state, {}));
        return id;
    });
}

// The answer as letters of the constants above, in its order.
QString tst_RecordingCatalog::lettersOf(const RecordingFilter &filter)
{
    const auto found = await(m_catalog->find(filter));
    const auto count = await(m_catalog->count(filter));
    if (!found || !count)
        return found ? count.error().detail : found.error().detail;
    if (filter.limit <= 0 && *count != found->size())
        return u"counted %1 of %2"_s.arg(*count).arg(found->size());
    QString letters;
    for (const Recording &recording : *found)
        letters += recording.uid == d ? u'd' : recording.uid == b ? u'b' : recording.uid.front();
    return letters;
}

void tst_RecordingCatalog::find_filters_data()
{
    QTest::addColumn<RecordingFilter>("filter");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, RecordingFilter filter, const QString &found) {
        filter.limit = 0;
        QTest::newRow(name) << filter << found;
    };
    row("all but the trash", {}, u"edba"_s);
    row("first store", {.store = StoreId{1}}, u"ba"_s);
    row("second store", {.store = StoreId{2}}, u"ed"_s);
    row("no such store", {.store = StoreId{9}}, u""_s);
    row("video", {.kind = RecordingKind::Video}, u"ea"_s);
    row("log", {.kind = RecordingKind::Log}, u"d"_s);
    row("trashed", {.state = RecordingState::Trashed}, u"c"_s);
    row("damaged", {.state = RecordingState::Damaged}, u"b"_s);
    row("deleting", {.state = RecordingState::Deleting}, u"e"_s);
    row("missing", {.state = RecordingState::Missing}, u"d"_s);
    row("present", {.state = RecordingState::Present}, u"a"_s);
    row("some part is not seekable", {.seekable = false}, u"a"_s);
    row("all parts are seekable", {.seekable = true}, u"e"_s);
    row("held", {.held = true}, u"d"_s);
    row("not held", {.held = false}, u"eba"_s);
    row("held in the trash", {.state = RecordingState::Trashed, .held = true}, u"c"_s);
    row("uid", {.query = words(u"aaaa"_s)}, u"ba"_s);
    row("upper case uid", {.query = words(u"AAAA"_s)}, u"ba"_s);
    row("middle of a uid", {.query = words(u"000000002"_s)}, u"b"_s);
    row("store name", {.query = words(u"attic"_s)}, u"ed"_s);
    row("tag", {.query = words(u"court"_s)}, u"a"_s);
    row("two words", {.query = words(u"vault court"_s)}, u"a"_s);
    row("two words apart", {.query = words(u"attic court"_s)}, u""_s);
    row("percent is no wildcard", {.query = words(u"%"_s)}, u"ed"_s);
    row("underscore is no wildcard", {.query = words(u"a_b"_s)}, u"a"_s);
    row("backslash", {.query = words(u"\\"_s)}, u""_s);
    row("quote", {.query = words(u"'; DROP TABLE recording; --"_s)}, u""_s);
    row("blanks", {.query = words(u"   "_s)}, u"edba"_s);
    row("everything at once",
        {.query = words(u"vault"_s),
         .store = StoreId{1},
         .kind = RecordingKind::Video,
         .state = RecordingState::Present,
         .seekable = false,
         .held = false},
        u"a"_s);
}

void tst_RecordingCatalog::find_filters()
{
    QFETCH(const RecordingFilter, filter);
    QFETCH(const QString, found);
    QCOMPARE(lettersOf(filter), found);
}

void tst_RecordingCatalog::find_sorts_data()
{
    QTest::addColumn<RecordingSort>("sort");
    QTest::addColumn<QString>("ascending");
    QTest::newRow("start") << RecordingSort::Start << u"abde"_s;
    QTest::newRow("duration") << RecordingSort::Duration << u"edba"_s;
    QTest::newRow("bytes") << RecordingSort::Bytes << u"eadb"_s;
    QTest::newRow("name") << RecordingSort::Name << u"dabe"_s;
}

void tst_RecordingCatalog::find_sorts()
{
    QFETCH(const RecordingSort, sort);
    QFETCH(QString, ascending);
    RecordingFilter filter;
    filter.sort = sort;
    filter.descending = false;
    QCOMPARE(lettersOf(filter), ascending);
    filter.descending = true;
    std::ranges::reverse(ascending);
    QCOMPARE(lettersOf(filter), ascending);
}

void tst_RecordingCatalog::find_pages()
{
    RecordingFilter filter;
    filter.limit = 2;
    QCOMPARE(lettersOf(filter), u"ed"_s);
    filter.offset = 2;
    QCOMPARE(lettersOf(filter), u"ba"_s);
    filter.offset = 3;
    QCOMPARE(lettersOf(filter), u"a"_s);
    filter.offset = 4;
    QCOMPARE(lettersOf(filter), u""_s);
    QCOMPARE(*await(m_catalog->count(filter)), 4);
    filter.limit = 0;
    filter.offset = 1;
    QCOMPARE(await(m_catalog->find(filter))->size(), 3);
}

void tst_RecordingCatalog::find_givesPartsAndTags()
{
    RecordingFilter filter;
    filter.query = words(a);
    const auto found = await(m_catalog->find(filter));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().tags, (QStringList{u"a_b"_s, u"court case"_s}));
    QCOMPARE(found->first().parts.size(), 2);
    QCOMPARE(found->first().parts[1].name, u"1.webm"_s);
    QCOMPARE(found->first().parts[0].seekable, Seekable::No);
    QCOMPARE(found->first().storeName, u"vault"_s);
}

void tst_RecordingCatalog::find_givesDetailsOfManyRows()
{
    for (int i = 0; i < 250; ++i)
        add({u"many %1"_s.arg(i),
             RecordingState::Present,
             RecordingKind::Video,
             i,
             0,
             0,
             {Seekable::Yes, Seekable::Yes}});
    RecordingFilter filter;
    filter.query = words(u"many"_s);
    const auto found = await(m_catalog->find(filter));
    QVERIFY(found);
    QCOMPARE(found->size(), 250);
    for (const Recording &recording : *found)
        QCOMPARE(recording.parts.size(), 2);
}

void tst_RecordingCatalog::counts_areOfTheSidebar()
{
    const auto counts = await(m_catalog->counts());
    QVERIFY(counts);
    QCOMPARE(counts->all, 4);
    QCOMPARE(counts->damaged, 1);
    QCOMPARE(counts->deleting, 1);
    QCOMPARE(counts->trashed, 1);
    QCOMPARE(counts->missing, 1);
    QCOMPARE(counts->held, 1);
    QCOMPARE(counts->notSeekable, 1);
    QCOMPARE(counts->video, 2);
    QCOMPARE(counts->terminal, 1);
    QCOMPARE(counts->log, 1);
    QCOMPARE(counts->bytes, 7 + 9 + 8 + 6);
    QCOMPARE(counts->trashedBytes, 5);
}

void tst_RecordingCatalog::recording_byPrefix_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("uid");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QString &prefix, const QString &uid,
                        ErrorCode code = ErrorCode::None) {
        QTest::newRow(name) << prefix << uid << code;
    };
    row("whole", a, a);
    row("beginning", u"e"_s, e);
    row("in the trash", u"cccc"_s, c);
    row("upper case", QString(c).toUpper(), c);
    row("upper case beginning", u"EE"_s, e);
    row("a name", d, d);
    row("the beginning of a name", u"Mon"_s, d);
    row("exact beside a longer one", u"twin"_s, u"twin"_s);
    row("a letter beyond the plane", u"film "_s, u"film \U0001F3A5"_s);
    row("several", u"aaaa0000-"_s, {}, ErrorCode::Conflict);
    row("none", u"bbbb"_s, {}, ErrorCode::NotFound);
    row("longer than any", QString(a) + u'0', {}, ErrorCode::NotFound);
    row("empty", u""_s, {}, ErrorCode::NotFound);
    row("wildcard", u"%"_s, {}, ErrorCode::NotFound);
    row("a name in another case", u"monday"_s, {}, ErrorCode::NotFound);
}

void tst_RecordingCatalog::recording_byPrefix()
{
    QFETCH(const QString, prefix);
    QFETCH(const QString, uid);
    QFETCH(const ErrorCode, code);
    for (const QString &name : {u"twins"_s, u"twin"_s, u"twin-2"_s, u"film \U0001F3A5"_s})
        add({name, RecordingState::Present, RecordingKind::Video, 0, 0, 0, {Seekable::No}});
    const auto found = await(m_catalog->recording(prefix));
    QCOMPARE(found ? ErrorCode::None : found.error().code, code);
    if (found) {
        QCOMPARE(found->uid, uid);
        QVERIFY(uid == d || !found->parts.isEmpty());
    }
}

void tst_RecordingCatalog::recording_thatMayBeSeveralNamesThem()
{
    const auto found = await(m_catalog->recording(u"aa"_s));
    QVERIFY(!found);
    QVERIFY(found.error().detail.contains(a) && found.error().detail.contains(b));
}

void tst_RecordingCatalog::recording_ofTwoStoresIsAmbiguous()
{
    add({a, RecordingState::Present, RecordingKind::Video, 0, 0, 0, {}});
    const auto found = await(m_catalog->recording(a));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Conflict);
}

void tst_RecordingCatalog::store_byAnyOfItsNames()
{
    for (const QString &what : {u"vault"_s, u"uid of vault"_s, u"/vault"_s, u"1"_s}) {
        const auto store = await(m_catalog->store(what));
        QVERIFY2(store, qPrintable(what));
        QCOMPARE(store->name, u"vault"_s);
        QCOMPARE(store->recordings, 2);
        QCOMPARE(store->bytes, 16);
    }
    QCOMPARE(await(m_catalog->store(u"vaul"_s)).error().code, ErrorCode::NotFound);
    // A name counts more than a number.
    addStore(u"1"_s);
    QCOMPARE(await(m_catalog->store(u"1"_s))->name, u"1"_s);
}

QTEST_GUILESS_MAIN(tst_RecordingCatalog)
#include "tst_recordingcatalog.moc"
