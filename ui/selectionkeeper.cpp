// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/selectionkeeper.h"

#include "ui/wholeselection.h"

#include <QAbstractItemView>
#include <QScrollBar>

#include <utility>

namespace respool {

namespace {

constexpr qsizetype fewIds = 50; // each is looked for by itself

} // namespace

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
    const auto rowOf = [&](qint64 id) {
        const auto found = model.match(model.index(0, 0), m_idRole, id, 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.first().row();
    };
    const bool few = m_selected.size() <= fewIds;
    if (few && model.rowCount() > 0) {
        for (const qint64 id : std::as_const(m_selected)) {
            if (const int row = rowOf(id); row >= 0)
                selection.append({model.index(row, 0), model.index(row, 0)});
        }
    }
    if (m_current != 0 && model.rowCount() > 0) {
        if (const int row = rowOf(m_current); row >= 0)
            current = model.index(row, m_currentColumn);
    }
    const int rows = few ? 0 : model.rowCount();
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
