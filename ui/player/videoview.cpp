// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/videoview.h"

#include <QImage>
#include <QPainter>

namespace respool {

VideoView::VideoView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Video of the recording"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize VideoView::sizeHint() const
{
    return {640, 400};
}

void VideoView::showFrame(const QVideoFrame &frame)
{
    m_frame = frame;
    update();
}

QImage VideoView::snapshot() const
{
    return m_frame.isValid() ? m_frame.toImage() : QImage();
}

void VideoView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), Qt::black);
    if (m_frame.isValid())
        m_frame.paint(&painter, rect(), {});
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace respool
