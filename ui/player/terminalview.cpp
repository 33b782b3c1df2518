// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/terminalview.h"

#include "ui/look.h"
#include "ui/player/playeraccess.h"

#include <QAccessible>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int leastLetters = 1; // pixels: all is to be seen, even where nothing can be read
constexpr int mostLetters = 40;
constexpr int snapshotLetters = 16;
constexpr int resizedMs = 1500;

} // namespace

TerminalView::TerminalView(QWidget *parent)
    : QWidget(parent)
    , m_resized(new QTimer(this))
{
    installPlayerAccess();
    setAccessibleName(tr("Screen of the terminal"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::IBeamCursor);
    m_resized->setSingleShot(true);
    m_resized->setInterval(resizedMs);
    connect(m_resized, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

QSize TerminalView::sizeHint() const
{
    return {640, 400};
}

void TerminalView::showScreen(const ReplayScreen &screen)
{
    const bool resized =
        screen.columns != m_screen.columns || screen.rows.size() != m_screen.rows.size();
    const ReplayScreen last = std::exchange(m_screen, screen);
    if (resized) {
        if (last.columns > 0)
            m_resized->start();
        forgetChoice();
        layOut();
        update();
    } else {
        for (int row = 0; row < screen.rows.size(); ++row) {
            const ReplayRow &before = last.rows[row];
            const ReplayRow &now = screen.rows[row];
            if (before.constData() != now.constData() && before != now)
                updateRow(row);
        }
        updateRow(last.cursorRow);
        updateRow(screen.cursorRow);
    }
    if (QAccessible::isActive() && last.rows != screen.rows) {
        QAccessibleEvent changed(this, QAccessible::TextUpdated);
        QAccessible::updateAccessibility(&changed);
    }
}

void TerminalView::clear()
{
    m_screen = {};
    m_resized->stop();
    m_found.clear();
    forgetChoice();
    update();
}

void TerminalView::showFound(const QString &text)
{
    m_found = text;
    update();
}

QString TerminalView::text() const
{
    return textBetween(m_screen, {0, 0}, {int(m_screen.rows.size()), 0});
}

// The largest letters with which all of the screen fits.
TerminalView::Cells TerminalView::cellsFor(const ReplayScreen &screen, const QSizeF &room)
{
    Cells cells;
    cells.font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    cells.font.setStyleHint(QFont::TypeWriter);
    cells.font.setKerning(false);
    const double columns = std::max(1, screen.columns);
    const double rows = std::max<double>(1, double(screen.rows.size()));
    for (int pixels = mostLetters; pixels >= leastLetters; --pixels) {
        cells.font.setPixelSize(pixels);
        const QFontMetricsF metrics(cells.font);
        cells.width = std::ceil(metrics.horizontalAdvance(u'0') - 0.2);
        cells.height = std::ceil(metrics.ascent() + metrics.descent());
        cells.ascent = std::ceil(metrics.ascent());
        cells.font.setLetterSpacing(QFont::AbsoluteSpacing,
                                    cells.width - metrics.horizontalAdvance(u'0'));
        if (cells.width * columns <= room.width() && cells.height * rows <= room.height())
            break;
        cells.font.setLetterSpacing(QFont::AbsoluteSpacing, 0);
    }
    cells.corner = {std::max(0.0, std::floor((room.width() - cells.width * columns) / 2)),
                    std::max(0.0, std::floor((room.height() - cells.height * rows) / 2))};
    return cells;
}

void TerminalView::layOut()
{
    m_cells = cellsFor(m_screen, size());
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

QRectF TerminalView::rectOf(const Cells &cells, int row, int column, int columns) const
{
    return {cells.corner.x() + column * cells.width, cells.corner.y() + row * cells.height,
            columns * cells.width, cells.height};
}

QRectF TerminalView::cellRect(const CellPlace &place) const
{
    return rectOf(m_cells, place.row, place.column, 1);
}

void TerminalView::updateRow(int row)
{
    update(QRectF(0, m_cells.corner.y() + row * m_cells.height, width(), m_cells.height)
               .toAlignedRect());
}

QImage TerminalView::snapshot() const
{
    if (m_screen.columns <= 0)
        return {};
    const Cells cells = cellsFor(m_screen, {double(m_screen.columns) * snapshotLetters,
                                            double(m_screen.rows.size()) * snapshotLetters * 2});
    QImage image(int(m_screen.columns * cells.width), int(m_screen.rows.size() * cells.height),
                 QImage::Format_RGB32);
    image.fill(terminalColour(TerminalColour::Ground));
    Cells placed = cells;
    placed.corner = {};
    QPainter painter(&image);
    for (int row = 0; row < m_screen.rows.size(); ++row)
        paintRow(painter, placed, row);
    return image;
}

} // namespace respool
