// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"

#ifdef RESPOOL_FAULT_POINTS

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace respool {

namespace {

struct Fault
{
    std::string name;
    int passage = 1;
    bool abort = false;

    static Fault fromEnvironment()
    {
        const char *text = std::getenv("RESPOOL_FAULT");
        Fault fault;
        if (!text)
            return fault;
        fault.name = text;
        if (const auto mark = fault.name.find("!abort"); mark != std::string::npos) {
            fault.abort = true;
            fault.name.resize(mark);
        }
        if (const auto colon = fault.name.find(':'); colon != std::string::npos) {
            fault.passage = std::atoi(fault.name.c_str() + colon + 1);
            fault.name.resize(colon);
        }
        return fault;
    }
};

int openTrace()
{
    const char *file = std::getenv("RESPOOL_FAULT_TRACE");
    return file ? ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
}

} // namespace

void faultPoint(const char *name)
{
    static const Fault fault = Fault::fromEnvironment();
    static const int trace = openTrace();
    static std::atomic<int> passages = 0;
    if (trace >= 0) {
        const std::string line = std::string(name) + '\n';
        if (::write(trace, line.data(), line.size()) < 0)
            std::abort(); // a trace that lies by omission would hide untested fault points
    }
    if (fault.name != name || ++passages != fault.passage)
        return;
    if (fault.abort)
        std::abort();
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

} // namespace respool

#else

namespace respool {

void faultPoint(const char *) {}

} // namespace respool

#endif
