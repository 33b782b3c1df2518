// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/knownstamps.h"

#include "core/files/filestamp.h"

#include <QFile>

#include <algorithm>

namespace respool {

quint64 pathHashOf(std::string_view path)
{
    return hashOf(path);
}

quint64 pathHashOf(const QString &path)
{
    return hashOf(QFile::encodeName(path).toStdString());
}

void KnownStamps::add(RecordingId id, quint64 pathHash, quint64 stamp)
{
    m_all.push_back({pathHash, stamp, id.value});
}

void KnownStamps::sort()
{
    std::ranges::sort(m_all, {}, &Known::pathHash);
    m_seen.assign(m_all.size(), 0);
}

std::optional<qsizetype> KnownStamps::find(quint64 pathHash) const
{
    const auto found = std::ranges::lower_bound(m_all, pathHash, {}, &Known::pathHash);
    if (found == m_all.end() || found->pathHash != pathHash)
        return {};
    return found - m_all.begin();
}

bool KnownStamps::isUnchanged(qsizetype index, quint64 stamp) const
{
    return stamp != 0 && m_all[size_t(index)].stamp == stamp;
}

QList<RecordingId> KnownStamps::unseen(std::vector<qint64> others) const
{
    std::ranges::sort(others);
    QList<RecordingId> ids;
    for (size_t i = 0; i < m_all.size(); ++i) {
        if (!m_seen[i] && !std::ranges::binary_search(others, m_all[i].id))
            ids << RecordingId{m_all[i].id};
    }
    return ids;
}

} // namespace respool
