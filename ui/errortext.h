// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/library/recording.h"

#include <QString>

namespace respool {

// The window's words for the codes of the core, in the user's language. The detail of an error
// names the thing and stays as it is.
QString errorText(const Error &error);
QString wordFor(ErrorCode code);
QString wordFor(JobState state);
QString wordFor(RecordingState state);
QString wordFor(RecordingKind kind);
QString wordForJobKind(const QString &kind);

} // namespace respool
