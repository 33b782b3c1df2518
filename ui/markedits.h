// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace respool {

class Commands;
class RecordingCatalog;
class UndoList;

// Changes what people say of recordings, and remembers what it was, so that it can be taken back:
// of each recording what it had. So many that this would be much to remember are changed without.
// Lives on the ui thread and never waits.
class MarkEdits final : public QObject
{
    Q_OBJECT

public:
    MarkEdits(Commands &commands, RecordingCatalog &catalog, UndoList &undo,
              QObject *parent = nullptr);

    void setFlag(const QList<RecordingId> &ids, bool flagged);
    void setSeen(const QList<RecordingId> &ids, bool seen);
    void changeTags(const QList<RecordingId> &ids, const QStringList &add,
                    const QStringList &remove);
    void setNote(const QList<RecordingId> &ids, const QString &note);

signals:
    void done(const QString &what, int step); // it can be taken back as this step of the list
    void failed(const respool::Error &error);

private:
    using Step = std::function<void(const QList<Recording> &before)>;
    using Command = std::function<QFuture<Result<>>()>;
    // Looks at what is there, gives the command, and when it is accepted pushes the way back.
    void change(const QList<RecordingId> &ids, const QString &what, const Command &command,
                const Step &takeBack);
    void give(const Command &command, const std::function<void()> &accepted);
    void take(QFuture<Result<>> future);
    void restoreTags(const QList<Recording> &before, const QStringList &tags);

    Commands &m_commands;
    RecordingCatalog &m_catalog;
    UndoList &m_undo;
};

} // namespace respool
