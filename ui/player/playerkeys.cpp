// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playerkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct Binding
{
    Qt::KeyboardModifiers modifiers;
    int key = 0;
    PlayerVerb verb = PlayerVerb::Help;
};

// Keys that are no letter of a text.
constexpr std::array<Binding, 18> bindings{{
    {Qt::NoModifier, Qt::Key_Space, PlayerVerb::TogglePlaying},
    {Qt::NoModifier, Qt::Key_MediaTogglePlayPause, PlayerVerb::TogglePlaying},
    {Qt::NoModifier, Qt::Key_MediaPlay, PlayerVerb::TogglePlaying},
    {Qt::NoModifier, Qt::Key_Left, PlayerVerb::Back},
    {Qt::NoModifier, Qt::Key_Right, PlayerVerb::Forward},
    {Qt::ShiftModifier, Qt::Key_Left, PlayerVerb::FarBack},
    {Qt::ShiftModifier, Qt::Key_Right, PlayerVerb::FarForward},
    {Qt::NoModifier, Qt::Key_Home, PlayerVerb::ToBeginning},
    {Qt::NoModifier, Qt::Key_End, PlayerVerb::ToEnd},
    {Qt::NoModifier, Qt::Key_PageUp, PlayerVerb::PartBefore},
    {Qt::NoModifier, Qt::Key_PageDown, PlayerVerb::PartAfter},
    {Qt::NoModifier, Qt::Key_MediaPrevious, PlayerVerb::PartBefore},
    {Qt::NoModifier, Qt::Key_MediaNext, PlayerVerb::PartAfter},
    {Qt::NoModifier, Qt::Key_F3, PlayerVerb::HitAfter},
    {Qt::ShiftModifier, Qt::Key_F3, PlayerVerb::HitBefore},
    {Qt::NoModifier, Qt::Key_F11, PlayerVerb::FullScreen},
    {Qt::NoModifier, Qt::Key_Escape, PlayerVerb::Leave},
    {Qt::NoModifier, Qt::Key_F1, PlayerVerb::Help},
}};

// What a key writes, on whatever keyboard.
constexpr std::array<std::pair<char, PlayerVerb>, 26> letters{{
    {',', PlayerVerb::StepBack},    {'.', PlayerVerb::StepForward}, {'[', PlayerVerb::MarkerBefore},
    {']', PlayerVerb::MarkerAfter}, {'<', PlayerVerb::Slower},      {'-', PlayerVerb::Slower},
    {'>', PlayerVerb::Faster},      {'+', PlayerVerb::Faster},      {'=', PlayerVerb::Faster},
    {'s', PlayerVerb::SkipIdle},    {'a', PlayerVerb::WallClock},   {'/', PlayerVerb::Search},
    {'n', PlayerVerb::HitAfter},    {'N', PlayerVerb::HitBefore},   {'m', PlayerVerb::Mute},
    {'l', PlayerVerb::Live},        {'i', PlayerVerb::SetIn},       {'o', PlayerVerb::SetOut},
    {'e', PlayerVerb::Export},      {'c', PlayerVerb::CopyPicture}, {'p', PlayerVerb::SavePicture},
    {'w', PlayerVerb::Detach},      {'f', PlayerVerb::FullScreen},  {'?', PlayerVerb::Help},
    {'q', PlayerVerb::Leave},       {'v', PlayerVerb::SelectText},
}};

QString word(const char *text)
{
    return QCoreApplication::translate("PlayerKeys", text);
}

} // namespace

std::optional<PlayerKeyPress> playerKeyPress(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto bound = std::ranges::find_if(bindings, [&](const Binding &binding) {
        return binding.key == event.key() && binding.modifiers == modifiers;
    });
    if (bound != bindings.end())
        return PlayerKeyPress{bound->verb};
    if (event.text().size() != 1
        || (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return {};
    const char letter = event.text().front().toLatin1();
    if (letter >= '0' && letter <= '9')
        return PlayerKeyPress{PlayerVerb::ToTenth, letter - '0'};
    const auto written = std::ranges::find(letters, letter, &std::pair<char, PlayerVerb>::first);
    return written == letters.end() ? std::nullopt : std::optional(PlayerKeyPress{written->second});
}

QList<PlayerKey> playerKeys()
{
    const auto space = word(QT_TRANSLATE_NOOP("PlayerKeys", "Space"));
    return {
        {PlayerVerb::TogglePlaying, space, word(QT_TRANSLATE_NOOP("PlayerKeys", "Play or pause"))},
        {PlayerVerb::Back, u"←"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "5 seconds back"))},
        {PlayerVerb::Forward, u"→"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "5 seconds on"))},
        {PlayerVerb::FarBack, word(QT_TRANSLATE_NOOP("PlayerKeys", "Shift+←")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "A tenth back"))},
        {PlayerVerb::FarForward, word(QT_TRANSLATE_NOOP("PlayerKeys", "Shift+→")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "A tenth on"))},
        {PlayerVerb::ToTenth, u"0 – 9"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "To so many tenths"))},
        {PlayerVerb::ToBeginning, word(QT_TRANSLATE_NOOP("PlayerKeys", "Home")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "To the beginning"))},
        {PlayerVerb::ToEnd, word(QT_TRANSLATE_NOOP("PlayerKeys", "End")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "To the end"))},
        {PlayerVerb::StepBack, u","_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "One frame or event back"))},
        {PlayerVerb::StepForward, u"."_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "One frame or event on"))},
        {PlayerVerb::PartBefore, word(QT_TRANSLATE_NOOP("PlayerKeys", "Page up")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Part before"))},
        {PlayerVerb::PartAfter, word(QT_TRANSLATE_NOOP("PlayerKeys", "Page down")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Next part"))},
        {PlayerVerb::MarkerBefore, u"["_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Marker before"))},
        {PlayerVerb::MarkerAfter, u"]"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Next marker"))},
        {PlayerVerb::Slower, u"<  -"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Slower"))},
        {PlayerVerb::Faster, u">  +"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Faster"))},
        {PlayerVerb::SkipIdle, u"s"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Skip what stands still"))},
        {PlayerVerb::WallClock, u"a"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Time of day or time elapsed"))},
        {PlayerVerb::Search, u"/"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Search"))},
        {PlayerVerb::HitAfter, u"n"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Next hit"))},
        {PlayerVerb::HitBefore, u"N"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Hit before"))},
        {PlayerVerb::Mute, u"m"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "Sound on or off"))},
        {PlayerVerb::Live, u"l"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "To what is being recorded now"))},
        {PlayerVerb::SetIn, u"i"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Begin the selection here"))},
        {PlayerVerb::SetOut, u"o"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "End the selection here"))},
        {PlayerVerb::Export, u"e"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Export the selection…"))},
        {PlayerVerb::CopyPicture, u"c"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Copy the picture"))},
        {PlayerVerb::SavePicture, u"p"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Save the picture…"))},
        {PlayerVerb::SelectText, u"v"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Select text with Shift and the arrows"))},
        {PlayerVerb::Detach, u"w"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Window of its own, or back"))},
        {PlayerVerb::FullScreen, u"f  F11"_s,
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Full screen, or back"))},
        {PlayerVerb::Help, u"?  F1"_s, word(QT_TRANSLATE_NOOP("PlayerKeys", "These keys"))},
        {PlayerVerb::Leave, word(QT_TRANSLATE_NOOP("PlayerKeys", "Esc  q")),
         word(QT_TRANSLATE_NOOP("PlayerKeys", "Back, one step after another"))},
    };
}

QString keysOf(PlayerVerb verb)
{
    const QList<PlayerKey> all = playerKeys();
    const auto found = std::ranges::find(all, verb, &PlayerKey::verb);
    return found == all.end() ? QString() : found->keys;
}

} // namespace respool
