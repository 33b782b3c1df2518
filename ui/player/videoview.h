// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVideoFrame>
#include <QWidget>

namespace respool {

// The frame of a video that is shown now, as large as it fits. A plain widget: what lies over it
// is seen, and it can be moved to another window. Lives on the ui thread.
class VideoView final : public QWidget
{
    Q_OBJECT

public:
    explicit VideoView(QWidget *parent = nullptr);

    void showFrame(const QVideoFrame &frame); // an invalid one: nothing
    QImage snapshot() const;                  // in the size of the video

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVideoFrame m_frame;
};

} // namespace respool
