// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storagebar.h"

#include "ui/look.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace respool {

namespace {

constexpr int barHeight = 12;
constexpr int barWidth = 220;

double shareOf(qint64 bytes, qint64 whole)
{
    return whole > 0 ? std::clamp(double(bytes) / double(whole), 0.0, 1.0) : 0.0;
}

} // namespace

StorageBar::StorageBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(barHeight);
}

void StorageBar::show(qint64 live, qint64 trash, qint64 whole, const QString &words)
{
    m_live = shareOf(live, whole);
    m_trash = std::min(shareOf(trash, whole), 1.0 - m_live);
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize StorageBar::sizeHint() const
{
    return {barWidth, barHeight};
}

void StorageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(all, space::half, space::half);
    painter.setClipPath(outline);
    painter.fillRect(all, palette().color(QPalette::AlternateBase));
    // What is there can be seen, however little it is.
    const auto widthOf = [&](double share) {
        return share > 0 ? std::max(2.0, share * all.width()) : 0.0;
    };
    const QRectF live(all.left(), all.top(), widthOf(m_live), all.height());
    painter.fillRect(live, palette().color(QPalette::Highlight));
    painter.fillRect(QRectF(live.right(), all.top(), widthOf(m_trash), all.height()),
                     accentColour(Accent::Caution, palette()));
    painter.setClipping(false);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawPath(outline);
}

} // namespace respool
