// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/media/mediahost.h"
#include "core/replaycatalog.h"
#include "core/replayindex.h"
#include "core/terminalreplay.h"
#include "tests/support/storefixture.h"
#include "tests/support/terminalnoise.h"

#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray castHead = "{\"version\":2,\"width\":80,\"height\":24}\n";

QByteArray castLine(double seconds, const QByteArray &text)
{
    return '[' + QByteArray::number(seconds, 'f', 3) + ",\"o\",\"" + text + "\"]\n";
}

// So many seconds, each of which shows its number.
QByteArray seconds(int from, int until)
{
    QByteArray lines;
    for (int second = from; second < until; ++second)
        lines += castLine(second, "\\r\\nsecond " + QByteArray::number(second));
    return lines;
}

} // namespace

class tst_TerminalReplay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void facts_growUntilTheEnd();
    void span_showsTheMoment();
    void span_waitsForTheIndex();
    void span_thatWaitsGivesWay();
    void span_ofAFileThatGrows();
    void step_findsTheChanges();
    void search_findsLines();
    void failed_saysWhy_data();
    void failed_saysWhy();
    void reader_thatDiesHarmsOneQuestion();
    void replay_mayGoAtAnyTime();
    void index_keepsABound();
    void index_keepsNotEachEndOfAFileThatGrows();

private:
    // A store of loose files, with one recording of this content.
    std::unique_ptr<TerminalReplay> open(const QByteArray &content,
                                         const QString &name = u"a.cast"_s);
    template <typename T>
    static T valueOf(const QFuture<Result<T>> &future);
    void append(const QByteArray &bytes, const QString &name = u"a.cast"_s) const;

    std::unique_ptr<StoreFixture> m_files;
    StoreInfo m_store;
    std::unique_ptr<MediaHost> m_host;
    std::unique_ptr<ReplayCatalog> m_catalog;
};

void tst_TerminalReplay::init()
{
    m_files = std::make_unique<StoreFixture>();
    m_store = {};
    m_store.kind = StoreKind::Folder;
    m_store.uid = ensureIdentity(m_files->root(), StoreKind::Folder)->uid;
    m_store.path = m_files->path();
    m_host = std::make_unique<MediaHost>();
    m_catalog = std::make_unique<ReplayCatalog>(*m_host);
}

void tst_TerminalReplay::cleanup()
{
    m_catalog.reset();
    m_host.reset();
    m_files.reset();
    qunsetenv("RESPOOL_FAULT");
}

std::unique_ptr<TerminalReplay> tst_TerminalReplay::open(const QByteArray &content,
                                                         const QString &name)
{
    m_files->write(name, content);
    const Recording recording = readRecording(m_files->root(), m_store, name);
    Part lost;
    lost.name = name;
    lost.kind = PartKind::Cast;
    const Part part = recording.parts.value(0, lost);
    return m_catalog->openTerminal(recording, m_store, part);
}

template <typename T>
T tst_TerminalReplay::valueOf(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
        return {};
    const Result<T> result = future.result();
    if (!result)
        qWarning("%s", qPrintable(result.error().detail));
    return result ? *result : T();
}

void tst_TerminalReplay::append(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_files->path(name));
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

void tst_TerminalReplay::facts_growUntilTheEnd()
{
    const QByteArray cast = noiseCast(1, 30'000); // more than the first piece
    QVERIFY(cast.size() > ReplayIndex::firstPieceBytes);
    const auto replay = open(cast);
    QSignalSpy grew(replay.get(), &TerminalReplay::grew);
    QTRY_VERIFY(replay->facts().isComplete);
    QVERIFY(grew.size() >= 2);
    const ReplayFacts &facts = replay->facts();
    QCOMPARE(facts.columns, 80);
    QCOMPARE(facts.rows, 24);
    QCOMPARE(facts.lengthMs, 30'000 * 7 + 300 * 2000);
    QCOMPARE(facts.markers.size(), 300);
    QCOMPARE(facts.indexedBytes, cast.size());
    QCOMPARE(facts.fileBytes, cast.size());
    QVERIFY(facts.idle.size() >= 299);
}

void tst_TerminalReplay::span_showsTheMoment()
{
    const auto replay = open(castHead + seconds(0, 100));
    const auto span = valueOf(replay->span(42'500, 50'000));
    QVERIFY(span.covers(42'500));
    QCOMPARE(span.untilMs(), 50'000);
    QCOMPARE(span.screenAt(42'500).line(23), u"second 42"_s);
    QCOMPARE(span.changeAfter(42'500), 43'000);
    QCOMPARE(span.screenAt(49'999).line(23), u"second 49"_s);
    // Behind the end there is the last screen.
    const auto behind = valueOf(replay->span(500'000, 500'001));
    QVERIFY(behind.reachesEnd());
    QCOMPARE(behind.screenAt(500'000).line(23), u"second 99"_s);
}

void tst_TerminalReplay::span_waitsForTheIndex()
{
    const QByteArray cast = noiseCast(2, 20'000);
    const auto replay = open(cast);
    const auto late = replay->span(500'000, 500'100); // nothing is indexed yet
    QVERIFY(!replay->facts().isComplete);
    const auto first = valueOf(replay->span(0, 100));
    QVERIFY(first.covers(0));
    const auto span = valueOf(late);
    QVERIFY(span.covers(500'000));
    QTRY_VERIFY(replay->facts().isComplete);
    QCOMPARE(valueOf(replay->span(500'000, 500'100)).screens(), span.screens());
}

void tst_TerminalReplay::span_thatWaitsGivesWay()
{
    const auto replay = open(castHead + seconds(0, 100));
    const auto first = replay->span(50'000, 50'100);
    const auto second = replay->span(60'000, 60'100);
    QVERIFY(first.isFinished());
    QCOMPARE(first.result().error().code, ErrorCode::Interrupted);
    QVERIFY(valueOf(second).covers(60'000));
}

void tst_TerminalReplay::span_ofAFileThatGrows()
{
    const auto replay = open(castHead + seconds(0, 10) + "[10.000,\"o\",\"to");
    QTRY_VERIFY(replay->facts().isComplete);
    QVERIFY(replay->facts().isTorn);
    QCOMPARE(replay->facts().lengthMs, 9000);
    append("rn\"]\n" + seconds(11, 20));
    QTRY_COMPARE(replay->facts().lengthMs, 19'000);
    QVERIFY(!replay->facts().isTorn);
    const auto span = valueOf(replay->span(10'000, 20'000));
    QCOMPARE(span.screenAt(10'500).line(10), u"second 9torn"_s);
    QVERIFY(span.reachesEnd());
    append(seconds(20, 21));
    QTRY_COMPARE(replay->facts().lengthMs, 20'000);
    QCOMPARE(valueOf(replay->span(20'000, 20'001)).screenAt(20'000).line(20), u"second 20"_s);
}

void tst_TerminalReplay::step_findsTheChanges()
{
    using Step = TerminalReplay::Step;
    // Nothing is to be seen in the fourth and fifth second.
    const auto replay =
        open(castHead + seconds(1, 4) + castLine(4, "") + "[5,\"i\",\"x\"]\n" + seconds(6, 8));
    QTRY_VERIFY(replay->facts().isComplete);
    QCOMPARE(valueOf(replay->step(0, Step::Forward)), 1000);
    QCOMPARE(valueOf(replay->step(3000, Step::Forward)), 6000);
    QCOMPARE(valueOf(replay->step(7000, Step::Forward)), std::nullopt);
    QCOMPARE(valueOf(replay->step(6000, Step::Back)), 3000);
    QCOMPARE(valueOf(replay->step(100'000, Step::Back)), 7000);
    QCOMPARE(valueOf(replay->step(1000, Step::Back)), std::nullopt);
}

void tst_TerminalReplay::search_findsLines()
{
    const auto replay = open(castHead + seconds(0, 50) + castLine(50, "\\r\\n"));
    const auto hits = valueOf(replay->search(u"SECOND 4"_s));
    QCOMPARE(hits.size(), 11);
    QCOMPARE(hits[0].text, u"second 4"_s);
    QCOMPARE(hits[0].length, 8);
    QVERIFY(hits[0].atMs >= 4000 && hits[0].atMs < 5000);
    QCOMPARE(valueOf(replay->search(u"third"_s)).size(), 0);
    QCOMPARE(valueOf(replay->search(QString())).size(), 0);
}

void tst_TerminalReplay::failed_saysWhy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("garbage") << QByteArray("\x1a\x45\xdf\xa3 this is no cast") << ErrorCode::Media;
    QTest::newRow("empty") << QByteArray() << ErrorCode::Media;
    QTest::newRow("missing") << QByteArray("-") << ErrorCode::NotFound;
}

void tst_TerminalReplay::failed_saysWhy()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    const auto replay = open(content);
    if (content == "-")
        QVERIFY(QFile::remove(m_files->path(u"a.cast"_s)));
    QSignalSpy failed(replay.get(), &TerminalReplay::failed);
    const auto waiting = replay->span(1000, 2000);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, code);
    QTRY_VERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().error().code, code);
    QVERIFY(waiting.result().error().detail.contains(u"a.cast"_s));
}

// The process dies in the middle of a span: that one has an error that names the file.
void tst_TerminalReplay::reader_thatDiesHarmsOneQuestion()
{
    const auto replay = open(castHead + seconds(0, 10));
    QTRY_VERIFY(replay->facts().isComplete);
    qputenv("RESPOOL_FAULT", "media.replay");
    MediaHost dying; // its program starts with the fault
    {
        ReplayCatalog catalog(dying);
        const Recording recording = readRecording(m_files->root(), m_store, u"a.cast"_s);
        const auto other = catalog.openTerminal(recording, m_store, recording.parts.value(0));
        const auto span = other->span(0, 1000);
        QTRY_VERIFY(span.isFinished());
        QCOMPARE(span.result().error().code, ErrorCode::Media);
        QVERIFY2(span.result().error().detail.contains(u"a.cast"_s),
                 qPrintable(span.result().error().detail));
    }
    QVERIFY(valueOf(replay->span(5000, 6000)).covers(5000));
}

void tst_TerminalReplay::replay_mayGoAtAnyTime()
{
    const QByteArray cast = noiseCast(3, 10'000);
    for (int i = 0; i < 5; ++i) {
        auto replay = open(cast);
        const auto span = replay->span(0, 100'000);
        const auto late = replay->span(60'000, 60'001);
        const auto hits = replay->search(u"x"_s);
        for (int turns = 0; turns < i; ++turns)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        replay.reset();
        QTRY_VERIFY(span.isFinished() && late.isFinished() && hits.isFinished());
    }
}

void tst_TerminalReplay::index_keepsABound()
{
    ReplayIndex index;
    ReplayPiece piece;
    piece.columns = 80;
    piece.rows = 24;
    qint64 ms = 0;
    for (int i = 0; i < 300; ++i) {
        piece.snapshots.clear();
        for (int n = 0; n < 20; ++n)
            piece.snapshots << ReplaySnapshot{ms += 10, QByteArray(20'000, 'x')};
        piece.lengthMs = ms;
        piece.countUntil += 1000;
        index.take(piece, 1 << 30);
        const QList<ReplaySnapshot> kept = index.snapshotsUntil(ms);
        QVERIFY(kept.size() <= ReplayIndex::mostSnapshots);
        QVERIFY(kept.first().state.isEmpty()); // the beginning stays
    }
    QVERIFY(index.order().snapshotBytes > ReplayOrder().snapshotBytes);
    QCOMPARE(index.order().countFrom, 300'000);
    QVERIFY(index.before(ms / 2).atMs <= ms / 2);
    QVERIFY(index.before(ms / 2).atMs > ms / 2 - 1000);
    QVERIFY(!index.reaches(ms) && index.reaches(ms - 1));
}

void tst_TerminalReplay::index_keepsNotEachEndOfAFileThatGrows()
{
    ReplayIndex index;
    ReplayPiece piece;
    piece.reachedEnd = true;
    const qint64 growth = index.order().snapshotBytes / 50;
    for (qint64 i = 1; i <= 1000; ++i) {
        piece.snapshots = {ReplaySnapshot{i * 1000, QByteArray::number(i)}};
        piece.lengthMs = i * 1000;
        piece.fileAt = piece.countUntil = i * growth;
        index.take(piece, piece.fileAt);
        QCOMPARE(index.before(i * 1000).state, QByteArray::number(i)); // one goes on at the end
        QCOMPARE(index.order().state, QByteArray::number(i));
    }
    const qsizetype kept = index.snapshotsUntil(1'000'000).size();
    QVERIFY2(kept >= 20 && kept <= 23, qPrintable(QString::number(kept)));
}

QTEST_GUILESS_MAIN(tst_TerminalReplay)
#include "tst_terminalreplay.moc"
