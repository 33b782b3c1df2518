// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/filmtip.h"

#include "ui/look.h"
#include "ui/picturestrip.h"

#include <QPainter>

#include <algorithm>

namespace respool {

namespace {

constexpr int pictureWidth = 240;

} // namespace

FilmTip::FilmTip()
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Picture of the moment under the mouse"));
}

void FilmTip::showPicture(const QImage &picture)
{
    m_picture = picture;
    m_screen = {};
}

void FilmTip::showScreen(const ScreenPicture &screen)
{
    m_screen = screen;
    m_picture = {};
}

void FilmTip::showNoPicture()
{
    m_picture = {};
    m_screen = {};
}

QSize FilmTip::pictureSize() const
{
    if (!m_picture.isNull())
        return {pictureWidth, std::max(1, pictureWidth * m_picture.height() / m_picture.width())};
    return m_screen.columns > 0 ? QSize(pictureWidth, pictureWidth * 5 / 8) : QSize();
}

void FilmTip::showAt(QWidget &widget, const QPoint &above, const QString &text)
{
    m_text = text;
    if (parentWidget() != widget.window())
        setParent(widget.window());
    const QSize words = fontMetrics().size(0, text);
    const QSize picture = hasPicture() ? pictureSize() : QSize(0, 0);
    resize(std::max(words.width(), picture.width()) + 2 * space::whole,
           words.height() + 2 * space::half + (hasPicture() ? picture.height() + space::whole : 0));
    QPoint corner =
        widget.mapTo(parentWidget(), above) - QPoint(width() / 2, height() + space::half);
    corner.setX(std::clamp(corner.x(), 0, std::max(0, parentWidget()->width() - width())));
    corner.setY(std::max(0, corner.y()));
    move(corner);
    setAccessibleDescription(text);
    update();
    show();
    raise();
}

void FilmTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), palette().toolTipBase());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QRect words = rect().adjusted(space::whole, space::half, -space::whole, -space::half);
    if (hasPicture()) {
        const QSize size = pictureSize();
        const QRect box((width() - size.width()) / 2, space::whole, size.width(), size.height());
        if (!m_picture.isNull())
            painter.drawImage(box, m_picture);
        else
            paintScreen(painter, box, m_screen);
        words.setTop(box.bottom() + 1);
    }
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(words, Qt::AlignCenter, m_text);
}

} // namespace respool
