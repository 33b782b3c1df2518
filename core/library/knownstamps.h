// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <optional>
#include <string_view>
#include <vector>

namespace respool {

// The same in every run and on every machine: it is stored.
quint64 pathHashOf(std::string_view path);
quint64 pathHashOf(const QString &path);

// What a scan knows of a store before it begins, in 24 bytes for each recording, and which of
// them it has seen. Several threads may see at once, each another recording.
class KnownStamps
{
public:
    void add(RecordingId id, quint64 pathHash, quint64 stamp);
    void sort(); // once, when all are added

    qsizetype size() const { return qsizetype(m_all.size()); }
    bool isEmpty() const { return m_all.empty(); }
    // Which one lies at this path; empty: none that is known.
    std::optional<qsizetype> find(quint64 pathHash) const;
    RecordingId id(qsizetype index) const { return RecordingId{m_all[size_t(index)].id}; }
    bool isUnchanged(qsizetype index, quint64 stamp) const;
    void see(qsizetype index) { m_seen[size_t(index)] = 1; }

    // Those that were not seen, without others, which were found by other means.
    QList<RecordingId> unseen(std::vector<qint64> others) const;

private:
    struct Known
    {
        quint64 pathHash = 0;
        quint64 stamp = 0;
        qint64 id = 0;
    };
    std::vector<Known> m_all;
    std::vector<char> m_seen; // a byte each: threads write to neighbours
};

} // namespace respool
