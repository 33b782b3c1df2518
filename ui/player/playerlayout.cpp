// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How PlayerPane is put together.

#include "core/base/pending.h"
#include "core/keptoriginals.h"
#include "core/picturecatalog.h"
#include "core/replaycatalog.h"
#include "core/terminalreplay.h"
#include "ui/errortext.h"
#include "ui/look.h"
#include "ui/player/elidedlabel.h"
#include "ui/player/keyhelp.h"
#include "ui/player/logpart.h"
#include "ui/player/logview.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerpane.h"
#include "ui/player/playersearch.h"
#include "ui/player/terminalpart.h"
#include "ui/player/videopart.h"
#include "ui/previewpane.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int noticeMs = 4000;
constexpr int waitedMs = 500;

QToolButton *headButton(QWidget *parent, const QString &iconName, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PlayerPane::PlayerPane(ReplayCatalog &replays, PictureCatalog &pictures, QWidget *parent)
    : QWidget(parent)
    , m_shelf(replays)
    , m_pictures(pictures)
    , m_title(new ElidedLabel(Qt::ElideMiddle, this))
    , m_note(new ElidedLabel(Qt::ElideRight, this))
    , m_notice(new ElidedLabel(Qt::ElideRight, this))
    , m_kept(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_again(new QPushButton(icon(u"retry"_s), tr("&Try again"), this))
    , m_next(new QPushButton(icon(u"part-after"_s), tr("&Next part"), this))
    , m_live(new QToolButton(this))
    , m_detach(headButton(this, u"detach"_s, tr("Window of its own (w)")))
    , m_fullScreen(headButton(this, u"full-screen"_s, tr("Full screen (F11)")))
    , m_close(headButton(this, u"cancel"_s, tr("Close the player")))
    , m_pages(new QStackedWidget(this))
    , m_troublePage(makeTrouble())
    , m_bar(new SeekBar(this))
    , m_controls(new PlayerControls(this))
    , m_help(new KeyHelp(this))
    , m_video(new VideoPart(replays, m_pages))
    , m_terminal(new TerminalPart(m_shelf, m_pages))
    , m_log(new LogPart(m_pages))
    , m_search(new PlayerSearch(m_shelf, this))
    , m_noticeTime(new QTimer(this))
    , m_waitTime(new QTimer(this))
{
    setAccessibleName(tr("Player"));
    setFocusPolicy(Qt::ClickFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    dressTexts();
    for (QWidget *page : {m_video->view(), m_terminal->view(), m_log->view(), m_troublePage})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(m_kept);
    column->addWidget(m_pages, 1);
    column->addWidget(m_notice);
    column->addWidget(m_bar);
    column->addWidget(m_controls);
    for (PartPlayer *player :
         {static_cast<PartPlayer *>(m_video), static_cast<PartPlayer *>(m_terminal),
          static_cast<PartPlayer *>(m_log)})
        connectPart(player);
    connectControls();
    applyManners();
    clear();
}

PlayerPane::~PlayerPane()
{
    m_search->stop();
    for (PartPlayer *player :
         {static_cast<PartPlayer *>(m_video), static_cast<PartPlayer *>(m_terminal),
          static_cast<PartPlayer *>(m_log)}) {
        player->disconnect(this);
        player->close();
    }
}

QLayout *PlayerPane::makeHead()
{
    m_live->setText(tr("Live"));
    m_live->setObjectName(u"live"_s);
    m_live->setIcon(icon(u"recording"_s));
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_live->setCheckable(true);
    m_live->setToolTip(tr("It is being recorded: to what happens now (l)"));
    m_live->setFocusPolicy(Qt::TabFocus);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_note);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::wide, space::whole, space::whole, space::whole);
    head->setSpacing(0);
    head->addLayout(names, 1);
    for (QToolButton *button : {m_live, m_detach, m_fullScreen, m_close})
        head->addWidget(button, 0, Qt::AlignTop);
    connect(m_live, &QToolButton::clicked, this, [this] { act(PlayerVerb::Live); });
    connect(m_detach, &QToolButton::clicked, this, &PlayerPane::detachWanted);
    connect(m_fullScreen, &QToolButton::clicked, this, &PlayerPane::fullScreenWanted);
    connect(m_close, &QToolButton::clicked, this, &PlayerPane::closeWanted);
    return head;
}

QWidget *PlayerPane::makeTrouble()
{
    auto *page = new QWidget(m_pages);
    m_trouble->setObjectName(u"playerTrouble"_s);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setAlignment(Qt::AlignCenter);
    m_trouble->setAccessibleDescription(tr("What went wrong"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_next);
    buttons->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::wide);
    column->addStretch();
    column->addWidget(m_trouble);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_shelf.drop(m_part);
        m_playing = true;
        openPart(m_timeline.placeAt(m_bar->position()));
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        m_playing = true;
        act(PlayerVerb::PartAfter);
    });
    return page;
}

void PlayerPane::dressTexts()
{
    m_title->setObjectName(u"playerTitle"_s);
    m_note->setObjectName(u"playerNote"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setObjectName(u"playerNotice"_s);
    m_notice->setContentsMargins(space::wide, 0, space::wide, 0);
    m_notice->setForegroundRole(QPalette::PlaceholderText);
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_kept->setWordWrap(true);
    m_kept->setContentsMargins(space::wide, 0, space::wide, space::whole);
}

// One line that stays for a moment: a gap that was stepped over, a speed. Its room is always there,
// so that nothing jumps.
void PlayerPane::notice(const QString &text)
{
    m_notice->say(text);
    m_noticeTime->start(noticeMs);
}

// Only what takes a while is told.
void PlayerPane::showWaiting(bool waits)
{
    if (waits) {
        m_waitTime->start(waitedMs);
        return;
    }
    const bool told = !m_waitTime->isActive() && !m_noticeTime->isActive();
    m_waitTime->stop();
    if (told)
        m_notice->say({});
}

void PlayerPane::connectPart(PartPlayer *player)
{
    const auto whenCurrent = [this, player](auto act) {
        return [this, player, act](auto... arguments) {
            if (player == m_current)
                act(arguments...);
        };
    };
    connect(player, &PartPlayer::moved, this, whenCurrent([this](qint64 ms) { showMoved(ms); }));
    connect(player, &PartPlayer::lengthKnown, this,
            whenCurrent([this](qint64 ms, bool isAll) { learnLength(ms, isAll); }));
    connect(player, &PartPlayer::factsChanged, this, whenCurrent([this] { showFacts(); }));
    connect(player, &PartPlayer::ended, this, whenCurrent([this] { goOn(); }));
    connect(player, &PartPlayer::waiting, this,
            whenCurrent([this](bool waits) { showWaiting(waits); }));
    connect(player, &PartPlayer::failed, this,
            whenCurrent([this](const Error &error) { showFailure(error); }));
    connect(player, &PartPlayer::troubled, this, whenCurrent([this](const Error &error) {
                m_partTrouble = errorText(error);
                showPart();
                notice(m_partTrouble);
            }));
}

void PlayerPane::connectControls()
{
    m_noticeTime->setSingleShot(true);
    m_waitTime->setSingleShot(true);
    connect(m_waitTime, &QTimer::timeout, m_notice, [this] {
        m_noticeTime->stop();
        m_notice->say(tr("Reading as far as that…"));
    });
    connect(m_noticeTime, &QTimer::timeout, m_notice, [this] { m_notice->say({}); });
    connect(m_bar, &SeekBar::sought, this, &PlayerPane::seek);
    connect(m_controls, &PlayerControls::wanted, this, [this](PlayerVerb verb) { act(verb); });
    connect(m_controls, &PlayerControls::speedChosen, this, &PlayerPane::setSpeed);
    connect(m_controls, &PlayerControls::searchWanted, this, &PlayerPane::search);
    connect(m_controls, &PlayerControls::searchLeft, this,
            [this] { m_pages->currentWidget()->setFocus(); });
    connect(m_controls, &PlayerControls::volumeChosen, this, [this](int percent) {
        m_manners.volume = percent;
        m_muted = false;
        applyManners();
        emit mannersChanged();
    });
    connect(m_search, &PlayerSearch::found, this, &PlayerPane::showHits);
    connect(m_help, &KeyHelp::closed, this, [this] { m_pages->currentWidget()->setFocus(); });
}

void PlayerPane::setManners(const PlayerManners &manners)
{
    m_manners = manners;
    applyManners();
}

void PlayerPane::applyManners()
{
    m_controls->setSkipsIdle(m_manners.skipsIdle);
    m_controls->setWallClock(m_manners.wallClock);
    m_controls->setVolume(m_manners.volume, m_muted);
    m_controls->setSpeed(m_speed);
    m_log->log()->setWallClock(m_manners.wallClock);
    m_video->setVolume(m_manners.volume / 100.0);
    m_video->setMuted(m_muted);
    if (m_current)
        m_current->setSkipsIdle(m_manners.skipsIdle);
    showTime();
}

void PlayerPane::setDetached(bool detached, bool fullScreen)
{
    m_detached = detached;
    m_detach->setToolTip(detached ? tr("Back into the window (w)") : tr("Window of its own (w)"));
    m_detach->setAccessibleName(m_detach->toolTip());
    m_detach->setVisible(!fullScreen);
    m_fullScreen->setToolTip(fullScreen ? tr("Leave full screen (F11)") : tr("Full screen (F11)"));
    m_fullScreen->setAccessibleName(m_fullScreen->toolTip());
}

void PlayerPane::tellOfKeptOriginals()
{
    const auto found = [this, shown = m_shownCount](const Result<QList<KeptOriginal>> &kept) {
        if (!kept || kept->isEmpty() || shown != m_shownCount)
            return;
        m_kept->setText(PreviewPane::keptOriginalsText(*kept));
        m_kept->show();
    };
    inBackground(keptOriginals, m_recording, m_store).then(this, found);
}

} // namespace respool
