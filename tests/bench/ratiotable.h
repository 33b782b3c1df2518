// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace respool {

// One figure beside that of a peer, or beside a limit. What is wished is wished of the ratio, or
// of the figure itself where there is no peer.
struct RatioRow
{
    QString what;
    double ours = 0;
    QString unit = {};
    QString peer = {};
    std::optional<double> theirs = {};
    std::optional<double> atLeast = {};
    std::optional<double> atMost = {};

    double judged() const { return theirs ? ours / *theirs : ours; }
    // Empty: nothing is wished.
    std::optional<bool> holds() const;
};

// The rows of one run, printed at its end as one table. A wish that does not hold fails nothing:
// a machine has bad minutes.
class RatioTable
{
public:
    void add(RatioRow row);
    void note(const QString &line) { m_notes.push_back(line); } // a condition of the run
    void print() const;

private:
    std::vector<RatioRow> m_rows;
    std::vector<QString> m_notes;
};

} // namespace respool
