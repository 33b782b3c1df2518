// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/housekeeper.h"
#include "core/jobs/jobstore.h"
#include "tests/support/enginefixture.h"

#include <QDir>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Housekeeper : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void round_prunesAllThatIsOld();
    void round_leavesEvidence();
    void round_givesSpaceBack();
    void round_copiesOnceADay();
    void copy_holdsTheJobs();
    void copies_areFew();
    void unfinishedCopy_isThrownAway();
    void damagedFile_namesTheCopy();

private:
    void round();
    void addCancelled(int jobs, const QString &kind);
    qint64 jobs();
    QString folder() const { return m_fixture.folder() + u"/backups"_s; }
    QStringList copies() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }

    EngineFixture m_fixture;
    std::unique_ptr<Housekeeper> m_housekeeper;
};

void tst_Housekeeper::init()
{
    m_housekeeper.reset();
    m_fixture.open();
    m_housekeeper = std::make_unique<Housekeeper>(m_fixture.database(), m_fixture.clock(),
                                                  Backups(folder()), QList<QString>{u"scan"_s});
}

void tst_Housekeeper::round()
{
    QSignalSpy rested(m_housekeeper.get(), &Housekeeper::rested);
    m_housekeeper->round();
    QVERIFY(rested.wait(20'000));
}

void tst_Housekeeper::addCancelled(int jobs, const QString &kind)
{
    QVERIFY(m_fixture.on<JobStore>([&](JobStore store) -> Result<> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
        for (int i = 0; i < jobs; ++i) {
            TRY_LET(const JobId job,
                    store.enqueue(batch, {.kind = kind, .payload = QByteArray(500, 'x')}));
            TRY(store.cancel(job, u"me"_s));
        }
        return {};
    }));
}

qint64 tst_Housekeeper::jobs()
{
    return *m_fixture.database().ask(
        [](Connection &connection) { return connection.scalar(u"SELECT count(*) FROM job"_s); });
}

void tst_Housekeeper::round_prunesAllThatIsOld()
{
    addCancelled(100, u"scan"_s);
    m_fixture.clock().advance(20LL * 86'400'000);
    addCancelled(10, u"scan"_s);
    round();
    QCOMPARE(jobs(), 110);
    m_fixture.clock().advance(20LL * 86'400'000);
    round();
    QCOMPARE(jobs(), 10);
}

void tst_Housekeeper::round_leavesEvidence()
{
    addCancelled(3, u"delete"_s);
    m_fixture.clock().advance(400LL * 86'400'000);
    round();
    QCOMPARE(jobs(), 3);
}

void tst_Housekeeper::round_givesSpaceBack()
{
    addCancelled(2000, u"scan"_s);
    m_fixture.clock().advance(40LL * 86'400'000);
    round();
    QCOMPARE(jobs(), 0);
    const qint64 size = QFileInfo(m_fixture.database().file()).size();
    QVERIFY2(size < 400'000, qPrintable(QString::number(size)));
    QCOMPARE(QFileInfo(m_fixture.database().file() + u"-wal"_s).size(), 0);
}

void tst_Housekeeper::round_copiesOnceADay()
{
    round();
    QCOMPARE(copies().size(), 1);
    QVERIFY(copies().first().startsWith(u"respool-"_s));
    round();
    QCOMPARE(copies().size(), 1);
    m_fixture.clock().advance(86'400'000);
    round();
    QCOMPARE(copies().size(), 2);
}

void tst_Housekeeper::copy_holdsTheJobs()
{
    addCancelled(5, u"scan"_s);
    round();
    const auto copy = Database::open({Backups(folder()).newest()});
    QVERIFY2(bool(copy), copy ? "" : qPrintable(copy.error().detail));
    const auto found = (*copy)->ask(
        [](Connection &connection) { return connection.scalar(u"SELECT count(*) FROM job"_s); });
    QCOMPARE(*found, 5);
}

void tst_Housekeeper::copies_areFew()
{
    for (int day = 0; day < 6; ++day) {
        round();
        m_fixture.clock().advance(86'400'000);
    }
    QCOMPARE(copies().size(), 3);
}

void tst_Housekeeper::unfinishedCopy_isThrownAway()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile half(folder() + u"/unfinished.db"_s);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("half of a copy");
    half.close();
    QCOMPARE(Backups(folder()).newest(), QString());
    round();
    QCOMPARE(copies().size(), 1);
    QVERIFY(!half.exists());
}

void tst_Housekeeper::damagedFile_namesTheCopy()
{
    round();
    const QString copy = Backups(folder()).newest();
    EngineOptions options;
    options.dataFolder = m_fixture.folder();
    options.database.file = m_fixture.folder() + u"/other.db"_s;
    QFile damaged(options.database.file);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    const auto engine = Engine::start(options);
    QVERIFY(!engine);
    QVERIFY2(engine.error().detail.contains(copy), qPrintable(engine.error().detail));
}

QTEST_GUILESS_MAIN(tst_Housekeeper)
#include "tst_housekeeper.moc"
