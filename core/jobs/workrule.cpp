// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workrule.h"

#include "core/base/powersource.h"
#include "core/db/connection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

bool WorkHolds::holdsKind(const QString &kind) const
{
    return std::ranges::any_of(
        holds, [&](const WorkHold &hold) { return hold.kind.isEmpty() || hold.kind == kind; });
}

WorkHolds holdsAt(const QList<WorkRule> &rules, qint64 nowMs, bool onMains)
{
    WorkHolds result;
    for (const WorkRule &rule : rules) {
        const qint64 change = rule.window.nextChangeMs(nowMs);
        if (change < std::numeric_limits<qint64>::max())
            result.nextChangeMs = std::min(change, result.nextChangeMs.value_or(change));
        result.watchesPower = result.watchesPower || rule.onMainsOnly;
        const bool isOpen = rule.window.isOpen(nowMs);
        const bool onBattery = rule.onMainsOnly && !onMains;
        if (!isOpen || onBattery)
            result.holds << WorkHold{rule.kind, isOpen ? 0 : change, onBattery};
    }
    return result;
}

Result<QList<WorkRule>> WorkRuleStore::all()
{
    QList<WorkRule> rules;
    QList<Error> broken;
    TRY(m_connection.read(u"work_rule_all"_s, {}, [&](const Row &row) {
        WorkRule rule{row.text(0), {}, row.integer(3) != 0};
        if (const QString hours = row.text(1); !hours.isEmpty()) {
            const auto window = WorkWindow::parse(hours, row.text(2));
            if (window)
                rule.window = *window;
            else
                broken << window.error();
        }
        rules << rule;
    }));
    // A zone that this machine does not know any more must not make night of day.
    if (!broken.isEmpty())
        return Failure{broken.first()};
    return rules;
}

Result<> WorkRuleStore::set(const WorkRule &rule)
{
    TRY(m_connection.run(u"work_rule_set"_s, {{u"kind"_s, rule.kind},
                                              {u"hours"_s, rule.window.toText()},
                                              {u"zone"_s, rule.window.zone()},
                                              {u"mains"_s, int(rule.onMainsOnly)}}));
    return {};
}

Result<> WorkRuleStore::remove(const QString &kind)
{
    TRY_LET(const int rows, m_connection.run(u"work_rule_remove"_s, {{u"kind"_s, kind}}));
    if (rows > 0)
        return {};
    return fail(ErrorCode::NotFound, kind.isEmpty()
                                         ? u"there is no rule for all jobs"_s
                                         : u"there is no rule for the kind '%1'"_s.arg(kind));
}

Result<WorkHolds> WorkRuleStore::holds(qint64 nowMs)
{
    TRY_LET(const QList<WorkRule> rules, all());
    const bool asksPower =
        std::ranges::any_of(rules, [](const WorkRule &rule) { return rule.onMainsOnly; });
    return holdsAt(rules, nowMs, !asksPower || isOnMains());
}

} // namespace respool
