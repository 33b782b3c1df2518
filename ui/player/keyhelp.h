// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QTableWidget;

namespace respool {

// The keys of the player, over all of it; Escape, "?" or a click on its button takes it away. Lives
// on the ui thread, as a child of what it explains.
class KeyHelp final : public QFrame
{
    Q_OBJECT

public:
    explicit KeyHelp(QWidget *player);

    void open();
    QTableWidget *table() const { return m_table; }

signals:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();

    QTableWidget *m_table;
};

} // namespace respool
