// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QThreadPool>
#include <QVideoFrame>
#include <QWidget>

namespace respool {

// The frame of a video that is shown now, as large as it fits. A plain widget: what lies over it
// is seen, and it can be moved to another window. Lives on the ui thread; frames become pictures of
// the right size on another one, and those that come faster than that are left out.
class VideoView final : public QWidget
{
    Q_OBJECT

public:
    explicit VideoView(QWidget *parent = nullptr);

    void showFrame(const QVideoFrame &frame); // an invalid one: nothing
    bool isEmpty() const { return m_picture.isNull(); }
    QImage snapshot() const; // in the size of the video

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void draw();

    QThreadPool m_drawer; // one thread
    QVideoFrame m_frame;
    QImage m_picture; // of it, or of the one before
    bool m_drawing = false;
    bool m_outdated = false; // there is another frame or size than what is being drawn
};

} // namespace respool
