// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingtext.h"

#include "ui/errortext.h"
#include "ui/librarymodel.h"

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
    return recording.held ? u"lock"_s : QString();
}

QString stateText(const Recording &recording)
{
    const bool active = recording.active && recording.state == RecordingState::Present;
    return active ? LibraryModel::tr("Recording") : wordFor(recording.state);
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
    return lines.join(u'\n');
}

} // namespace respool
