// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/retentionrule.h"

#include <QSet>

namespace respool {

// What a rule must know of a recording.
struct RetentionCandidate
{
    RecordingId id;
    StoreId store;
    RecordingState state = RecordingState::Present;
    qint64 startMs = 0; // 0: not known
    qint64 bytes = 0;
    bool flagged = false;
    bool held = false;
};

// Why a recording stays that the limit of a rule says is too much.
enum class RetentionShield { Held, Flagged, Missing, Deleting, Trashed, Offline, NoStart };

struct RetentionStay
{
    RecordingId id;
    RetentionShield why = RetentionShield::Held;
};

// What one rule says.
struct RetentionChoice
{
    QList<RetentionCandidate> go; // the oldest first
    QList<RetentionStay> stay;
    qint64 bytes = 0; // of those that go
    qint64 oldestMs = 0;
    qint64 newestMs = 0;
};

// A rule and the recordings that its query names, the oldest first. Of a rule about age those that
// are too young may be left out.
struct RetentionScope
{
    RetentionRule rule;
    QList<RetentionCandidate> candidates;
};

// What rules mean at one instant: a pure function of what it is given. One choice for each scope,
// in their order.
//
// Ages and numbers do not depend on other rules, so one recording may be chosen by several. A rule
// about size counts what others delete as gone already, and deletes no more than it must: rules
// about size come last, in their order. What is held or flagged takes its place in a store and in
// a number, but stays; what is missing, trashed or being deleted takes none. Of a store that is
// offline nothing goes, and what has no start is not old.
QList<RetentionChoice> evaluateRetention(const QList<RetentionScope> &scopes,
                                         const QSet<qint64> &offlineStores, qint64 nowMs);

QString toText(RetentionShield shield);

} // namespace respool
