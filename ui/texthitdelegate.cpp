// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texthitdelegate.h"

#include "ui/look.h"
#include "ui/texthitmodel.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype shownBefore = 24; // of the line, before what was found
constexpr qsizetype mostShown = 400;  // more does not fit beside each other

struct ShownLine
{
    QString text;
    QList<QTextLayout::FormatRange> bold;
};

ShownLine shownLine(const TextHit &hit)
{
    const qsizetype first = hit.marks.isEmpty() ? 0 : hit.marks.first().from;
    qsizetype from = first > 2 * shownBefore ? first - shownBefore : 0;
    if (from > 0 && hit.text[from].isLowSurrogate())
        --from;
    const QString lead = from > 0 ? u"…"_s : QString();
    ShownLine line{lead + hit.text.mid(from, mostShown), {}};
    for (const TextMark &mark : hit.marks) {
        QTextLayout::FormatRange range;
        range.start = int(mark.from - from + lead.size());
        range.length = int(mark.length);
        range.format.setFontWeight(QFont::Bold);
        if (range.start < line.text.size())
            line.bold << range;
    }
    return line;
}

QFont lineFont(const QStyleOptionViewItem &option)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(option.font.pointSizeF());
    return font;
}

} // namespace

QSize TextHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = option.fontMetrics.height() + QFontMetrics(lineFont(option)).height();
    return {200, lines + 2 * space::whole};
}

void TextHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget); // the ground
    const auto *model = qobject_cast<const TextHitModel *>(index.model());
    if (!model)
        return;
    const TextHit &hit = model->hit(index);
    const bool selected = cell.state & QStyle::State_Selected;
    const QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect room = cell.rect.adjusted(space::wide, space::whole, -space::wide, -space::whole);
    painter->save();
    painter->setClipRect(room);
    painter->setFont(cell.font);
    painter->setPen(selected ? ink : quietColour(cell.palette));
    const QString head =
        cell.fontMetrics.elidedText(TextHitModel::headText(hit), Qt::ElideMiddle, room.width());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignTop, head);
    const ShownLine line = shownLine(hit);
    QTextLayout layout(line.text, lineFont(cell));
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrapping);
    // The layout does not take the painter's pen for what it draws.
    QTextLayout::FormatRange all;
    all.length = int(line.text.size());
    all.format.setForeground(ink);
    QList<QTextLayout::FormatRange> formats{all};
    for (QTextLayout::FormatRange range : line.bold) {
        range.format.setForeground(ink);
        formats << range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine().setLineWidth(room.width());
    layout.endLayout();
    layout.draw(painter, QPointF(room.left(), room.top() + cell.fontMetrics.height()));
    painter->restore();
}

} // namespace respool
