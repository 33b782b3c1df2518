// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingtext.h"

#include "ui/errortext.h"
#include "ui/librarymodel.h"

#include <QApplication>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QString iconNameOf(RecordingKind kind)
{
    switch (kind) {
    case RecordingKind::Terminal:
        return u"terminal"_s;
    case RecordingKind::Log:
        return u"log"_s;
    case RecordingKind::Unknown:
    case RecordingKind::Video:
    case RecordingKind::Mixed:
        return u"video"_s;
    }
    Q_UNREACHABLE();
}

QString markNameOf(const Recording &recording)
{
    if (recording.state == RecordingState::Damaged || recording.state == RecordingState::Missing)
        return u"warning"_s;
    if (recording.active)
        return u"recording"_s;
    if (recording.held)
        return u"lock"_s;
    return recording.flagged ? u"flag"_s : QString();
}

QString seekableText(const Recording &recording)
{
    bool asked = false;
    for (const Part &part : recording.parts) {
        if (part.seekable == Seekable::No)
            return LibraryModel::tr("No");
        asked = asked || part.seekable == Seekable::Yes;
    }
    return asked ? LibraryModel::tr("Yes") : u"–"_s;
}

QFont unseenFont()
{
    QFont font = QApplication::font("QAbstractItemView");
    font.setBold(true);
    return font;
}

QString stateText(const Recording &recording)
{
    const bool active = recording.active && recording.state == RecordingState::Present;
    const QString word = active ? LibraryModel::tr("Recording") : wordFor(recording.state);
    return recording.held ? LibraryModel::tr("%1, held").arg(word) : word;
}

QString tipText(const Recording &recording)
{
    QStringList lines{recording.uid};
    for (const Part &part : recording.parts) {
        if (!part.media.isEmpty())
            lines << u"%1: %2"_s.arg(part.name, part.media);
    }
    if (!recording.problem.isEmpty())
        lines << recording.problem;
    if (recording.held)
        lines << LibraryModel::tr("Under hold: %1").arg(recording.holdReason);
    if (recording.flagged)
        lines << LibraryModel::tr("Flagged");
    if (!recording.tags.isEmpty())
        lines << LibraryModel::tr("Tags: %1").arg(recording.tags.join(u", "_s));
    if (!recording.note.isEmpty())
        lines << LibraryModel::tr("Note: %1").arg(recording.note);
    return lines.join(u'\n');
}

} // namespace respool
