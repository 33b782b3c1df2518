// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace respool {

// One line of news above the table: what was done, or what went wrong and how to mend it. Stays
// until it is closed or the next one comes; never takes the focus.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Mood { News, Problem };
    explicit MessageBar(QWidget *parent = nullptr);
    void show(Mood mood, const QString &text);

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace respool
