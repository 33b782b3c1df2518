// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/media/archivetasks.h"
#include "app/media/terminaltasks.h"
#include "core/media/reader/mediazygote.h"

#include <clocale>
#include <cstdio>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

using namespace respool;

namespace {

constexpr int control = 3;

bool isSocket(int fd)
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

} // namespace

// respool-media reads media files for respool and respoolctl, in children that may die of it.
int main()
{
    if (!isSocket(control)) {
        std::fputs("respool-media is started by respool and respoolctl, not by hand\n", stderr);
        return 2;
    }
    // What the parent left open by mistake is not for files that nobody trusts.
    ::syscall(SYS_close_range, control + 1, ~0U, 0);
    ::fcntl(control, F_SETFD, FD_CLOEXEC);
    // Names in archives are UTF-8; what a child would have to load to know that, it may not open.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::vector<NamedMediaTask> further;
    for (const MediaTasks some : {terminalTasks(), archiveTasks()})
        further.insert(further.end(), some.begin(), some.end());
    return MediaZygote(UniqueFd(control), further).run();
}
