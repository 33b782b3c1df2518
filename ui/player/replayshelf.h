// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <map>
#include <memory>

namespace respool {

class ReplayCatalog;
class TerminalReplay;

// The terminal parts of the recording that is looked at, each opened once for all who want to play
// it or search in it. Lives on the ui thread.
class ReplayShelf
{
public:
    explicit ReplayShelf(ReplayCatalog &replays);
    ~ReplayShelf();

    void clear();
    void drop(int part); // to be opened anew
    TerminalReplay &replay(const Recording &recording, const StoreInfo &store, int part);

private:
    ReplayCatalog &m_replays;
    std::map<int, std::unique_ptr<TerminalReplay>> m_open;
};

} // namespace respool
