// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QItemSelectionModel>
#include <QSet>

#include <utility>

namespace respool {

// The selection of whole rows in a list that may be long. Once all is chosen, that is all that the
// model stands for: rows that come later are selected as they come, and those that were taken out
// by hand stay out. Whoever chooses anew leaves that. Lives on the ui
// thread; does not know what the rows are, but for the numbers that a role gives.
class WholeSelection final : public QItemSelectionModel
{
    Q_OBJECT

public:
    WholeSelection(QAbstractItemModel *model, int idRole, QObject *parent);

    bool isAll() const { return m_all; }
    void chooseAll();
    void chooseAllBut(const QSet<qint64> &left);
    QSet<qint64> left() const; // the rows that were taken out of all
    // What is selected, first and last row of each stretch, from the top. Nothing is made for each
    // row, as selectedRows() does.
    QList<std::pair<int, int>> runs() const;
    qint64 rows() const; // how many that are

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void reset() override;

private:
    void selectOwn(const QItemSelection &selection, SelectionFlags command);
    void selectNew(const QModelIndex &parent, int first, int last);

    const int m_idRole;
    bool m_all = false;
    bool m_own = false; // what is selected now is no choice of the user's
};

} // namespace respool
