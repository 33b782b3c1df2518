// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

namespace respool {

// The query language on one sheet, closed by any click or key. Lives on the ui thread.
class QuerySheet final : public QFrame
{
    Q_OBJECT

public:
    explicit QuerySheet(QWidget *parent = nullptr);

    void showUnder(const QWidget &widget);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    static QString rules();
    static QString fields();

    QSize m_whole; // with all of its rows
};

} // namespace respool
