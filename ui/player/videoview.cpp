// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/videoview.h"

#include "core/base/pending.h"

#include <QCoreApplication>
#include <QPainter>

#include <utility>

namespace respool {

namespace {

QImage drawFrame(const QVideoFrame &frame, const QSize &room)
{
    const QImage whole = frame.toImage();
    return whole.isNull() ? whole
                          : whole.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                .convertToFormat(QImage::Format_RGB32);
}

} // namespace

VideoView::VideoView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Video of the recording"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_drawer.setMaxThreadCount(1);
    // Frames are drawn without OpenGL, on a thread that may not have it; to set it up would hold
    // the window up for half a second, too.
    QCoreApplication::setAttribute(Qt::AA_ForceRasterWidgets);
}

QSize VideoView::sizeHint() const
{
    return {640, 400};
}

void VideoView::showFrame(const QVideoFrame &frame)
{
    m_frame = frame;
    if (frame.isValid()) {
        draw();
    } else {
        m_picture = {};
        update();
    }
}

void VideoView::draw()
{
    if (std::exchange(m_drawing, true)) {
        m_outdated = true;
        return;
    }
    m_outdated = false;
    inBackground(&m_drawer, drawFrame, m_frame, size() * devicePixelRatio())
        .then(this, [this](const QImage &picture) {
            m_drawing = false;
            if (!m_frame.isValid())
                return;
            m_picture = picture;
            update();
            if (m_outdated)
                draw();
        });
}

QImage VideoView::snapshot() const
{
    return m_frame.isValid() ? m_frame.toImage() : QImage();
}

void VideoView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_frame.isValid())
        draw();
}

void VideoView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!m_picture.isNull()) {
        QRect box(QPoint(), m_picture.size().scaled(size(), Qt::KeepAspectRatio));
        box.moveCenter(rect().center());
        painter.drawImage(box, m_picture);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace respool
