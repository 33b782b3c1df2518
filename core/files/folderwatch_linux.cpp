// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/folderwatch.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <sys/inotify.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 wanted = IN_CREATE | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE | IN_DELETE
                           | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
                           | IN_EXCL_UNLINK;

FolderEvent::What whatOf(quint32 mask)
{
    if (mask & IN_Q_OVERFLOW)
        return FolderEvent::What::Lost;
    if (mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED))
        return FolderEvent::What::Ended;
    if (mask & (IN_CREATE | IN_MOVED_TO))
        return FolderEvent::What::Appeared;
    if (mask & IN_CLOSE_WRITE)
        return FolderEvent::What::Written;
    if (mask & IN_MODIFY)
        return FolderEvent::What::Grown;
    return FolderEvent::What::Vanished;
}

} // namespace

Result<FolderWatch> FolderWatch::open()
{
    UniqueFd fd(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!fd && (errno == EMFILE || errno == ENFILE))
        return fail(ErrorCode::NoSpace, u"the system has no further watch to give"_s);
    if (!fd)
        return errnoFailure(u"cannot watch"_s, u"folders"_s);
    return FolderWatch(std::move(fd));
}

// By its handle, since its path may lead elsewhere by now (I8).
Result<int> FolderWatch::add(const Directory &folder) const
{
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(folder.handle());
    const int number = ::inotify_add_watch(m_fd.get(), link.constData(), wanted);
    if (number < 0 && (errno == ENOSPC || errno == ENOMEM))
        return fail(ErrorCode::NoSpace, u"the system watches as many folders as it may"_s);
    if (number < 0)
        return errnoFailure(u"cannot watch"_s, folder.path());
    return number;
}

void FolderWatch::remove(int folder) const
{
    ::inotify_rm_watch(m_fd.get(), folder); // one that is gone is not watched either
}

QList<FolderEvent> FolderWatch::read() const
{
    QList<FolderEvent> events;
    alignas(inotify_event) std::array<char, 64 << 10> buffer;
    for (;;) {
        const ssize_t got = ::read(m_fd.get(), buffer.data(), buffer.size());
        if (got <= 0)
            return events;
        for (ssize_t at = 0; at < got;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            at += ssize_t(sizeof *event) + event->len;
            events << FolderEvent{event->wd, whatOf(event->mask),
                                  event->len > 0 ? QFile::decodeName(event->name) : QString(),
                                  (event->mask & IN_ISDIR) != 0};
        }
    }
}

} // namespace respool
