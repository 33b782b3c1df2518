// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workrule.h"
#include "tests/support/enginefixture.h"

#include <QDateTime>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_WorkRule : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void rules_areKeptByKind();
    void holds_areThoseOfClosedWindows();
    void holds_waitForTheMains();
    void noRule_holdsNothing();

private:
    template <typename F>
    auto on(F work)
    {
        return m_fixture.database().wait(
            [&](Connection &connection) { return work(WorkRuleStore(connection)); });
    }
    static WorkRule rule(const QString &kind, const QString &hours, bool mains = false)
    {
        return {kind, *WorkWindow::parse(hours, u"UTC"_s), mains};
    }
    static qint64 at(int hour)
    {
        return QDateTime({2026, 11, 24}, QTime(hour, 0), Qt::UTC).toMSecsSinceEpoch();
    }

    EngineFixture m_fixture;
};

void tst_WorkRule::rules_areKeptByKind()
{
    QVERIFY(on([](WorkRuleStore store) { return store.set(rule(u""_s, u"22:00-06:00"_s)); }));
    QVERIFY(on([](WorkRuleStore store) { return store.set(rule(u"remux"_s, u"always"_s, true)); }));
    QVERIFY(on([](WorkRuleStore store) { return store.set(rule(u""_s, u"20:00-06:00"_s)); }));
    const auto rules = on([](WorkRuleStore store) { return store.all(); });
    QCOMPARE(rules->size(), 2);
    QCOMPARE(rules->first().window.toText(), u"20:00-06:00"_s);
    QCOMPARE(rules->last().kind, u"remux"_s);
    QVERIFY(rules->last().onMainsOnly);
    QVERIFY(on([](WorkRuleStore store) { return store.remove(u"remux"_s); }));
    QCOMPARE(on([](WorkRuleStore store) { return store.remove(u"remux"_s); }).error().code,
             ErrorCode::NotFound);
}

void tst_WorkRule::holds_areThoseOfClosedWindows()
{
    const QList<WorkRule> rules{rule(u"remux"_s, u"22:00-06:00"_s), rule(u"scan"_s, u"always"_s)};
    const WorkHolds noon = holdsAt(rules, at(12), true);
    QVERIFY(noon.holdsKind(u"remux"_s));
    QVERIFY(!noon.holdsKind(u"scan"_s));
    QCOMPARE(noon.holds.first().untilMs, at(22));
    QCOMPARE(*noon.nextChangeMs, at(22));
    const WorkHolds night = holdsAt(rules, at(23), true);
    QVERIFY(night.holds.isEmpty());
    QCOMPARE(*night.nextChangeMs, at(6) + 86'400'000);
    const WorkHolds all = holdsAt({rule(u""_s, u"22:00-06:00"_s)}, at(12), true);
    QVERIFY(all.holdsKind(u"anything"_s));
}

void tst_WorkRule::holds_waitForTheMains()
{
    const QList<WorkRule> rules{rule(u""_s, u"always"_s, true)};
    QVERIFY(holdsAt(rules, at(12), true).holds.isEmpty());
    QVERIFY(holdsAt(rules, at(12), true).watchesPower);
    const WorkHolds battery = holdsAt(rules, at(12), false);
    QVERIFY(battery.holdsKind(u"remux"_s));
    QVERIFY(battery.holds.first().onBattery);
    QCOMPARE(battery.holds.first().untilMs, 0);
}

void tst_WorkRule::noRule_holdsNothing()
{
    const WorkHolds holds = holdsAt({}, at(12), false);
    QVERIFY(holds.holds.isEmpty());
    QVERIFY(!holds.nextChangeMs);
    QVERIFY(!holds.watchesPower);
}

QTEST_GUILESS_MAIN(tst_WorkRule)
#include "tst_workrule.moc"
