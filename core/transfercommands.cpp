// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"

using namespace Qt::Literals::StringLiterals;

// The verbs of Commands that carry recordings to and fro, and look whether they are whole.
namespace respool {

QFuture<Result<Enqueued>> Commands::archiveRecordings(const QList<RecordingId> &ids,
                                                      const ArchiveWishes &wishes)
{
    return order({}, [ids, wishes](WorkOrder order) { return order.archive(ids, wishes); });
}

QFuture<Result<Enqueued>> Commands::importArchive(const ImportWishes &wishes)
{
    return order({}, [wishes](WorkOrder order) { return order.importArchive(wishes); });
}

QFuture<Result<Enqueued>> Commands::verifyRecordings(const QList<RecordingId> &ids, bool thorough)
{
    return order({}, [ids, thorough](WorkOrder order) { return order.verify(ids, thorough); });
}

} // namespace respool
