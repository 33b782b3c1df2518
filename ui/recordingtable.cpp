// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recordingtable.h"

#include "ui/librarymodel.h"
#include "ui/look.h"
#include "ui/postershelf.h"
#include "ui/selectionkeeper.h"
#include "ui/wholeselection.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct UsualColumn
{
    int width = 0;
    bool shown = true;
};

// In the order of LibraryModel::Column.
constexpr std::array<UsualColumn, LibraryModel::ColumnCount> usualColumns{{
    {186},
    {74},
    {146},
    {74},
    {80},
    {76},
    {106},
    {66},
    {56, false},
    {120, false},
    {160, false},
    {140, false},
    {72, false},
    {72, false},
    {140, false},
}};
constexpr int narrowest = 16;

} // namespace

RecordingTable::RecordingTable(LibraryModel *model, QWidget *parent)
    : QTableView(parent)
    , m_whole(new WholeSelection(model, LibraryModel::IdRole, this))
{
    setModel(model);
    delete selectionModel();
    setSelectionModel(m_whole);
    setAccessibleName(tr("Recordings"));
    dressTable(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle); // ids differ at both ends
    QHeaderView *head = horizontalHeader();
    head->setSortIndicator(LibraryModel::Start, Qt::DescendingOrder);
    setSortingEnabled(true);
    setDragEnabled(true);
    restoreUsualColumns();
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this, &RecordingTable::showColumnMenu);
    new SelectionKeeper(*this, LibraryModel::IdRole);
}

void RecordingTable::restoreUsualColumns()
{
    QHeaderView *head = horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        head->moveSection(head->visualIndex(column), column);
        const UsualColumn usual = usualColumns[size_t(column)];
        head->showSection(column); // a hidden one has no width
        head->resizeSection(column, usual.width);
    }
    showWholeTitles(*head);
    for (int column = 0; column < head->count(); ++column)
        head->setSectionHidden(column, !usualColumns[size_t(column)].shown);
}

void RecordingTable::resetColumns()
{
    restoreUsualColumns();
    sortByColumn(LibraryModel::Start, Qt::DescendingOrder);
}

QByteArray RecordingTable::saveColumns() const
{
    return horizontalHeader()->saveState();
}

// A column that this version has added, or that was dragged to nothing, has a width again.
bool RecordingTable::restoreColumns(const QByteArray &kept)
{
    QHeaderView *head = horizontalHeader();
    if (kept.isEmpty() || !head->restoreState(kept)
        || head->hiddenSectionCount() == head->count()) {
        restoreUsualColumns();
        return false;
    }
    for (int column = 0; column < head->count(); ++column) {
        if (!head->isSectionHidden(column) && head->sectionSize(column) < narrowest)
            head->resizeSection(column, usualColumns[size_t(column)].width);
    }
    return true;
}

// Not the views' own way, which makes an index of every cell that is selected.
void RecordingTable::startDrag(Qt::DropActions)
{
    emit dragWanted();
}

void RecordingTable::selectAll()
{
    m_whole->chooseAll();
}

void RecordingTable::makeRoomForPosters(bool shown)
{
    setIconSize(shown ? PosterShelf::small : QSize(18, 18));
    const int plain = respool::rowHeight(*this);
    const int high = std::max(plain, PosterShelf::small.height() + space::whole);
    verticalHeader()->setDefaultSectionSize(shown ? high : plain);
}

void RecordingTable::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

// The last column that is left stays.
void RecordingTable::fillColumnMenu(QMenu &menu)
{
    QHeaderView *head = horizontalHeader();
    for (int column = 0; column < head->count(); ++column) {
        QAction *action =
            menu.addAction(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!head->isSectionHidden(column));
        action->setEnabled(head->isSectionHidden(column)
                           || head->count() - head->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, head,
                [head, column](bool shown) { head->setSectionHidden(column, !shown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Reset columns")), &QAction::triggered, this,
            &RecordingTable::resetColumns);
}

} // namespace respool
