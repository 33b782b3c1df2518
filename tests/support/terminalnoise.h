// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace respool {

// A piece of what programs write to a terminal, or a change of its size.
struct NoisePiece
{
    QByteArray output;
    int columns = 0; // 0: the size stays
    int rows = 0;
};

// So many pieces that use a terminal in many ways, the same ones for the same seed: text with wide
// and combining characters, colours, margins, modes, sets of characters, tabulators, the alternate
// screen, saved cursors, erasing, inserting, scrolling, titles.
QList<NoisePiece> terminalNoise(quint32 seed, int pieces);

// The same as an asciicast 2 of 80 by 24, one event every 7 ms, with a pause of two seconds, input
// and a marker after each hundred.
QByteArray noiseCast(quint32 seed, int pieces);

} // namespace respool
