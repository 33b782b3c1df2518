// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look.h"

#include "ui/lookstyle.h"

#include <QApplication>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTableView>
#include <QToolBar>
#include <QWidget>

#include <array>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Tone = std::pair<QPalette::ColorRole, QRgb>;

constexpr std::array<Tone, 18> lightTones{{
    {QPalette::Window, 0xf3f5f7},
    {QPalette::WindowText, 0x1f2a33},
    {QPalette::Base, 0xffffff},
    {QPalette::AlternateBase, 0xf8fafb},
    {QPalette::Text, 0x1f2a33},
    {QPalette::PlaceholderText, 0x6b7883},
    {QPalette::Button, 0xfafbfc},
    {QPalette::ButtonText, 0x1f2a33},
    {QPalette::BrightText, 0xffffff},
    {QPalette::Light, 0xffffff},
    {QPalette::Midlight, 0xe3e8ec},
    {QPalette::Mid, 0xc5ced5},
    {QPalette::Dark, 0x98a5af},
    {QPalette::Shadow, 0x6d7a85},
    {QPalette::Highlight, 0x2f6f8f},
    {QPalette::HighlightedText, 0xffffff},
    {QPalette::ToolTipBase, 0xffffff},
    {QPalette::ToolTipText, 0x1f2a33},
}};

constexpr std::array<Tone, 18> darkTones{{
    {QPalette::Window, 0x20262b},
    {QPalette::WindowText, 0xe3e8ec},
    {QPalette::Base, 0x191e22},
    {QPalette::AlternateBase, 0x1d2327},
    {QPalette::Text, 0xe3e8ec},
    {QPalette::PlaceholderText, 0x93a1ac},
    {QPalette::Button, 0x2b3238},
    {QPalette::ButtonText, 0xe3e8ec},
    {QPalette::BrightText, 0xffffff},
    {QPalette::Light, 0x414b53},
    {QPalette::Midlight, 0x323a41},
    {QPalette::Mid, 0x465058},
    {QPalette::Dark, 0x11161a},
    {QPalette::Shadow, 0x07090b},
    {QPalette::Highlight, 0x35789a},
    {QPalette::HighlightedText, 0xffffff},
    {QPalette::ToolTipBase, 0x2b3238},
    {QPalette::ToolTipText, 0xe3e8ec},
}};

QColor between(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                            mix(a.blueF(), b.blueF()));
}

QPalette paletteOf(const std::array<Tone, 18> &tones)
{
    QPalette palette;
    for (const auto &[role, rgb] : tones)
        palette.setColor(role, QColor(rgb));
    const QColor link =
        between(palette.color(QPalette::Highlight), palette.color(QPalette::Text), 0.25F);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role,
                         between(palette.color(role), palette.color(QPalette::Window), 0.55F));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, palette.color(QPalette::Mid));
    return palette;
}

// Whether neither the desktop nor the user chose colours: then the style's own are in use.
bool nobodyChoseColours()
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    const QPalette standard = fusion->standardPalette();
    const QPalette now = QApplication::palette();
    return now.color(QPalette::Window) == standard.color(QPalette::Window)
           && now.color(QPalette::Base) == standard.color(QPalette::Base)
           && now.color(QPalette::Highlight) == standard.color(QPalette::Highlight);
}

// Flat heads and bars, lines instead of frames. Colours by role only.
constexpr auto sheet = R"(
QMainWindow > QToolBar, QToolBar { border: none; spacing: 2px; padding: 4px; }
QMenuBar { border: none; padding: 2px 4px; }
QToolBar#mainToolbar { border-bottom: 1px solid palette(midlight); }
QToolButton { padding: 4px 8px; border: none; border-radius: 5px; }
QToolButton:hover { background: palette(midlight); }
QToolButton:pressed, QToolButton:checked { background: palette(mid); }
QToolButton:focus { background: palette(midlight); }
QToolButton#more::menu-indicator { image: none; }
QToolButton#jobsMore { padding-right: 18px; }
QToolButton#jobsMore::menu-indicator { subcontrol-position: right center; right: 5px; }
QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton[day="true"] { border: 1px solid palette(mid); }
QToolButton[day="true"]:checked { background: palette(highlight); color: palette(highlighted-text); }
QToolButton[day="true"]:checked:disabled { background: palette(mid); color: palette(text); }
QSplitter::handle { background: palette(midlight); }
QStatusBar { border-top: 1px solid palette(midlight); }
QStatusBar::item { border: none; }
QHeaderView { background: palette(base); border: none; }
QHeaderView::section {
    background: palette(base); color: palette(placeholder-text);
    border: none; border-bottom: 1px solid palette(midlight); padding: 5px 6px;
}
QHeaderView::section:hover { color: palette(text); }
QTableCornerButton::section { background: palette(base); border: none; }
QLineEdit#search, QLineEdit#playerSearch {
    background: palette(base); border: 1px solid palette(mid);
    border-radius: 6px; padding: 4px 6px;
}
QLineEdit#search:focus, QLineEdit#playerSearch:focus { border-color: palette(highlight); }
QTreeView#sidebar { background: palette(window); border: none; padding: 4px; outline: 0; }
QTreeView#sidebar::branch { background: palette(window); }
QTreeView#sidebar::item { padding: 4px 4px; border: none; }
QTreeView#sidebar::item:hover:!selected { background: palette(midlight); }
QTreeView#sidebar::item:selected { background: palette(highlight); color: palette(highlighted-text); }
)";

} // namespace

void applyLook(const QString &appearance)
{
    const bool chosen = appearance == "light"_L1 || appearance == "dark"_L1;
    QApplication::setPalette(QPalette()); // what was chosen before is taken back
    if (chosen || nobodyChoseColours()) {
        QApplication::setStyle(new LookStyle);
        QApplication::setPalette(paletteOf(appearance == "dark"_L1 ? darkTones : lightTones));
    }
    qApp->setStyleSheet(QString::fromLatin1(sheet));
}

QColor accentColour(Accent accent, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (accent) {
    case Accent::Good:
        return dark ? QColor(0x58, 0xb8, 0x82) : QColor(0x23, 0x80, 0x4c);
    case Accent::Bad:
        return dark ? QColor(0xef, 0x7d, 0x72) : QColor(0xb8, 0x32, 0x27);
    case Accent::Caution:
        return dark ? QColor(0xe3, 0xa8, 0x4a) : QColor(0x9a, 0x62, 0x0a);
    }
    Q_UNREACHABLE();
}

QPalette paperPalette()
{
    QPalette paper = QApplication::palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    return paper;
}

QColor quietColour(const QPalette &palette)
{
    return between(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.3F);
}

QColor lineColour(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return between(palette.color(QPalette::Window), palette.color(QPalette::WindowText),
                   dark ? 0.42F : 0.52F);
}

QColor terminalColour(TerminalColour which)
{
    switch (which) {
    case TerminalColour::Ground:
        return QColor(0x16, 0x18, 0x1d);
    case TerminalColour::Text:
        return QColor(0xd6, 0xd9, 0xdf);
    }
    Q_UNREACHABLE();
}

QIcon icon(const QString &name)
{
    return QIcon(u":/icons/%1.svg"_s.arg(name));
}

int rowHeight(const QWidget &widget)
{
    return widget.fontMetrics().height() + 12;
}

void dressTable(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setIconSize({18, 18});
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(rowHeight(table));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsMovable(true);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(true);
}

void showWholeTitles(QHeaderView &head)
{
    constexpr int padding = 6; // of the sheet
    for (int column = 0; column < head.count(); ++column) {
        const QString title = head.model()->headerData(column, Qt::Horizontal).toString();
        const int needed = head.fontMetrics().horizontalAdvance(title) + 2 * padding;
        if (!head.isSectionHidden(column) && head.sectionSize(column) < needed)
            head.resizeSection(column, needed);
    }
}

QLabel *makeComplaint(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // else it wraps early
    sayBelow(*label, {}, true);
    label->hide();
    return label;
}

void sayBelow(QLabel &label, const QString &text, bool isWrong)
{
    QPalette colours = QApplication::palette(&label);
    colours.setColor(QPalette::WindowText,
                     isWrong ? accentColour(Accent::Bad, colours) : quietColour(colours));
    label.setPalette(colours);
    label.setText(text);
}

QToolBar *makeTableBar(const QString &title, QWidget *parent)
{
    auto *tools = new QToolBar(parent);
    tools->setIconSize({18, 18});
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *label = new QLabel(title, tools);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setContentsMargins(space::whole, 0, space::wide, 0);
    tools->addWidget(label);
    return tools;
}

} // namespace respool
