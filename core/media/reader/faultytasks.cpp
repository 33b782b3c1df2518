// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/faultytasks.h"

#ifdef RESPOOL_FAULT_POINTS

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Files = std::vector<MediaFile>;

Result<QJsonObject> crash(const QJsonObject &, const Files &, const MediaProgress &)
{
    std::abort();
}

Result<QJsonObject> hang(const QJsonObject &, const Files &, const MediaProgress &)
{
    volatile bool computing = true;
    while (computing) {
    }
    return QJsonObject();
}

Result<QJsonObject> hoard(const QJsonObject &options, const Files &, const MediaProgress &)
{
    constexpr qint64 step = 16 << 20;
    std::vector<QByteArray> all;
    for (qint64 bytes = 0; bytes < options[u"bytes"_s].toInteger(); bytes += step)
        all.emplace_back(step, 'x');
    return QJsonObject{{u"steps"_s, qint64(all.size())}};
}

Result<QJsonObject> fill(const QJsonObject &options, const Files &files, const MediaProgress &)
{
    const QByteArray content(options[u"bytes"_s].toInteger(), 'x');
    const qint64 put = writeAt(files.front().fd.get(), content.constData(), content.size(), 0);
    return QJsonObject{{u"errno"_s, put < 0 ? -put : 0}};
}

int errnoOf(qint64 answer)
{
    return answer < 0 ? errno : 0;
}

Result<QJsonObject> open(const QJsonObject &, const Files &, const MediaProgress &)
{
    const int file = errnoOf(::open("/etc/hostname", O_RDONLY | O_CLOEXEC));
    const int socket = errnoOf(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int process = errnoOf(::fork());
    const int signal = errnoOf(::kill(::getppid(), 0));
    const int program = errnoOf(::execl("/bin/true", "true", static_cast<char *>(nullptr)));
    return QJsonObject{{u"file"_s, file},
                       {u"signal"_s, signal},
                       {u"socket"_s, socket},
                       {u"fork"_s, process},
                       {u"exec"_s, program}};
}

constexpr std::array tasks{
    NamedMediaTask{"crash"_L1, crash}, NamedMediaTask{"hang"_L1, hang},
    NamedMediaTask{"hoard"_L1, hoard}, NamedMediaTask{"fill"_L1, fill},
    NamedMediaTask{"open"_L1, open},
};

} // namespace

MediaTask faultyTask(const QString &verb)
{
    const auto *const found = std::ranges::find(tasks, verb, &NamedMediaTask::verb);
    return found == tasks.end() ? nullptr : found->run;
}

} // namespace respool

#else

namespace respool {

MediaTask faultyTask(const QString &)
{
    return nullptr;
}

} // namespace respool

#endif
