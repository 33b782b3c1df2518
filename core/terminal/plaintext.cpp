// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/plaintext.h"

#include "core/terminal/asciicast.h"
#include "core/terminal/trp.h"

#include <QIODevice>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostTextBytes = 64 << 10;

// Control sequences (ECMA-48 CSI and two-byte escapes, xterm's OSC) and carriage returns.
QString withoutControls(const QString &found)
{
    // A regular expression does not look at text with half a character in it: JSON may hold such,
    // and cutting a text off makes one.
    QString text = QString::fromUtf8(found.toUtf8());
    static const QRegularExpression sequences(
        u"\\x1b\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)|\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[ -/]*[0-~]|[\\x00-\\x08\\x0b-\\x1f]"_s);
    text.remove(sequences);
    return text;
}

} // namespace

Result<QString> plainTextOfCast(QIODevice &file)
{
    TRY_LET(CastReader reader, CastReader::open(file));
    QString text;
    while (text.size() < mostTextBytes) {
        TRY_LET(const std::optional<CastEvent> event, reader.next());
        if (!event)
            break;
        if (event->code == "o")
            text += QString::fromUtf8(event->data);
    }
    text.truncate(mostTextBytes);
    return withoutControls(text);
}

Result<QString> plainTextOfTrp(QIODevice &file)
{
    TrpReader reader(file);
    QByteArray output;
    while (output.size() < mostTextBytes) {
        TRY_LET(const std::optional<TrpChunk> chunk, reader.next());
        if (!chunk)
            break;
        if (chunk->type == TrpChunk::Output)
            output += chunk->payload;
    }
    if (output.isEmpty())
        return fail(ErrorCode::Media, u"the file holds no terminal output"_s);
    // Decoded as a whole: a character may lie in two chunks. One that is cut off at the end waits
    // in the decoder.
    QStringDecoder decoder(QStringDecoder::Utf8);
    return withoutControls(decoder(output));
}

Result<QString> plainTextOfLog(QIODevice &file)
{
    return QString::fromUtf8(file.read(mostTextBytes));
}

} // namespace respool
