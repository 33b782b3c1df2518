// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/plaintext.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostBytes = 64 << 10;
constexpr qsizetype chunkHeadBytes = 8;

// Control sequences (ECMA-48 CSI and two-byte escapes, xterm's OSC) and carriage returns.
QString withoutControls(QString text)
{
    static const QRegularExpression sequences(
        u"\\x1b\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)|\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[ -/]*[0-~]|[\\x00-\\x08\\x0b-\\x1f]"_s);
    text.remove(sequences);
    return text;
}

} // namespace

Result<QString> plainTextOfCast(QIODevice &file)
{
    const QByteArray head = file.readLine(mostBytes);
    if (!QJsonDocument::fromJson(head).isObject())
        return fail(ErrorCode::Media, u"the file does not begin as an asciicast"_s);
    QString text;
    qint64 got = head.size();
    while (!file.atEnd() && got < mostBytes) {
        const QByteArray line = file.readLine(mostBytes);
        got += line.size();
        const QJsonArray event = QJsonDocument::fromJson(line).array();
        if (event.size() == 3 && event[1].toString() == "o"_L1)
            text += event[2].toString();
    }
    return withoutControls(text);
}

Result<QString> plainTextOfTrp(QIODevice &file)
{
    const QByteArray bytes = file.read(mostBytes);
    QByteArray output;
    for (qsizetype at = 0; at + chunkHeadBytes <= bytes.size();) {
        const auto type = qFromLittleEndian<quint16>(bytes.constData() + at + 4);
        const auto size = qFromLittleEndian<quint16>(bytes.constData() + at + 6);
        if (type == 0)
            output += bytes.mid(at + chunkHeadBytes, size);
        at += chunkHeadBytes + size;
    }
    if (output.isEmpty())
        return fail(ErrorCode::Media, u"the file holds no terminal output"_s);
    return withoutControls(QString::fromUtf8(output));
}

Result<QString> plainTextOfLog(QIODevice &file)
{
    return QString::fromUtf8(file.read(mostBytes));
}

} // namespace respool
