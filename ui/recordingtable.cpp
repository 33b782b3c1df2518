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

using namespace Qt::Literals::StringLiterals;

namespace respool {

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
    const QList<int> widths{176, 74, 140, 74, 74, 76, 106, 66};
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column]);
    head->hideSection(LibraryModel::Parts);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QWidget::customContextMenuRequested, this, &RecordingTable::showColumnMenu);
    new SelectionKeeper(*this, LibraryModel::IdRole);
}

void RecordingTable::selectAll()
{
    m_whole->chooseAll();
}

void RecordingTable::makeRoomForPosters(bool shown)
{
    setIconSize(shown ? PosterShelf::size : QSize(18, 18));
    const int plain = respool::rowHeight(*this);
    const int high = std::max(plain, PosterShelf::size.height() + space::whole);
    verticalHeader()->setDefaultSectionSize(shown ? high : plain);
}

// The last column that is left stays.
void RecordingTable::showColumnMenu(const QPoint &at)
{
    QHeaderView *head = horizontalHeader();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < head->count(); ++column) {
        QAction *action = menu->addAction(
            model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!head->isSectionHidden(column));
        action->setEnabled(head->isSectionHidden(column)
                           || head->count() - head->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, head,
                [head, column](bool shown) { head->setSectionHidden(column, !shown); });
    }
    menu->popup(head->mapToGlobal(at));
}

} // namespace respool
