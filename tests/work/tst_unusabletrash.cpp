// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"
#include "core/work/purgejob.h"
#include "tests/support/workfixture.h"

#include <sys/mount.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A trash that cannot be used is no reason to delete for good: the recording stays where it is,
// and the item says why.
class tst_UnusableTrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void delete_failsWithWords_data();
    void delete_failsWithWords();
    void delete_toAnotherVolumeFailsWithWords();

private:
    RecordingId session()
    {
        m_fixture.files().addSession(firstUid);
        return m_fixture.know(firstUid);
    }
    void deleteAndExpect(RecordingId id, bool permanent, const QString &words);

    WorkFixture m_fixture;
};

void tst_UnusableTrash::deleteAndExpect(RecordingId id, bool permanent, const QString &words)
{
    const QStringList tree = m_fixture.files().tree(firstUid);
    ItemsPayload payload = m_fixture.payloadOf({id});
    payload.permanent = permanent;
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.markDeleting({id}); }));
    FakeContext context = m_fixture.context(payload.toJson());
    const auto outcome = DeleteJob(m_fixture.database(), m_fixture.clock()).run(context);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(words), qPrintable(outcome.error().detail));
    QCOMPARE(context.items.size(), 1);
    QVERIFY2(context.items.first().error.detail.contains(words),
             qPrintable(context.items.first().error.detail));
    QVERIFY(!tree.isEmpty());
    QCOMPARE(m_fixture.files().tree(firstUid), tree);
    QVERIFY(m_fixture.isKnown(id));
    QVERIFY(m_fixture.jobs().isEmpty()); // no purge either
}

void tst_UnusableTrash::delete_failsWithWords_data()
{
    QTest::addColumn<bool>("link");
    QTest::addColumn<bool>("permanent");
    QTest::newRow("a file has its name") << false << false;
    QTest::newRow("a file has its name, for good") << false << true;
    QTest::newRow("it leads elsewhere") << true << false;
    QTest::newRow("it leads elsewhere, for good") << true << true;
}

void tst_UnusableTrash::delete_failsWithWords()
{
    QFETCH(const bool, link);
    QFETCH(const bool, permanent);
    const RecordingId id = session();
    const QTemporaryDir elsewhere;
    if (link)
        m_fixture.files().link(elsewhere.path(), u".respool/trash"_s);
    else
        m_fixture.files().write(u".respool/trash"_s, "a file");
    deleteAndExpect(id, permanent, u".respool/trash"_s);
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

void tst_UnusableTrash::delete_toAnotherVolumeFailsWithWords()
{
    const RecordingId id = session();
    const QString trash = m_fixture.files().path(u".respool/trash"_s);
    QVERIFY(QDir().mkpath(trash));
    if (::mount("tmpfs", QFile::encodeName(trash), "tmpfs", 0, nullptr) != 0)
        QSKIP("this user cannot mount a volume");
    deleteAndExpect(id, false, u"trash"_s);
    deleteAndExpect(id, true, u"trash"_s);
    ::umount(QFile::encodeName(trash));
}

QTEST_GUILESS_MAIN(tst_UnusableTrash)
#include "tst_unusabletrash.moc"
