// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/work/indexfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_TextSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void search_isNewestFirstAndInPages();
    void search_keepsToTheQuery();
    void search_marksWhatWasFound();
    void place_showsTheLinesAround();
    void coverage_countsWhatIsRead();
    void textField_findsRecordings_data();
    void textField_findsRecordings();

private:
    IndexFixture m_fixture;
};

void tst_TextSearch::search_isNewestFirstAndInPages()
{
    for (int i = 0; i < 5; ++i) {
        QByteArrayList lines;
        for (int line = 0; line < 40; ++line)
            lines << "word " + QByteArray::number(line);
        const RecordingId id = m_fixture.addCast(u"r%1"_s.arg(i), lines);
        m_fixture.setStart(id, 1'700'000'000'000 + i * 60'000);
    }
    QVERIFY(m_fixture.run());
    QStringList paged;
    TextQuestion question{.match = *textMatch(u"word"_s), .limit = 7};
    for (int pages = 0; pages < 100; ++pages) {
        const auto page = m_fixture.search(question);
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
void tst_TextSearch::search_keepsToTheQuery()
{
    const RecordingId wanted = m_fixture.addCast(u"wanted"_s, {"common needle"});
    m_fixture.setStart(wanted, 1'600'000'000'000);
    QByteArrayList many(3000, "common");
    for (int i = 0; i < 3000; ++i)
        many[i] += ' ' + QByteArray::number(i);
    for (int i = 0; i < 4; ++i)
        m_fixture.setStart(m_fixture.addCast(u"other%1"_s.arg(i), many),
                           1'700'000'000'000 + i * 1000);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addTag(wanted, u"audit"_s); }));
    QVERIFY(m_fixture.run());
    QCOMPARE(m_fixture.find(u"common"_s, u"tag:audit"_s), QStringList{u"wanted common needle"_s});
    QCOMPARE(m_fixture.find(u"common"_s, u"NOT tag:audit"_s).size(), 100);
    QCOMPARE(m_fixture.find(u"common"_s, u"kind:video"_s).size(), 0);
    QCOMPARE(m_fixture.find(u"common"_s, u"start>=2023"_s).size(), 100);
    QCOMPARE(m_fixture.find(u"common"_s, u"start>2090"_s).size(), 0);
}

void tst_TextSearch::search_marksWhatWasFound()
{
    m_fixture.addCast(u"a"_s, {"Gr\\u00f6\\u00dfe und \\ud83d\\ude00 GROSSE Kr\\u00e4he"});
    QVERIFY(m_fixture.run());
    const auto page = m_fixture.search({.match = *textMatch(u"krahe gro*"_s)});
    QVERIFY(page && page->hits.size() == 1);
    const TextHit &hit = page->hits.first();
    QStringList marked;
    for (const TextMark &mark : hit.marks)
        marked << hit.text.mid(mark.from, mark.length);
    QCOMPARE(marked, (QStringList{u"Größe"_s, u"GROSSE"_s, u"Krähe"_s}));
}

void tst_TextSearch::place_showsTheLinesAround()
{
    m_fixture.addCast(u"a"_s, {"one", "two", "three", "four", "five"});
    QVERIFY(m_fixture.run());
    const auto page = m_fixture.search({.match = *textMatch(u"three"_s)});
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

void tst_TextSearch::coverage_countsWhatIsRead()
{
    const auto coverage = [&] {
        const auto asked = m_fixture.database().ask(
            [](Connection &connection) { return textCoverage(connection); });
        return u"%1 of %2"_s.arg(asked->indexed).arg(asked->all);
    };
    QCOMPARE(coverage(), u"0 of 0"_s);
    m_fixture.addCast(u"a"_s, {"one"});
    m_fixture.add(u"v"_s, u"recording-0.webm"_s, "x");
    QCOMPARE(coverage(), u"0 of 1"_s);
    QVERIFY(m_fixture.run());
    QCOMPARE(coverage(), u"1 of 1"_s);
    m_fixture.addCast(u"b"_s, {"two"});
    QCOMPARE(coverage(), u"1 of 2"_s);
}

void tst_TextSearch::textField_findsRecordings_data()
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

void tst_TextSearch::textField_findsRecordings()
{
    QFETCH(const QString, query);
    QFETCH(const QStringList, uids);
    m_fixture.addCast(u"a"_s, {"the disk is", "disk full"});
    m_fixture.addCast(u"b"_s, {"full", "disk", "quota"});
    m_fixture.addCast(u"c"_s, {"printer"});
    const RecordingId gone = m_fixture.addCast(u"d"_s, {"disk full of secrets", "secret"});
    QVERIFY(m_fixture.run());
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.remove(gone); }));
    QVERIFY(m_fixture.run());
    QVERIFY(m_fixture.isIndexSound());
    RecordingCatalog catalog(m_fixture.database());
    RecordingFilter filter;
    filter.query = IndexFixture::queryOf(query);
    filter.sort = RecordingSort::Name;
    filter.descending = false;
    auto found = catalog.find(filter);
    QTRY_VERIFY(found.isFinished());
    QVERIFY2(bool(found.result()), found.result() ? "" : qPrintable(found.result().error().detail));
    QStringList names;
    const QList<Recording> recordings = *found.result();
    for (const Recording &recording : recordings)
        names << recording.uid;
    QCOMPARE(names, uids);
}

QTEST_GUILESS_MAIN(tst_TextSearch)
#include "tst_textsearch.moc"
