// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/trayicon.h"

#include "ui/jobtext.h"
#include "ui/look.h"
#include "ui/queuewatch.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QPalette>
#include <QPen>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int pictureSide = 64;
constexpr int turn = 360 * 16; // as QPainter counts
constexpr int top = 90 * 16;

} // namespace

TrayIcon::TrayIcon(QueueWatch &watch, QObject *parent)
    : QObject(parent)
{
    connect(m_menu.addAction(tr("&Open Respool")), &QAction::triggered, this,
            &TrayIcon::openWanted);
    m_pause = m_menu.addAction(tr("&Pause queue"));
    connect(m_pause, &QAction::triggered, this, [this, &watch] {
        static_cast<void>(m_paused ? watch.queue().resume() : watch.queue().pause());
    });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, this, &TrayIcon::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    emit openWanted();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openWanted);
    connect(&watch, &QueueWatch::changed, this, &TrayIcon::show);
    show(watch.state());
    m_icon.show();
}

void TrayIcon::say(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, QIcon(u":/icons/respool.svg"_s));
}

void TrayIcon::show(const QueueState &state)
{
    const QueueStats &stats = state.stats;
    m_paused = stats.pausedKinds.contains(QString());
    m_pause->setText(m_paused ? tr("&Resume queue") : tr("&Pause queue"));
    QString text = tr("Respool: %1 running, %2 waiting, %3 failed")
                       .arg(stats.running)
                       .arg(stats.queued + stats.delayed)
                       .arg(stats.failed + stats.parked);
    if (stats.running > 0 && state.leftMs)
        text += u'\n' + tr("%1 left").arg(leftText(*state.leftMs));
    m_icon.setToolTip(text);
    // A ring is some hundred pixels around: steps of a percent are enough.
    const int permille = stats.running > 0 ? state.permille / 10 * 10 : -1;
    if (permille == m_shownPermille && m_shownFailure == (stats.unseen > 0))
        return;
    m_shownPermille = permille;
    m_shownFailure = stats.unseen > 0;
    m_icon.setIcon(QIcon(trayPicture(permille, m_shownFailure, pictureSide)));
}

QPixmap trayPicture(int permille, bool hasFailed, int side)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool rings = permille >= 0;
    const int edge = rings ? side / 5 : 0;
    icon(u"respool"_s).paint(&painter, QRect(edge, edge, side - 2 * edge, side - 2 * edge));
    const QPalette colours = QApplication::palette();
    if (rings) {
        const double width = side / 9.0;
        const QRectF ring(width / 2, width / 2, side - width, side - width);
        painter.setPen(QPen(colours.color(QPalette::Mid), width));
        painter.drawEllipse(ring);
        painter.setPen(QPen(colours.color(QPalette::Highlight), width, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, top, -turn * permille / 1000);
    }
    if (hasFailed) {
        const double dot = side * 0.4;
        painter.setPen(QPen(colours.color(QPalette::Base), side / 24.0));
        painter.setBrush(accentColour(Accent::Bad, colours));
        painter.drawEllipse(QRectF(side - dot - 1, side - dot - 1, dot, dot));
    }
    return picture;
}

} // namespace respool
