// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <algorithm>

namespace respool {

// A table model whose rows are a list of Items with an id member. Brings the rows from one list
// to the next without disturbing selection, focus and scroll position where that can be: rows
// that stay in their order are kept, the others are removed and inserted around them. A new order
// resets the model.
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
        const Ids had = idsOf(m_items);
        const Ids has = idsOf(next);
        if (!keepsOrder(next, had, has)) {
            beginResetModel();
            m_items = next;
            endResetModel();
            return;
        }
        removeOthers(has);
        insertNew(next, had);
        m_items = next;
        if (!m_items.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_items.size()) - 1, columnCount() - 1));
    }

    // One row anew, if it is there.
    void replaceItem(const Item &item)
    {
        const auto found = std::ranges::find(m_items, item.id, &Item::id);
        if (found == m_items.end())
            return;
        *found = item;
        const int row = int(found - m_items.begin());
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    // Leaves out what is there already: rows may have moved since the last page was read.
    void appendItems(QList<Item> more)
    {
        const Ids had = idsOf(m_items);
        more.removeIf([&](const Item &item) { return had.contains(item.id.value); });
        if (more.isEmpty())
            return;
        const int first = int(m_items.size());
        beginInsertRows({}, first, first + int(more.size()) - 1);
        m_items += more;
        endInsertRows();
    }

private:
    using Ids = QSet<qint64>;
    // Each run of rows costs the views a walk over all of theirs; past this a reset is cheaper.
    static constexpr int mostRuns = 100;

    static Ids idsOf(const QList<Item> &list)
    {
        Ids ids;
        ids.reserve(list.size());
        for (const Item &item : list)
            ids.insert(item.id.value);
        return ids;
    }

    bool keepsOrder(const QList<Item> &next, const Ids &had, const Ids &has) const
    {
        int runs = 0;
        qsizetype old = 0;
        const auto skipGone = [&] {
            const qsizetype from = old;
            while (old < m_items.size() && !has.contains(m_items[old].id.value))
                ++old;
            runs += old > from ? 1 : 0;
        };
        bool inserting = false;
        for (const Item &item : next) {
            if (!had.contains(item.id.value)) {
                runs += inserting ? 0 : 1;
                inserting = true;
                continue;
            }
            inserting = false;
            skipGone();
            if (old >= m_items.size() || m_items[old].id != item.id)
                return false;
            ++old;
        }
        skipGone();
        return runs <= mostRuns;
    }

    void removeOthers(const Ids &has)
    {
        const auto goes = [&](int row) { return !has.contains(m_items[row].id.value); };
        for (int last = int(m_items.size()) - 1; last >= 0; --last) {
            if (!goes(last))
                continue;
            int first = last;
            while (first > 0 && goes(first - 1))
                --first;
            beginRemoveRows({}, first, last);
            m_items.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    void insertNew(const QList<Item> &next, const Ids &had)
    {
        const auto isNew = [&](int row) { return !had.contains(next[row].id.value); };
        for (int first = 0; first < int(next.size()); ++first) {
            if (!isNew(first))
                continue;
            int last = first;
            while (last + 1 < int(next.size()) && isNew(last + 1))
                ++last;
            beginInsertRows({}, first, last);
            for (int row = first; row <= last; ++row)
                m_items.insert(row, next[row]);
            endInsertRows();
            first = last;
        }
    }

    QList<Item> m_items;
};

} // namespace respool
