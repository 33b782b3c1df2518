// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"
#include "core/retentionplan.h"
#include "core/storagereport.h"

#include <QJsonObject>

namespace respool {

// The words and the JSON of retention rules and of the storage view.
QString ruleText(const RetentionRule &rule); // "of 'kind:log', older than 90 days"
void printPlan(const Session &session, const RetentionPlan &plan);
void printStorage(const Session &session, const StorageReport &report);

QJsonObject toJson(const RetentionRule &rule);
QJsonObject toJson(const RetentionPlan &plan);
QJsonObject toJson(const RetentionBatch &batch);
QJsonObject toJson(const StorageReport &report);

// Days: 90, 90d, 12w, 2y (365 days each). Errors: InvalidArgument.
Result<qint64> daysFromText(const QString &text);

} // namespace respool
