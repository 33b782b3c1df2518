// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/await.h"
#include "core/base/result.h"

#include <QJsonValue>
#include <QString>

namespace respool {

class Engine;

// What a script reads from the exit status.
enum class Exit { Done = 0, SomeFailed = 1, Usage = 2, NotFound = 3, Refused = 4, Unavailable = 5 };

Exit exitFor(ErrorCode code);

// One call of the program: how it talks, and the engine behind it.
class Session
{
public:
    Session(Engine &engine, bool json, bool quiet)
        : m_engine(engine)
        , m_json(json)
        , m_quiet(quiet)
    {}

    Engine &engine() { return m_engine; }
    bool json() const { return m_json; }
    bool quiet() const { return m_quiet; }

    void print(const QString &line) const;         // stdout, unless --json
    void printJson(const QJsonValue &value) const; // stdout, only with --json
    void say(const QString &line) const;           // stderr, unless --quiet
    Exit complain(const Error &error) const;       // stderr, always; the status for it
    bool showsProgress() const;                    // a person looks at stderr

private:
    Engine &m_engine;
    bool m_json;
    bool m_quiet;
};

} // namespace respool

// AWAIT(auto x, session, future): the value, or leave the verb with the status of its error.
#define AWAIT_(tmp, decl, session, ...) \
    auto tmp = ::respool::await(__VA_ARGS__); \
    if (!tmp) \
        return (session).complain(tmp.error()); \
    decl = *std::move(tmp)
#define AWAIT(decl, session, ...) \
    AWAIT_(RESPOOL_CAT(awaited_, __LINE__), decl, session, __VA_ARGS__)
