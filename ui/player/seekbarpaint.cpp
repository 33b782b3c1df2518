// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How SeekBar looks.

#include "ui/look.h"
#include "ui/player/seekbar.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace respool {

namespace {

constexpr double grooveHeight = 6;
constexpr double activityHeight = 14;
constexpr double knobRadius = 6;

} // namespace

QRectF SeekBar::groove() const
{
    return {0, height() - grooveHeight - 8.0, double(width()), grooveHeight};
}

void SeekBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const SeekScale::Span &span : m_scale.spans())
        paintSpan(painter, span);
    paintSelection(painter);
    paintMarks(painter);
    if (!isEnabled())
        return;
    m_paintedX = m_scale.xOf(m_position);
    const QPointF at(m_paintedX, groove().center().y());
    painter.setPen(QPen(palette().color(QPalette::Base), 2));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawEllipse(at, knobRadius, knobRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawEllipse(at, knobRadius + 2.5, knobRadius + 2.5);
    }
}

void SeekBar::paintSpan(QPainter &painter, const SeekScale::Span &span) const
{
    const QRectF line = groove();
    painter.setPen(Qt::NoPen);
    if (span.gapWidth > 0) {
        const QRectF gap(span.gapLeft + 2, line.top(), span.gapWidth - 4, line.height());
        painter.fillRect(gap, QBrush(palette().color(QPalette::Dark), Qt::BDiagPattern));
    }
    paintActivity(painter, span);
    // One pixel between parts that follow each other without a gap.
    const QRectF box(span.left, line.top(), std::max(1.0, span.width - 1), line.height());
    painter.setBrush(palette().color(QPalette::Midlight));
    painter.drawRoundedRect(box, 2, 2);
    const auto ready = m_ready.constFind(span.part);
    const double end = ready == m_ready.constEnd() ? box.right() : m_scale.xOf(span, *ready);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(
        QRectF(box.topLeft(), QPointF(std::min(end, box.right()), box.bottom())), 2, 2);
    const double at = std::min(m_scale.xOf(m_position), box.right());
    if (m_position > span.fromMs && at > box.left()) {
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(box.topLeft(), QPointF(at, box.bottom())), 2, 2);
    }
}

// A column for each pixel: as much of its height as of the busiest step of all parts.
void SeekBar::paintActivity(QPainter &painter, const SeekScale::Span &span) const
{
    const auto [steps, untilMs] = m_activity.value(span.part);
    quint32 most = 0;
    for (const Activity &part : m_activity) {
        if (!part.steps.isEmpty())
            most = std::max(most, std::ranges::max(part.steps));
    }
    if (steps.isEmpty() || most == 0)
        return;
    const double bottom = groove().top() - 2;
    QColor colour = palette().color(QPalette::Highlight);
    colour.setAlphaF(0.45F);
    const int columns = std::max(1, int(m_scale.xOf(span, untilMs) - span.left));
    for (int column = 0; column < columns; ++column) {
        const qsizetype from = column * steps.size() / columns;
        const qsizetype until = std::max(from + 1, (column + 1) * steps.size() / columns);
        const quint32 high = *std::max_element(steps.begin() + from, steps.begin() + until);
        if (high == 0)
            continue;
        const double share = std::sqrt(double(high) / double(most)); // a little is seen, too
        painter.fillRect(
            QRectF(span.left + column, bottom - share * activityHeight, 1, share * activityHeight),
            colour);
    }
}

void SeekBar::paintMarks(QPainter &painter) const
{
    const QRectF line = groove();
    painter.setPen(Qt::NoPen);
    painter.setBrush(accentColour(Accent::Caution, palette()));
    for (const SeekMark &hit : m_hits) {
        if (const double x = xOfMark(hit); x >= 0)
            painter.drawRect(QRectF(x - 1, line.top() - 3, 2, line.height() + 6));
    }
    painter.setBrush(accentColour(Accent::Good, palette()));
    for (const SeekMark &marker : m_markers) {
        const double x = xOfMark(marker);
        if (x < 0)
            continue;
        const double y = line.bottom() + 1;
        painter.drawPolygon(QPolygonF({{x, y}, {x - 4, y + 6}, {x + 4, y + 6}}));
    }
}

void SeekBar::paintSelection(QPainter &painter) const
{
    if (!m_selection.inMs && !m_selection.outMs)
        return;
    const QRectF line = groove();
    const double from = m_scale.xOf(m_selection.inMs.value_or(0));
    const double to = m_scale.xOf(m_selection.outMs.value_or(m_timeline.lengthMs()));
    QColor colour = palette().color(QPalette::Text);
    painter.setPen(QPen(colour, 2));
    painter.drawLine(QPointF(from, line.top() - 4), QPointF(from, line.bottom() + 4));
    painter.drawLine(QPointF(to, line.top() - 4), QPointF(to, line.bottom() + 4));
    colour.setAlphaF(0.25F);
    painter.fillRect(QRectF(from, line.top() - 2, std::max(0.0, to - from), line.height() + 4),
                     colour);
}

} // namespace respool
