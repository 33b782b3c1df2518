// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTimer;

namespace respool {

// One line above the table: what was done, or what went wrong and how to mend it. News goes by
// itself after some seconds; a problem stays until it is closed or the next one comes. A state
// stays until it ends, and comes back after what else was said. Never takes the focus.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Mood { News, Problem };
    explicit MessageBar(QWidget *parent = nullptr);
    void show(Mood mood, const QString &text);
    void setState(const QString &problem); // the empty text: it has ended

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(Mood mood, const QString &text);
    void leave();

    Mood m_mood = Mood::News;
    QLabel *m_icon;
    QLabel *m_text;
    QString m_state;
    bool m_showsState = false;
    QTimer *m_fade;
};

} // namespace respool
