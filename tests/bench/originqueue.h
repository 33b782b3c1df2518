// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/peerqueue.h"
#include "tests/bench/sqliteapi.h"

#include <string>
#include <vector>

namespace respool {

// A queue shaped like the one of Devolutions Gateway (its crate job-queue-libsql), from which
// Respool comes: text ids in order of time as the primary key, a claim in the order of the ids, a
// trigger that stamps every update, an index on the due time, finished jobs deleted one by one,
// every statement prepared when it is needed, synchronous=NORMAL. The arguments are JSON text,
// because plain SQLite of this age has no binary JSON. The C interface is generous to it.
class OriginQueue final : public PeerQueue
{
public:
    explicit OriginQueue(const QString &file);

    void pushOne() override;
    void pushMany(int jobs) override; // one by one: it knows no other way
    void turn(int jobs) override;
    qint64 waiting() override;

private:
    std::string nextId();

    SqliteFile m_file;
    std::vector<std::string> m_taken;
    quint64 m_lastId = 0;
};

} // namespace respool
