// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingtext.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/librarymodel.h"

#include <QApplication>
#include <QDateTime>
#include <QLocale>

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

QString mediaText(const Recording &recording)
{
    QStringList ways;
    for (const Part &part : recording.parts) {
        if (!part.media.isEmpty() && !ways.contains(part.media))
            ways << part.media;
    }
    return ways.join(u"; "_s);
}

namespace {

QString subjectOf(RecordingKind kind)
{
    switch (kind) {
    case RecordingKind::Video:
        return LibraryModel::tr("Video recording");
    case RecordingKind::Terminal:
        return LibraryModel::tr("Terminal recording");
    case RecordingKind::Log:
        return LibraryModel::tr("Log recording");
    case RecordingKind::Mixed:
        return LibraryModel::tr("Recording of several kinds");
    case RecordingKind::Unknown:
        return LibraryModel::tr("Recording");
    }
    Q_UNREACHABLE();
}

// In one unit, as people say it.
QString spokenDuration(qint64 ms)
{
    const int seconds = int(ms / 1000);
    if (seconds < 60)
        return LibraryModel::tr("%n second(s)", nullptr, seconds);
    if (seconds < 3600)
        return LibraryModel::tr("%n minute(s)", nullptr, seconds / 60);
    return LibraryModel::tr("%1 and %2")
        .arg(LibraryModel::tr("%n hour(s)", nullptr, seconds / 3600),
             LibraryModel::tr("%n minute(s)", nullptr, seconds % 3600 / 60));
}

} // namespace

QString sentenceOf(const Recording &recording)
{
    QStringList facts{
        recording.startMs > 0
            ? LibraryModel::tr("%1 of %2")
                  .arg(subjectOf(recording.kind),
                       QLocale().toString(QDateTime::fromMSecsSinceEpoch(recording.startMs).date(),
                                          QLocale::LongFormat))
            : subjectOf(recording.kind)};
    if (recording.durationMs > 0)
        facts << spokenDuration(recording.durationMs);
    facts << sizeText(recording.bytes);
    if (recording.active || recording.state != RecordingState::Present)
        facts << stateText(recording);
    else if (recording.held)
        facts << LibraryModel::tr("under hold");
    if (recording.flagged)
        facts << LibraryModel::tr("flagged");
    if (!recording.seen)
        facts << LibraryModel::tr("unseen");
    if (!recording.tags.isEmpty())
        facts << LibraryModel::tr("tags %1").arg(recording.tags.join(u", "_s));
    return LibraryModel::tr("%1. %2").arg(facts.join(u", "_s), recording.uid);
}

} // namespace respool
