// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace respool {

// A bar of two parts, live and trash, in proportion to a whole; what is left is empty ground. Says
// the same in words to who cannot see it. Lives on the ui thread.
class StorageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StorageBar(QWidget *parent = nullptr);

    // whole: what the full width stands for; more than it is cut.
    void show(qint64 live, qint64 trash, qint64 whole, const QString &words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_live = 0; // shares of the width
    double m_trash = 0;
};

} // namespace respool
