// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/trashgrace.h"
#include "core/retentionplan.h"
#include "core/storagereport.h"

#include <QFuture>
#include <QObject>

namespace respool {

class JobQueue;
class RecordingCatalog;

// How long recordings and the trash are kept and how much room they take, as window and CLI see
// it. Lives on the main thread; every call answers by a future, and its changes are on disk when
// that future ends.
class Retention final : public QObject
{
    Q_OBJECT

public:
    Retention(Database &database, const Clock &clock, JobQueue &queue, RecordingCatalog &catalog,
              QObject *parent = nullptr);

    QFuture<Result<QList<RetentionRule>>> rules();                    // by name
    QFuture<Result<RetentionRule>> rule(const QString &nameOrNumber); // Errors: NotFound
    // Errors: InvalidArgument, NotFound (a store of the query), Conflict (the name).
    QFuture<Result<RetentionRuleId>> addRule(const RetentionRule &rule);
    QFuture<Result<>> changeRule(const RetentionRule &rule); // likewise
    QFuture<Result<>> removeRule(RetentionRuleId id);        // Errors: NotFound
    QFuture<Result<>> enableRule(RetentionRuleId id, bool enabled);

    // What these rules would delete; they need not be stored.
    QFuture<Result<RetentionPlan>> plan(const QList<RetentionRule> &rules, RetentionLook look);
    // Does what was planned; each recording is checked again now and when its turn comes.
    QFuture<Result<QList<RetentionBatch>>> run(const RetentionPlan &plan);

    // Is there a schedule that runs the rules?
    QFuture<Result<bool>> isScheduled();

    QFuture<Result<QList<StoreTrash>>> trash(); // by the store's name
    // 0: until it is emptied by hand. Errors: InvalidArgument, NotFound.
    QFuture<Result<>> setTrashGrace(StoreId store, int days);

    // What lies where, and when the volumes are full.
    QFuture<Result<StorageReport>> storage();

signals:
    void changed(); // ask again: a rule or a grace period is different now

private:
    template <typename F>
    auto ask(F question);
    template <typename F>
    auto change(F work);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    RecordingCatalog &m_catalog;
};

} // namespace respool
