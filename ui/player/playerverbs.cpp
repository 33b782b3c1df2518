// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What PlayerPane does when somebody wants something.

#include "core/replaycatalog.h"
#include "core/terminalreplay.h"
#include "ui/player/keyhelp.h"
#include "ui/player/partplayer.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerpane.h"
#include "ui/player/playersearch.h"

#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 stepMs = 5000;
// While it plays, going back means further than to what was passed just now.
constexpr qint64 justPassedMs = 1500;

} // namespace

void PlayerPane::keyPressEvent(QKeyEvent *event)
{
    const auto press = playerKeyPress(*event);
    if (press)
        act(press->verb, press->tenth);
    else
        QWidget::keyPressEvent(event);
}

void PlayerPane::act(PlayerVerb verb, int tenth)
{
    // What can be done though nothing is shown.
    static const QHash<PlayerVerb, Deed> always{
        {PlayerVerb::Help, [](PlayerPane &pane) { pane.m_help->open(); }},
        {PlayerVerb::Leave, [](PlayerPane &pane) { emit pane.leaveWanted(); }},
        {PlayerVerb::Detach, [](PlayerPane &pane) { emit pane.detachWanted(); }},
        {PlayerVerb::FullScreen, [](PlayerPane &pane) { emit pane.fullScreenWanted(); }},
    };
    if (const Deed deed = always.value(verb))
        return deed(*this);
    if (!m_current)
        return;
    if (verb == PlayerVerb::ToTenth)
        return seek(m_timeline.lengthMs() * tenth / 10);
    for (const auto *deeds : {&deedsInTime(), &otherDeeds()}) {
        if (const Deed deed = deeds->value(verb))
            return deed(*this);
    }
}

const QHash<PlayerVerb, PlayerPane::Deed> &PlayerPane::deedsInTime()
{
    static const QHash<PlayerVerb, Deed> deeds{
        {PlayerVerb::TogglePlaying, [](PlayerPane &pane) { pane.setPlaying(!pane.m_playing); }},
        {PlayerVerb::Back, [](PlayerPane &pane) { pane.seekBy(-stepMs); }},
        {PlayerVerb::Forward, [](PlayerPane &pane) { pane.seekBy(stepMs); }},
        {PlayerVerb::FarBack,
         [](PlayerPane &pane) { pane.seekBy(-pane.m_timeline.lengthMs() / 10); }},
        {PlayerVerb::FarForward,
         [](PlayerPane &pane) { pane.seekBy(pane.m_timeline.lengthMs() / 10); }},
        {PlayerVerb::ToBeginning, [](PlayerPane &pane) { pane.seek(0); }},
        {PlayerVerb::ToEnd, [](PlayerPane &pane) { pane.seek(pane.m_timeline.lengthMs()); }},
        {PlayerVerb::Live, [](PlayerPane &pane) { pane.goLive(); }},
        {PlayerVerb::StepBack, [](PlayerPane &pane) { pane.step(-1); }},
        {PlayerVerb::StepForward, [](PlayerPane &pane) { pane.step(1); }},
        {PlayerVerb::Slower, [](PlayerPane &pane) { pane.changeSpeed(-1); }},
        {PlayerVerb::Faster, [](PlayerPane &pane) { pane.changeSpeed(1); }},
    };
    return deeds;
}

const QHash<PlayerVerb, PlayerPane::Deed> &PlayerPane::otherDeeds()
{
    static const QHash<PlayerVerb, Deed> deeds{
        {PlayerVerb::PartBefore,
         [](PlayerPane &pane) { pane.toPart(pane.m_timeline.partBefore(pane.m_part)); }},
        {PlayerVerb::PartAfter,
         [](PlayerPane &pane) { pane.toPart(pane.m_timeline.partAfter(pane.m_part)); }},
        {PlayerVerb::MarkerBefore, [](PlayerPane &pane) { pane.toMark(pane.markers(), -1); }},
        {PlayerVerb::MarkerAfter, [](PlayerPane &pane) { pane.toMark(pane.markers(), 1); }},
        {PlayerVerb::HitBefore, [](PlayerPane &pane) { pane.toHit(-1); }},
        {PlayerVerb::HitAfter, [](PlayerPane &pane) { pane.toHit(1); }},
        {PlayerVerb::SkipIdle,
         [](PlayerPane &pane) { pane.toggleManner(&PlayerManners::skipsIdle); }},
        {PlayerVerb::WallClock,
         [](PlayerPane &pane) { pane.toggleManner(&PlayerManners::wallClock); }},
        {PlayerVerb::Search, [](PlayerPane &pane) { pane.m_controls->focusSearch(); }},
        {PlayerVerb::Mute, [](PlayerPane &pane) { pane.toggleSound(); }},
        {PlayerVerb::SetIn, [](PlayerPane &pane) { pane.mark(PlayerVerb::SetIn); }},
        {PlayerVerb::SetOut, [](PlayerPane &pane) { pane.mark(PlayerVerb::SetOut); }},
        {PlayerVerb::Export, [](PlayerPane &pane) { pane.exportSelection(); }},
        {PlayerVerb::CopyPicture, [](PlayerPane &pane) { pane.copyPicture(); }},
        {PlayerVerb::SavePicture, [](PlayerPane &pane) { pane.savePicture(); }},
        {PlayerVerb::SelectText, [](PlayerPane &pane) { pane.selectText(); }},
    };
    return deeds;
}

void PlayerPane::goLive()
{
    seek(m_timeline.lengthMs());
    setPlaying(true);
}

void PlayerPane::step(int direction)
{
    setPlaying(false);
    m_current->step(direction);
}

// On a screen that stands still.
void PlayerPane::selectText()
{
    setPlaying(false);
    if (m_current->selectText())
        notice(tr("Shift and the arrow keys select, Enter copies, Esc ends"));
    else
        notice(tr("There is no text of a terminal here"));
}

void PlayerPane::toggleSound()
{
    m_muted = !m_muted;
    applyManners();
}

// Of all parts that were opened.
QList<SeekMark> PlayerPane::markers() const
{
    QList<SeekMark> all;
    for (const QList<SeekMark> &marks : m_markers)
        all += marks;
    return all;
}

void PlayerPane::setPlaying(bool playing)
{
    // Once more from the beginning.
    if (playing && !isGrowing() && m_bar->position() >= m_timeline.lengthMs())
        seek(0);
    m_playing = playing && !m_failed;
    m_controls->setPlaying(m_playing);
    m_current->setPlaying(m_playing);
    if (!m_playing)
        tellPosition();
}

void PlayerPane::seek(qint64 ms)
{
    if (m_part >= 0)
        goTo(m_timeline.placeAt(std::clamp<qint64>(ms, 0, m_timeline.lengthMs())));
}

void PlayerPane::seekBy(qint64 ms)
{
    seek(m_bar->position() + ms);
}

void PlayerPane::goTo(const PartPlace &place)
{
    if (place.part == m_part && !m_failed)
        m_current->seek(place.ms);
    else
        openPart(place);
}

void PlayerPane::toPart(int part)
{
    if (part >= 0)
        openPart({part, 0});
}

// The next one from here, or the last one before.
// The nearest mark in that direction; null: there is none.
const SeekMark *PlayerPane::nextMark(const QList<SeekMark> &marks, int direction) const
{
    const qint64 now = m_bar->position();
    const SeekMark *best = nullptr;
    qint64 bestMs = 0;
    for (const SeekMark &mark : marks) {
        const qint64 ms = m_timeline.timeOf(mark.place);
        const bool behind = direction > 0 ? ms > now : ms < now - (m_playing ? justPassedMs : 0);
        const bool nearer = !best || (direction > 0 ? ms < bestMs : ms > bestMs);
        if (behind && nearer) {
            best = &mark;
            bestMs = ms;
        }
    }
    return best;
}

void PlayerPane::toMark(const QList<SeekMark> &marks, int direction)
{
    const SeekMark *mark = nextMark(marks, direction);
    if (!mark)
        return notice(marks.isEmpty() ? tr("There is none") : tr("There is no further one"));
    goTo(mark->place);
    if (!mark->text.isEmpty())
        notice(mark->text.simplified());
}

// Who presses Enter before the search has got there is taken there when it has.
void PlayerPane::toHit(int direction)
{
    m_hitWanted = 0;
    if (m_search->isSearching() && !nextMark(m_search->hits(), direction))
        m_hitWanted = direction;
    else
        toMark(m_search->hits(), direction);
}

void PlayerPane::changeSpeed(int direction)
{
    const QList<double> &speeds = PlayerControls::speeds();
    const qsizetype at = speeds.indexOf(m_speed) + direction;
    if (at >= 0 && at < speeds.size())
        setSpeed(speeds[at]);
}

void PlayerPane::setSpeed(double speed)
{
    m_speed = speed;
    m_controls->setSpeed(speed);
    if (m_current)
        m_current->setSpeed(speed);
    notice(tr("Speed %1×").arg(QLocale().toString(speed)));
}

void PlayerPane::toggleManner(bool PlayerManners::*manner)
{
    m_manners.*manner = !(m_manners.*manner);
    applyManners();
    emit mannersChanged();
    if (manner == &PlayerManners::skipsIdle)
        notice(m_manners.skipsIdle ? tr("What stands still is skipped")
                                   : tr("What stands still is shown"));
}

void PlayerPane::search(const QString &text)
{
    QList<int> parts;
    for (const TimelineStretch &stretch : m_timeline.stretches())
        parts << stretch.part;
    if (m_current)
        m_current->showFound(text);
    m_hitWanted = 0;
    m_search->search(m_recording, m_store, parts, text);
    showHits();
}

void PlayerPane::showHits()
{
    const QList<SeekMark> &hits = m_search->hits();
    m_bar->setHits(hits);
    QString text;
    if (m_search->isSearching())
        text =
            hits.isEmpty() ? tr("Searching…") : tr("%n hit(s) so far", nullptr, int(hits.size()));
    else if (!m_controls->searched().isEmpty())
        text = hits.isEmpty() ? tr("Not found") : tr("%n hit(s)", nullptr, int(hits.size()));
    m_controls->setHits(text);
    if (m_hitWanted != 0)
        toHit(m_hitWanted);
    if (m_search->unread() > 0)
        notice(tr("%n part(s) could not be searched", nullptr, m_search->unread()));
}

} // namespace respool
