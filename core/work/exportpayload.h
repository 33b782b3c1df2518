// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"
#include "core/media/timerange.h"

#include <QStringList>

namespace respool {

enum class ExportForm { Copy, Clip, Join };

// What an export job is to write.
struct ExportPayload
{
    QString store; // uid
    RecordingId id;
    QString uid;
    QString target; // absolute
    ExportForm form = ExportForm::Copy;
    QStringList parts; // file names; one, but for a join
    TimeRange range;
    bool exact = false;     // cut at the very frame, which encodes anew
    bool transcode = false; // encode anew
    bool overwrite = false;

    bool encodes() const { return exact || transcode; }

    static constexpr int version = 1;
    QByteArray toJson() const;
    static Result<ExportPayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

} // namespace respool
