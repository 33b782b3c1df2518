// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobtext.h"

#include "core/base/units.h"
#include "core/jobs/progressrate.h"
#include "ui/errortext.h"
#include "ui/holdwatch.h"
#include "ui/look.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 minuteMs = 60'000;

// The context of these texts for those who translate them.
struct JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)
};

QString iconName(JobState state)
{
    switch (state) {
    case JobState::Paused:
        return u"pause"_s;
    case JobState::Queued:
    case JobState::Delayed:
        return u"waiting"_s;
    case JobState::Running:
        return u"play"_s;
    case JobState::Done:
        return u"ok"_s;
    case JobState::Cancelled:
        return u"cancel"_s;
    case JobState::Failed:
        return u"error"_s;
    case JobState::Parked:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

// The core says how many bytes and where; people read sizes.
QString shortageText(const Error &error)
{
    static const QRegularExpression parts(
        u"^(\\d+) more bytes are needed on the volume of (.*): free them"_s);
    const auto match = parts.match(error.detail);
    if (!match.hasMatch())
        return errorText(error);
    return JobText::tr("Waits for space: %1 more needed on %2")
        .arg(sizeText(match.captured(1).toLongLong()), match.captured(2));
}

// What holds jobs of this kind back that could begin otherwise.
QString heldText(const QString &kind, const QueueHolds &holds)
{
    if (holds.pausedKinds.contains(QString()))
        return JobText::tr("Waits: the queue is paused");
    if (holds.pausedKinds.contains(kind))
        return JobText::tr("Waits: jobs of this kind are paused");
    return waitText(holds.rules, kind);
}

QString delayText(const JobRecord &job)
{
    switch (job.error.code) {
    case ErrorCode::NoSpace:
        return shortageText(job.error);
    case ErrorCode::Offline:
    case ErrorCode::Busy:
        return errorText(job.error);
    default:
        return job.dueMs > 0 ? JobText::tr("Tries again at %1").arg(shortTimeText(job.dueMs))
                             : wordFor(job.state);
    }
}

} // namespace

QIcon iconFor(JobState state)
{
    return icon(iconName(state));
}

QString titleText(const JobRecord &job)
{
    bool isCount = false;
    const int count = job.title.toInt(&isCount);
    return isCount ? JobText::tr("%n recording(s)", nullptr, count) : job.title;
}

QString stateText(const JobRecord &job, const QueueHolds &holds)
{
    if (job.state == JobState::Queued || job.state == JobState::Delayed) {
        if (const QString held = heldText(job.kind, holds); !held.isEmpty())
            return held;
    }
    if (job.state == JobState::Delayed)
        return delayText(job);
    if (needsSomebody(job.state) && job.error.code != ErrorCode::None)
        return u"%1: %2"_s.arg(wordFor(job.state), errorText(job.error));
    if (job.state == JobState::Running && job.wish == JobWish::Cancel)
        return JobText::tr("Stops at its next safe point");
    if (job.state == JobState::Running && job.wish == JobWish::Pause)
        return JobText::tr("Pauses at its next safe point");
    return wordFor(job.state);
}

QString stateText(const BatchRecord &batch, const QueueHolds &holds)
{
    const JobState state = batch.state();
    if (state == JobState::Queued || state == JobState::Delayed) {
        if (const QString held = heldText(batch.kind, holds); !held.isEmpty())
            return held;
    }
    return wordFor(state);
}

QString countsText(const BatchRecord &batch)
{
    QStringList parts;
    const auto add = [&](qint64 count, const auto &say) {
        if (count > 0)
            parts << say(int(count));
    };
    const auto count = [&](JobState state) { return batch.count(state); };
    add(count(JobState::Running), [](int n) { return JobText::tr("%n running", nullptr, n); });
    add(count(JobState::Queued) + count(JobState::Delayed),
        [](int n) { return JobText::tr("%n waiting", nullptr, n); });
    add(count(JobState::Paused), [](int n) { return JobText::tr("%n paused", nullptr, n); });
    add(count(JobState::Failed) + count(JobState::Parked),
        [](int n) { return JobText::tr("%n failed", nullptr, n); });
    add(count(JobState::Cancelled), [](int n) { return JobText::tr("%n cancelled", nullptr, n); });
    add(count(JobState::Done), [](int n) { return JobText::tr("%n done", nullptr, n); });
    return parts.join(u", "_s);
}

QString rateText(const QString &kind, double perSecond)
{
    if (perSecond <= 0)
        return {};
    if (countsBytes(kind))
        return JobText::tr("%1/s").arg(sizeText(qint64(perSecond)));
    // In numbers that stay as long as the rate stays about the same.
    return JobText::tr("%1 items/s")
        .arg(QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0));
}

QString leftText(qint64 ms)
{
    if (ms < minuteMs)
        return JobText::tr("%1 s").arg(ms / 1000 + 1);
    return durationText(ms / 1000 * 1000);
}

QList<JobWord> jobWordsOf(const QString &text)
{
    // What there are words for; a kind of a newer program is found by its name only.
    static const std::array kinds{"delete",  "purge",  "retention", "restore", "remux", "export",
                                  "archive", "import", "verify",    "picture", "index", "scan"};
    static const std::array states{JobState::Paused,  JobState::Queued, JobState::Running,
                                   JobState::Delayed, JobState::Done,   JobState::Cancelled,
                                   JobState::Failed,  JobState::Parked};
    QList<JobWord> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        JobWord wanted{word, {}, {}};
        const auto means = [&](const QString &called) {
            return called.contains(word, Qt::CaseInsensitive);
        };
        for (const char *kind : kinds) {
            const QString name = QString::fromLatin1(kind);
            if (means(wordForJobKind(name)) || means(name))
                wanted.kinds << name;
        }
        for (const JobState state : states) {
            if (means(wordFor(state)))
                wanted.states << state;
        }
        words << wanted;
    }
    return words;
}

} // namespace respool
