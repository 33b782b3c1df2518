// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/asciicast.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostLineBytes = 1 << 20;
constexpr qint64 mostVersion1Bytes = 16 << 20;
constexpr double mostSeconds = 1e9; // 31 years
constexpr int mostCells = 65'535;

Failure notA(const QString &what)
{
    return fail(ErrorCode::Media, what);
}

int cells(const QJsonValue &value)
{
    return std::clamp(value.toInt(), 0, mostCells);
}

} // namespace

CastReader::CastReader(QIODevice &device)
    : m_device(device)
    , m_lines(device, mostLineBytes, 1)
{}

Result<CastReader> CastReader::open(QIODevice &device)
{
    CastReader reader(device);
    TRY(reader.readHeader(device));
    return reader;
}

Result<> CastReader::readHeader(QIODevice &device)
{
    TRY_LET(const QByteArray head, readLineOf(device, mostLineBytes));
    if (head.isEmpty())
        return notA(u"the file is empty"_s);
    const QJsonObject header = QJsonDocument::fromJson(head).object();
    m_version = header[u"version"_s].toInt();
    if (m_version == 2) {
        m_columns = cells(header[u"width"_s]);
        m_rows = cells(header[u"height"_s]);
        return {};
    }
    if (m_version == 3) {
        const QJsonObject term = header[u"term"_s].toObject();
        m_columns = cells(term[u"cols"_s]);
        m_rows = cells(term[u"rows"_s]);
        return {};
    }
    if (m_version > 3)
        return notA(
            u"the file is an asciicast %1, which this Respool does not know"_s.arg(m_version));
    // Version 1 may be one long line or many.
    if (!head.trimmed().startsWith('{'))
        return notA(u"the file does not begin with the header of an asciicast"_s);
    return readVersion1(device, head);
}

Result<> CastReader::readVersion1(QIODevice &device, QByteArray head)
{
    head += device.read(mostVersion1Bytes - head.size());
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(head, &error).object();
    m_version = object[u"version"_s].toInt();
    if (m_version != 1 || !object[u"stdout"_s].isArray()) {
        if (!device.atEnd())
            return notA(u"the file is no asciicast, or one of version 1 of more than 16 MiB"_s);
        return notA(error.error == QJsonParseError::NoError
                        ? u"the file is JSON, but no asciicast of version 1, 2 or 3"_s
                        : u"the header is no JSON (%1)"_s.arg(error.errorString()));
    }
    m_columns = cells(object[u"width"_s]);
    m_rows = cells(object[u"height"_s]);
    m_stdout = object[u"stdout"_s].toArray();
    return {};
}

Result<> CastReader::goOn(const CastPlace &place)
{
    m_seconds = place.seconds;
    if (m_version == 1) {
        m_next = std::clamp<qint64>(place.at, 0, m_stdout.size());
        return {};
    }
    if (!m_device.seek(place.at))
        return fail(ErrorCode::Io, m_device.errorString());
    m_lines = LineReader(m_device, mostLineBytes, 1);
    m_torn = false;
    return {};
}

CastPlace CastReader::place() const
{
    if (m_version == 1)
        return {m_next, m_seconds};
    return {m_torn ? m_tornAt : m_lines.position(), m_seconds};
}

std::optional<CastEvent> CastReader::fromVersion1()
{
    while (m_next < m_stdout.size()) {
        const QJsonArray pair = m_stdout[m_next++].toArray();
        CastEvent event;
        if (pair.size() == 2 && take(castFieldsOf({pair[0], u"o"_s, pair[1]}), event))
            return event;
        ++m_unreadable;
        m_firstUnreadable = m_firstUnreadable ? m_firstUnreadable : 1;
    }
    return {};
}

// Versions 1 and 3 tell the time since the event before, version 2 since the start.
bool CastReader::take(std::optional<CastFields> fields, CastEvent &event)
{
    if (!fields || !(fields->seconds >= 0 && fields->seconds < mostSeconds))
        return false;
    m_seconds = m_version == 2 ? std::max(m_seconds, fields->seconds)
                               : std::min(mostSeconds, m_seconds + fields->seconds);
    event = {m_seconds, std::move(fields->code), std::move(fields->data)};
    return true;
}

void CastReader::count(const Line &line)
{
    if (!line.terminated) {
        m_torn = true;
        m_tornAt = line.at;
        return;
    }
    ++m_unreadable;
    m_firstUnreadable = m_firstUnreadable ? m_firstUnreadable : line.number;
}

Result<std::optional<CastEvent>> CastReader::next()
{
    if (m_version == 1)
        return fromVersion1();
    for (;;) {
        TRY_LET(const std::optional<Line> line, m_lines.next());
        if (!line)
            return std::optional<CastEvent>();
        CastEvent event;
        if (take(line->tooLong ? std::nullopt : scanCastLine(line->text), event))
            return std::optional(std::move(event));
        if (line->text.trimmed().isEmpty() || (m_version == 3 && line->text.startsWith('#')))
            continue;
        if (!line->tooLong && take(parseCastLine(line->text), event))
            return std::optional(std::move(event));
        count(*line);
    }
}

} // namespace respool
