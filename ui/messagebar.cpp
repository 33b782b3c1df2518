// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/messagebar.h"

#include "ui/look.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int newsMs = 8000;
constexpr int stripe = 3;

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_fade(new QTimer(this))
{
    setAccessibleName(tr("Message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"cancel"_s));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::leave);
    m_fade->setSingleShot(true);
    m_fade->setInterval(newsMs);
    connect(m_fade, &QTimer::timeout, this, &MessageBar::leave);
    const auto leaveAnd = [this](const std::function<void()> &given) {
        const auto act = given; // it may say something itself
        leave();
        if (act)
            act();
    };
    connect(m_action, &QPushButton::clicked, this, [this, leaveAnd] { leaveAnd(m_act); });
    connect(m_second, &QPushButton::clicked, this, [this, leaveAnd] { leaveAnd(m_secondAct); });
    m_action->hide();
    m_second->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::half, space::half, space::half);
    row->setSpacing(space::whole);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_second);
    row->addWidget(m_action);
    row->addWidget(close);
    hide();
}

void MessageBar::show(Mood mood, const QString &text, const QString &action,
                      const std::function<void()> &act)
{
    m_showsState = false;
    say(mood, text);
    m_act = act;
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    if (!action.isEmpty())
        m_fade->stop();
}

void MessageBar::addAction(const QString &action, const std::function<void()> &act)
{
    m_secondAct = act;
    m_second->setText(action);
    m_second->setAccessibleName(action);
    m_second->show();
    m_fade->stop();
}

void MessageBar::setState(const QString &problem)
{
    m_state = problem;
    if (problem.isEmpty()) {
        if (std::exchange(m_showsState, false))
            hide();
        return;
    }
    m_showsState = true;
    say(Mood::Problem, problem);
}

// A state that was closed itself has been read, and is gone until it is another one.
void MessageBar::leave()
{
    m_fade->stop();
    if (std::exchange(m_showsState, false))
        m_state.clear();
    if (m_state.isEmpty())
        hide();
    else
        setState(m_state);
}

void MessageBar::say(Mood mood, const QString &text)
{
    m_mood = mood;
    m_icon->setPixmap(icon(mood == Mood::News ? u"ok"_s : u"warning"_s).pixmap(18, 18));
    m_text->setText(text);
    m_action->hide();
    m_second->hide();
    QWidget::show();
    update();
    QAccessibleEvent told(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
    if (mood == Mood::News)
        m_fade->start();
    else
        m_fade->stop();
}

// A ground with a breath of the mood's colour, and a stripe of it at the left.
void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor colour = accentColour(m_mood == Mood::News ? Accent::Good : Accent::Bad, palette());
    painter.fillRect(QRect(0, 0, stripe, height()), colour);
    colour.setAlphaF(0.10F);
    painter.fillRect(rect(), colour);
}

} // namespace respool
