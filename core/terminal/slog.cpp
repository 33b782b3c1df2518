// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/slog.h"

#include "core/terminal/linereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The bounds of the format.
constexpr qint64 mostLogLineBytes = 262'144;
constexpr qint64 mostLogBytes = 8 << 20;
constexpr qint64 mostLines = 20'000;
constexpr qsizetype mostEntries = 10'000;
constexpr qsizetype mostChars = 4096;
constexpr qsizetype mostEntryParameters = 200;
constexpr qsizetype mostUnknownFields = 100;
constexpr int mostDepth = 8;
constexpr double mostSeq = 9'007'199'254'740'991; // what a double counts exactly

constexpr auto malformedLine = "malformed-line"_L1;
constexpr auto missingStart = "missing-session-start"_L1;
constexpr auto missingEnd = "missing-session-end"_L1;
constexpr auto duplicateSequence = "duplicate-sequence"_L1;
constexpr auto missingSequence = "missing-sequence"_L1;
constexpr auto wrongOrder = "sequence-order-mismatch"_L1;
constexpr auto unknownEvent = "unknown-event-type"_L1;
constexpr auto invalidField = "invalid-field"_L1;
constexpr auto limitExceeded = "entry-limit-exceeded"_L1;
constexpr auto longText = "string-truncated"_L1;
constexpr auto unterminated = "unterminated-final-line"_L1;

constexpr auto startEvent = "session.start"_L1;
constexpr auto endEvent = "session.end"_L1;

const QStringList &optionalTexts()
{
    static const QStringList names{u"actor"_s, u"locale"_s, u"host"_s, u"sessionType"_s,
                                   u"object"_s};
    return names;
}

bool isKnownField(const QString &name)
{
    static const QSet<QString> others{u"timestamp"_s, u"seq"_s, u"event"_s, u"description"_s,
                                      u"parameters"_s};
    return others.contains(name) || optionalTexts().contains(name);
}

bool isDeeperThan(const QJsonValue &value, int depth)
{
    if (!value.isArray() && !value.isObject())
        return false;
    if (depth == 0)
        return true;
    const auto deeper = [&](const QJsonValue &item) { return isDeeperThan(item, depth - 1); };
    if (value.isArray())
        return std::ranges::any_of(value.toArray(), deeper);
    return std::ranges::any_of(value.toObject(), deeper);
}

} // namespace

void SlogReader::warn(QLatin1StringView code, qint64 line, const QString &text)
{
    Warning &warning = m_warnings[code];
    if (warning.times++ == 0) {
        warning.line = line;
        warning.text = text;
    }
}

QStringList SlogReader::warnings() const
{
    QStringList texts;
    for (const auto &[code, warning] : m_warnings.asKeyValueRange()) {
        QString text = code;
        if (!warning.text.isEmpty())
            text += u": "_s + warning.text;
        else if (warning.line > 0)
            text += u": line %1"_s.arg(warning.line);
        if (warning.times > 1)
            text += u", and %1 more"_s.arg(warning.times - 1);
        texts << text;
    }
    return texts;
}

Result<QList<SlogEntry>> SlogReader::read(QIODevice &device)
{
    LineReader lines(device, mostLogLineBytes);
    QList<SlogEntry> entries;
    qint64 bytes = 0;
    for (;;) {
        TRY_LET(const std::optional<Line> line, lines.next());
        if (!line)
            break;
        bytes += line->text.size() + 1;
        if (!line->terminated)
            warn(unterminated, 0);
        if (line->number > mostLines || bytes > mostLogBytes || entries.size() >= mostEntries) {
            warn(limitExceeded, line->number);
            break;
        }
        if (line->text.trimmed().isEmpty())
            continue;
        if (line->tooLong) {
            warn(limitExceeded, line->number);
            continue;
        }
        const QJsonDocument document = QJsonDocument::fromJson(line->text);
        if (!document.isObject()) {
            warn(malformedLine, line->number);
            continue;
        }
        if (const auto entry = entryOf(document.object(), line->number))
            entries << *entry;
    }
    checkSequence(entries);
    checkEnds(entries);
    return entries;
}

std::optional<SlogEntry> SlogReader::entryOf(const QJsonObject &object, qint64 line)
{
    const QJsonValue seq = object[u"seq"_s];
    const double number = seq.toDouble(-1);
    const bool complete = object[u"timestamp"_s].isString() && object[u"description"_s].isString()
                          && object[u"event"_s].isString() && number >= 0 && number <= mostSeq
                          && std::trunc(number) == number;
    if (!complete || isDeeperThan(object, mostDepth)) {
        warn(invalidField, line);
        return {};
    }
    const QString timestamp = textOf(object[u"timestamp"_s].toString(), line);
    SlogEntry entry;
    entry.event = textOf(object[u"event"_s].toString(), line);
    entry.seq = qint64(number);
    entry.time = QDateTime::fromString(timestamp, Qt::ISODateWithMs);
    entry.line = line;
    if (!entry.time.isValid())
        warn(invalidField, line);
    if (entry.event != startEvent && entry.event != endEvent && entry.event != "session.action"_L1)
        warn(unknownEvent, line);
    entry.description = textOf(object[u"description"_s].toString(), line);
    for (const QString &name : optionalTexts()) {
        const QJsonValue value = object[name];
        if (value.isString())
            entry.fields << SlogField{name, textOf(value.toString(), line)};
        else if (!value.isUndefined())
            warn(invalidField, line);
    }
    takeParameters(object, entry);
    const QStringList names = object.keys();
    const auto known = std::ranges::count_if(names, isKnownField);
    if (names.size() - known > mostUnknownFields)
        warn(limitExceeded, line);
    return entry;
}

QString SlogReader::textOf(const QString &text, qint64 line)
{
    if (text.size() > mostChars)
        warn(longText, line);
    return text.left(mostChars);
}

void SlogReader::takeParameters(const QJsonObject &object, SlogEntry &entry)
{
    const QJsonValue value = object[u"parameters"_s];
    if (value.isUndefined())
        return;
    if (!value.isObject())
        return warn(invalidField, entry.line);
    const QJsonObject parameters = value.toObject();
    if (parameters.size() > mostEntryParameters)
        warn(limitExceeded, entry.line);
    qsizetype seen = 0;
    for (auto item = parameters.begin(); item != parameters.end() && seen < mostEntryParameters;
         ++item, ++seen) {
        const QString name = textOf(item.key(), entry.line);
        if (item.value().isString())
            entry.fields << SlogField{name, textOf(item.value().toString(), entry.line)};
        else
            warn(invalidField, entry.line);
    }
}

// The numbers count from 0 without gaps, in the order of the file.
void SlogReader::checkSequence(const QList<SlogEntry> &entries)
{
    QSet<qint64> seen;
    qint64 last = -1;
    for (const SlogEntry &entry : entries) {
        const qint64 seq = entry.seq;
        if (seen.contains(seq))
            warn(duplicateSequence, entry.line);
        if (seq < last)
            warn(wrongOrder, entry.line);
        seen << seq;
        last = seq;
    }
    QList<qint64> sorted(seen.begin(), seen.end());
    std::ranges::sort(sorted);
    qint64 expected = 0;
    qint64 missing = 0;
    qint64 first = 0;
    for (const qint64 seq : std::as_const(sorted)) {
        if (seq > expected && missing == 0)
            first = expected;
        missing += seq - expected;
        expected = seq + 1;
    }
    if (missing > 0)
        warn(missingSequence, 0, u"%1 from number %2 on"_s.arg(missing).arg(first));
}

void SlogReader::checkEnds(const QList<SlogEntry> &entries)
{
    if (entries.isEmpty())
        return;
    if (std::ranges::find(entries, startEvent, &SlogEntry::event) == entries.end())
        warn(missingStart, 0);
    if (std::ranges::find(entries, endEvent, &SlogEntry::event) == entries.end())
        warn(missingEnd, 0);
}

} // namespace respool
