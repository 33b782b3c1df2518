// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

class QKeyEvent;

namespace respool {

// What the player does at a key.
enum class PlayerVerb {
    TogglePlaying,
    Back,
    Forward,
    FarBack,
    FarForward,
    ToBeginning,
    ToEnd,
    ToTenth,
    StepBack,
    StepForward,
    PartBefore,
    PartAfter,
    MarkerBefore,
    MarkerAfter,
    Slower,
    Faster,
    SkipIdle,
    WallClock,
    Search,
    HitAfter,
    HitBefore,
    Mute,
    Live,
    SetIn,
    SetOut,
    Export,
    CopyPicture,
    SavePicture,
    SelectText,
    Detach,
    FullScreen,
    Help,
    Leave,
};

struct PlayerKey
{
    PlayerVerb verb = PlayerVerb::Help;
    QString keys; // as people read them
    QString what; // it does
};

// Those of asciinema and mpv. tenth: the digit, for ToTenth.
struct PlayerKeyPress
{
    PlayerVerb verb = PlayerVerb::Help;
    int tenth = 0;
};
std::optional<PlayerKeyPress> playerKeyPress(const QKeyEvent &event);

// All of them in the order in which they are explained.
QList<PlayerKey> playerKeys();
QString keysOf(PlayerVerb verb);

} // namespace respool
