// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replayspan.h"

#include <algorithm>

namespace respool {

namespace {

bool isLater(qint64 ms, const ReplayScreen &screen)
{
    return ms < screen.atMs;
}

} // namespace

QString ReplayScreen::line(int row) const
{
    if (row < 0 || row >= rows.size())
        return {};
    QString text;
    int column = 0;
    for (const ScreenRun &run : rows[row]) {
        text += QString(std::max(0, run.column - column), u' ') + run.text;
        column = run.column + run.columns;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

const ReplayScreen &ReplaySpan::screenAt(qint64 ms) const
{
    static const ReplayScreen nothing;
    if (m_screens.isEmpty())
        return nothing;
    const auto after = std::upper_bound(m_screens.begin(), m_screens.end(), ms, isLater);
    return after == m_screens.begin() ? m_screens.first() : *std::prev(after);
}

std::optional<qint64> ReplaySpan::changeAfter(qint64 ms) const
{
    const auto after = std::upper_bound(m_screens.begin(), m_screens.end(), ms, isLater);
    if (after == m_screens.end())
        return {};
    return after->atMs;
}

std::optional<qint64> ReplaySpan::changeBefore(qint64 ms) const
{
    const auto at = std::lower_bound(
        m_screens.begin(), m_screens.end(), ms,
        [](const ReplayScreen &screen, qint64 moment) { return screen.atMs < moment; });
    if (at == m_screens.begin() || at == std::next(m_screens.begin()))
        return {};
    return std::prev(at)->atMs;
}

} // namespace respool
