// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/quitsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace respool {

namespace {

std::array<int, 2> wakePipe{-1, -1};

void wake(int)
{
    // A full pipe already holds a wake-up.
    (void) !::write(wakePipe[1], "", 1);
}

void handle(void (*handler)(int))
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        struct sigaction action
        {};
        action.sa_handler = handler;
        action.sa_flags = SA_RESTART;
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    auto *notifier = new QSocketNotifier(wakePipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        while (::read(wakePipe[0], bytes.data(), bytes.size()) > 0) {
        }
        emit quitWanted();
    });
    handle(wake);
}

QuitSignals::~QuitSignals()
{
    handle(SIG_DFL);
    for (int &end : wakePipe)
        ::close(std::exchange(end, -1));
}

} // namespace respool
