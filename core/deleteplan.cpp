// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/deleteplan.h"

#include "core/base/units.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QJsonValue timeOrNull(qint64 utcMs)
{
    return utcMs > 0 ? QJsonValue(isoText(utcMs)) : QJsonValue();
}

} // namespace

qint64 DeletePlan::count(RefusalKind kind) const
{
    return std::ranges::count(refused, kind, &Refusal::kind);
}

bool DeletePlan::wantsTyping() const
{
    return ready.size() > typedAboveRecordings || bytes > typedAboveBytes;
}

QString toText(RefusalKind kind)
{
    switch (kind) {
    case RefusalKind::Held:
        return u"held"_s;
    case RefusalKind::Active:
        return u"active"_s;
    case RefusalKind::Deleting:
        return u"deleting"_s;
    case RefusalKind::Trashed:
        return u"trashed"_s;
    case RefusalKind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const DeletePlan &plan)
{
    QJsonArray stores;
    for (const StorePlan &store : plan.stores)
        stores << QJsonObject{{u"uid"_s, store.uid},
                              {u"name"_s, store.name},
                              {u"path"_s, store.path},
                              {u"count"_s, store.recordings},
                              {u"bytes"_s, store.bytes},
                              {u"permanent"_s, plan.permanent},
                              {u"trashOnVolume"_s, store.trashOnVolume}};
    QJsonArray refused;
    for (const Refusal &refusal : plan.refused)
        refused << QJsonObject{{u"id"_s, refusal.uid},
                               {u"why"_s, toText(refusal.kind)},
                               {u"reason"_s, refusal.error.detail}};
    QJsonObject json{{u"count"_s, plan.ready.size()},
                     {u"bytes"_s, plan.bytes},
                     {u"oldest"_s, timeOrNull(plan.oldestMs)},
                     {u"newest"_s, timeOrNull(plan.newestMs)},
                     {u"permanent"_s, plan.permanent},
                     {u"held"_s, plan.count(RefusalKind::Held)},
                     {u"active"_s, plan.count(RefusalKind::Active)},
                     {u"missing"_s, plan.missing},
                     {u"stores"_s, stores},
                     {u"refused"_s, refused},
                     {u"notFound"_s, QJsonArray::fromStringList(plan.notFound)}};
    if (!plan.rule.isEmpty())
        json[u"rule"_s] = plan.rule;
    return json;
}

} // namespace respool
