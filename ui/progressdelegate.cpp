// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/progressdelegate.h"

#include "core/jobs/job.h"
#include "ui/jobmodel.h"

#include <QPainter>
#include <QPainterPath>

namespace respool {

namespace {

constexpr int margin = 5;

QColor colourOf(JobState state, const QPalette &palette)
{
    switch (state) {
    case JobState::Failed:
    case JobState::Parked:
        return QColor(0xc0, 0x39, 0x2b);
    case JobState::Done:
        return QColor(0x2e, 0x9e, 0x5b);
    case JobState::Running:
        return palette.color(QPalette::Highlight);
    case JobState::Queued:
    case JobState::Delayed:
    case JobState::Cancelled:
        return palette.color(QPalette::Mid);
    }
    Q_UNREACHABLE();
}

} // namespace

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const int permille = index.data(JobModel::ProgressRole).toInt();
    if (permille < 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.highlight());
    const QRectF groove = QRectF(option.rect).adjusted(margin, margin, -margin, -margin);
    QPainterPath clip;
    clip.addRoundedRect(groove, groove.height() / 2, groove.height() / 2);
    painter->setClipPath(clip);
    painter->fillRect(groove, option.palette.color(QPalette::Midlight));
    QRectF bar = groove;
    bar.setWidth(groove.width() * permille / 1000);
    const JobState state = JobState(index.data(JobModel::StateRole).toInt());
    QColor colour = colourOf(state, option.palette);
    if (option.state & QStyle::State_Selected)
        colour = option.palette.color(QPalette::Dark);
    painter->fillRect(bar, colour);
    painter->setPen(permille > 550 ? QColor(Qt::white) : option.palette.color(QPalette::Text));
    painter->drawText(groove, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace respool
