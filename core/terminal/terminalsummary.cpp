// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalsummary.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostLineBytes = 1 << 20;    // of a cast
constexpr qint64 mostLogLineBytes = 262'144; // of a slog, as its format says
constexpr int mostLogLines = 20'000;
constexpr qint64 chunkHeadBytes = 8;
constexpr quint16 lastChunkType = 4;
constexpr double mostSeconds = 1e9;

Failure notA(const QString &what)
{
    return fail(ErrorCode::Media, what);
}

// The time of one event in seconds; nothing for a line that is no event.
std::optional<double> eventSeconds(const QByteArray &line)
{
    const QJsonArray event = QJsonDocument::fromJson(line).array();
    if (event.size() < 3 || !event[0].isDouble())
        return {};
    const double seconds = event[0].toDouble();
    return seconds >= 0 && seconds < mostSeconds ? std::optional(seconds) : std::nullopt;
}

} // namespace

Result<TerminalSummary> summarizeCast(QIODevice &file)
{
    const QByteArray head = file.readLine(mostLineBytes);
    if (head.isEmpty())
        return notA(u"the file is empty"_s);
    const QJsonObject header = QJsonDocument::fromJson(head).object();
    const int version = header[u"version"_s].toInt();
    if (version != 2 && version != 3)
        return notA(u"the file does not begin with the header of an asciicast 2 or 3"_s);
    TerminalSummary summary;
    double last = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(mostLineBytes);
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        const auto seconds = eventSeconds(line);
        if (!seconds) {
            summary.warning = u"event %1 cannot be read"_s.arg(summary.events + 1);
            continue;
        }
        last = version == 2 ? std::max(last, *seconds) : last + *seconds;
        ++summary.events;
    }
    summary.durationMs = std::llround(last * 1000);
    return summary;
}

Result<TerminalSummary> summarizeTrp(QIODevice &file)
{
    TerminalSummary summary;
    for (;;) {
        const QByteArray head = file.read(chunkHeadBytes);
        if (head.isEmpty())
            break;
        const auto *bytes = head.constData();
        const quint16 type =
            head.size() == chunkHeadBytes ? qFromLittleEndian<quint16>(bytes + 4) : 0;
        if (type > lastChunkType && summary.events == 0)
            return notA(u"the file does not begin with a chunk of a terminal recording"_s);
        if (head.size() < chunkHeadBytes || type > lastChunkType) {
            summary.warning = u"the file is damaged after %1 chunks"_s.arg(summary.events);
            break;
        }
        const auto payload = qFromLittleEndian<quint16>(bytes + 6);
        if (file.read(payload).size() < payload) {
            summary.warning = u"the file ends within chunk %1"_s.arg(summary.events + 1);
            break;
        }
        summary.durationMs += qFromLittleEndian<quint32>(bytes);
        ++summary.events;
    }
    if (summary.events == 0)
        return notA(u"the file holds no whole chunk"_s);
    return summary;
}

Result<TerminalSummary> summarizeSlog(QIODevice &file)
{
    TerminalSummary summary;
    QDateTime first;
    QDateTime last;
    bool ended = false;
    for (int number = 1; !file.atEnd() && number <= mostLogLines; ++number) {
        const QByteArray line = file.readLine(mostLogLineBytes);
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.isEmpty()) {
            if (!line.trimmed().isEmpty())
                summary.warning = u"malformed-line: line %1"_s.arg(number);
            continue;
        }
        ++summary.events;
        ended = ended || event.value(u"event"_s).toString() == "session.end"_L1;
        for (const QJsonValue &value : event) {
            const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
            if (!time.isValid())
                continue;
            first = first.isValid() ? std::min(first, time) : time;
            last = last.isValid() ? std::max(last, time) : time;
        }
    }
    if (summary.events == 0)
        return notA(u"the file holds no event of a session log"_s);
    if (!ended && summary.warning.isEmpty())
        summary.warning = u"missing-session-end"_s;
    summary.durationMs = first.isValid() ? first.msecsTo(last) : 0;
    return summary;
}

} // namespace respool
