// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/leave.h"

#include "core/engine.h"

#include <cstdio>
#include <cstdlib>

namespace respool {

int leave(Engine &engine, int status)
{
    const int abandoned = engine.stop();
    if (abandoned == 0)
        return status;
    std::fprintf(stderr,
                 "respool: %d jobs did not stop in time; they begin again at the next start\n",
                 abandoned);
    std::fflush(nullptr);
    std::_Exit(status);
}

} // namespace respool
