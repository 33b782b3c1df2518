// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/mediahost.h"
#include "core/terminal/screenpicture.h"
#include "core/work/picturejob.h"
#include "core/work/scanjob.h"
#include "tests/support/childrenof.h"
#include "tests/support/samples.h"
#include "tests/support/textdevice.h"
#include "tests/support/workfixture.h"

#include <QDirIterator>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_PictureJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_drawsVideoAndTerminal();
    void run_findsWhatIsThere();
    void run_drawsOnceForCopies();
    void run_drawsAgainWhatIsDamaged_data();
    void run_drawsAgainWhatIsDamaged();
    void run_tellsWhatHasNoPicture();
    void run_keepsTheScreensThatWereShown();
    void run_goesOnWhenATerminalCrashesItsReader();
    void run_ofATerminalStopsAtOnce();
    void run_withoutAReaderBlamesNoFile();
    void run_passesOverWhatIsRecorded();
    void run_goesOnAfterItsCheckpoint();
    void run_ofAnOfflineStoreWaits();
    void sweep_keepsWhatWasWantedLast();
    void scan_wantsPicturesOfWhatIsNew();
    void scan_wantsPicturesInJobsOfBoundedSize();
    void scan_thatWasStoppedForgetsNone();

private:
    void put(const QString &uid, const QString &part, const QByteArray &content)
    {
        m_fixture.files().write(uid + u'/' + part, content);
        m_fixture.files().write(uid + u"/recording.json"_s, samples::manifest(uid, {part}));
    }
    RecordingId add(const QString &uid, const QString &part, const QByteArray &content)
    {
        put(uid, part, content);
        return m_fixture.know(uid);
    }
    FakeContext contextOf(const QList<RecordingId> &ids)
    {
        return m_fixture.context(m_fixture.payloadOf(ids).toJson());
    }
    Result<> run(FakeContext &context) { return runWith(m_host, context); }
    Result<> runWith(MediaHost &host, FakeContext &context)
    {
        PictureJob job(m_fixture.database(), m_fixture.clock(), host, cacheFolder());
        TRY(job.run(context));
        return context.end();
    }
    Result<> scan()
    {
        m_fixture.clock().advance(1000);
        FakeContext context = m_fixture.context(scanSpec(m_fixture.info()).payload);
        return scan(context);
    }
    Result<> scan(FakeContext &context)
    {
        ScanJob job(m_fixture.database(), m_fixture.clock(), m_host, true);
        TRY(job.run(context));
        return context.end();
    }
    QList<ItemsPayload> wanted()
    {
        QList<ItemsPayload> payloads;
        for (const JobRecord &listed : m_fixture.jobs()) {
            const auto job =
                m_fixture.on<JobStore>([&](JobStore store) { return store.byId(listed.id); });
            if (listed.kind == u"picture")
                payloads << *ItemsPayload::fromJson(job->payload);
        }
        return payloads;
    }
    QString cacheFolder() const { return m_fixture.folder() + u"/pictures"_s; }
    QMap<QString, quint64> cached() const // name: inode
    {
        QMap<QString, quint64> files;
        QDirIterator found(cacheFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString path = found.next();
            const auto folder = Directory::open(found.fileInfo().path());
            files[path] = folder->stat(found.fileName())->inode;
        }
        return files;
    }

    WorkFixture m_fixture;
    MediaHost m_host;
};

void tst_PictureJob::run_drawsVideoAndTerminal()
{
    const QList<RecordingId> ids{add(u"a"_s, u"recording-0.webm"_s, samples::liveWebm()),
                                 add(u"b"_s, u"recording-0.trp"_s, samples::trp()),
                                 add(u"c"_s, u"recording-0.cast"_s, samples::asciicast())};
    FakeContext context = contextOf(ids);
    QVERIFY(run(context));
    QCOMPARE(context.items.size(), 3);
    for (const JobItem &item : std::as_const(context.items))
        QVERIFY2(item.error.code == ErrorCode::None, qPrintable(item.error.detail));
    const QStringList files = cached().keys();
    QCOMPARE(files.size(), 6);
    QCOMPARE(files.filter(u".jpg"_s).size(), 2);
    QCOMPARE(files.filter(u"-strip.screen"_s).size(), 2);
    const QByteArray jpeg = samples::readFile(files.filter(u".jpg"_s).first());
    QVERIFY(jpeg.startsWith("\xff\xd8"));
}

void tst_PictureJob::run_findsWhatIsThere()
{
    const RecordingId id = add(u"a"_s, u"recording-0.webm"_s, samples::liveWebm());
    FakeContext first = contextOf({id});
    QVERIFY(run(first));
    const auto before = cached();
    FakeContext second = contextOf({id});
    QVERIFY(run(second));
    QCOMPARE(cached(), before);
}

void tst_PictureJob::run_drawsOnceForCopies()
{
    FakeContext context = contextOf({add(u"a"_s, u"recording-0.trp"_s, samples::trp()),
                                     add(u"b"_s, u"recording-0.trp"_s, samples::trp())});
    QVERIFY(run(context));
    QCOMPARE(cached().size(), 2);
}

void tst_PictureJob::run_drawsAgainWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("end"); // in place of the last bytes
    QTest::addColumn<int>("cut");
    QTest::newRow("cut off") << QByteArray() << 1;
    QTest::newRow("another byte") << QByteArray("x") + QByteArray(60, '\1') << 61;
    QTest::newRow("nothing left") << QByteArray() << 1'000'000;
}

void tst_PictureJob::run_drawsAgainWhatIsDamaged()
{
    QFETCH(QByteArray, end);
    QFETCH(int, cut);
    const RecordingId id = add(u"a"_s, u"recording-0.trp"_s, samples::trp());
    FakeContext first = contextOf({id});
    QVERIFY(run(first));
    const QString file = cached().firstKey();
    const QByteArray good = samples::readFile(file);
    samples::writeFile(file, good.chopped(std::min<qsizetype>(cut, good.size())) + end);
    FakeContext second = contextOf({id});
    QVERIFY(run(second));
    QCOMPARE(samples::readFile(file), good);
}

void tst_PictureJob::run_tellsWhatHasNoPicture()
{
    const QList<RecordingId> ids{add(u"a"_s, u"recording-0.webm"_s, samples::randomBytes(5000)),
                                 add(u"b"_s, u"recording-0.slog"_s, samples::slog()),
                                 add(u"c"_s, u"recording-0.trp"_s, samples::trp())};
    FakeContext context = contextOf(ids);
    QVERIFY(run(context));
    QCOMPARE(context.items.size(), 3);
    QCOMPARE(context.items[0].error.code, ErrorCode::Media);
    QCOMPARE(context.items[1].error.code, ErrorCode::Media);
    QCOMPARE(context.items[2].error.code, ErrorCode::None);
    QCOMPARE(context.lastProgress.done, 3);
}

void tst_PictureJob::run_keepsTheScreensThatWereShown()
{
    FakeContext context = contextOf({add(u"a"_s, u"recording-0.trp"_s, samples::trp()),
                                     add(u"b"_s, u"recording-0.cast"_s, samples::asciicast())});
    QVERIFY(run(context));
    QSet<QByteArray> drawn;
    for (const QString &file : cached().keys())
        drawn << samples::readFile(file);
    const auto isThere = [&](const ScreenStrip &strip) {
        return std::ranges::any_of(drawn, [bytes = strip.toBytes()](const QByteArray &file) {
            return file.startsWith(bytes);
        });
    };
    for (const int count : {1, 8}) {
        QVERIFY(isThere(
            *readText(samples::trp(), [&](QIODevice &file) { return screensOfTrp(file, count); })));
        QVERIFY(isThere(*readText(samples::asciicast(),
                                  [&](QIODevice &file) { return screensOfCast(file, count); })));
    }
}

void tst_PictureJob::run_goesOnWhenATerminalCrashesItsReader()
{
    const QList<RecordingId> ids{add(u"a"_s, u"recording-0.webm"_s, samples::liveWebm()),
                                 add(u"b"_s, u"recording-0.trp"_s, samples::trp()),
                                 add(u"c"_s, u"recording-0.cast"_s, samples::asciicast()),
                                 add(u"d"_s, u"recording-0.webm"_s, samples::seekableWebm())};
    FakeContext context = contextOf(ids);
    qputenv("RESPOOL_FAULT", "media.screens!abort");
    MediaHost host;
    const auto drawn = runWith(host, context);
    qunsetenv("RESPOOL_FAULT");
    QVERIFY2(bool(drawn), drawn ? "" : qPrintable(drawn.error().detail));
    QCOMPARE(context.items.size(), 4);
    for (const int i : {1, 2}) {
        const Error &error = context.items[i].error;
        QCOMPARE(error.code, ErrorCode::Media);
        QVERIFY2(error.detail.contains(u"was killed by signal 6"_s), qPrintable(error.detail));
        QVERIFY2(error.detail.contains(u"recording-0."_s), qPrintable(error.detail));
    }
    QCOMPARE(context.items[0].error.code, ErrorCode::None);
    QCOMPARE(context.items[3].error.code, ErrorCode::None);
    QCOMPARE(cached().size(), 4);
    // The next attempt, by a reader that does not crash of them, draws what is missing.
    FakeContext again = contextOf(ids);
    QVERIFY(run(again));
    QCOMPARE(cached().size(), 8);
}

void tst_PictureJob::run_ofATerminalStopsAtOnce()
{
    // A screen of 500 by 300 that is cleared a million times keeps its reader busy for seconds.
    const QByteArray size("\0\0\0\0\2\0\4\0\xf4\1\x2c\1", 12);
    const QByteArray clears("\1\0\0\0\0\0\x60\xea", 8);
    const QByteArray busy = size + (clears + QByteArray("\x1b[2J").repeated(15'000)).repeated(70);
    FakeContext context = contextOf({add(u"a"_s, u"recording-0.trp"_s, busy)});
    MediaHost host;
    Result<> drawn;
    std::thread drawing([&] { drawn = runWith(host, context); });
    QTRY_VERIFY(host.processId() > 0 && !childrenOf(host.processId()).isEmpty());
    context.stop();
    drawing.join();
    QCOMPARE(codeOf(drawn), ErrorCode::Interrupted);
    QCOMPARE(childrenOf(host.processId()), QList<pid_t>());
    QVERIFY(cached().isEmpty());
}

// A program that is missing is no property of the recordings: the job waits for it.
void tst_PictureJob::run_withoutAReaderBlamesNoFile()
{
    MediaHost host(u"/nowhere/respool-media"_s);
    FakeContext context = contextOf({add(u"a"_s, u"recording-0.trp"_s, samples::trp())});
    QCOMPARE(codeOf(runWith(host, context)), ErrorCode::Internal);
    QVERIFY(context.items.isEmpty());
}

void tst_PictureJob::run_passesOverWhatIsRecorded()
{
    const RecordingId id = add(u"a"_s, u"recording-0.trp"_s, samples::trp());
    QFile recorder(m_fixture.info().path + u"/a/recording-0.trp"_s);
    QVERIFY(recorder.open(QIODevice::ReadWrite));
    FakeContext context = contextOf({id});
    QVERIFY(run(context));
    QCOMPARE(context.items.first().error.code, ErrorCode::Refused);
    QVERIFY(cached().isEmpty());
}

void tst_PictureJob::run_goesOnAfterItsCheckpoint()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 4; ++i)
        ids << add(samples::recordingId(i), u"recording-0.cast"_s,
                   samples::asciicast() + "[2.0, \"o\", \"" + QByteArray::number(i) + "\"]\n");
    FakeContext context = contextOf(ids);
    context.stopAt = 2;
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    QCOMPARE(cached().size(), 4);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(context.items.size(), 2);
    QCOMPARE(cached().size(), 8);
}

void tst_PictureJob::run_ofAnOfflineStoreWaits()
{
    const RecordingId id = add(u"a"_s, u"recording-0.trp"_s, samples::trp());
    FakeContext context = contextOf({id});
    m_fixture.loseFiles();
    QCOMPARE(codeOf(run(context)), ErrorCode::Offline);
}

void tst_PictureJob::sweep_keepsWhatWasWantedLast()
{
    const PictureCache cache(cacheFolder());
    QVERIFY(cache.sweep(0)); // nothing is there yet
    const QStringList keys{QString(64, u'a'), QString(64, u'b'), QString(64, u'c')};
    const CachedPicture picture{QByteArray(1000, 'x'), {{u"tileWidth"_s, 7}}};
    timespec times[2] = {{1000, 0}, {1000, 0}};
    for (const QString &key : keys) {
        QVERIFY(cache.write(key, PictureKind::Poster, false, picture));
        const QString path = cacheFolder() + u'/' + key.first(2) + u'/' + key + u".jpg"_s;
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(path), times, 0), 0);
        ++times[1].tv_sec;
    }
    const QString stale = cacheFolder() + u"/aa/.x.jpg.respool-part"_s;
    samples::writeFile(stale, "half");
    const auto read = cache.read(keys[0], PictureKind::Poster, false);
    QVERIFY(read);
    QCOMPARE(read->body, picture.body);
    QCOMPARE(read->about, picture.about);
    QVERIFY(cache.sweep(2500));
    QVERIFY(cache.read(keys[0], PictureKind::Poster, false));
    QVERIFY(!cache.read(keys[1], PictureKind::Poster, false));
    QVERIFY(cache.read(keys[2], PictureKind::Poster, false));
    QVERIFY(!QFile::exists(stale));
}

void tst_PictureJob::scan_wantsPicturesOfWhatIsNew()
{
    put(u"a"_s, u"recording-0.trp"_s, samples::trp());
    put(u"b"_s, u"recording-0.slog"_s, samples::slog());
    QVERIFY(scan());
    QCOMPARE(wanted().size(), 1);
    QCOMPARE(wanted().first().items.size(), 1);
    QCOMPARE(wanted().first().items.first().path, u"a"_s);
    QVERIFY(scan());
    QCOMPARE(wanted().size(), 1); // nothing is new
    put(u"a"_s, u"recording-0.trp"_s, samples::trp() + samples::trp());
    QVERIFY(scan());
    QCOMPARE(wanted().size(), 2);
    const JobRecord job = m_fixture.jobs().first();
    QVERIFY(job.priority < 0);
    QVERIFY(job.batch != m_fixture.m_batch);
}

void tst_PictureJob::scan_wantsPicturesInJobsOfBoundedSize()
{
    for (int i = 0; i < 450; ++i)
        put(u"s%1"_s.arg(i), u"recording-0.trp"_s, samples::trp());
    QVERIFY(scan());
    QSet<QString> uids;
    for (const ItemsPayload &payload : wanted()) {
        QVERIFY(payload.items.size() <= mostPictures);
        for (const RecordingItem &item : payload.items)
            uids << item.uid;
    }
    QCOMPARE(uids.size(), 450);
    QSet<qint64> batches;
    for (const JobRecord &job : m_fixture.jobs())
        batches << job.batch.value;
    QCOMPARE(batches.size(), 1);
}

void tst_PictureJob::scan_thatWasStoppedForgetsNone()
{
    for (int i = 0; i < 150; ++i)
        put(u"s%1"_s.arg(i), u"recording-0.trp"_s, samples::trp());
    FakeContext context = m_fixture.context(scanSpec(m_fixture.info()).payload);
    context.stopAt = 1;
    QCOMPARE(codeOf(scan(context)), ErrorCode::Interrupted);
    context.again();
    QVERIFY(scan(context));
    qsizetype items = 0;
    for (const ItemsPayload &payload : wanted())
        items += payload.items.size();
    QCOMPARE(items, 150);
}

QTEST_GUILESS_MAIN(tst_PictureJob)
#include "tst_picturejob.moc"
