// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/linereader.h"
#include "core/terminal/terminaltext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// As SlogReader has them.
constexpr qint64 mostEntryBytes = 256 << 10;
constexpr qint64 mostReadBytes = 8 << 20;
constexpr qsizetype mostValueChars = 4096;

void append(QString &text, const QJsonValue &value)
{
    QString word = value.isString() ? value.toString() : value.toVariant().toString();
    word = word.left(mostValueChars).simplified();
    if (!word.isEmpty())
        text += (text.isEmpty() ? QString() : u"  "_s) + word;
}

// What somebody would say of the entry first, then who and where, then the rest.
QString textOf(const QJsonObject &entry)
{
    QString text;
    for (const QString &name :
         {u"description"_s, u"event"_s, u"actor"_s, u"host"_s, u"object"_s, u"sessionType"_s})
        append(text, entry[name]);
    const QJsonObject parameters = entry[u"parameters"_s].toObject();
    for (auto item = parameters.begin(); item != parameters.end(); ++item)
        append(text, QString(item.key() + u": "_s + item.value().toVariant().toString()));
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control)
            letter = u' ';
    }
    return text;
}

} // namespace

Result<TextLines> textOfLog(QIODevice &file)
{
    LineReader reader(file, mostEntryBytes);
    TextLines text;
    qint64 bytes = 0, textBytes = 0, beginMs = -1, lastMs = 0;
    while (!text.cutShort) {
        TRY_LET(const std::optional<Line> line, reader.next());
        if (!line)
            break;
        bytes += line->text.size() + 1;
        const QJsonObject entry =
            line->tooLong ? QJsonObject() : QJsonDocument::fromJson(line->text).object();
        const QDateTime time =
            QDateTime::fromString(entry[u"timestamp"_s].toString(), Qt::ISODateWithMs);
        if (time.isValid() && beginMs < 0)
            beginMs = time.toMSecsSinceEpoch();
        if (time.isValid())
            lastMs = std::max<qint64>(0, time.toMSecsSinceEpoch() - beginMs);
        const QByteArray words =
            beginningOf(textOf(entry).toUtf8(), TextLines::mostLineBytes).trimmed();
        if (words.isEmpty())
            continue;
        textBytes += words.size();
        text.lines << TextLine{lastMs, words};
        text.cutShort = text.lines.size() >= TextLines::mostLines || bytes > mostReadBytes
                        || textBytes >= TextLines::mostTextBytes - TextLines::mostLineBytes;
    }
    std::ranges::stable_sort(text.lines, {}, &TextLine::atMs);
    return text;
}

} // namespace respool
