// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/selectionkeeper.h"

#include "ui/wholeselection.h"

#include <QAbstractItemView>
#include <QScrollBar>

namespace respool {

SelectionKeeper::SelectionKeeper(QAbstractItemView &table, int idRole)
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
    if (!m_all) {
        for (const QItemSelectionRange &range : m_table.selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                m_selected.insert(m_table.model()->index(row, 0).data(m_idRole).toLongLong());
        }
    }
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
    const int rows = m_selected.isEmpty() && m_current == 0 ? 0 : model.rowCount();
    int first = -1; // of the stretch of selected rows that the loop is in
    const auto close = [&](int end) {
        if (first >= 0)
            selection.append({model.index(first, 0), model.index(end - 1, 0)});
        first = -1;
    };
    for (int row = 0; row < rows; ++row) {
        const qint64 id = model.index(row, 0).data(m_idRole).toLongLong();
        if (!m_selected.contains(id))
            close(row);
        else if (first < 0)
            first = row;
        if (id == m_current)
            current = model.index(row, m_currentColumn);
    }
    close(rows);
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
