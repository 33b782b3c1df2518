// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

#include <functional>

namespace respool {

// What was done last and how to take it back, newest last; the oldest is forgotten when there are
// many. A step knows its inverse as a command of its own: it works on what it worked on before,
// whatever is selected now. Lives on the ui thread and with the window: what was done before the
// program started is taken back by other ways (the trash).
class UndoList final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // what: in words, "3 recordings were flagged". Returns its number.
    int push(const QString &what, const std::function<void()> &takeBack);
    bool isEmpty() const { return m_steps.isEmpty(); }
    QString last() const; // in words; empty: there is none
    void undo();          // the last one
    void undo(int step);  // this one, if it was not taken back yet

signals:
    void changed();

private:
    struct Step
    {
        int number = 0;
        QString what;
        std::function<void()> takeBack;
    };
    QList<Step> m_steps;
    int m_next = 1;
};

} // namespace respool
