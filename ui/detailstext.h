// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

namespace respool {

struct RecordingHistory;

// The words of the details pane.
struct HistoryLine
{
    qint64 atMs = 0;
    QString what;
    QString result;
    QString tip; // all of it
};

// What was done to a recording, newest first: rows of the audit log and results of jobs together.
QList<HistoryLine> historyLines(const RecordingHistory &history);
// The reason, and who put it under hold and when, as far as the log knows.
QString holdText(const Recording &recording, const RecordingHistory &history);
QString partText(const Part &part); // what it is, and what is wrong with it
QString kindsText(const RecordingSums &sums);

// Tags as they are typed: words with commas between them, each once in any case.
QStringList tagsFrom(const QString &typed);

} // namespace respool
