// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/textmatch.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textsearch.h"
#include "core/library/textstore.h"
#include "core/media/mediahost.h"
#include "core/work/indexjob.h"
#include "core/work/purgejob.h"
#include "core/work/scanjob.h"
#include "tests/support/samples.h"
#include "tests/support/textdevice.h"
#include "tests/support/workfixture.h"

#include <fcntl.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray castOf(const QByteArrayList &lines)
{
    QByteArray cast = "{\"version\": 2, \"width\": 80, \"height\": 24}\n";
    for (qsizetype i = 0; i < lines.size(); ++i)
        cast += '[' + QByteArray::number(i + 1) + ", \"o\", \"" + lines[i] + "\\r\\n\"]\n";
    return cast;
}

} // namespace

class tst_IndexJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_findsTheLinesOfEachFormat();
    void run_readsWhatChangedAnew();
    void run_readsNothingTwice();
    void run_forgetsPartsThatAreGone();
    void run_goesOnWhenOnePartFails();
    void run_waitsForWhatIsRecorded();
    void run_waitsForWhatHasChanged();
    void run_goesOnAfterItsCheckpoint();
    void run_thatWasStoppedLeavesNothingTwice();
    void run_ofAnOfflineStoreWaits();
    void removal_hidesAndSweeps();
    void removal_ofTheStoreHidesAll();
    void purge_asksForTheSweep();
    void scan_asksOnceForWhatIsNew();
    void scan_asksForNothingUnlessItIsWanted();
    void end_asksAgainWhenMoreHasCome();
    void store_keepsPartsOfOneSecondApart();
    void search_isNewestFirstAndInPages();
    void search_keepsToTheQuery();
    void search_marksWhatWasFound();
    void place_showsTheLinesAround();
    void coverage_countsWhatIsRead();
    void textField_findsRecordings_data();
    void textField_findsRecordings();

private:
    RecordingId add(const QString &uid, const QString &part, const QByteArray &content)
    {
        m_fixture.files().write(uid + u'/' + part, content);
        m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, {part}));
        return m_fixture.know(uid);
    }
    RecordingId addCast(const QString &uid, const QByteArrayList &lines)
    {
        return add(uid, u"recording-0.cast"_s, castOf(lines));
    }
    void setStart(RecordingId id, qint64 ms)
    {
        QVERIFY(m_fixture.database().wait([&](Connection &connection) {
            return connection.script(
                u"UPDATE part SET start_ms = %1 WHERE recording_id = %2"_s.arg(ms).arg(id.value));
        }));
    }
    FakeContext context() { return m_fixture.context(indexSpec(m_fixture.info()).payload); }
    Result<> run(FakeContext &context)
    {
        IndexJob job(m_fixture.database(), m_fixture.clock(), m_host);
        TRY(job.run(context));
        return context.end();
    }
    Result<> run()
    {
        FakeContext fresh = context();
        return run(fresh);
    }
    Result<TextPage> search(TextQuestion question)
    {
        return m_fixture.database().ask(
            [&](Connection &connection) { return searchText(connection, question); });
    }
    // "uid line" of each hit.
    QStringList find(const QString &typed, const QString &within = {})
    {
        TextQuestion question{.match = *textMatch(typed), .within = queryOf(within), .limit = 100};
        const auto page = search(question);
        QStringList all;
        if (!page)
            return {page.error().detail};
        for (const TextHit &hit : page->hits)
            all << hit.uid + u' ' + hit.text;
        return all;
    }
    static Query queryOf(const QString &text) { return *readQuery(text, {}); }
    qint64 number(const QString &sql)
    {
        return *m_fixture.database().ask(
            [&](Connection &connection) { return connection.scalar(sql); });
    }
    qint64 storedLines() { return number(u"SELECT count(*) FROM text_line"_s); }
    bool isIndexSound()
    {
        return bool(m_fixture.database().wait([](Connection &connection) -> Result<> {
            TRY(connection.script(
                u"INSERT INTO text_word (text_word) VALUES ('integrity-check')"_s));
            return connection.script(
                u"INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)"_s);
        }));
    }
    qsizetype jobsOfKind(const QString &kind)
    {
        const QList<JobRecord> all = m_fixture.jobs();
        return std::ranges::count(all, kind, &JobRecord::kind);
    }

    WorkFixture m_fixture;
    MediaHost m_host;
};

void tst_IndexJob::run_findsTheLinesOfEachFormat()
{
    addCast(u"a"_s, {"hello cast"});
    add(u"b"_s, u"recording-0.trp"_s, QByteArray(6, '\0') + "\x09" + '\0' + "hello trp");
    add(u"c"_s, u"recording-0.slog"_s,
        R"({"timestamp":"2026-01-01T10:00:00Z","seq":0,"event":"session.start",)"
        R"("description":"hello log"})");
    QVERIFY(run());
    QStringList found = find(u"hello"_s);
    found.sort();
    QCOMPARE(found,
             (QStringList{u"a hello cast"_s, u"b hello trp"_s, u"c hello log  session.start"_s}));
    QVERIFY(isIndexSound());
}

void tst_IndexJob::run_readsWhatChangedAnew()
{
    addCast(u"a"_s, {"one", "old words"});
    QVERIFY(run());
    QCOMPARE(find(u"old"_s), QStringList{u"a old words"_s});
    addCast(u"a"_s, {"one", "new words here"});
    QVERIFY(run());
    QCOMPARE(find(u"old"_s), QStringList());
    QCOMPARE(find(u"words"_s), QStringList{u"a new words here"_s});
    QCOMPARE(storedLines(), 2);
    QVERIFY(isIndexSound());
}

void tst_IndexJob::run_readsNothingTwice()
{
    addCast(u"a"_s, {"one"});
    QVERIFY(run());
    const qint64 first = number(u"SELECT first FROM text_part"_s);
    m_fixture.know(u"a"_s); // a scan writes the rows of its parts anew
    QCOMPARE(number(u"SELECT count(*) FROM text_wish"_s), 0);
    QVERIFY(run());
    QCOMPARE(number(u"SELECT first FROM text_part"_s), first);
    QCOMPARE(storedLines(), 1);
}

void tst_IndexJob::run_forgetsPartsThatAreGone()
{
    const QString uid = u"a"_s;
    const QStringList both{u"recording-0.cast"_s, u"recording-1.cast"_s};
    for (const QString &part : both)
        m_fixture.files().write(uid + u'/' + part, castOf({part.toUtf8()}));
    m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, both));
    m_fixture.know(uid);
    QVERIFY(run());
    QCOMPARE(find(u"cast"_s).size(), 2);
    m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, {both[0]}));
    m_fixture.know(uid);
    QCOMPARE(find(u"cast"_s).size(), 1); // though it was not swept yet
    m_fixture.files().write(uid + u"/recording-0.cast"_s, castOf({"recording 0 cast anew"}));
    m_fixture.know(uid);
    QVERIFY(run());
    QCOMPARE(storedLines(), 1);
}

void tst_IndexJob::run_goesOnWhenOnePartFails()
{
    addCast(u"a"_s, {"good one"});
    add(u"b"_s, u"recording-0.cast"_s, "no cast at all");
    add(u"c"_s, u"recording-0.cast"_s, QByteArray(100'000, '\0'));
    addCast(u"d"_s, {"good too"});
    FakeContext fresh = context();
    QVERIFY(run(fresh));
    QCOMPARE(find(u"good"_s).size(), 2);
    QCOMPARE(number(u"SELECT count(*) FROM text_part WHERE problem <> ''"_s), 2);
    QCOMPARE(number(u"SELECT count(*) FROM text_wish"_s), 0); // not again before they change
    m_fixture.know(u"b"_s);
    QCOMPARE(number(u"SELECT count(*) FROM text_wish"_s), 0);
    addCast(u"b"_s, {"good now"});
    QVERIFY(run());
    QCOMPARE(find(u"good"_s).size(), 3);
}

void tst_IndexJob::run_waitsForWhatIsRecorded()
{
    addCast(u"a"_s, {"growing"});
    addCast(u"b"_s, {"whole"});
    const QString path = m_fixture.files().path(u"a/recording-0.cast"_s);
    const int fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    QVERIFY(fd >= 0);
    QVERIFY(run());
    QCOMPARE(find(u"whole"_s).size(), 1);
    QCOMPARE(find(u"growing"_s).size(), 0);
    ::close(fd);
    QCOMPARE(number(u"SELECT count(*) FROM text_wish"_s), 1);
    QVERIFY(run());
    QCOMPARE(find(u"growing"_s).size(), 1);
}

void tst_IndexJob::run_waitsForWhatHasChanged()
{
    addCast(u"a"_s, {"one"});
    m_fixture.files().write(u"a/recording-0.cast"_s, castOf({"one", "two"}));
    QVERIFY(run());
    QCOMPARE(storedLines(), 0);
    m_fixture.know(u"a"_s);
    QVERIFY(run());
    QCOMPARE(find(u"two"_s).size(), 1);
}

void tst_IndexJob::run_goesOnAfterItsCheckpoint()
{
    addCast(u"a"_s, {"one"});
    FakeContext first = context();
    QVERIFY(run(first));
    addCast(u"b"_s, {"two"});
    first.again();
    QVERIFY(run(first));
    QCOMPARE(find(u"two"_s).size(), 1);
    QCOMPARE(first.lastProgress.done, 2);
}

void tst_IndexJob::run_thatWasStoppedLeavesNothingTwice()
{
    QByteArrayList lines;
    for (int i = 0; i < 5000; ++i)
        lines << "line " + QByteArray::number(i);
    addCast(u"a"_s, lines);
    // As a death in the middle leaves it: some pieces are written, nobody finds them.
    const auto half = m_fixture.database().wait([&](Connection &connection) -> Result<> {
        TextStore store(connection);
        TRY_LET(const qint64 first,
                store.begin({u"recording-0.cast"_s, 1, 1, 1'700'000'000'000, 5000}));
        return store.addLines(first, 5000, 4000, std::vector<StoredLine>(1000, {1, "line half"}));
    });
    QVERIFY(half);
    QCOMPARE(find(u"line"_s).size(), 0);
    QVERIFY(run());
    QCOMPARE(storedLines(), 5000);
    QCOMPARE(find(u"half"_s).size(), 0);
    QCOMPARE(find(u"4999"_s), QStringList{u"a line 4999"_s});
    QVERIFY(isIndexSound());
}

void tst_IndexJob::run_ofAnOfflineStoreWaits()
{
    addCast(u"a"_s, {"one"});
    m_fixture.loseFiles();
    const auto done = run();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Offline);
    QCOMPARE(number(u"SELECT count(*) FROM text_wish"_s), 1);
}

void tst_IndexJob::removal_hidesAndSweeps()
{
    const RecordingId gone = addCast(u"a"_s, {"one secret"});
    addCast(u"b"_s, {"one other"});
    QVERIFY(run());
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(gone); }));
    QCOMPARE(find(u"one"_s), QStringList{u"b one other"_s});
    QCOMPARE(storedLines(), 2);
    QVERIFY(run());
    QCOMPARE(storedLines(), 1);
    QCOMPARE(number(u"SELECT count(*) FROM text_part"_s), 1);
    QVERIFY(isIndexSound());
}

void tst_IndexJob::removal_ofTheStoreHidesAll()
{
    addCast(u"a"_s, {"one secret"});
    QVERIFY(run());
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return RootStore(connection).remove(m_fixture.info().id); }));
    QCOMPARE(find(u"secret"_s), QStringList());
    QCOMPARE(number(u"SELECT count(*) FROM text_part WHERE recording_id IS NOT NULL"_s), 0);
    const auto more = m_fixture.database().wait(
        [](Connection &connection) { return TextStore(connection).sweep(100); });
    QVERIFY(more && !*more);
    QCOMPARE(storedLines(), 0);
}

void tst_IndexJob::purge_asksForTheSweep()
{
    const RecordingId id = addCast(u"a"_s, {"one secret"});
    QVERIFY(run());
    QVERIFY(QDir().mkpath(m_fixture.files().path(u".respool/trash/b1/a"_s)));
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) {
        return store.setTrashed(id, u".respool/trash/b1/a"_s, m_fixture.clock().nowMs());
    }));
    QCOMPARE(find(u"secret"_s), QStringList()); // not in the trash
    QCOMPARE(find(u"secret"_s, u"state:trash"_s), QStringList{u"a one secret"_s});
    FakeContext purge = m_fixture.context(m_fixture.payloadOf({id}).toJson());
    QVERIFY(PurgeJob(m_fixture.database(), m_fixture.clock()).run(purge));
    QVERIFY(purge.end());
    QVERIFY(!m_fixture.isKnown(id));
    QCOMPARE(find(u"secret"_s, u"state:trash"_s), QStringList());
    QCOMPARE(jobsOfKind(u"index"_s), 1);
    QVERIFY(run());
    QCOMPARE(storedLines(), 0);
}

void tst_IndexJob::scan_asksOnceForWhatIsNew()
{
    addCast(u"a"_s, {"one"});
    const auto scan = [&] {
        m_fixture.clock().advance(1000);
        FakeContext fresh = m_fixture.context(scanSpec(m_fixture.info()).payload);
        ScanJob job(m_fixture.database(), m_fixture.clock(), m_host, false, true);
        return job.run(fresh) && fresh.end();
    };
    QVERIFY(scan());
    QVERIFY(scan());
    QCOMPARE(jobsOfKind(u"index"_s), 1); // it has not ended yet
    QVERIFY(run());
    QCOMPARE(find(u"one"_s).size(), 1);
}

void tst_IndexJob::scan_asksForNothingUnlessItIsWanted()
{
    addCast(u"a"_s, {"one"});
    FakeContext fresh = m_fixture.context(scanSpec(m_fixture.info()).payload);
    ScanJob job(m_fixture.database(), m_fixture.clock(), m_host);
    QVERIFY(job.run(fresh) && fresh.end());
    QCOMPARE(jobsOfKind(u"index"_s), 0);
}

void tst_IndexJob::end_asksAgainWhenMoreHasCome()
{
    addCast(u"a"_s, {"one"});
    FakeContext fresh = context();
    IndexJob job(m_fixture.database(), m_fixture.clock(), m_host);
    QVERIFY(job.run(fresh));
    addCast(u"b"_s, {"two"}); // after it has looked for the last time
    QVERIFY(fresh.end());
    QCOMPARE(jobsOfKind(u"index"_s), 1);
}

void tst_IndexJob::store_keepsPartsOfOneSecondApart()
{
    QList<qint64> firsts;
    for (const qint64 lines : {3, 0, 300'000, 1}) {
        firsts << *m_fixture.database().wait([&](Connection &connection) {
            return TextStore(connection).begin({u"x"_s, 1, 1, 1'700'000'000'999, lines});
        });
    }
    const qint64 base = qint64(1'700'000'000) << 31;
    QCOMPARE(firsts, (QList<qint64>{base, base + 3, base + 4, base + 300'004}));
    for (const qint64 startMs : {qint64(-5), qint64(0), qint64(1) << 60}) {
        const auto first = m_fixture.database().wait([&](Connection &connection) {
            return TextStore(connection).begin({u"x"_s, 1, 1, startMs, 5});
        });
        QVERIFY(first && *first >= 0);
    }
}

void tst_IndexJob::search_isNewestFirstAndInPages()
{
    for (int i = 0; i < 5; ++i) {
        QByteArrayList lines;
        for (int line = 0; line < 40; ++line)
            lines << "word " + QByteArray::number(line);
        const RecordingId id = addCast(u"r%1"_s.arg(i), lines);
        setStart(id, 1'700'000'000'000 + i * 60'000);
    }
    QVERIFY(run());
    QStringList paged;
    TextQuestion question{.match = *textMatch(u"word"_s), .limit = 7};
    for (int pages = 0; pages < 100; ++pages) {
        const auto page = search(question);
        QVERIFY(bool(page));
        for (const TextHit &hit : page->hits) {
            paged << hit.uid + u' ' + hit.text;
            QCOMPARE(hit.dayMs, 1'700'000'000'000 + hit.uid.last(1).toInt() * 60'000 + hit.atMs);
        }
        if (page->next == 0)
            break;
        question.before = page->next;
    }
    QStringList expected;
    for (int i = 4; i >= 0; --i) {
        for (int line = 0; line < 40; ++line)
            expected << u"r%1 word %2"_s.arg(i).arg(line);
    }
    QCOMPARE(paged, expected);
}

// More lines than a page looks at lie before the one that is asked for.
void tst_IndexJob::search_keepsToTheQuery()
{
    const RecordingId wanted = addCast(u"wanted"_s, {"common needle"});
    setStart(wanted, 1'600'000'000'000);
    QByteArrayList many(3000, "common");
    for (int i = 0; i < 3000; ++i)
        many[i] += ' ' + QByteArray::number(i);
    for (int i = 0; i < 4; ++i)
        setStart(addCast(u"other%1"_s.arg(i), many), 1'700'000'000'000 + i * 1000);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addTag(wanted, u"audit"_s); }));
    QVERIFY(run());
    QCOMPARE(find(u"common"_s, u"tag:audit"_s), QStringList{u"wanted common needle"_s});
    QCOMPARE(find(u"common"_s, u"NOT tag:audit"_s).size(), 100);
    QCOMPARE(find(u"common"_s, u"kind:video"_s).size(), 0);
}

void tst_IndexJob::search_marksWhatWasFound()
{
    addCast(u"a"_s, {"Gr\\u00f6\\u00dfe und \\ud83d\\ude00 GROSSE Kr\\u00e4he"});
    QVERIFY(run());
    const auto page = search({.match = *textMatch(u"krahe gro*"_s)});
    QVERIFY(page && page->hits.size() == 1);
    const TextHit &hit = page->hits.first();
    QStringList marked;
    for (const TextMark &mark : hit.marks)
        marked << hit.text.mid(mark.from, mark.length);
    QCOMPARE(marked, (QStringList{u"Größe"_s, u"GROSSE"_s, u"Krähe"_s}));
}

void tst_IndexJob::place_showsTheLinesAround()
{
    addCast(u"a"_s, {"one", "two", "three", "four", "five"});
    QVERIFY(run());
    const auto page = search({.match = *textMatch(u"three"_s)});
    QVERIFY(page && page->hits.size() == 1);
    const auto around = [&](TextHit hit, int lines) {
        return m_fixture.database().ask(
            [&](Connection &connection) { return textPlace(connection, hit, lines); });
    };
    const auto near = around(page->hits.first(), 1);
    QVERIFY(bool(near));
    QCOMPARE(near->lines.size(), 3);
    QCOMPARE(near->lines[near->chosen].text, u"three"_s);
    QCOMPARE(near->lines[near->chosen].atMs, 3000);
    QVERIFY(near->beginsLate && near->endsEarly);
    const auto all = around(page->hits.first(), 10);
    QCOMPARE(all->lines.size(), 5);
    QCOMPARE(all->chosen, 2);
    QVERIFY(!all->beginsLate && !all->endsEarly);
    TextHit gone = page->hits.first();
    gone.part = u"recording-9.cast"_s;
    QCOMPARE(codeOf(around(gone, 1)), ErrorCode::NotFound);
}

void tst_IndexJob::coverage_countsWhatIsRead()
{
    const auto coverage = [&] {
        const auto asked = m_fixture.database().ask(
            [](Connection &connection) { return textCoverage(connection); });
        return u"%1 of %2"_s.arg(asked->indexed).arg(asked->all);
    };
    QCOMPARE(coverage(), u"0 of 0"_s);
    addCast(u"a"_s, {"one"});
    add(u"v"_s, u"recording-0.webm"_s, "x");
    QCOMPARE(coverage(), u"0 of 1"_s);
    QVERIFY(run());
    QCOMPARE(coverage(), u"1 of 1"_s);
    addCast(u"b"_s, {"two"});
    QCOMPARE(coverage(), u"1 of 2"_s);
}

void tst_IndexJob::textField_findsRecordings_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("uids");
    QTest::newRow("a word") << u"text:disk"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("a word that is gone") << u"text:secret"_s << QStringList();
    QTest::newRow("a beginning of a word") << u"text:\"prin*\""_s << QStringList{u"c"_s};
    QTest::newRow("a phrase") << u"text:\"disk full\""_s << QStringList{u"a"_s};
    QTest::newRow("a beginning") << u"text:\"dis*\""_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("not") << u"NOT text:disk"_s << QStringList{u"c"_s};
    QTest::newRow("unlike") << u"text!=disk"_s << QStringList{u"c"_s};
    QTest::newRow("both") << u"text:disk text:quota"_s << QStringList{u"b"_s};
    QTest::newRow("any") << u"text:quota,printer"_s << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("nothing to look for") << u"text:\"--\""_s << QStringList();
}

void tst_IndexJob::textField_findsRecordings()
{
    QFETCH(const QString, query);
    QFETCH(const QStringList, uids);
    addCast(u"a"_s, {"the disk is", "disk full"});
    addCast(u"b"_s, {"full", "disk", "quota"});
    addCast(u"c"_s, {"printer"});
    const RecordingId gone = addCast(u"d"_s, {"disk full of secrets", "secret"});
    QVERIFY(run());
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(gone); }));
    QVERIFY(run());
    QVERIFY(isIndexSound());
    RecordingCatalog catalog(m_fixture.database());
    RecordingFilter filter;
    filter.query = queryOf(query);
    filter.sort = RecordingSort::Name;
    filter.descending = false;
    auto found = catalog.find(filter);
    QTRY_VERIFY(found.isFinished());
    QVERIFY2(bool(found.result()), found.result() ? "" : qPrintable(found.result().error().detail));
    QStringList names;
    for (const Recording &recording : *found.result())
        names << recording.uid;
    QCOMPARE(names, uids);
}

QTEST_GUILESS_MAIN(tst_IndexJob)
#include "tst_indexjob.moc"
