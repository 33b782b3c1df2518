// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/markedits.h"

#include "core/commands.h"
#include "core/library/recordingcatalog.h"
#include "ui/undolist.h"

#include <QHash>

#include <algorithm>

namespace respool {

namespace {

constexpr qsizetype mostRemembered = 10'000;

} // namespace

MarkEdits::MarkEdits(Commands &commands, RecordingCatalog &catalog, UndoList &undo, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_catalog(catalog)
    , m_undo(undo)
{}

void MarkEdits::take(QFuture<Result<>> future)
{
    future.then(this, [this](const Result<> &done) {
        if (!done)
            emit failed(done.error());
    });
}

void MarkEdits::give(const Command &command, const std::function<void()> &accepted)
{
    command().then(this, [this, accepted](const Result<> &done) {
        if (!done)
            emit failed(done.error());
        else if (accepted)
            accepted();
    });
}

void MarkEdits::change(const QList<RecordingId> &ids, const QString &what, const Command &command,
                       const Step &takeBack)
{
    if (ids.size() > mostRemembered) {
        give(command, {});
        return;
    }
    m_catalog.recordings(ids).then(
        this, [this, what, command, takeBack](const Result<QList<Recording>> &before) {
            if (!before) {
                emit failed(before.error());
                return;
            }
            give(command, [this, what, takeBack, before = *before] {
                const int step = m_undo.push(what, [takeBack, before] { takeBack(before); });
                emit done(what, step);
            });
        });
}

void MarkEdits::setFlag(const QList<RecordingId> &ids, bool flagged)
{
    const int count = int(ids.size());
    change(
        ids,
        flagged ? tr("%n recording(s) were flagged.", nullptr, count)
                : tr("The flag of %n recording(s) was taken away.", nullptr, count),
        [this, ids, flagged] { return m_commands.setFlag(ids, flagged); },
        [this, flagged](const QList<Recording> &before) {
            QList<RecordingId> changed;
            for (const Recording &recording : before) {
                if (recording.flagged != flagged)
                    changed << recording.id;
            }
            take(m_commands.setFlag(changed, !flagged));
        });
}

void MarkEdits::setSeen(const QList<RecordingId> &ids, bool seen)
{
    const int count = int(ids.size());
    change(
        ids,
        seen ? tr("%n recording(s) were marked as seen.", nullptr, count)
             : tr("%n recording(s) were marked as unseen.", nullptr, count),
        [this, ids, seen] { return m_commands.setSeen(ids, seen); },
        [this, seen](const QList<Recording> &before) {
            QList<RecordingId> changed;
            for (const Recording &recording : before) {
                if (recording.seen != seen)
                    changed << recording.id;
            }
            take(m_commands.setSeen(changed, !seen));
        });
}

void MarkEdits::changeTags(const QList<RecordingId> &ids, const QStringList &add,
                           const QStringList &remove)
{
    change(
        ids, tr("The tags of %n recording(s) were changed.", nullptr, int(ids.size())),
        [this, ids, add, remove] { return m_commands.changeTags(ids, add, remove); },
        [this, tags = add + remove](const QList<Recording> &before) { restoreTags(before, tags); });
}

// Each of the tags as each recording had it, in the case it was written in.
void MarkEdits::restoreTags(const QList<Recording> &before, const QStringList &tags)
{
    for (const QString &tag : tags) {
        QList<RecordingId> without;
        QHash<QString, QList<RecordingId>> with;
        for (const Recording &recording : before) {
            const auto had = std::ranges::find_if(recording.tags, [&](const QString &name) {
                return name.compare(tag, Qt::CaseInsensitive) == 0;
            });
            if (had == recording.tags.end())
                without << recording.id;
            else
                with[*had] << recording.id;
        }
        if (!without.isEmpty())
            take(m_commands.changeTags(without, {}, {tag}));
        for (auto had = with.cbegin(); had != with.cend(); ++had)
            take(m_commands.changeTags(*had, {had.key()}, {}));
    }
}

void MarkEdits::setNote(const QList<RecordingId> &ids, const QString &note)
{
    change(
        ids, tr("The note of %n recording(s) was changed.", nullptr, int(ids.size())),
        [this, ids, note] { return m_commands.setNote(ids, note); },
        [this](const QList<Recording> &before) {
            QHash<QString, QList<RecordingId>> had;
            for (const Recording &recording : before)
                had[recording.note] << recording.id;
            for (auto one = had.cbegin(); one != had.cend(); ++one)
                take(m_commands.setNote(*one, one.key()));
        });
}

} // namespace respool
