// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/db/dialect.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/querysql.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 januaryMs = 1'767'225'600'000; // 2026-01-01
constexpr qint64 nowMs = januaryMs + 30 * dayMs;

} // namespace

// Queries on six recordings that differ in everything that can be asked for; the answer is the
// letters of their names. In UTC, on the 31st of January 2026.
class tst_QuerySql : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void query_finds_data();
    void query_finds();
    void everyField_isAskedFor();
    void largestQuery_isAnswered();
    void likeIsOfTheDialect();

private:
    struct Facts
    {
        QString name;
        RecordingState state = RecordingState::Present;
        RecordingKind kind = RecordingKind::Video;
        qint64 startMs = 0;
        qint64 durationMs = 0;
        qint64 bytes = 0;
        QList<Part> parts;
    };
    RecordingId add(StoreId store, const Facts &facts);
    StoreId addStore(const QString &name);
    void fill();
    static void addRows();
    Query parsed(const QString &text) const;
    QString lettersOf(const QString &text);

    EngineFixture m_fixture;
    std::unique_ptr<RecordingCatalog> m_catalog;
    QueryContext m_context;
};

void tst_QuerySql::init()
{
    if (m_catalog)
        return; // nothing here changes a row
    m_fixture.open();
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    fill();
    m_context = {nowMs, QTimeZone::utc(), *await(m_catalog->stores())};
}

StoreId tst_QuerySql::addStore(const QString &name)
{
    return *m_fixture.database().wait([&](Connection &connection) {
        StoreInfo store;
        store.uid = u"uid-of-"_s + name;
        store.name = name;
        store.path = u'/' + name;
        return RootStore(connection).add(store);
    });
}

RecordingId tst_QuerySql::add(StoreId store, const Facts &facts)
{
    Recording recording;
    recording.uid = facts.name + u"0000000-uid"_s;
    recording.path = u"2026/"_s + facts.name + u"_session"_s;
    recording.kind = facts.kind;
    recording.startMs = facts.startMs;
    recording.durationMs = facts.durationMs;
    recording.bytes = facts.bytes;
    recording.problem = facts.state == RecordingState::Damaged ? u"truncated file"_s : QString();
    recording.parts = facts.parts;
    return *m_fixture.on<RecordingStore>([&](RecordingStore rows) -> Result<RecordingId> {
        TRY_LET(const RecordingId id, rows.upsert(store, recording, 1));
        if (facts.state == RecordingState::Trashed)
            TRY(rows.setTrashed(id, u"t"_s, nowMs - 10 * dayMs));
        else
            TRY(rows.setState(id, facts.state, recording.problem));
        return id;
    });
}

void tst_QuerySql::fill()
{
    const StoreId lab = addStore(u"lab"_s);
    const StoreId attic = addStore(u"100% attic"_s);
    const auto part = [](PartKind kind, Seekable seekable, qint64 modifiedMs,
                         const QString &media = {}) {
        static int number = 0;
        return Part{QString::number(++number), kind, 1, 0, 0, modifiedMs, seekable, {}, media};
    };
    const RecordingId a =
        add(lab, {u"a"_s,
                  RecordingState::Present,
                  RecordingKind::Video,
                  januaryMs,
                  hourMs,
                  2'000'000'000,
                  {part(PartKind::Webm, Seekable::Yes, nowMs - dayMs, u"vp9 1920x1080, opus"_s)}});
    const RecordingId b = add(lab, {u"b"_s,
                                    RecordingState::Present,
                                    RecordingKind::Video,
                                    januaryMs + 10 * dayMs,
                                    600'000,
                                    150'000'000,
                                    {part(PartKind::Webm, Seekable::No, 5, u"vp8 640x480"_s),
                                     part(PartKind::Webm, Seekable::Yes, 6, u"vp8 640x480"_s)}});
    const RecordingId c = add(attic, {u"c"_s,
                                      RecordingState::Damaged,
                                      RecordingKind::Terminal,
                                      nowMs - dayMs / 2,
                                      90'000,
                                      5'000,
                                      {part(PartKind::Cast, Seekable::NotAsked, 7)}});
    const RecordingId d = add(attic, {u"d"_s,
                                      RecordingState::Missing,
                                      RecordingKind::Log,
                                      0,
                                      0,
                                      0,
                                      {part(PartKind::Slog, Seekable::NotAsked, 8)}});
    add(attic,
        {u"e"_s, RecordingState::Trashed, RecordingKind::Video, januaryMs - dayMs, 1, 1, {}});
    add(lab, {u"f"_s, RecordingState::Deleting, RecordingKind::Mixed, januaryMs - dayMs, 2, 3, {}});
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore rows) -> Result<> {
        TRY(rows.addTag(a, u"Audit"_s));
        TRY(rows.addTag(b, u"audit 2"_s));
        TRY(rows.addTag(b, u"a_b"_s));
        TRY(rows.addTag(d, u"a%b"_s));
        TRY(rows.addHold(c, u"case 12"_s, u"me"_s));
        return rows.addHold(d, u"court"_s, u"me"_s);
    }));
    QVERIFY(m_fixture.database().wait([&](Connection &connection) {
        return connection.script(
            u"UPDATE recording SET flagged = 1, note = 'A leak' WHERE id = %1"_s.arg(a.value));
    }));
    QVERIFY(m_fixture.database().wait([&](Connection &connection) {
        return connection.script(u"UPDATE recording SET seen = 1 WHERE id = %1"_s.arg(b.value));
    }));
}

Query tst_QuerySql::parsed(const QString &text) const
{
    const ParsedQuery parsed = parseQuery(text, m_context);
    if (parsed.mistake)
        qWarning("%s: %s", qPrintable(text), qPrintable(parsed.mistake->message));
    return parsed.query;
}

QString tst_QuerySql::lettersOf(const QString &text)
{
    RecordingFilter filter;
    filter.query = parsed(text);
    filter.sort = RecordingSort::Name;
    filter.descending = false;
    const auto found = await(m_catalog->find(filter));
    const auto count = await(m_catalog->count(filter));
    if (!found || !count)
        return found ? count.error().detail : found.error().detail;
    QString letters;
    for (const Recording &recording : *found)
        letters += recording.uid.front();
    return *count == letters.size() ? letters : u"counted %1"_s.arg(*count);
}

// Each has at least one recording that it finds, and one that it does not.
void tst_QuerySql::addRows()
{
    const auto row = [](const QString &text, const QString &letters) {
        QTest::newRow(qPrintable(text)) << text << letters;
    };
    row(u"kind:video"_s, u"ab"_s);
    row(u"kind:terminal,log"_s, u"cd"_s);
    row(u"kind!=video"_s, u"cdf"_s);
    row(u"format:webm"_s, u"ab"_s);
    row(u"state:trash"_s, u"e"_s);
    row(u"state:missing,deleting"_s, u"df"_s);
    row(u"state!=present"_s, u"cdef"_s);
    row(u"store:lab"_s, u"abf"_s);
    row(u"store:LAB"_s, u"abf"_s);
    row(u"store:\"100% attic\""_s, u"cd"_s);
    row(u"store!=uid-of-lab"_s, u"cd"_s);
    row(u"name:B0000"_s, u"b"_s);
    row(u"name=b0000000-uid"_s, u"b"_s);
    row(u"name=b0000"_s, u""_s);
    row(u"path:a_s"_s, u"a"_s);
    row(u"path:\"%\""_s, u""_s);
    row(u"id:a000"_s, u"a"_s);
    row(u"id:A000"_s, u"a"_s);
    row(u"id:000"_s, u""_s);
    row(u"id=a0000000-uid"_s, u"a"_s);
    row(u"id=a000"_s, u""_s);
    row(u"size>150M"_s, u"a"_s);
    row(u"size>=150M"_s, u"ab"_s);
    row(u"size<5K"_s, u"df"_s);
    row(u"size<=5K"_s, u"cdf"_s);
    row(u"size=3"_s, u"f"_s);
    row(u"size!=3"_s, u"abcd"_s);
    row(u"size:5K..150M"_s, u"bc"_s);
    row(u"size:..3"_s, u"df"_s);
    row(u"size:1G.."_s, u"a"_s);
    row(u"duration<10m"_s, u"cf"_s); // nobody knows how long d is
    row(u"duration<=10m"_s, u"bcf"_s);
    row(u"duration>90s"_s, u"ab"_s);
    row(u"duration:1:30..1h"_s, u"abc"_s);
    row(u"duration:unknown"_s, u"d"_s);
    row(u"duration!=unknown"_s, u"abcf"_s);
    row(u"start:2026-01-01"_s, u"a"_s);
    row(u"start>2026-01-01"_s, u"bc"_s);
    row(u"start>=2026-01-01"_s, u"abc"_s);
    row(u"start<2026"_s, u"f"_s);
    row(u"start<=2026-01-01"_s, u"af"_s);
    row(u"start:2025..2026-01-10"_s, u"af"_s);
    row(u"start:2026"_s, u"abc"_s);
    row(u"start>-7d"_s, u"c"_s);
    row(u"start:yesterday"_s, u"c"_s);
    row(u"start:today"_s, u""_s);
    row(u"start:unknown"_s, u"d"_s);
    row(u"end>2026-01-11T00:05"_s, u"bc"_s);
    row(u"end<2026"_s, u"f"_s);
    row(u"changed>=-1d"_s, u"a"_s);
    row(u"changed:1970"_s, u"bcd"_s);
    row(u"changed:unknown"_s, u"f"_s);
    row(u"trashed<-7d"_s, u"e"_s);
    row(u"trashed>-7d"_s, u""_s);
    row(u"parts:1"_s, u"acd"_s);
    row(u"parts>1"_s, u"b"_s);
    row(u"parts:0"_s, u"f"_s);
    row(u"tag:audit"_s, u"a"_s);
    row(u"tag:AUDIT,\"audit 2\""_s, u"ab"_s);
    row(u"tag!=audit"_s, u"bcdf"_s);
    row(u"tag:a_b"_s, u"b"_s);
    row(u"tagged:yes"_s, u"abd"_s);
    row(u"tagged:no"_s, u"cf"_s);
    row(u"held:yes"_s, u"cd"_s);
    row(u"held:no"_s, u"abf"_s);
    row(u"held!=yes"_s, u"abf"_s);
    row(u"hold:case"_s, u"c"_s);
    row(u"hold=court"_s, u"d"_s);
    row(u"hold=case"_s, u""_s);
    row(u"seekable:yes"_s, u"a"_s);
    row(u"seekable:no"_s, u"b"_s);
    row(u"-seekable:no"_s, u"acdf"_s);
    row(u"damaged:yes"_s, u"c"_s);
    row(u"damaged:no"_s, u"abdf"_s);
    row(u"missing:yes"_s, u"d"_s);
    row(u"missing:no"_s, u"abcf"_s);
    row(u"problem:truncated"_s, u"c"_s);
    row(u"codec:VP9"_s, u"a"_s);
    row(u"codec!=vp9"_s, u"abcdf"_s); // no stream is nothing but "vp9"
    row(u"-codec:vp9"_s, u"bcdf"_s);
    row(u"resolution:640x480"_s, u"b"_s);
    row(u"flagged:yes"_s, u"a"_s);
    row(u"flagged:no"_s, u"bcdf"_s);
    row(u"seen:yes"_s, u"b"_s);
    row(u"note:LEAK"_s, u"a"_s);
    row(u"note=\"a leak\""_s, u"a"_s);
    row(u"lab"_s, u"abf"_s);
    row(u"audit"_s, u"ab"_s);
    row(u"\"audit 2\""_s, u"b"_s);
    row(u"a_b"_s, u"b"_s);
    row(u"\"a%b\""_s, u"d"_s);
    row(u"\"'; DROP TABLE recording; --\""_s, u""_s);
    row(u"\\"_s, u""_s);
    row(u""_s, u"abcdf"_s);
    row(u"lab audit"_s, u"ab"_s);
    row(u"lab -audit"_s, u"f"_s);
    row(u"kind:log OR (lab -kind:video)"_s, u"df"_s);
    row(u"NOT (kind:video OR held:yes)"_s, u"f"_s);
    row(u"kind:log OR state:trash"_s, u"de"_s);
    row(u"held:yes size>1K OR parts>1"_s, u"bc"_s);
    row(u"(kind:video OR kind:terminal) (held:yes OR tag:audit) -damaged:yes"_s, u"a"_s);
}

void tst_QuerySql::query_finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("letters");
    addRows();
}

void tst_QuerySql::query_finds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, letters);
    QCOMPARE(lettersOf(text), letters);
}

// Whoever adds a field adds a row: its example is a query that the database takes.
void tst_QuerySql::everyField_isAskedFor()
{
    for (const QueryField &field : queryFields()) {
        const QString example = field.example;
        const auto found = lettersOf(example);
        QVERIFY2(std::ranges::all_of(found, [](QChar c) { return c >= u'a' && c <= u'f'; })
                     && !found.contains(u' '),
                 qPrintable(example + u": "_s + found));
    }
}

void tst_QuerySql::largestQuery_isAnswered()
{
    QStringList words;
    for (int i = 0; i < mostQueryValues; ++i)
        words << u"x%1"_s.arg(i % 10);
    QCOMPARE(lettersOf(words.join(u" "_s)), u""_s);
    QCOMPARE(lettersOf(u"-("_s + words.join(u" OR "_s) + u')'), u"abcdf"_s);
    QCOMPARE(lettersOf(u"id:"_s + words.join(u',')), u""_s);
    const QString nested =
        u"(lab OR -"_s.repeated(mostQueryDepth) + u"lab"_s + u")"_s.repeated(mostQueryDepth);
    QCOMPARE(lettersOf(nested).contains(u'a'), true);
}

void tst_QuerySql::likeIsOfTheDialect()
{
    Dialect other = sqliteDialect();
    other.like = u"ILIKE"_s;
    const CompiledQuery compiled = conditionOf(parsed(u"a hold:b codec=c"_s), other);
    QCOMPARE(compiled.sql.count(u" LIKE "_s), 0);
    QCOMPARE(compiled.sql.count(u" ILIKE "_s), 7);
    QCOMPARE(compiled.sql.count(u'?'), compiled.binds.size());
    QCOMPARE(compiled.binds,
             (QVariantList{u"%a%"_s, u"%a%"_s, u"%a%"_s, u"%a%"_s, u"%a%"_s, u"%b%"_s, u"c"_s}));
}

QTEST_GUILESS_MAIN(tst_QuerySql)
#include "tst_querysql.moc"
