// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace respool {

// A control sequence that takes away what can be read on a screen: it clears all of it or what is
// below the cursor, or another screen is shown.
struct ScreenWipe
{
    enum class What { Below, All, Switch };
    qsizetype at = 0; // of its escape
    What what = What::All;
};

// The next one from there on. One that two pieces of output share is not seen.
std::optional<ScreenWipe> nextWipe(QByteArrayView bytes, qsizetype from);

} // namespace respool
