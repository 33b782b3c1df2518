// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/errortext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

} // namespace

QString wordFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None:
        return {};
    case ErrorCode::Internal:
        return word(QT_TRANSLATE_NOOP("Words", "A defect of Respool"));
    case ErrorCode::InvalidArgument:
        return word(QT_TRANSLATE_NOOP("Words", "That cannot be asked for"));
    case ErrorCode::NotFound:
        return word(QT_TRANSLATE_NOOP("Words", "Not found"));
    case ErrorCode::Refused:
        return word(QT_TRANSLATE_NOOP("Words", "Refused"));
    case ErrorCode::Conflict:
        return word(QT_TRANSLATE_NOOP("Words", "Changed meanwhile"));
    case ErrorCode::Io:
        return word(QT_TRANSLATE_NOOP("Words", "Reading or writing failed"));
    case ErrorCode::NoSpace:
        return word(QT_TRANSLATE_NOOP("Words", "Waits for space"));
    case ErrorCode::PermissionDenied:
        return word(QT_TRANSLATE_NOOP("Words", "No permission"));
    case ErrorCode::Offline:
        return word(QT_TRANSLATE_NOOP("Words", "Waits for its store"));
    case ErrorCode::Busy:
        return word(QT_TRANSLATE_NOOP("Words", "Waits for another program or job"));
    case ErrorCode::Unsafe:
        return word(QT_TRANSLATE_NOOP("Words", "Left alone for safety"));
    case ErrorCode::Database:
        return word(QT_TRANSLATE_NOOP("Words", "The database cannot be used"));
    case ErrorCode::NewerVersion:
        return word(QT_TRANSLATE_NOOP("Words", "Made by a newer Respool"));
    case ErrorCode::Media:
        return word(QT_TRANSLATE_NOOP("Words", "The recording cannot be read"));
    case ErrorCode::Cancelled:
        return word(QT_TRANSLATE_NOOP("Words", "Cancelled"));
    case ErrorCode::Interrupted:
        return word(QT_TRANSLATE_NOOP("Words", "Goes on at the next start"));
    case ErrorCode::Paused:
        return word(QT_TRANSLATE_NOOP("Words", "Paused"));
    case ErrorCode::LeaseLost:
        return word(QT_TRANSLATE_NOOP("Words", "Another worker has it now"));
    case ErrorCode::Crashed:
        return word(QT_TRANSLATE_NOOP("Words", "Respool died under it"));
    case ErrorCode::UnknownKind:
        return word(QT_TRANSLATE_NOOP("Words", "An unknown kind of job"));
    case ErrorCode::BadPayload:
        return word(QT_TRANSLATE_NOOP("Words", "Its arguments cannot be read"));
    }
    Q_UNREACHABLE();
}

QString errorText(const Error &error)
{
    if (error.code == ErrorCode::None)
        return {};
    return error.detail.isEmpty() ? wordFor(error.code)
                                  : u"%1: %2"_s.arg(wordFor(error.code), error.detail);
}

QString wordFor(JobState state)
{
    switch (state) {
    case JobState::Paused:
        return word(QT_TRANSLATE_NOOP("Words", "Paused"));
    case JobState::Queued:
        return word(QT_TRANSLATE_NOOP("Words", "Waiting"));
    case JobState::Running:
        return word(QT_TRANSLATE_NOOP("Words", "Running"));
    case JobState::Delayed:
        return word(QT_TRANSLATE_NOOP("Words", "Waits to try again"));
    case JobState::Done:
        return word(QT_TRANSLATE_NOOP("Words", "Done"));
    case JobState::Cancelled:
        return word(QT_TRANSLATE_NOOP("Words", "Cancelled"));
    case JobState::Failed:
        return word(QT_TRANSLATE_NOOP("Words", "Failed"));
    case JobState::Parked:
        return word(QT_TRANSLATE_NOOP("Words", "Parked"));
    }
    Q_UNREACHABLE();
}

QString wordFor(RecordingState state)
{
    switch (state) {
    case RecordingState::Present:
        return word(QT_TRANSLATE_NOOP("Words", "Present"));
    case RecordingState::Damaged:
        return word(QT_TRANSLATE_NOOP("Words", "Damaged"));
    case RecordingState::Deleting:
        return word(QT_TRANSLATE_NOOP("Words", "Being deleted"));
    case RecordingState::Trashed:
        return word(QT_TRANSLATE_NOOP("Words", "In the trash"));
    case RecordingState::Missing:
        return word(QT_TRANSLATE_NOOP("Words", "Missing"));
    }
    Q_UNREACHABLE();
}

QString wordFor(RecordingKind kind)
{
    switch (kind) {
    case RecordingKind::Unknown:
        return word(QT_TRANSLATE_NOOP("Words", "Unknown"));
    case RecordingKind::Video:
        return word(QT_TRANSLATE_NOOP("Words", "Video"));
    case RecordingKind::Terminal:
        return word(QT_TRANSLATE_NOOP("Words", "Terminal"));
    case RecordingKind::Log:
        return word(QT_TRANSLATE_NOOP("Words", "Log"));
    case RecordingKind::Mixed:
        return word(QT_TRANSLATE_NOOP("Words", "Mixed"));
    }
    Q_UNREACHABLE();
}

QString wordForJobKind(const QString &kind)
{
    if (kind == "delete"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Delete"));
    if (kind == "purge"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Delete for good"));
    if (kind == "retention"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Retention"));
    if (kind == "restore"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Restore"));
    if (kind == "remux"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Make seekable"));
    if (kind == "export"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Export"));
    if (kind == "archive"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Export to ZIP"));
    if (kind == "import"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Import"));
    if (kind == "verify"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Verify"));
    if (kind == "picture"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Draw pictures"));
    if (kind == "index"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Read texts"));
    if (kind == "scan"_L1)
        return word(QT_TRANSLATE_NOOP("Words", "Scan"));
    return kind; // of a newer program, shown as it is
}

} // namespace respool
