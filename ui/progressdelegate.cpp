// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/progressdelegate.h"

#include "core/jobs/job.h"
#include "ui/batchtreemodel.h"
#include "ui/look.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int barHeight = 6;

QColor colourOf(JobState state, const QPalette &palette)
{
    switch (state) {
    case JobState::Failed:
    case JobState::Parked:
        return accentColour(Accent::Bad, palette);
    case JobState::Done:
        return accentColour(Accent::Good, palette);
    case JobState::Running:
        return palette.color(QPalette::Highlight);
    case JobState::Paused:
    case JobState::Queued:
    case JobState::Delayed:
    case JobState::Cancelled:
        return palette.color(QPalette::Dark);
    }
    Q_UNREACHABLE();
}

} // namespace

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (option.widget)
        size.setHeight(std::max(size.height(), rowHeight(*option.widget)));
    return size;
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget); // the ground
    const int permille = std::min(index.data(BatchTreeModel::ProgressRole).toInt(), 1000);
    if (permille < 0)
        return;

    const bool selected = cell.state & QStyle::State_Selected;
    const QColor ink =
        cell.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    const int textWidth = cell.fontMetrics.horizontalAdvance(u"100 %"_s) + space::whole;
    QRect room = cell.rect.adjusted(space::whole, 0, -space::whole, 0);
    const int top = room.center().y() - barHeight / 2;
    QRectF groove(room.left(), top + 0.5, room.width() - textWidth, barHeight);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor ground = cell.palette.color(QPalette::Midlight);
    if (selected) {
        ground = ink;
        ground.setAlphaF(0.3F);
    }
    painter->setBrush(ground);
    painter->drawRoundedRect(groove, barHeight / 2.0, barHeight / 2.0);
    const JobState state = JobState(index.data(BatchTreeModel::StateRole).toInt());
    groove.setWidth(std::max(groove.width() * permille / 1000, permille > 0 ? 1.0 * barHeight : 0));
    painter->setBrush(selected ? ink : colourOf(state, cell.palette));
    painter->drawRoundedRect(groove, barHeight / 2.0, barHeight / 2.0);
    painter->setPen(ink);
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace respool
