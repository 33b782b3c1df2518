// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/await.h"
#include "app/cli/console.h"

namespace respool {

class Engine;

// One call of the program that uses the engine.
class Session : public Console
{
public:
    Session(Engine &engine, bool json, bool quiet)
        : Console(json, quiet)
        , m_engine(engine)
    {}

    Engine &engine() { return m_engine; }

private:
    Engine &m_engine;
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
