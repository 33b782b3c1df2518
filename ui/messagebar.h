// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
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
    // action: what can be done about it, as a button; empty: nothing. With one it stays.
    void show(Mood mood, const QString &text, const QString &action = {},
              const std::function<void()> &act = {});
    // A second button, before the first one; it goes with what is said now.
    void addAction(const QString &action, const std::function<void()> &act);
    void setState(const QString &problem); // the empty text: it has ended

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(Mood mood, const QString &text);
    void leave();

    Mood m_mood = Mood::News;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    std::function<void()> m_act;
    QPushButton *m_second;
    std::function<void()> m_secondAct;
    QString m_state;
    bool m_showsState = false;
    QTimer *m_fade;
};

} // namespace respool
