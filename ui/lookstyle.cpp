// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookstyle.h"

#include "ui/look.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int lineFactor = 140; // by which Fusion makes its lines darker than the window
constexpr int buttonMargin = 6; // beside a text, more than Fusion has
constexpr int rowMargin = 3;    // of rows that do not say themselves how high they are
constexpr int cellMargin = 5;   // of columns, one less than the titles above them have

// Of lines, most of which is the ground; a picture or a badge would become a spot.
bool isDrawnInLines(const QImage &image)
{
    qsizetype covered = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            covered += qAlpha(image.pixel(x, y)) > 127 ? 1 : 0;
    }
    return 2 * covered < qsizetype(image.width()) * image.height();
}

// The sidebar has no titles, and little room.
bool hasColumns(const QWidget *widget)
{
    return qobject_cast<const QTableView *>(widget)
           || (qobject_cast<const QTreeView *>(widget) && widget->objectName() != "sidebar"_L1);
}

bool isTypedInto(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && !text->isReadOnly();
}

} // namespace

LookStyle::LookStyle()
    : QProxyStyle(u"Fusion"_s)
{}

// With a window of which Fusion makes lines that can be seen. Kept, since Fusion keeps pictures of
// what it has drawn for each palette.
const QPalette &LookStyle::lined(const QPalette &palette) const
{
    if (m_linedFrom != palette.cacheKey()) {
        m_linedFrom = palette.cacheKey();
        m_lined = palette;
        m_lined.setColor(QPalette::Window, lineColour(palette).lighter(lineFactor));
    }
    return m_lined;
}

template <typename Option>
bool LookStyle::drawLined(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto *whole = qstyleoption_cast<const Option *>(option);
    if (!whole)
        return false;
    Option drawn = *whole;
    drawn.palette = lined(whole->palette);
    QProxyStyle::drawPrimitive(element, &drawn, painter, widget);
    return true;
}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    bool drawn = false;
    if (element == PE_FrameLineEdit || (element == PE_Frame && isTypedInto(widget)))
        drawn = drawLined<QStyleOptionFrame>(element, option, painter, widget);
    else if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        drawn = drawLined<QStyleOptionButton>(element, option, painter, widget);
    if (!drawn)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control != CC_SpinBox || !box) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    QStyleOptionSpinBox drawn = *box;
    drawn.palette = lined(box->palette);
    QProxyStyle::drawComplexControl(control, &drawn, painter, widget);
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    if (metric == PM_FocusFrameHMargin && hasColumns(widget))
        return cellMargin;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

// Of the buttons only those that do something of ours have an icon.
int LookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *more) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, more);
}

QSize LookStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        return needed + QSize(2 * buttonMargin, 0);
    if (type == CT_ItemViewItem && qobject_cast<const QTreeWidget *>(widget) && hasColumns(widget))
        return needed + QSize(0, 2 * rowMargin);
    return needed;
}

QPixmap LookStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap,
                                       const QStyleOption *option) const
{
    if (mode != QIcon::Selected || !option)
        return QProxyStyle::generatedIconPixmap(mode, pixmap, option);
    if (!isDrawnInLines(pixmap.toImage()))
        return pixmap;
    QPixmap made = pixmap;
    QPainter painter(&made);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), made.deviceIndependentSize().toSize()),
                     option->palette.color(QPalette::HighlightedText));
    return made;
}

} // namespace respool
