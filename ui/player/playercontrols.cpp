// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playercontrols.h"

#include "ui/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int typingMs = 400;

} // namespace

PlayerControls::PlayerControls(QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(this))
    , m_speed(new QComboBox(this))
    , m_volume(new QSlider(Qt::Horizontal, this))
    , m_search(new QLineEdit(this))
    , m_hits(new QLabel(this))
    , m_typing(new QTimer(this))
{
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingMs);
    for (const double speed : speeds())
        m_speed->addItem(tr("%1×", "speed").arg(QLocale().toString(speed)), speed);
    m_speed->setObjectName(u"speed"_s);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(
        tr("Speed (%1, %2)").arg(keysOf(PlayerVerb::Slower), keysOf(PlayerVerb::Faster)));
    m_volume->setRange(0, 100);
    m_volume->setObjectName(u"volume"_s);
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setFixedWidth(80);
    m_search->setObjectName(u"playerSearch"_s);
    m_search->setPlaceholderText(tr("Search in this recording"));
    m_search->setAccessibleName(tr("Search in this recording"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    QSizePolicy kept(QSizePolicy::Expanding, QSizePolicy::Fixed);
    kept.setRetainSizeWhenHidden(true);
    m_search->setSizePolicy(kept);
    m_hits->setObjectName(u"hits"_s);
    m_hits->setAccessibleDescription(tr("What was found"));
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    fillMenu();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::whole, 0, space::whole, space::whole);
    column->setSpacing(space::half);
    column->addLayout(makeButtons());
    column->addLayout(makeFields());
    connect(m_speed, &QComboBox::activated, this,
            [this] { emit speedChosen(m_speed->currentData().toDouble()); });
    connect(m_volume, &QSlider::valueChanged, this, &PlayerControls::volumeChosen);
    const auto search = [this] { emit searchWanted(m_search->text()); };
    connect(m_typing, &QTimer::timeout, this, search);
    connect(m_search, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    setPlaying(false);
}

const QList<double> &PlayerControls::speeds()
{
    static const QList<double> all{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, 8, 16};
    return all;
}

QToolButton *PlayerControls::button(const QString &iconName, const QString &text, PlayerVerb verb)
{
    auto *made = new QToolButton(this);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setToolTip(u"%1 (%2)"_s.arg(text, keysOf(verb)));
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::TabFocus);
    connect(made, &QToolButton::clicked, this, [this, verb] { emit wanted(verb); });
    return made;
}

// The key stands beside it; the window has shortcuts of its own, so it is none.
QAction *PlayerControls::entry(const QString &text, PlayerVerb verb)
{
    QAction *made = m_menu->addAction(u"%1\t%2"_s.arg(text, keysOf(verb)));
    connect(made, &QAction::triggered, this, [this, verb] { emit wanted(verb); });
    return made;
}

void PlayerControls::fillMenu()
{
    m_steps << entry(tr("One frame or event &back"), PlayerVerb::StepBack)
            << entry(tr("One frame or event &on"), PlayerVerb::StepForward);
    entry(tr("&Marker before"), PlayerVerb::MarkerBefore);
    entry(tr("Next m&arker"), PlayerVerb::MarkerAfter);
    m_menu->addSeparator();
    m_skipIdle = entry(tr("&Skip what stands still"), PlayerVerb::SkipIdle);
    m_skipIdle->setCheckable(true);
    m_wallClock = entry(tr("&Time of day"), PlayerVerb::WallClock);
    m_wallClock->setCheckable(true);
    m_menu->addSeparator();
    entry(tr("Be&gin the selection here"), PlayerVerb::SetIn);
    entry(tr("E&nd the selection here"), PlayerVerb::SetOut);
    m_export = entry(tr("&Export the selection…"), PlayerVerb::Export);
    m_menu->addSeparator();
    entry(tr("&Copy the picture"), PlayerVerb::CopyPicture);
    entry(tr("Save the &picture…"), PlayerVerb::SavePicture);
    m_menu->addSeparator();
    entry(tr("&Keys"), PlayerVerb::Help);
}

QLayout *PlayerControls::makeButtons()
{
    m_before = button(u"part-before"_s, tr("Part before"), PlayerVerb::PartBefore);
    m_toggle = button(u"play"_s, tr("Play"), PlayerVerb::TogglePlaying);
    m_toggle->setObjectName(u"toggle"_s);
    m_after = button(u"part-after"_s, tr("Next part"), PlayerVerb::PartAfter);
    m_time = button({}, tr("Time of day or time elapsed"), PlayerVerb::WallClock);
    m_time->setObjectName(u"time"_s);
    m_time->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more = new QToolButton(this);
    m_more->setObjectName(u"more"_s);
    m_more->setIcon(icon(u"more"_s));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More that the player can do"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_before);
    row->addWidget(m_toggle);
    row->addWidget(m_after);
    row->addWidget(m_time);
    row->addStretch();
    row->addWidget(m_speed);
    row->addWidget(m_more);
    return row;
}

QLayout *PlayerControls::makeFields()
{
    m_sound = button(u"sound"_s, tr("Sound on or off"), PlayerVerb::Mute);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::whole);
    row->addWidget(m_search, 1);
    row->addWidget(m_hits);
    row->addWidget(m_sound);
    row->addWidget(m_volume);
    return row;
}

void PlayerControls::setPlaying(bool playing)
{
    m_toggle->setIcon(icon(playing ? u"pause"_s : u"play"_s));
    const QString text = playing ? tr("Pause") : tr("Play");
    m_toggle->setToolTip(u"%1 (%2)"_s.arg(text, keysOf(PlayerVerb::TogglePlaying)));
    m_toggle->setAccessibleName(text);
}

void PlayerControls::setTime(const QString &text)
{
    if (m_time->text() == text)
        return;
    m_time->setText(text);
    m_time->setAccessibleDescription(text);
}

void PlayerControls::setSpeed(double speed)
{
    m_speed->setCurrentIndex(int(speeds().indexOf(speed)));
}

void PlayerControls::setSkipsIdle(bool skips)
{
    m_skipIdle->setChecked(skips);
}

void PlayerControls::setWallClock(bool wall)
{
    m_wallClock->setChecked(wall);
}

void PlayerControls::setVolume(int percent, bool muted)
{
    const QSignalBlocker quiet(m_volume);
    m_volume->setValue(percent);
    m_sound->setIcon(icon(muted ? u"mute"_s : u"sound"_s));
    m_sound->setAccessibleDescription(muted ? tr("off") : tr("on"));
}

void PlayerControls::setCan(bool steps, bool sounds, bool searches, bool severalParts)
{
    for (QAction *step : std::as_const(m_steps))
        step->setEnabled(steps);
    m_sound->setVisible(sounds);
    m_volume->setVisible(sounds);
    m_search->setVisible(searches);
    m_hits->setVisible(searches);
    m_before->setVisible(severalParts);
    m_after->setVisible(severalParts);
}

void PlayerControls::setSelection(bool there)
{
    m_export->setEnabled(there);
}

void PlayerControls::setHits(const QString &text)
{
    m_hits->setText(text);
}

void PlayerControls::clearSearch()
{
    m_typing->stop();
    m_search->clear();
    m_hits->clear();
}

void PlayerControls::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString PlayerControls::searched() const
{
    return m_search->text();
}

// Enter goes to the next hit, Escape back to what plays; the window hears of neither.
bool PlayerControls::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        emit searchLeft();
        return true;
    }
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (m_typing->isActive()) {
        m_typing->stop();
        emit searchWanted(m_search->text());
    }
    emit wanted(key->modifiers() & Qt::ShiftModifier ? PlayerVerb::HitBefore
                                                     : PlayerVerb::HitAfter);
    return true;
}

} // namespace respool
