// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/selectionkeeper.h"

#include "ui/wholeselection.h"

#include <QScrollBar>
#include <QTableView>

namespace respool {

SelectionKeeper::SelectionKeeper(QTableView &table, int idRole)
    : QObject(&table)
    , m_table(table)
    , m_idRole(idRole)
{
    connect(table.model(), &QAbstractItemModel::modelAboutToBeReset, this,
            &SelectionKeeper::remember);
    connect(table.model(), &QAbstractItemModel::modelReset, this, &SelectionKeeper::restore);
}

void SelectionKeeper::remember()
{
    m_selected.clear();
    m_left.clear();
    const auto *whole = qobject_cast<const WholeSelection *>(m_table.selectionModel());
    m_all = whole && whole->isAll();
    if (m_all)
        m_left = whole->left();
    const QModelIndexList rows =
        m_all ? QModelIndexList() : m_table.selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        m_selected.insert(row.data(m_idRole).toLongLong());
    const QModelIndex current = m_table.currentIndex();
    m_current = current.data(m_idRole).toLongLong();
    m_currentColumn = current.column();
    m_scroll = m_table.verticalScrollBar()->value();
}

void SelectionKeeper::restore()
{
    const QAbstractItemModel &model = *m_table.model();
    QItemSelection selection;
    QModelIndex current;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        const qint64 id = index.data(m_idRole).toLongLong();
        if (m_selected.contains(id))
            selection.append(QItemSelectionRange(index, index));
        if (id == m_current)
            current = model.index(row, m_currentColumn);
    }
    QItemSelectionModel *selected = m_table.selectionModel();
    if (m_all)
        qobject_cast<WholeSelection *>(selected)->chooseAllBut(m_left);
    else
        selected->select(selection,
                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (current.isValid())
        selected->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_table.verticalScrollBar()->setValue(m_scroll);
    emit restored();
}

} // namespace respool
