// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/mediazygote.h"

#include "core/media/reader/mediachild.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Who stops the program by a signal to its group means the parent, which then ends us in order.
constexpr std::array parentsSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};

UniqueFd watchDeaths()
{
    for (const int signal : parentsSignals)
        ::signal(signal, SIG_IGN);
    sigset_t deaths;
    sigemptyset(&deaths);
    sigaddset(&deaths, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &deaths, nullptr);
    return UniqueFd(::signalfd(-1, &deaths, SFD_CLOEXEC | SFD_NONBLOCK));
}

QJsonObject endOf(int status)
{
    const QJsonObject end = WIFSIGNALED(status) ? QJsonObject{{u"signal"_s, WTERMSIG(status)}}
                                                : QJsonObject{{u"status"_s, WEXITSTATUS(status)}};
    return {{u"ended"_s, end}};
}

} // namespace

// A descriptor whose other end has been shut down would wake poll() for ever.
short MediaZygote::Child::wantedEvents() const
{
    return ended ? POLLOUT : POLLRDHUP;
}

int MediaZygote::run()
{
    m_deaths = watchDeaths();
    m_ownBytes = addressSpaceBytes();
    if (auto filter = SystemCallFilter::compile())
        m_filter = *std::move(filter);
    if (!m_deaths)
        return 1;
    for (;;) {
        std::vector<pollfd> wanted{{m_control.get(), POLLIN, 0}, {m_deaths.get(), POLLIN, 0}};
        for (const Child &child : m_children)
            wanted.push_back(
                {child.killed && !child.ended ? -1 : child.request.get(), child.wantedEvents(), 0});
        if (::poll(wanted.data(), wanted.size(), -1) < 0) {
            if (errno == EINTR)
                continue;
            return 1;
        }
        for (size_t i = 0; i < m_children.size(); ++i) {
            if (wanted[i + 2].revents != 0)
                lookAfter(m_children[i]);
        }
        if (wanted[1].revents != 0)
            reap();
        std::erase_if(m_children, [](const Child &child) { return child.process == 0; });
        if (wanted[0].revents != 0 && !takeRequest()) {
            endAll();
            return 0;
        }
    }
}

bool MediaZygote::takeRequest()
{
    auto message = receiveMessage(m_control.get(), Descriptors::Take);
    if (!message)
        return false;
    if (!message->files.empty())
        begin(*std::move(message));
    return true;
}

void MediaZygote::begin(MediaMessage message)
{
    UniqueFd request = std::move(message.files.front());
    message.files.erase(message.files.begin());
    const pid_t self = ::getpid();
    const pid_t process = ::fork();
    if (process == 0) {
        // Nothing that belongs to the host or to another request stays open in here.
        m_children.clear();
        m_control = UniqueFd();
        m_deaths = UniqueFd();
        runMediaChild(
            {self, m_ownBytes, m_filter, std::move(request), std::move(message), m_further});
    }
    if (process < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        sendMessage(request.get(), {{u"refused"_s, why}}, {}, MSG_DONTWAIT);
        return;
    }
    sendMessage(request.get(), {{u"started"_s, true}}, {}, MSG_DONTWAIT);
    m_children.push_back({std::move(request), process, false, {}});
}

void MediaZygote::reap()
{
    signalfd_siginfo told{};
    while (::read(m_deaths.get(), &told, sizeof told) == ssize_t(sizeof told)) {
    }
    int status = 0;
    for (pid_t dead = 0; (dead = ::waitpid(-1, &status, WNOHANG)) > 0;) {
        const auto child = std::ranges::find(m_children, dead, &Child::process);
        if (child == m_children.end())
            continue;
        child->ended = endOf(status);
        lookAfter(*child);
    }
}

void MediaZygote::lookAfter(Child &child)
{
    if (!child.ended) {
        // The host has let go of the request.
        child.killed = true;
        ::kill(child.process, SIGKILL);
        return;
    }
    const int error = sendMessage(child.request.get(), *child.ended, {}, MSG_DONTWAIT);
    if (error != EAGAIN)
        child = Child();
}

void MediaZygote::endAll()
{
    for (const Child &child : m_children) {
        if (!child.ended)
            ::kill(child.process, SIGKILL);
    }
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
}

} // namespace respool
