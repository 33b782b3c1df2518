// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSet>

class QAbstractItemView;

namespace respool {

// Brings selection, current row and scroll position of a view through a reset of its model, by
// the ids that the model gives for a role. Lives on the ui thread, as a child of the view; the
// view must have its model already.
class SelectionKeeper final : public QObject
{
    Q_OBJECT

public:
    SelectionKeeper(QAbstractItemView &table, int idRole);

signals:
    void restored();

private:
    void remember();
    void restore();

    QAbstractItemView &m_table;
    const int m_idRole;
    QSet<qint64> m_selected;
    bool m_all = false;  // all was chosen, see WholeSelection
    QSet<qint64> m_left; // but these
    qint64 m_current = 0;
    int m_currentColumn = 0;
    int m_scroll = 0;
};

} // namespace respool
