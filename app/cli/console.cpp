// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void write(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fflush(stream);
}

} // namespace

Exit exitFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None:
        return Exit::Done;
    case ErrorCode::InvalidArgument:
        return Exit::Usage;
    case ErrorCode::NotFound:
        return Exit::NotFound;
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Busy:
    case ErrorCode::Unsafe:
        return Exit::Refused;
    case ErrorCode::Database:
    case ErrorCode::NewerVersion:
    case ErrorCode::Offline:
    case ErrorCode::PermissionDenied:
    case ErrorCode::NoSpace:
        return Exit::Unavailable;
    case ErrorCode::Internal:
    case ErrorCode::Io:
    case ErrorCode::Media:
    case ErrorCode::Cancelled:
    case ErrorCode::Interrupted:
    case ErrorCode::Paused:
    case ErrorCode::LeaseLost:
    case ErrorCode::Crashed:
    case ErrorCode::UnknownKind:
    case ErrorCode::BadPayload:
        return Exit::SomeFailed;
    }
    Q_UNREACHABLE();
}

void Console::print(const QString &line) const
{
    if (!m_json)
        write(stdout, line.toUtf8() + '\n');
}

void Console::printJson(const QJsonValue &value) const
{
    if (!m_json)
        return;
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    write(stdout, document.toJson(QJsonDocument::Indented));
}

void Console::say(const QString &line) const
{
    if (!m_quiet)
        write(stderr, line.toUtf8() + '\n');
}

Exit Console::complain(const Error &error) const
{
    write(stderr, "respoolctl: " + error.detail.toUtf8() + '\n');
    return exitFor(error.code);
}

bool Console::showsProgress() const
{
    return !m_json && !m_quiet && ::isatty(STDERR_FILENO) == 1;
}

void Console::drawBar(double share, const QString &words) const
{
    constexpr int width = 30;
    const int filled = int(share * width);
    const QString text = u"\r[%1%2] %3%  %4"_s.arg(QString(filled, u'#'))
                             .arg(QString(width - filled, u'.'))
                             .arg(int(share * 100), 3)
                             .arg(words);
    write(stderr, text.toUtf8() + "\x1b[K"); // and what the last line had more
}

void Console::endBar() const
{
    write(stderr, "\n");
}

} // namespace respool
