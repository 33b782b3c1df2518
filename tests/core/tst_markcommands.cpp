// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/base/clock.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/nameindexer.h"
#include "tests/support/enginefixture.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What people say of recordings, and that it outlives scans.
class tst_MarkCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void marks_areKeptAndFound();
    void marks_outliveAScanThatFindsChanges();
    void note_hasABound();
    void tags_areChangedTogether();
    void resume_isToldToNobody();
    void unchangedMark_isNotAnnounced();
    void names_areIndexedInTheBackground();

private:
    Commands &commands() { return m_engine->commands(); }
    RecordingCatalog &catalog() { return m_engine->catalog(); }
    void scan();
    Recording first() { return *await(catalog().recording(firstUid)); }
    qint64 numberOf(const QString &query);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void tst_MarkCommands::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_store->addSession(firstUid);
    m_store->addSession(secondUid);
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->path();
    options.database.file = m_folder->filePath(u"respool.db"_s);
    auto engine = Engine::start(options);
    QVERIFY2(bool(engine), engine ? "" : qPrintable(engine.error().detail));
    m_engine = *std::move(engine);
    QVERIFY(await(commands().openStore(m_store->path())));
    scan();
}

void tst_MarkCommands::scan()
{
    QVERIFY(await(commands().openStore(m_store->path())));
    if (!m_engine->isWorker())
        QVERIFY(m_engine->work());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 20'000);
}

qint64 tst_MarkCommands::numberOf(const QString &query)
{
    RecordingFilter filter;
    filter.query = *readQuery(query, {});
    const auto count = await(catalog().count(filter));
    return count ? *count : -1;
}

void tst_MarkCommands::marks_areKeptAndFound()
{
    const RecordingId id = first().id;
    QCOMPARE(numberOf(u"seen:no"_s), 2);
    QVERIFY(await(commands().setFlag({id}, true)));
    QVERIFY(await(commands().setSeen({id}, true)));
    QVERIFY(await(commands().setNote({id}, u" a leak in the cellar \n"_s)));
    QVERIFY(await(commands().setResume(id, 61'000)));
    const Recording now = first();
    QVERIFY(now.flagged);
    QVERIFY(now.seen);
    QCOMPARE(now.note, u"a leak in the cellar"_s);
    QCOMPARE(now.resumeMs, 61'000);
    for (const QString &query : {u"flagged:yes"_s, u"seen:yes"_s, u"note:cellar"_s, u"cellar"_s})
        QCOMPARE(numberOf(query), 1);
    const auto counts = await(catalog().counts());
    QVERIFY(counts);
    QCOMPARE(counts->flagged, 1);
    QCOMPARE(counts->unseen, 1);
    QVERIFY(await(commands().setFlag({id}, false)));
    QVERIFY(await(commands().setNote({id}, {})));
    QCOMPARE(numberOf(u"flagged:yes OR note:cellar"_s), 0);
}

void tst_MarkCommands::marks_outliveAScanThatFindsChanges()
{
    const RecordingId id = first().id;
    QVERIFY(await(commands().setFlag({id}, true)));
    QVERIFY(await(commands().setSeen({id}, true)));
    QVERIFY(await(commands().setNote({id}, u"mine"_s)));
    QVERIFY(await(commands().setResume(id, 7'000)));
    QVERIFY(await(commands().changeTags({id}, {u"audit"_s}, {})));
    m_store->addSession(firstUid, 3); // it has grown
    scan();
    const Recording now = first();
    QCOMPARE(now.parts.size(), 3);
    QVERIFY(now.flagged && now.seen);
    QCOMPARE(now.note, u"mine"_s);
    QCOMPARE(now.resumeMs, 7'000);
    QCOMPARE(now.tags, QStringList{u"audit"_s});
    QCOMPARE(numberOf(u"parts:3"_s), 1);
}

void tst_MarkCommands::note_hasABound()
{
    const RecordingId id = first().id;
    QVERIFY(await(commands().setNote({id}, QString(mostNoteLength, u'x'))));
    const auto longer = await(commands().setNote({id}, QString(mostNoteLength + 1, u'y')));
    QVERIFY(!longer);
    QCOMPARE(longer.error().code, ErrorCode::InvalidArgument);
    QVERIFY(first().note.startsWith(u'x'));
}

void tst_MarkCommands::tags_areChangedTogether()
{
    const RecordingId id = first().id;
    QVERIFY(await(commands().changeTags({id}, {u"Audit"_s, u"audit"_s, u"night"_s}, {})));
    QCOMPARE(first().tags, (QStringList{u"Audit"_s, u"night"_s}));
    QVERIFY(await(commands().changeTags({id}, {u"day"_s}, {u"NIGHT"_s, u"nothing"_s})));
    QCOMPARE(first().tags, (QStringList{u"Audit"_s, u"day"_s}));
    const auto tags = await(catalog().tagCounts(20));
    QVERIFY(tags);
    QCOMPARE(tags->size(), 2);
    QCOMPARE(tags->first().name, u"Audit"_s);
    QCOMPARE(tags->first().recordings, 1);
    QCOMPARE(*await(catalog().tags()), (QStringList{u"Audit"_s, u"day"_s}));
}

void tst_MarkCommands::resume_isToldToNobody()
{
    const RecordingId id = first().id;
    const QSignalSpy changed(&catalog(), &RecordingCatalog::changed);
    QVERIFY(await(commands().setResume(id, 9'000)));
    QCOMPARE(changed.size(), 0);
    QVERIFY(await(commands().setResume(id, -5)));
    QCOMPARE(first().resumeMs, 0);
}

void tst_MarkCommands::unchangedMark_isNotAnnounced()
{
    const RecordingId id = first().id;
    const QSignalSpy changed(&catalog(), &RecordingCatalog::changed);
    QVERIFY(await(commands().setSeen({id}, true)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(await(commands().setSeen({id}, true)));
    QCOMPARE(changed.size(), 1);
}

void tst_MarkCommands::names_areIndexedInTheBackground()
{
    EngineFixture fixture;
    fixture.open();
    RecordingCatalog catalog(fixture.database());
    QVERIFY(fixture.database().wait([](Connection &connection) -> Result<> {
        StoreInfo info;
        info.uid = info.name = info.path = u"s"_s;
        TRY(RootStore(connection).add(info));
        const SystemClock clock;
        RecordingStore store(connection, clock);
        for (int i = 0; i < 2100; ++i) {
            Recording recording;
            recording.uid = u"name-%1"_s.arg(i);
            recording.path = recording.uid;
            TRY(store.upsert(StoreId{1}, recording, 1));
        }
        return {};
    }));
    NameIndexer names(fixture.database(), catalog);
    QSignalSpy filled(&names, &NameIndexer::filled);
    names.fill();
    QTRY_COMPARE(filled.size(), 1);
    const auto left = fixture.database().ask([](Connection &connection) {
        return connection.scalar(u"SELECT count(*) FROM recording WHERE named = 0"_s);
    });
    QVERIFY(left);
    QCOMPARE(*left, 0);
}

QTEST_GUILESS_MAIN(tst_MarkCommands)
#include "tst_markcommands.moc"
