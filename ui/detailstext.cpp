// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/detailstext.h"

#include "core/base/units.h"
#include "core/evidence.h"
#include "ui/auditmodel.h"
#include "ui/detailspane.h"
#include "ui/errortext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

HistoryLine lineOf(const AuditRow &row)
{
    const QString detail = detailText(row);
    const QStringList words{row.reason, detail};
    const QString result = row.reason.isEmpty() ? detail : row.reason;
    return {row.atMs, wordForAct(row.action),
            row.who.isEmpty() ? result : DetailsPane::tr("%1 (%2)").arg(result, row.who),
            words.join(u'\n').trimmed()};
}

HistoryLine lineOf(const ItemResult &result)
{
    const Error &error = result.item.error;
    const QString words =
        error.code == ErrorCode::None ? wordFor(JobState::Done) : errorText(error);
    return {result.item.atMs, wordForJobKind(result.kind), words,
            DetailsPane::tr("Job %1: %2").arg(result.job.value).arg(words)};
}

} // namespace

QList<HistoryLine> historyLines(const RecordingHistory &history)
{
    QList<HistoryLine> lines;
    for (const AuditRow &row : history.rows)
        lines << lineOf(row);
    for (const ItemResult &result : history.results)
        lines << lineOf(result);
    std::ranges::stable_sort(lines, std::greater(), &HistoryLine::atMs);
    return lines;
}

QString holdText(const Recording &recording, const RecordingHistory &history)
{
    const auto added = std::ranges::find_if(
        history.rows, [](const AuditRow &row) { return row.action == act::holdAdd; });
    if (added == history.rows.end())
        return recording.holdReason;
    return DetailsPane::tr("%1 (%2, %3)")
        .arg(recording.holdReason, added->who, timeText(added->atMs));
}

QString partText(const Part &part)
{
    QStringList words{part.media.isEmpty() ? toText(part.kind) : part.media};
    if (part.seekable == Seekable::No)
        words << DetailsPane::tr("not seekable");
    else if (part.seekable == Seekable::Yes)
        words << DetailsPane::tr("seekable");
    if (!part.problem.isEmpty())
        words << part.problem;
    return words.join(u", "_s);
}

QString kindsText(const RecordingSums &sums)
{
    QStringList words;
    for (const auto &[kind, count] : sums.kinds)
        words << DetailsPane::tr("%1: %2").arg(wordFor(kind), QLocale().toString(count));
    return words.join(u", "_s);
}

QStringList tagsFrom(const QString &typed)
{
    QStringList tags;
    for (const QString &part : typed.split(u',')) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags << tag;
    }
    return tags;
}

} // namespace respool
