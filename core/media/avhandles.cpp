// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/avhandles.h"

#include <QLoggingCategory>

#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Q_LOGGING_CATEGORY(mediaLog, "respool.media", QtInfoMsg)

struct Complaints
{
    bool listening = false;
    int count = 0;
    QString first;
};

thread_local Complaints threadComplaints;

void takeLog(void *source, int level, const char *format, va_list arguments)
{
    const bool complaint = threadComplaints.listening && level <= AV_LOG_ERROR;
    if (!complaint && (level > AV_LOG_INFO || !mediaLog().isDebugEnabled()))
        return;
    char line[512];
    int printPrefix = 1;
    av_log_format_line2(source, level, format, arguments, line, sizeof line, &printPrefix);
    const QString text = QString::fromUtf8(line).trimmed();
    qCDebug(mediaLog).noquote() << text;
    if (complaint && threadComplaints.count++ == 0)
        threadComplaints.first = text;
}

} // namespace

QString avErrorText(int code)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return QString::fromUtf8(text);
}

Failure avFailure(const QString &what, const QString &path, int code)
{
    return fail(code == AVERROR(ENOMEM) ? ErrorCode::Internal : ErrorCode::Media,
                u"%1 %2: %3"_s.arg(what, path, avErrorText(code)));
}

void routeAvLog()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(takeLog); });
}

AvComplaints::AvComplaints()
{
    routeAvLog();
    threadComplaints = {true, 0, {}};
}

AvComplaints::~AvComplaints()
{
    threadComplaints = {};
}

int AvComplaints::count() const
{
    return threadComplaints.count;
}

QString AvComplaints::first() const
{
    return threadComplaints.first;
}

} // namespace respool
