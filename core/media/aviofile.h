// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/avhandles.h"

#include <stop_token>

namespace respool {

// A file as libav reads and writes it: by descriptor, each with a position of its own, so that
// no path is opened behind our back. Remembers the first errno, because libav's layers lose it,
// and ends every call once a stop is asked for. Lives as long as the IoHandle made from it.
struct AvioFile
{
    int fd = -1;
    qint64 position = 0;
    qint64 bytes = 0;      // reading: where the file ends for us; writing: how far it was written
    qint64 readBudget = 0; // how much may still be read; 0 is no limit
    int error = 0;
    std::stop_token stop;

    Result<IoHandle> forReading(const QString &path);
    Result<IoHandle> forWriting(const QString &path);
};

} // namespace respool
