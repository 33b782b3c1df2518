// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/replayshelf.h"

#include "core/replaycatalog.h"
#include "core/terminalreplay.h"

namespace respool {

ReplayShelf::ReplayShelf(ReplayCatalog &replays)
    : m_replays(replays)
{}

ReplayShelf::~ReplayShelf() = default;

void ReplayShelf::clear()
{
    m_open.clear();
}

void ReplayShelf::drop(int part)
{
    m_open.erase(part);
}

TerminalReplay &ReplayShelf::replay(const Recording &recording, const StoreInfo &store, int part)
{
    std::unique_ptr<TerminalReplay> &replay = m_open[part];
    if (!replay)
        replay = m_replays.openTerminal(recording, store, recording.parts[part]);
    return *replay;
}

} // namespace respool
