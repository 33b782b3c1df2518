// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QHeaderView;
class QLabel;
class QPalette;
class QTableView;
class QToolBar;
class QWidget;

namespace respool {

// The one grid of the window, in pixels.
namespace space {
constexpr int half = 4;
constexpr int whole = 8;
constexpr int wide = 16;
} // namespace space

// Colours and shapes of the whole program; called by main(), and when the user chooses others.
// appearance: "light", "dark", or anything else for what the desktop says. A desktop that says
// nothing gets the light one.
void applyLook(const QString &appearance);

// The colours that mean something; everything else is the palette's.
enum class Accent { Good, Bad, Caution };
QColor accentColour(Accent accent, const QPalette &palette);

// Text that may stand back behind the rest, still readable on the palette's ground.
QColor quietColour(const QPalette &palette);

// Of a line that shows where a field or a box is.
QColor lineColour(const QPalette &palette);

// A terminal is dark, whatever the window looks like: what programs write is made for that.
enum class TerminalColour { Ground, Text };
QColor terminalColour(TerminalColour which);
// Of a page that is shown as it will be printed, whatever the look.
QPalette paperPalette();

QIcon icon(const QString &name); // ":/icons/NAME.svg"

// A table row is as high as its text with air around it.
int rowHeight(const QWidget &widget);

// Rows without a grid, chosen as a whole; a head whose columns can be moved.
void dressTable(QTableView &table);

// A label for what stands below a field: hidden until there is something wrong with it.
QLabel *makeComplaint(const QString &name, QWidget *parent);
// Words below a field: what is wrong with it, or what there is to know.
void sayBelow(QLabel &label, const QString &text, bool isWrong);

// Makes the columns as wide as their titles at least, for those whose usual width suits English.
void showWholeTitles(QHeaderView &head);

// The bar over such a table: its title, then what can be done.
QToolBar *makeTableBar(const QString &title, QWidget *parent);

} // namespace respool
