// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTimer;

namespace respool {

// One line above the table: what was done, or what went wrong and how to mend it. News goes by
// itself after some seconds; a problem stays until it is closed or the next one comes. Never
// takes the focus.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Mood { News, Problem };
    explicit MessageBar(QWidget *parent = nullptr);
    void show(Mood mood, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mood m_mood = Mood::News;
    QLabel *m_icon;
    QLabel *m_text;
    QTimer *m_fade;
};

} // namespace respool
