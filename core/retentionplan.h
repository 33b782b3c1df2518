// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/retentionevaluator.h"
#include "core/workorder.h"

#include <stop_token>

namespace respool {

class Database;

// What one rule means now. error: its query cannot be answered, and it deletes nothing.
struct RetentionOutcome
{
    RetentionRule rule;
    Error error;
    RetentionChoice choice;
};

// The recordings that the same rules delete: a batch of their own, whose reason names the rules.
struct RetentionGroup
{
    QStringList rules; // their names
    DeletePlan deletion;
};

// What rules would do. Nothing has happened yet.
struct RetentionPlan
{
    qint64 atMs = 0; // the one instant that all ages are counted from
    QList<RetentionOutcome> rules;
    QList<RetentionGroup> groups;
    // Of all groups together, each recording once.
    qint64 count = 0;
    qint64 bytes = 0;
    qint64 oldestMs = 0;
    qint64 newestMs = 0;
};

// A batch that a plan has become.
struct RetentionBatch
{
    QStringList rules;
    Enqueued enqueued;
    QStringList uids; // of its recordings
    qint64 count = 0;
    qint64 bytes = 0;
};

// How closely a plan looks: at the catalogue alone, there also for the uids of what would go, or
// also whether each recording that would go is being recorded at this moment, which opens its files.
enum class RetentionLook { Catalogue, Uids, Files };

// Evaluates the rules on the catalogue of now. Stores that are not there, or are not what they
// were, count as offline, whatever their row says. Pool thread. Errors: those of the database,
// Interrupted when a stop was asked for.
Result<RetentionPlan> planRetention(Database &database, const Clock &clock,
                                    const QList<RetentionRule> &rules, RetentionLook look,
                                    const std::stop_token &stop = {});

// Puts the plan into the queue, a batch for each group, in the transaction of the caller. What was
// held, flagged or deleted since the plan was made stays; a group of which nothing is left makes
// no batch. Database thread.
Result<QList<RetentionBatch>> enqueueRetention(Connection &connection, const Clock &clock,
                                               const QString &who, const RetentionPlan &plan);

} // namespace respool
