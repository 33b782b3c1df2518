// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <algorithm>
#include <optional>

namespace respool {

// When the frames of a video begin, in ms. A screen that stands still sends none, so that they may
// be minutes apart.
class FrameTimes
{
public:
    FrameTimes() = default;
    explicit FrameTimes(const QList<quint32> &inOrder)
        : m_frames(inOrder)
    {}

    // The one that is seen at that time; none: it is not known, or there is nothing to be seen yet.
    std::optional<qint64> at(qint64 ms) const
    {
        const auto next = std::ranges::upper_bound(m_frames, ms);
        return next == m_frames.begin() ? std::nullopt : std::optional<qint64>(*std::prev(next));
    }

    // The next one, as far as it is known.
    std::optional<qint64> after(qint64 ms) const
    {
        const auto next = std::ranges::upper_bound(m_frames, ms);
        return next == m_frames.end() ? std::nullopt : std::optional<qint64>(*next);
    }

private:
    QList<quint32> m_frames;
};

} // namespace respool
