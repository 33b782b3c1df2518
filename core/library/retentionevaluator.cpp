// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionevaluator.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Shielded = std::optional<RetentionShield>;

bool isThere(const RetentionCandidate &candidate)
{
    return candidate.state == RecordingState::Present || candidate.state == RecordingState::Damaged;
}

class Evaluation
{
public:
    Evaluation(const QSet<qint64> &offline, qint64 nowMs)
        : m_offline(offline)
        , m_nowMs(nowMs)
    {}

    RetentionChoice choose(const RetentionScope &scope)
    {
        RetentionChoice choice;
        switch (scope.rule.bound) {
        case RetentionBound::Unknown:
            break;
        case RetentionBound::Age:
            byAge(scope, choice);
            break;
        case RetentionBound::Count:
            byCount(scope, choice);
            break;
        case RetentionBound::Size:
            bySize(scope, choice);
            break;
        }
        return choice;
    }

    // From now on what the choice deletes counts as gone.
    void remember(const RetentionChoice &choice)
    {
        for (const RetentionCandidate &candidate : choice.go)
            m_gone.insert(candidate.id.value);
    }

private:
    // In the order in which people would ask: what protects it before what happens to be so.
    Shielded shieldOf(const RetentionCandidate &candidate) const
    {
        if (candidate.held)
            return RetentionShield::Held;
        if (candidate.flagged)
            return RetentionShield::Flagged;
        switch (candidate.state) {
        case RecordingState::Present:
        case RecordingState::Damaged:
            break;
        case RecordingState::Deleting:
            return RetentionShield::Deleting;
        case RecordingState::Trashed:
            return RetentionShield::Trashed;
        case RecordingState::Missing:
            return RetentionShield::Missing;
        }
        if (m_offline.contains(candidate.store.value))
            return RetentionShield::Offline;
        if (candidate.startMs <= 0)
            return RetentionShield::NoStart;
        return {};
    }

    Shielded weigh(const RetentionCandidate &candidate, RetentionChoice &choice) const
    {
        if (const Shielded shield = shieldOf(candidate)) {
            choice.stay << RetentionStay{candidate.id, *shield};
            return shield;
        }
        choice.go << candidate;
        choice.bytes += candidate.bytes;
        if (choice.oldestMs == 0)
            choice.oldestMs = candidate.startMs;
        choice.newestMs = std::max(choice.newestMs, candidate.startMs);
        return {};
    }

    void byAge(const RetentionScope &scope, RetentionChoice &choice) const
    {
        const qint64 oldestKeptMs = m_nowMs - scope.rule.amount * ageDayMs;
        for (const RetentionCandidate &candidate : scope.candidates) {
            if (candidate.startMs < oldestKeptMs)
                weigh(candidate, choice);
        }
    }

    void byCount(const RetentionScope &scope, RetentionChoice &choice) const
    {
        const auto counts = [](const RetentionCandidate &candidate) {
            return isThere(candidate) && candidate.startMs > 0;
        };
        qint64 beyond =
            std::ranges::count_if(scope.candidates, counts) - scope.rule.amount; // the oldest
        for (const RetentionCandidate &candidate : scope.candidates) {
            if (beyond <= 0)
                return;
            weigh(candidate, choice);
            if (counts(candidate))
                --beyond;
        }
    }

    void bySize(const RetentionScope &scope, RetentionChoice &choice) const
    {
        QHash<qint64, qint64> bytes; // by store
        const auto takesPlace = [this](const RetentionCandidate &candidate) {
            return isThere(candidate) && !m_gone.contains(candidate.id.value);
        };
        for (const RetentionCandidate &candidate : scope.candidates) {
            if (takesPlace(candidate))
                bytes[candidate.store.value] += candidate.bytes;
        }
        for (const RetentionCandidate &candidate : scope.candidates) {
            qint64 &left = bytes[candidate.store.value];
            if (left <= scope.rule.amount || !takesPlace(candidate))
                continue;
            const Shielded shield = weigh(candidate, choice);
            // What is offline would go, and does later: no younger one goes in its place.
            if (!shield || shield == RetentionShield::Offline)
                left -= candidate.bytes;
        }
    }

    const QSet<qint64> &m_offline;
    const qint64 m_nowMs;
    QSet<qint64> m_gone;
};

} // namespace

QList<RetentionChoice> evaluateRetention(const QList<RetentionScope> &scopes,
                                         const QSet<qint64> &offlineStores, qint64 nowMs)
{
    Evaluation evaluation(offlineStores, nowMs);
    QList<RetentionChoice> choices(scopes.size());
    for (const bool sizes : {false, true}) {
        for (qsizetype i = 0; i < scopes.size(); ++i) {
            if ((scopes[i].rule.bound == RetentionBound::Size) != sizes)
                continue;
            choices[i] = evaluation.choose(scopes[i]);
            evaluation.remember(choices[i]);
        }
    }
    return choices;
}

QString toText(RetentionShield shield)
{
    switch (shield) {
    case RetentionShield::Held:
        return u"under hold"_s;
    case RetentionShield::Flagged:
        return u"flagged"_s;
    case RetentionShield::Missing:
        return u"missing"_s;
    case RetentionShield::Deleting:
        return u"being deleted already"_s;
    case RetentionShield::Trashed:
        return u"in the trash already"_s;
    case RetentionShield::Offline:
        return u"in a store that is offline"_s;
    case RetentionShield::NoStart:
        return u"without a known start"_s;
    }
    Q_UNREACHABLE();
}

} // namespace respool
