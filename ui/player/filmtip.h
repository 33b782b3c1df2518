// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/screenpicture.h"

#include <QImage>
#include <QWidget>

namespace respool {

// What a recording shows at the moment under the mouse: a picture, if there is one, and words. Lies
// over the window that its owner is in. Lives on the ui thread; takes neither focus nor clicks.
class FilmTip final : public QWidget
{
    Q_OBJECT

public:
    FilmTip();

    void showPicture(const QImage &picture);
    void showScreen(const ScreenPicture &screen);
    void showNoPicture();
    bool hasPicture() const { return !m_picture.isNull() || m_screen.columns > 0; }
    // Above that point of a widget, with its words below the picture.
    void showAt(QWidget &widget, const QPoint &above, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize pictureSize() const;

    QImage m_picture;
    ScreenPicture m_screen;
    QString m_text;
};

} // namespace respool
