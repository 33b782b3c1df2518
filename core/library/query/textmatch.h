// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace respool {

inline constexpr qsizetype mostTextWords = 32;

// What to look for in texts, from what people type: words that must all be in one line, "phrases",
// beginnings* and -what must not be there. Everything else is looked for as it stands, so that no
// text is a mistake of the database's language. typing: the last word may go on.
// Errors: InvalidArgument when there is nothing to look for, or too much.
Result<QString> textMatch(const QString &typed, bool typing = false);

// The same for one value of a query: all of it is one phrase; a star at its end makes it the
// beginning of one. It may stand for nothing, and is found nowhere then.
QString phraseMatch(const QString &value);
// Whether that is surely one word, or the beginning of one.
bool isOneWord(const QString &value);

} // namespace respool
