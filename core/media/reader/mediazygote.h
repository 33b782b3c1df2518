// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/uniquefd.h"
#include "core/media/mediatasks.h"
#include "core/media/reader/mediamessage.h"
#include "core/media/reader/systemcallfilter.h"

#include <optional>
#include <sys/types.h>
#include <vector>

namespace respool {

// The heart of respool-media: takes requests, forks a child for each and tells how it ended. It
// never looks into a file itself, so that no file can harm it, and has one thread and no event
// loop, so that a fork is whole. It ends when the other end of control closes: a signal at the
// parent's death would come too early, since the kernel sends it when the thread that started the
// process ends. Its children do die with it by such a signal.
class MediaZygote
{
public:
    // further: tasks beside those of core/media.
    MediaZygote(UniqueFd control, MediaTasks further)
        : m_control(std::move(control))
        , m_further(further)
    {}
    int run(); // the exit status

private:
    struct Child
    {
        UniqueFd request;
        pid_t process = 0;
        bool killed = false;
        std::optional<QJsonObject> ended; // to be told to the host

        short wantedEvents() const;
    };

    bool takeRequest(); // false: the parent is gone
    void begin(MediaMessage message);
    void reap();
    void lookAfter(Child &child);
    void endAll();

    UniqueFd m_control;
    MediaTasks m_further;
    UniqueFd m_deaths; // a signalfd for SIGCHLD
    qint64 m_ownBytes = 0;
    SystemCallFilter m_filter;
    std::vector<Child> m_children;
};

} // namespace respool
