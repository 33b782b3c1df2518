// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wholeselection.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace respool {

WholeSelection::WholeSelection(QAbstractItemModel *model, int idRole, QObject *parent)
    : QItemSelectionModel(model, parent)
    , m_idRole(idRole)
{
    connect(model, &QAbstractItemModel::rowsInserted, this, &WholeSelection::selectNew);
}

void WholeSelection::chooseAll()
{
    chooseAllBut({});
}

void WholeSelection::chooseAllBut(const QSet<qint64> &left)
{
    m_all = true;
    const QAbstractItemModel &rows = *model();
    QItemSelection selection;
    int first = 0;
    const auto closeRun = [&](int end) {
        if (end > first)
            selection.append(QItemSelectionRange(rows.index(first, 0),
                                                 rows.index(end - 1, rows.columnCount() - 1)));
        first = end + 1;
    };
    for (int row = 0; !left.isEmpty() && row < rows.rowCount(); ++row) {
        if (left.contains(rows.index(row, 0).data(m_idRole).toLongLong()))
            closeRun(row);
    }
    closeRun(rows.rowCount());
    selectOwn(selection, ClearAndSelect);
}

QList<std::pair<int, int>> WholeSelection::runs() const
{
    QList<std::pair<int, int>> runs;
    for (const QItemSelectionRange &range : selection()) {
        if (range.isValid() && range.left() == 0)
            runs << std::pair(range.top(), range.bottom());
    }
    std::ranges::sort(runs);
    return runs;
}

qint64 WholeSelection::rows() const
{
    qint64 rows = 0;
    for (const auto &[first, last] : runs())
        rows += last - first + 1;
    return rows;
}

QSet<qint64> WholeSelection::left() const
{
    QSet<qint64> ids;
    if (!m_all)
        return ids;
    int next = 0;
    const auto leave = [&](int end) {
        for (; next < end; ++next)
            ids.insert(model()->index(next, 0).data(m_idRole).toLongLong());
    };
    for (const auto &[first, last] : runs()) {
        leave(first);
        next = last + 1;
    }
    leave(model()->rowCount());
    return ids;
}

void WholeSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    if (!m_own && command.testFlag(Clear))
        m_all = false;
    QItemSelectionModel::select(selection, command);
}

// The model reads its rows anew: that is nobody's choice.
void WholeSelection::reset()
{
    const QScopedValueRollback own(m_own, true);
    QItemSelectionModel::reset();
}

void WholeSelection::selectOwn(const QItemSelection &selection, SelectionFlags command)
{
    const QScopedValueRollback own(m_own, true);
    QItemSelectionModel::select(selection, command);
}

void WholeSelection::selectNew(const QModelIndex &parent, int first, int last)
{
    if (m_all && !parent.isValid())
        selectOwn({model()->index(first, 0), model()->index(last, model()->columnCount() - 1)},
                  Select);
}

} // namespace respool
