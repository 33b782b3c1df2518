// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interruptwatch.h"

#include <ctime>

namespace respool {

namespace {

constexpr timespec lookEvery{0, 50'000'000};

} // namespace

InterruptWatch::InterruptWatch()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    m_waiter = std::jthread([this, signals](const std::stop_token &end) {
        while (!end.stop_requested()) {
            if (::sigtimedwait(&signals, nullptr, &lookEvery) > 0)
                m_stop.request_stop();
        }
    });
}

InterruptWatch::~InterruptWatch()
{
    m_waiter = {};
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

} // namespace respool
