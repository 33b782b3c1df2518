// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screenwipe.h"

namespace respool {

namespace {

using What = ScreenWipe::What;

std::optional<What> wipeOf(QByteArrayView parameters, char final)
{
    if (final == 'J')
        return parameters.isEmpty() || parameters == "0" ? What::Below : What::All;
    const bool screens =
        parameters.startsWith('?') && (parameters.endsWith("47") || parameters.endsWith("1049"));
    if ((final == 'h' || final == 'l') && screens)
        return What::Switch;
    return {};
}

} // namespace

std::optional<ScreenWipe> nextWipe(QByteArrayView bytes, qsizetype from)
{
    for (;;) {
        const qsizetype at = bytes.indexOf('\x1b', from);
        if (at < 0 || at + 1 >= bytes.size())
            return {};
        from = at + 1;
        if (bytes[from] == 'c')
            return ScreenWipe{at, What::Switch};
        if (bytes[from] != '[')
            continue;
        qsizetype end = from + 1;
        while (end < bytes.size() && quint8(bytes[end]) >= 0x20 && quint8(bytes[end]) < 0x40)
            ++end;
        if (end >= bytes.size())
            return {};
        if (const auto what = wipeOf(bytes.sliced(from + 1, end - from - 1), bytes[end]))
            return ScreenWipe{at, *what};
    }
}

} // namespace respool
