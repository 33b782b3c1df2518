// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/undolist.h"

#include <algorithm>

namespace respool {

namespace {

constexpr qsizetype mostSteps = 20;

} // namespace

int UndoList::push(const QString &what, const std::function<void()> &takeBack)
{
    m_steps << Step{m_next, what, takeBack};
    if (m_steps.size() > mostSteps)
        m_steps.removeFirst();
    emit changed();
    return m_next++;
}

QString UndoList::last() const
{
    return m_steps.isEmpty() ? QString() : m_steps.last().what;
}

void UndoList::undo()
{
    if (!m_steps.isEmpty())
        undo(m_steps.last().number);
}

void UndoList::undo(int step)
{
    const auto found = std::ranges::find(m_steps, step, &Step::number);
    if (found == m_steps.end())
        return;
    const std::function<void()> takeBack = found->takeBack;
    m_steps.erase(found);
    emit changed();
    takeBack();
}

} // namespace respool
