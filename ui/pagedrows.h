// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace respool {

// A table model whose rows are a list of Items with an id member. Brings the rows from one list
// to the next without disturbing a selection where that can be: rows of the same ids are changed
// in place, otherwise the model is reset.
template <typename Item>
class PagedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

protected:
    const QList<Item> &items() const { return m_items; }

    void replaceItems(const QList<Item> &next)
    {
        const int had = int(m_items.size());
        const int has = int(next.size());
        const int common = std::min(had, has);
        const bool same = std::equal(next.begin(), next.begin() + common, m_items.begin(),
                                     [](const Item &a, const Item &b) { return a.id == b.id; });
        if (!same) {
            beginResetModel();
            m_items = next;
            endResetModel();
            return;
        }
        if (has > had) {
            beginInsertRows({}, had, has - 1);
            m_items = next;
            endInsertRows();
        } else if (has < had) {
            beginRemoveRows({}, has, had - 1);
            m_items = next;
            endRemoveRows();
        } else {
            m_items = next;
        }
        if (common > 0)
            emit dataChanged(index(0, 0), index(common - 1, columnCount() - 1));
    }

private:
    QList<Item> m_items;
};

} // namespace respool
