// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QProxyStyle>

namespace respool {

// Fusion, where it does not suit our colours: its lines are a little darker than the window, which
// hides fields and boxes on a dark one; it tints what is pictured in a chosen row with the colour
// that is behind it; its buttons end where their text does, and its columns nearly touch. Lives on
// the ui thread.
class LookStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    LookStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *more) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap,
                                const QStyleOption *option) const override;

private:
    template <typename Option>
    bool drawLined(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget) const;
    const QPalette &lined(const QPalette &palette) const;

    mutable qint64 m_linedFrom = 0; // the key of the palette that it was made of
    mutable QPalette m_lined;
};

} // namespace respool
