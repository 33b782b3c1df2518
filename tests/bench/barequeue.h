// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/db/sqlbook.h"
#include "tests/bench/peerqueue.h"
#include "tests/bench/sqliteapi.h"

#include <string>
#include <vector>

namespace respool {

// Our own tables, pragmas and statements without Qt, without a thread of their own and without
// group commit: what they could do at most. The statements are those that JobStore runs for
// enqueue, claim and finish, read from the same resource.
class BareQueue final : public PeerQueue
{
public:
    explicit BareQueue(const QString &file); // synchronous=NORMAL

    void pushOne() override;
    void pushMany(int jobs) override;
    void turn(int jobs) override;
    qint64 waiting() override;

private:
    struct Taken
    {
        qint64 id = 0;
        qint64 claim = 0;
    };
    void enqueue();
    void claim(int jobs);
    void finish(const Taken &job);

    SqlBook m_book;
    SqliteFile m_file;
    SqliteStatement m_begin, m_commit, m_enqueue, m_paused, m_laneFirst, m_laneAfter, m_best,
        m_claim, m_attemptAdd, m_finish, m_attemptEnd;
    qint64 m_batch = 0;
    qint64 m_worker = 0;
    std::vector<Taken> m_taken;
    std::vector<std::string> m_texts;
    std::vector<qint64> m_numbers;
};

} // namespace respool
