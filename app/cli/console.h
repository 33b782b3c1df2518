// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QString>

namespace respool {

// What a script reads from the exit status.
enum class Exit { Done = 0, SomeFailed = 1, Usage = 2, NotFound = 3, Refused = 4, Unavailable = 5 };

Exit exitFor(ErrorCode code);

// How one call of the program talks.
class Console
{
public:
    Console(bool json, bool quiet)
        : m_json(json)
        , m_quiet(quiet)
    {}

    bool json() const { return m_json; }
    bool quiet() const { return m_quiet; }

    void print(const QString &line) const;         // stdout, unless --json
    void printJson(const QJsonValue &value) const; // stdout, only with --json
    void say(const QString &line) const;           // stderr, unless --quiet
    Exit complain(const Error &error) const;       // stderr, always; the status for it
    bool showsProgress() const;                    // a person looks at stderr
    // A bar in the last line of stderr, 0 to 1, with words behind it; and the end of that line.
    void drawBar(double share, const QString &words) const;
    void endBar() const;

private:
    bool m_json;
    bool m_quiet;
};

} // namespace respool
