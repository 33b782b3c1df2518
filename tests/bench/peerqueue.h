// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace respool {

// A queue as the measurements use it: the same work for every peer. What a queue cannot do in one
// transaction it does in as many as it needs.
class PeerQueue
{
public:
    virtual ~PeerQueue() = default;

    virtual void pushOne() = 0;          // in a transaction of its own
    virtual void pushMany(int jobs) = 0; // in as few as it can

    // Finishes what the last turn has claimed and claims as many jobs as given; 0: only finishes.
    virtual void turn(int jobs) = 0;

    virtual qint64 waiting() = 0; // jobs that can be claimed

    static constexpr int claimed = 16; // jobs a turn
    // What a job of Respool carries: the parts that a worker needs to find its recording.
    static QByteArray payload()
    {
        return R"({"store":"6d0b0ad2-7b5c-4a53-9a20-5a2a0f1c2b77",)"
               R"("uid":"2f6b1d5e-0000-4000-8000-000000000001","part":"recording-0.webm"})";
    }
    static QByteArray title() { return "2f6b1d5e-0000-4000-8000-000000000001/recording-0.webm"; }
};

} // namespace respool
