// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

class QIODevice;

namespace respool {

// What both kinds of terminal recording say, as far as a screen is concerned.
struct TerminalEvent
{
    qint64 atMs = 0;
    QByteArray output;
    int columns = 0; // 0: the size stays
    int rows = 0;
};

// The next event; nothing at the end. Errors: Media, Io.
using TerminalEvents = std::function<Result<std::optional<TerminalEvent>>()>;

// From the beginning of the file, whatever was read of it before. The device must outlive them.
Result<TerminalEvents> eventsOfCast(QIODevice &file);
Result<TerminalEvents> eventsOfTrp(QIODevice &file);

} // namespace respool
