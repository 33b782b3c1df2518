// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trashkeeper.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/base/user.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/library/trashgrace.h"
#include "core/workorder.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int hourMs = 3'600'000;

} // namespace

TrashKeeper::TrashKeeper(Database &database, const Clock &clock, JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
{
    m_hourly.setInterval(hourMs);
    connect(&m_hourly, &QTimer::timeout, this, &TrashKeeper::look);
}

void TrashKeeper::look()
{
    m_hourly.start();
    if (std::exchange(m_looking, true))
        return;
    m_database
        .write([&clock = m_clock](Connection &connection) {
            return purgeExpiredTrash(connection, clock);
        })
        .then(this, [this](const Result<qint64> &purged) {
            m_looking = false;
            if (!purged)
                qWarning("the trash could not be looked through: %s",
                         qPrintable(purged.error().detail));
            else if (*purged > 0)
                m_queue.announceWork();
            emit looked();
        });
}

Result<qint64> purgeExpiredTrash(Connection &connection, const Clock &clock)
{
    TRY_LET(const QList<ExpiredTrash> expired, TrashGrace(connection).expired(clock.nowMs()));
    qint64 count = 0;
    for (const ExpiredTrash &trash : expired) {
        const QString reason = trash.graceDays == 1
                                   ? u"trash grace of 1 day"_s
                                   : u"trash grace of %1 days"_s.arg(trash.graceDays);
        TRY(WorkOrder(connection, clock, userName(), reason).purge(trash.ids));
        count += trash.ids.size();
        faultPoint("trash.grace.enqueued");
    }
    return count;
}

} // namespace respool
