// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/picturestrip.h"

#include "core/base/units.h"
#include "ui/look.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int leastVideoWidth = 140;
constexpr int leastScreenWidth = 260; // text wants more room than a picture
constexpr int cellHeight = 16;

QColor colourOf(const std::optional<quint32> &colour, TerminalColour otherwise)
{
    return colour ? QColor::fromRgb(0xff000000 | *colour) : terminalColour(otherwise);
}

} // namespace

void paintScreen(QPainter &painter, const QRectF &into, const ScreenPicture &screen)
{
    painter.save();
    painter.fillRect(into, terminalColour(TerminalColour::Ground));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(cellHeight * 3 / 4);
    const double cellWidth = QFontMetricsF(font).horizontalAdvance(u'0');
    const QSizeF size(cellWidth * screen.columns, cellHeight * screen.rows);
    const double scale = std::min(into.width() / size.width(), into.height() / size.height());
    painter.setClipRect(into);
    painter.translate(into.center() - QPointF(size.width(), size.height()) * scale / 2);
    painter.scale(scale, scale);
    for (const ScreenRun &run : screen.runs) {
        const QRectF box(run.column * cellWidth, run.row * cellHeight, run.columns * cellWidth,
                         cellHeight);
        QColor ink = colourOf(run.style.foreground, TerminalColour::Text);
        QColor ground = colourOf(run.style.background, TerminalColour::Ground);
        if (run.style.reverse)
            std::swap(ink, ground);
        if (run.style.background || run.style.reverse)
            painter.fillRect(box, ground);
        font.setBold(run.style.bold);
        font.setItalic(run.style.italic);
        font.setUnderline(run.style.underline);
        font.setStrikeOut(run.style.strike);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, run.text);
    }
    painter.restore();
}

void paintScreenFromAfar(QPainter &painter, const QRectF &into, const ScreenPicture &screen)
{
    painter.fillRect(into, terminalColour(TerminalColour::Ground));
    if (screen.columns <= 0 || screen.rows <= 0)
        return;
    const QSizeF cell(into.width() / screen.columns, into.height() / screen.rows);
    const auto cells = [&](int row, double column, double columns) {
        return QRectF(into.x() + column * cell.width(), into.y() + row * cell.height(),
                      columns * cell.width(), cell.height());
    };
    for (const ScreenRun &run : screen.runs) {
        QColor ink = colourOf(run.style.foreground, TerminalColour::Text);
        QColor ground = colourOf(run.style.background, TerminalColour::Ground);
        if (run.style.reverse)
            std::swap(ink, ground);
        if (run.style.background || run.style.reverse)
            painter.fillRect(cells(run.row, run.column, run.columns), ground);
        // A wide character stands alone, so that its width is that of its run.
        const double width = run.text.size() == 1 ? run.columns : 1;
        for (qsizetype at = 0; at < run.text.size(); ++at) {
            if (run.text[at].isSpace())
                continue;
            const QRectF box = cells(run.row, run.column + double(at), width);
            painter.fillRect(box.adjusted(0, box.height() / 5, 0, -box.height() / 5), ink);
        }
    }
}

PictureStrip::PictureStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Pictures of the recording"));
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
}

bool PictureStrip::setPicture(const RecordingPicture &picture)
{
    m_sheet = QImage();
    m_screens = picture.screens.screens;
    m_times = picture.timesMs;
    m_current = 0;
    if (!picture.isTerminal()) {
        m_tileSize = {picture.tileWidth, picture.tileHeight};
        m_sheet.loadFromData(picture.jpeg, "JPEG");
        // What was written by hand into the cache may say anything.
        if (m_sheet.isNull() || m_tileSize.isEmpty() || m_sheet.height() < m_tileSize.height()
            || m_sheet.width() < m_tileSize.width() * m_times.size())
            m_times.clear();
    }
    setAccessibleDescription(tr("%n picture(s)", nullptr, tiles()));
    setMinimumHeight(heightForWidth(width()));
    updateGeometry();
    update();
    return !m_times.isEmpty();
}

PictureStrip::Grid PictureStrip::gridFor(int width) const
{
    const bool terminal = !m_screens.isEmpty();
    const int room = std::max(1, width - 2 * space::wide);
    Grid grid;
    const int least = terminal ? leastScreenWidth : leastVideoWidth;
    grid.columns = std::max(1, (room + space::whole) / (least + space::whole));
    grid.width = std::max(1, (room - (grid.columns - 1) * space::whole) / grid.columns);
    if (terminal)
        grid.height = grid.width * 5 / 8;
    else if (!m_tileSize.isEmpty())
        grid.height = std::max(1, grid.width * m_tileSize.height() / m_tileSize.width());
    return grid;
}

QRect PictureStrip::tile(int index) const
{
    const Grid grid = gridFor(width());
    return {space::wide + (index % grid.columns) * (grid.width + space::whole),
            (index / grid.columns) * (grid.height + space::whole), grid.width, grid.height};
}

int PictureStrip::heightForWidth(int width) const
{
    const Grid grid = gridFor(width);
    const int rows = (tiles() + grid.columns - 1) / grid.columns;
    return rows * (grid.height + space::whole) + space::whole;
}

QSize PictureStrip::sizeHint() const
{
    return {leastScreenWidth + 2 * space::wide,
            heightForWidth(std::max(width(), leastScreenWidth))};
}

int PictureStrip::indexAt(const QPoint &at) const
{
    for (int index = 0; index < tiles(); ++index) {
        if (tile(index).contains(at))
            return index;
    }
    return -1;
}

void PictureStrip::paintTile(QPainter &painter, int index) const
{
    const QRect box = tile(index);
    if (m_screens.isEmpty())
        painter.drawImage(box, m_sheet, QRect(QPoint(index * m_tileSize.width(), 0), m_tileSize));
    else
        paintScreen(painter, box, m_screens.value(index));
    const QString time = durationText(std::max<qint64>(m_times[index], 1));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    QRect label = metrics.boundingRect(time).adjusted(-space::half, -1, space::half, 1);
    label.moveBottomRight(box.bottomRight() - QPoint(space::half, space::half));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 160));
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, time);
    painter.setBrush(Qt::NoBrush);
    const bool current = hasFocus() && index == m_current;
    painter.setPen(
        QPen(palette().color(current ? QPalette::Highlight : QPalette::Mid), current ? 2 : 1));
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

void PictureStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    for (int index = 0; index < tiles(); ++index)
        paintTile(painter, index);
}

void PictureStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

void PictureStrip::choose(int index)
{
    if (index < 0 || index >= tiles())
        return;
    m_current = index;
    update();
    emit chosen(m_times[index]);
}

void PictureStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(indexAt(event->position().toPoint()));
}

void PictureStrip::keyPressEvent(QKeyEvent *event)
{
    const int columns = gridFor(width()).columns;
    int next = m_current;
    if (event->key() == Qt::Key_Left)
        --next;
    else if (event->key() == Qt::Key_Right)
        ++next;
    else if (event->key() == Qt::Key_Up)
        next -= columns;
    else if (event->key() == Qt::Key_Down)
        next += columns;
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(m_current);
    else
        return QWidget::keyPressEvent(event);
    m_current = std::clamp(next, 0, std::max(0, tiles() - 1));
    update();
}

bool PictureStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = indexAt(help->pos());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           tr("At %1").arg(durationText(std::max<qint64>(m_times[index], 1))), this,
                           tile(index));
    return true;
}

} // namespace respool
