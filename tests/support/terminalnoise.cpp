// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/terminalnoise.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <iterator>
#include <random>

namespace respool {

namespace {

using Random = std::mt19937;

int below(Random &random, int end)
{
    return int(random() % quint32(end));
}

QByteArray number(Random &random, int end)
{
    return QByteArray::number(1 + below(random, end));
}

template <typename List>
QByteArray oneOf(Random &random, const List &list)
{
    return QByteArray(list[size_t(below(random, int(std::size(list))))]);
}

QByteArray text(Random &random)
{
    static constexpr std::array words{"ls -la",          "Grüße ",
                                      "日本語",          "e\xcc\x81t\xcc\xa3",
                                      "│ ─ ╬",           "\xf0\x9f\x98\x80 ok",
                                      "한글 ",           "xxxxxxxxxxxxxxxxxxxxx",
                                      "qqxxlkjm",        "a",
                                      "\t|\t",           "  ",
                                      "0123456789abcdef"};
    return oneOf(random, words);
}

QByteArray move(Random &random)
{
    switch (below(random, 6)) {
    case 0:
        return "\x1b[" + number(random, 30) + ';' + number(random, 90) + 'H';
    case 1:
        return "\x1b[" + number(random, 5)
               + oneOf(random, std::array{"A", "B", "C", "D", "G", "d"});
    case 2:
        return oneOf(random, std::array{"\r", "\n", "\r\n", "\b", "\x1bM",
                                        "\x1b"
                                        "D",
                                        "\x1b"
                                        "E"});
    case 3:
        return oneOf(random, std::array{"\x1b"
                                        "7",
                                        "\x1b"
                                        "8",
                                        "\x1b[?1048h", "\x1b[?1048l"});
    default:
        return "\r\n";
    }
}

QByteArray pen(Random &random)
{
    switch (below(random, 5)) {
    case 0:
        return "\x1b[38;2;" + number(random, 255) + ";7;" + number(random, 255) + 'm';
    case 1:
        return "\x1b[48;5;" + number(random, 255) + 'm';
    case 2:
        return oneOf(random, std::array{"\x1b[0m", "\x1b[1m", "\x1b[3;4m", "\x1b[7m", "\x1b[9;21m",
                                        "\x1b[4:3m", "\x1b[27;24m", "\x1b[39;49m"});
    default:
        return "\x1b[" + QByteArray::number(30 + below(random, 8)) + ';'
               + QByteArray::number(100 + below(random, 8)) + 'm';
    }
}

QByteArray mode(Random &random)
{
    static constexpr std::array modes{"\x1b[?25l", "\x1b[?25h", "\x1b[?6l",
                                      "\x1b[?7l",  "\x1b[?7h",  "\x1b[4h",
                                      "\x1b[4l",   "\x1b[20h",  "\x1b[20l",
                                      "\x1b[?5h",  "\x1b[?5l",  "\x1b[?69h",
                                      "\x1b[?69l", "\x1b(0",    "\x1b(B",
                                      "\x1b)0",    "\x0e",      "\x0f",
                                      "\x1bn",     "\x1b*0",    "\x1b]2;a title\x07",
                                      "\x1b[!p"};
    return oneOf(random, modes);
}

QByteArray change(Random &random)
{
    switch (below(random, 8)) {
    case 0:
        return "\x1b[" + number(random, 12) + ';' + number(random, 24) + 'r';
    case 1:
        return "\x1b[" + number(random, 20) + ';' + number(random, 80) + 's';
    case 2:
        return oneOf(random, std::array{"\x1b[J", "\x1b[1J", "\x1b[2J", "\x1b[K", "\x1b[1K"});
    case 3:
        return oneOf(random,
                     std::array{"\x1b[?1049h", "\x1b[?1049l", "\x1b[?1047h", "\x1b[?1047l"});
    case 4:
        return "\x1b[" + number(random, 9) + 'b';
    default:
        return "\x1b[" + number(random, 4)
               + oneOf(random, std::array{"@", "P", "L", "M", "S", "T", "X"});
    }
}

} // namespace

QList<NoisePiece> terminalNoise(quint32 seed, int pieces)
{
    Random random(seed);
    QList<NoisePiece> noise;
    for (int i = 0; i < pieces; ++i) {
        NoisePiece piece;
        // A cursor that was saved where the screen ends now would be forgotten.
        if (below(random, 40) == 0)
            piece = {"\x1b"
                     "7",
                     20 + below(random, 80), 5 + below(random, 30)};
        for (int n = 1 + below(random, 5); n > 0; --n) {
            const int kind = below(random, 20);
            piece.output += kind < 9    ? text(random)
                            : kind < 13 ? move(random)
                            : kind < 16 ? pen(random)
                            : kind < 18 ? change(random)
                                        : mode(random);
        }
        if (below(random, 300) == 0)
            piece.output += "\x1b"
                            "c";
        noise << piece;
    }
    return noise;
}

QByteArray noiseCast(quint32 seed, int pieces)
{
    QByteArray cast = "{\"version\":2,\"width\":80,\"height\":24}\n";
    qint64 ms = 0;
    const auto add = [&](const QString &code, const QString &data) {
        const QJsonArray event{double(ms) / 1000, code, data};
        cast += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    };
    int count = 0;
    for (const NoisePiece &piece : terminalNoise(seed, pieces)) {
        ms += 7;
        if (piece.columns > 0)
            add(QStringLiteral("r"), QStringLiteral("%1x%2").arg(piece.columns).arg(piece.rows));
        add(QStringLiteral("o"), QString::fromUtf8(piece.output));
        if (++count % 100 == 0) {
            ms += 2000;
            add(QStringLiteral("i"), QStringLiteral("x"));
            add(QStringLiteral("m"), QStringLiteral("marker %1").arg(count));
        }
    }
    return cast;
}

} // namespace respool
