// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/db/database.h"
#include "core/library/recordingcatalog.h"
#include "tests/bench/measure.h"
#include "tests/bench/ratiotable.h"
#include "tests/support/largelibrary.h"

#include <QTemporaryDir>

#include <cstdlib>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double firstPageMs = 50;
constexpr double countMs = 100;
constexpr double flatTimes = 3;
constexpr double noticeableMs = 5; // below it nobody minds a ratio
constexpr int rounds = 5;
constexpr int pageSize = 500; // as the window asks for it

struct Question
{
    QString what;
    double atMostMs = firstPageMs;
    std::function<bool(RecordingCatalog &)> ask; // true: answered
};

} // namespace

// Questions to libraries of 10,000, 100,000 and a million recordings, as the window asks them:
// through the catalogue and its thread. RESPOOL_BENCH_RECORDINGS is another largest one.
class LibraryCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void questions();

private:
    struct Library
    {
        std::unique_ptr<Database> database;
        std::unique_ptr<RecordingCatalog> catalog;
    };
    void fill(const QList<int> &sizes);
    std::vector<double> millisecondsOf(const Question &question);

    QTemporaryDir m_folder;
    std::vector<Library> m_libraries; // the small one first
};

namespace {

RecordingFilter filterOf(const QString &text, RecordingSort sort = RecordingSort::Start)
{
    StoreInfo lab;
    lab.id = StoreId{1};
    lab.name = u"lab"_s;
    RecordingFilter filter;
    filter.query = *readQuery(text, {1'790'000'000'000, QTimeZone::utc(), {lab}});
    filter.sort = sort;
    filter.limit = pageSize;
    return filter;
}

Question page(const QString &text, RecordingSort sort = RecordingSort::Start,
              bool descending = true)
{
    static const QHash<int, QString> words{{int(RecordingSort::Start), u"start"_s},
                                           {int(RecordingSort::Duration), u"duration"_s},
                                           {int(RecordingSort::Bytes), u"size"_s},
                                           {int(RecordingSort::Name), u"name"_s}};
    RecordingFilter filter = filterOf(text, sort);
    filter.descending = descending;
    return {u"[%1] by %2 %3"_s.arg(text, words[int(sort)], descending ? u"down"_s : u"up"_s),
            firstPageMs,
            [filter](RecordingCatalog &catalog) { return bool(await(catalog.find(filter))); }};
}

Question count(const QString &text)
{
    return {u"[%1] counted"_s.arg(text), countMs,
            [filter = filterOf(text)](RecordingCatalog &catalog) {
                return bool(await(catalog.count(filter)));
            }};
}

Question someCount(const QString &text)
{
    return {u"[%1] more than 10,000?"_s.arg(text), countMs,
            [filter = filterOf(text)](RecordingCatalog &catalog) {
                return bool(await(catalog.countUpTo(filter, 10'000)));
            }};
}

std::vector<Question> pages()
{
    std::vector<Question> all;
    for (const RecordingSort sort : {RecordingSort::Start, RecordingSort::Duration,
                                     RecordingSort::Bytes, RecordingSort::Name}) {
        all.push_back(page({}, sort, true));
        all.push_back(page({}, sort, false));
        all.push_back(page(u"kind:terminal"_s, sort));
        all.push_back(page(u"state:missing"_s, sort));
        all.push_back(page(u"tag:audit"_s, sort));
        all.push_back(page(u"kind:terminal size>990M store:lab"_s, sort));
    }
    for (const QString &text : {u"zzzz"_s,
                                u"zz"_s,
                                u"kiosk"_s,
                                u"kiosk-77/"_s,
                                u"a3"_s,
                                u"9e3779b1"_s,
                                u"kiosk -tag:audit"_s,
                                u"id:9e37"_s,
                                u"tag:rare"_s,
                                u"tag:nothing"_s,
                                u"tagged:no"_s,
                                u"seekable:no"_s,
                                u"seekable:yes"_s,
                                u"held:yes"_s,
                                u"hold:\"case 3\""_s,
                                u"flagged:yes"_s,
                                u"seen:no"_s,
                                u"note:leak"_s,
                                u"problem:truncated"_s,
                                u"changed>2026-07"_s,
                                u"changed<2020-10"_s,
                                u"parts>1"_s,
                                u"format:slog"_s,
                                u"codec:vp9"_s,
                                u"resolution:1264"_s,
                                u"damaged:yes"_s,
                                u"state:trashed"_s,
                                u"trashed<2020"_s,
                                u"start:2021-01..2021-02"_s,
                                u"duration<1s"_s,
                                u"size<10K"_s,
                                u"end<2020-09-14"_s,
                                u"store:lab kind:log"_s,
                                u"tag:audit OR held:yes"_s,
                                u"kind:terminal size>100M tag:audit held:yes store:lab"_s,
                                u"kind:terminal size>999M duration<1m parts>1 seen:yes"_s})
        all.push_back(page(text));
    all.push_back(
        page(u"kind:terminal size>100M tag:audit held:yes store:lab"_s, RecordingSort::Bytes));
    return all;
}

std::vector<Question> otherQuestions()
{
    std::vector<Question> all;
    for (const QString &text : {u""_s, u"kind:terminal"_s, u"size>500M"_s, u"tag:audit"_s,
                                u"zzzz"_s, u"held:yes"_s, u"changed>2026-07"_s})
        all.push_back(count(text));
    for (const QString &text : {u"kiosk"_s, u"codec:vp8"_s, u"a3"_s, u"tag:audit"_s})
        all.push_back(someCount(text));
    all.push_back({u"numbers of the sidebar"_s, countMs,
                   [](RecordingCatalog &catalog) { return bool(await(catalog.counts())); }});
    all.push_back({u"stores of the sidebar"_s, countMs,
                   [](RecordingCatalog &catalog) { return bool(await(catalog.stores())); }});
    all.push_back({u"tags of the sidebar"_s, countMs,
                   [](RecordingCatalog &catalog) { return bool(await(catalog.tagCounts(20))); }});
    RecordingFilter deep = filterOf({});
    deep.after = PageStart{1'610'000'000'000, {}, RecordingId{1}};
    all.push_back({u"the page behind a row near the end"_s, firstPageMs,
                   [deep](RecordingCatalog &catalog) { return bool(await(catalog.find(deep))); }});
    return all;
}

} // namespace

void LibraryCost::initTestCase()
{
    const int most = std::max(1000, qEnvironmentVariableIntValue("RESPOOL_BENCH_RECORDINGS"));
    fill({10'000, 100'000, most > 1000 ? most : 1'000'000});
}

void LibraryCost::fill(const QList<int> &sizes)
{
    for (const int size : sizes) {
        auto opened = Database::open({m_folder.filePath(QString::number(size))});
        QVERIFY(opened);
        Library library;
        library.database = *std::move(opened);
        const double seconds =
            secondsOf([&] { QVERIFY(bool(fillLibrary(*library.database, size))); });
        QVERIFY(bool(library.database->emptyLog().takeResult()));
        library.catalog = std::make_unique<RecordingCatalog>(*library.database);
        std::fprintf(stderr, "%d recordings written in %.1f s\n", size, seconds);
        m_libraries.push_back(std::move(library));
    }
}

// One for each library: the medians.
std::vector<double> LibraryCost::millisecondsOf(const Question &question)
{
    std::vector<std::function<double()>> variants;
    for (const Library &library : m_libraries)
        variants.push_back([&] {
            bool answered = false;
            const double seconds = secondsOf([&] { answered = question.ask(*library.catalog); });
            return answered ? 1000 * seconds : 1e9;
        });
    return interleaved(rounds, variants);
}

void LibraryCost::questions()
{
    std::printf("%-62s %8s %8s %8s   %6s\n", "question, in ms", "10k", "100k", "1M", "ratio");
    int held = 0, asked = 0;
    std::vector<Question> all = pages();
    for (Question &other : otherQuestions())
        all.push_back(std::move(other));
    for (const Question &question : all) {
        const std::vector<double> ms = millisecondsOf(question);
        QVERIFY2(ms[2] < 1e9, qPrintable(question.what));
        const double ratio = ms[2] / ms[0];
        const bool fast = ms[2] <= question.atMostMs;
        const bool flat = ratio <= flatTimes || ms[2] <= noticeableMs;
        std::printf("%-62s %8.1f %8.1f %8.1f %7.1fx  %s (%.0f ms) %s\n", qPrintable(question.what),
                    ms[0], ms[1], ms[2], ratio, fast ? "holds" : "SHORT", question.atMostMs,
                    flat ? "" : "not flat");
        std::fflush(stdout);
        held += fast ? 1 : 0;
        ++asked;
    }
    std::printf("\n%d of %d within their time at the largest\n", held, asked);
}

QTEST_GUILESS_MAIN(LibraryCost)
#include "tst_librarycost.moc"
