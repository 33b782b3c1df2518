// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/massstore.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_MassStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void take_leavesWhatAnotherJobHas();
    void addParts_ofAllAtOnce();
    void setTrashed_releases();
    void setRestored_touchesOnlyTheTrash();
    void remove_takesThePartsToo();

private:
    static constexpr qint64 job = 1000;
    template <typename F>
    auto mass(F work)
    {
        return m_fixture.database().wait(
            [&](Connection &connection) { return work(MassStore(connection)); });
    }
    WorkFixture m_fixture;
    QList<RecordingId> m_ids;
};

void tst_MassStore::init()
{
    m_fixture.open();
    m_ids.clear();
    for (const auto uid : {firstUid, secondUid}) {
        m_fixture.files().addSession(uid, 2);
        m_ids << m_fixture.know(uid);
    }
}

void tst_MassStore::take_leavesWhatAnotherJobHas()
{
    const auto take = [&](MassStore store) { return store.take(m_ids, job); };
    m_fixture.takeForAnother(m_ids[0]);
    QCOMPARE(*mass(take), QSet<qint64>{m_ids[1].value});
    QCOMPARE(*mass(take), QSet<qint64>{m_ids[1].value}); // again is the same
    QVERIFY(mass([&](MassStore store) { return store.release(m_ids, job); }));
    // The other one's was not given back.
    QCOMPARE(*mass(take), QSet<qint64>{m_ids[1].value});
}

void tst_MassStore::addParts_ofAllAtOnce()
{
    auto rows =
        m_fixture.on<RecordingStore>([&](RecordingStore store) { return store.rowsByIds(m_ids); });
    QVERIFY(rows && rows->size() == 2 && rows->first().parts.isEmpty());
    QVERIFY(mass([&](MassStore store) { return store.addParts(*rows); }));
    for (const Recording &recording : std::as_const(*rows)) {
        const QList<Part> known = m_fixture.get(recording.id).parts;
        QCOMPARE(recording.parts.size(), known.size());
        for (qsizetype i = 0; i < known.size(); ++i) {
            QCOMPARE(recording.parts[i].name, known[i].name);
            QCOMPARE(recording.parts[i].bytes, known[i].bytes);
            QCOMPARE(recording.parts[i].durationMs, known[i].durationMs);
        }
    }
}

void tst_MassStore::setTrashed_releases()
{
    QVERIFY(mass([&](MassStore store) { return store.take(m_ids, job); }));
    const QString odd = u".respool/trash/b1/\"quoted\" \U0001F3A5"_s;
    QVERIFY(mass([&](MassStore store) { return store.setTrashed({{m_ids[0].value, odd}}, 77); }));
    const Recording trashed = m_fixture.get(m_ids[0]);
    QCOMPARE(trashed.state, RecordingState::Trashed);
    QCOMPARE(trashed.trashPath, odd);
    QCOMPARE(trashed.trashedMs, 77);
    QCOMPARE(m_fixture.get(m_ids[1]).state, RecordingState::Present);
    m_fixture.takeForAnother(m_ids[0]); // it was released
    const auto found = mass([&](MassStore store) { return store.trashed(m_ids); });
    QCOMPARE(*found, (QHash<qint64, QString>{{m_ids[0].value, firstUid}}));
}

void tst_MassStore::setRestored_touchesOnlyTheTrash()
{
    QVERIFY(mass([&](MassStore store) {
        return store.setTrashed({{m_ids[0].value, u".respool/trash/b1/x"_s}}, 77);
    }));
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) {
        return store.setState(m_ids[1], RecordingState::Missing, u"away"_s);
    }));
    QVERIFY(mass([&](MassStore store) { return store.setRestored(m_ids, 88); }));
    QCOMPARE(m_fixture.get(m_ids[0]).state, RecordingState::Present);
    QCOMPARE(m_fixture.get(m_ids[0]).trashPath, QString());
    QCOMPARE(m_fixture.get(m_ids[1]).state, RecordingState::Missing);
}

void tst_MassStore::remove_takesThePartsToo()
{
    QVERIFY(mass([&](MassStore store) { return store.remove({m_ids[0]}); }));
    QVERIFY(!m_fixture.isKnown(m_ids[0]));
    QVERIFY(m_fixture.isKnown(m_ids[1]));
    const auto parts = m_fixture.database().ask(
        [](Connection &connection) { return connection.scalar(u"SELECT count(*) FROM part"_s); });
    QCOMPARE(*parts, 2);
}

QTEST_GUILESS_MAIN(tst_MassStore)
#include "tst_massstore.moc"
