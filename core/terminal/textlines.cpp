// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/textlines.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 textMagic = 0x52535458; // "RSTX"
constexpr quint16 textVersion = 1;

bool isPlain(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= TextLines::mostLineBytes
           && std::ranges::none_of(
               text, [](char byte) { return quint8(byte) < 0x20 || quint8(byte) == 0x7f; });
}

bool read(QDataStream &stream, TextLine &line)
{
    quint32 bytes = 0;
    stream >> line.atMs >> bytes;
    if (stream.status() != QDataStream::Ok || line.atMs < 0
        || bytes > quint32(TextLines::mostLineBytes))
        return false;
    line.text.resize(qsizetype(bytes));
    return stream.readRawData(line.text.data(), int(bytes)) == int(bytes) && isPlain(line.text);
}

} // namespace

QByteArray beginningOf(const QByteArray &utf8, qsizetype mostBytes)
{
    if (utf8.size() <= mostBytes)
        return utf8;
    qsizetype end = mostBytes;
    while (end > 0 && (quint8(utf8[end]) & 0xc0) == 0x80)
        --end;
    return utf8.first(end);
}

QByteArray TextLines::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << textMagic << textVersion << cutShort << quint32(lines.size());
    for (const TextLine &line : lines)
        stream << line.atMs << line.text;
    return bytes;
}

Result<TextLines> TextLines::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint32 begin = 0, count = 0;
    quint16 written = 0;
    TextLines text;
    stream >> begin >> written;
    if (begin == textMagic && written > textVersion)
        return fail(ErrorCode::NewerVersion, u"a newer Respool has read this text"_s);
    stream >> text.cutShort >> count;
    bool good = begin == textMagic && written == textVersion && count <= quint32(mostLines)
                && stream.status() == QDataStream::Ok && bytes.size() <= mostBytes;
    for (quint32 i = 0; good && i < count; ++i) {
        TextLine line;
        good = read(stream, line) && (i == 0 || text.lines.last().atMs <= line.atMs);
        text.lines << std::move(line);
    }
    if (!good || !stream.atEnd())
        return fail(ErrorCode::Media, u"this is no text of a recording"_s);
    return text;
}

} // namespace respool
