// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playerpane.h"

#include "core/base/units.h"
#include "core/picturecatalog.h"
#include "core/replaycatalog.h"
#include "core/terminalreplay.h"
#include "ui/errortext.h"
#include "ui/player/elidedlabel.h"
#include "ui/player/keyhelp.h"
#include "ui/player/logpart.h"
#include "ui/player/logview.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playersearch.h"
#include "ui/player/terminalpart.h"
#include "ui/player/videopart.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 worthResumingMs = 5'000;
constexpr qint64 toldEveryMs = 10'000;
constexpr qint64 liveMs = 5'000; // so near to the end it is what happens now
constexpr qsizetype mostFilms = 16;

// What was repaired lacks something, and can be shown all the same.
bool isReadable(const Part &part)
{
    return part.problem.isEmpty() || part.seekable == Seekable::Yes;
}

} // namespace

bool PlayerPane::isGrowing() const
{
    return m_recording.active && m_part >= 0 && m_timeline.partAfter(m_part) < 0;
}

bool PlayerPane::isBusy() const
{
    const bool ended = !m_playing && m_bar->position() >= m_timeline.lengthMs();
    return m_recording.id.value != 0 && !m_failed && !ended;
}

PartPlayer *PlayerPane::playerOf(PartKind kind) const
{
    switch (kind) {
    case PartKind::Webm:
    case PartKind::Media:
        return m_video;
    case PartKind::Cast:
    case PartKind::Trp:
        return m_terminal;
    case PartKind::Slog:
        return m_log;
    }
    Q_UNREACHABLE();
}

void PlayerPane::begin(const Recording &recording, const StoreInfo &store)
{
    clear();
    m_recording = recording;
    m_store = store;
    m_timeline = RecordingTimeline(recording);
    m_bar->setTimeline(m_timeline);
    m_title->say(recording.uid);
    m_live->setVisible(recording.active);
    m_playing = true;
    const auto hasText = [](const Part &part) {
        return part.kind != PartKind::Webm && part.kind != PartKind::Media;
    };
    m_controls->setCan(true, !std::ranges::all_of(recording.parts, hasText),
                       std::ranges::any_of(recording.parts, hasText), recording.parts.size() > 1);
    showTime();
    askPictures();
    tellOfKeptOriginals();
    emit played(recording);
}

void PlayerPane::play(const Recording &recording, const StoreInfo &store, qint64 fromMs)
{
    begin(recording, store);
    if (recording.parts.isEmpty()) {
        showFailure({ErrorCode::NotFound, recording.problem.isEmpty()
                                              ? tr("It has nothing to show.")
                                              : recording.problem});
        return;
    }
    PartPlace place = m_timeline.placeAt(fromMs);
    if (fromMs <= 0) {
        const auto &stretches = m_timeline.stretches();
        const auto first = std::ranges::find_if(stretches, [&](const TimelineStretch &stretch) {
            return isReadable(recording.parts[stretch.part]);
        });
        place = {first == stretches.end() ? stretches.first().part : first->part, 0};
    }
    openPart(place);
    if (fromMs > 0)
        notice(tr("It goes on where it was left, at %1").arg(elapsedText(fromMs)));
}

void PlayerPane::playAt(const Recording &recording, const StoreInfo &store, const QString &part,
                        qint64 partMs, const QString &found)
{
    const auto named = std::ranges::find(recording.parts, part, &Part::name);
    if (named == recording.parts.end()) {
        play(recording, store);
        return;
    }
    const PartPlace place{int(named - recording.parts.begin()), partMs};
    if (m_recording.id != recording.id || m_failed)
        begin(recording, store);
    goTo(place);
    m_current->showFound(found);
}

void PlayerPane::openPart(const PartPlace &place)
{
    if (m_current)
        m_current->close();
    m_failed = false;
    m_partTrouble.clear();
    m_part = place.part;
    const PartKind kind = m_recording.parts[m_part].kind;
    m_current = playerOf(kind);
    m_pages->setCurrentWidget(m_current->view());
    m_current->setSpeed(m_speed);
    m_current->setSkipsIdle(m_manners.skipsIdle);
    m_current->open(m_recording, m_store, m_part, place.ms);
    m_current->setGrowing(isGrowing());
    m_current->showFound(m_controls->searched());
    m_current->setPlaying(m_playing);
    m_controls->setPlaying(m_playing);
    showPart();
    showMoved(place.ms);
}

// Pictures were drawn of one of the parts; who asks for each of them finds it.
void PlayerPane::askPictures()
{
    for (int part = 0; part < std::min(m_recording.parts.size(), mostFilms); ++part) {
        Recording one = m_recording;
        one.parts = {m_recording.parts[part]};
        m_pictures.strip(one, m_store)
            .then(this, [this, part, shown = m_shownCount](const Result<RecordingPicture> &film) {
                if (film && shown == m_shownCount) // else there is none
                    m_bar->setPicture(part, *film);
            });
    }
}

void PlayerPane::clear()
{
    if (isBusy() && m_current)
        tellPosition();
    ++m_shownCount;
    if (m_current)
        m_current->close();
    m_current = nullptr;
    m_part = -1;
    m_search->stop();
    m_hitWanted = 0;
    m_shelf.clear();
    m_recording = {};
    m_store = {};
    m_timeline = {};
    m_markers.clear();
    m_selection = {};
    m_told = 0;
    m_playing = false;
    m_failed = false;
    m_bar->clear();
    m_controls->clearSearch();
    m_controls->setPlaying(false);
    m_controls->setSelection(false);
    m_title->say({});
    m_note->say({});
    m_notice->say({});
    m_waitTime->stop();
    m_kept->hide();
    m_live->hide();
}

// What is being recorded has more parts, or has ended.
void PlayerPane::refresh(const Recording &recording)
{
    // Those that are known stay where they are in the list, or it is not the same any more.
    const auto sameName = [](const Part &one, const Part &other) { return one.name == other.name; };
    if (recording.id != m_recording.id
        || !std::ranges::equal(
            recording.parts.first(std::min(recording.parts.size(), m_recording.parts.size())),
            m_recording.parts, sameName))
        return;
    const bool wasActive = m_recording.active;
    m_recording = recording;
    const RecordingTimeline before = m_timeline;
    m_timeline = RecordingTimeline(recording);
    // What was learned of lengths by looking is newer than what the library says.
    for (const TimelineStretch &stretch : before.stretches()) {
        if (stretch.isKnown)
            m_timeline.setLength(stretch.part, stretch.lengthMs);
    }
    m_bar->setTimeline(m_timeline);
    m_live->setVisible(recording.active);
    if (m_current && wasActive)
        m_current->setGrowing(isGrowing());
    showPart();
}

void PlayerPane::showMoved(qint64 partMs)
{
    if (m_part < 0 || m_failed)
        return;
    const qint64 ms = m_timeline.timeOf({m_part, partMs});
    m_bar->setPosition(ms);
    showTime();
    if (std::abs(ms - m_told) >= toldEveryMs)
        tellPosition();
}

void PlayerPane::showTime()
{
    const TimelineClock clock = m_manners.wallClock ? TimelineClock::Wall : TimelineClock::Elapsed;
    m_bar->setClock(clock);
    m_controls->setTime(u"%1 / %2"_s.arg(m_timeline.text(m_bar->position(), clock),
                                         elapsedText(m_timeline.lengthMs())));
    m_live->setChecked(isGrowing() && m_timeline.lengthMs() - m_bar->position() <= liveMs);
}

void PlayerPane::learnLength(qint64 ms, bool isAll)
{
    const TimelineStretch *stretch = m_timeline.stretchOf(m_part);
    if (!stretch)
        return;
    const qint64 length = isAll ? ms : std::max(ms, stretch->lengthMs);
    if (length == stretch->lengthMs && stretch->isKnown)
        return;
    m_timeline.setLength(m_part, length);
    m_bar->setTimeline(m_timeline);
    showMoved(m_current->position());
}

void PlayerPane::showFacts()
{
    const PartFacts facts = m_current->facts();
    m_bar->setActivity(m_part, facts.activity, facts.activityMs);
    m_bar->setReady(m_part, facts.readyMs);
    QList<SeekMark> &own = m_markers[m_part];
    if (own.size() == facts.markers.size())
        return;
    own.clear();
    for (const ReplayMarker &marker : facts.markers)
        own << SeekMark{{m_part, marker.atMs}, marker.label};
    m_bar->setMarkers(markers());
}

void PlayerPane::showPart()
{
    if (m_part < 0)
        return;
    const Part &part = m_recording.parts[m_part];
    QStringList words{part.name};
    if (part.startMs > 0)
        words << timeText(part.startMs);
    if (m_recording.parts.size() > 1) {
        const auto &stretches = m_timeline.stretches();
        const auto at = std::ranges::find(stretches, m_part, &TimelineStretch::part);
        words << tr("part %1 of %2").arg(at - stretches.begin() + 1).arg(stretches.size());
    }
    for (const QString &trouble : {part.problem, m_partTrouble}) {
        if (!trouble.isEmpty())
            words << trouble;
    }
    m_note->say(words.join(u"  ·  "_s));
}

void PlayerPane::goOn()
{
    const int next = m_timeline.partAfter(m_part);
    if (next >= 0) {
        const qint64 gapMs = m_timeline.stretchOf(next)->gapMs;
        openPart({next, 0});
        if (gapMs > 0)
            notice(tr("Gap of %1").arg(durationText(gapMs)));
        return;
    }
    m_playing = false;
    m_controls->setPlaying(false);
    m_told = m_timeline.lengthMs();
    emit reached(m_recording.id, 0);
}

void PlayerPane::showFailure(const Error &error)
{
    if (m_part >= 0 && m_current)
        m_current->setPlaying(false);
    m_failed = true;
    m_playing = false;
    m_controls->setPlaying(false);
    showWaiting(false);
    m_trouble->setText(errorText(error));
    m_again->setVisible(m_part >= 0);
    m_next->setVisible(m_timeline.partAfter(m_part) >= 0);
    m_pages->setCurrentWidget(m_troublePage);
}

// Nobody goes on with what has just begun, or has ended.
void PlayerPane::tellPosition()
{
    const qint64 at = m_bar->position();
    const bool within = at >= worthResumingMs && at <= m_timeline.lengthMs() - worthResumingMs;
    m_told = at;
    if (m_recording.id.value != 0)
        emit reached(m_recording.id, within ? at : 0);
}

} // namespace respool
