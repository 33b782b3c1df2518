// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/holdwatch.h"

#include "core/base/clock.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/timetable.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int soonMs = 500;
constexpr int againMs = 10'000;

struct Wait
{
    qint64 untilMs = 0;
    bool forMains = false;
};

// The holds of the kind together: all of them must end.
std::optional<Wait> waitOf(const WorkHolds &holds, const QString &kind)
{
    std::optional<Wait> wait;
    for (const WorkHold &hold : holds.holds) {
        if (!hold.kind.isEmpty() && hold.kind != kind)
            continue;
        Wait &sum = wait ? *wait : wait.emplace();
        sum.untilMs = std::max(sum.untilMs, hold.untilMs);
        sum.forMains = sum.forMains || hold.onBattery;
    }
    return wait;
}

} // namespace

HoldWatch::HoldWatch(Timetable &timetable, JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_timetable(timetable)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &HoldWatch::ask);
    connect(&queue, &JobQueue::changed, this, [this](const JobQueue::Jobs &jobs) {
        // A rule that is set names no jobs.
        if (jobs.isEmpty() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_again, &QTimer::timeout, this, &HoldWatch::ask);
    m_again.start(againMs);
    m_soon.start(); // when those who want to hear of it can
}

void HoldWatch::ask()
{
    m_timetable.holds().then(this, [this](const Result<WorkHolds> &holds) {
        // An error of the database is told by whatever needs more than this.
        if (!holds || holds->holds == m_holds.holds)
            return;
        m_holds = *holds;
        emit changed(m_holds);
    });
}

QString waitText(const WorkHolds &holds, const QString &kind)
{
    const auto wait = waitOf(holds, kind);
    if (!wait)
        return {};
    if (wait->untilMs > 0)
        return HoldWatch::tr("Waits until %1").arg(shortTimeText(wait->untilMs));
    return HoldWatch::tr("Waits for the mains");
}

QString waitTextOfAll(const WorkHolds &holds)
{
    const auto wait = waitOf(holds, QString());
    if (!wait)
        return {};
    if (wait->untilMs > 0)
        return HoldWatch::tr("jobs wait until %1").arg(shortTimeText(wait->untilMs));
    return HoldWatch::tr("jobs wait for the mains");
}

QString shortTimeText(qint64 utcMs)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs);
    const QDate today = QDateTime::fromMSecsSinceEpoch(SystemClock().nowMs()).date();
    const QString time = QLocale().toString(then.time(), QLocale::ShortFormat);
    if (then.date() == today)
        return time;
    const QLocale locale;
    if (today.daysTo(then.date()) < 7)
        return locale.dayName(then.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + time;
    return locale.toString(then.date(), QLocale::ShortFormat) + u' ' + time;
}

} // namespace respool
