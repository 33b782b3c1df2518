// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/picturecatalog.h"

#include <QImage>
#include <QWidget>

class QPainter;

namespace respool {

// Draws a terminal's screen in its own colours, scaled into a rectangle.
void paintScreen(QPainter &painter, const QRectF &into, const ScreenPicture &screen);

// The same where no letter could be read: its words are bars. Any thread.
void paintScreenFromAfar(QPainter &painter, const QRectF &into, const ScreenPicture &screen);

// The pictures of one recording as rows of tiles, as many beside each other as fit. A tile can be
// clicked, or chosen by the arrow keys and Enter. Lives on the ui thread.
class PictureStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureStrip(QWidget *parent = nullptr);

    // False when there is nothing to show in it.
    bool setPicture(const RecordingPicture &picture);
    int tiles() const { return int(m_times.size()); }
    QRect tile(int index) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void chosen(qint64 ms); // the time of a tile

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Grid
    {
        int columns = 1;
        int width = 1; // of a tile
        int height = 1;
    };
    Grid gridFor(int width) const;
    int indexAt(const QPoint &at) const; // -1: none
    void paintTile(QPainter &painter, int index) const;
    void choose(int index);

    QImage m_sheet;
    QSize m_tileSize;
    QList<ScreenPicture> m_screens;
    QList<qint64> m_times;
    int m_current = 0;
};

} // namespace respool
