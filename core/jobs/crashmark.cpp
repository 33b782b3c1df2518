// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/crashmark.h"

#include <QFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array fatalSignals{SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE};

// Written before any handler can run, read by handlers only.
int markFile = -1;
thread_local volatile qint64 currentJob = 0;

// Async-signal-safe: no allocation, no locks, only write(2).
void leaveMark(int signal)
{
    qint64 id = currentJob;
    if (id > 0 && markFile >= 0) {
        std::array<char, 24> digits{};
        size_t at = digits.size();
        digits[--at] = '\n';
        for (; id > 0 && at > 0; id /= 10)
            digits[--at] = char('0' + id % 10);
        // A mark that cannot be written leaves a death without a known fault.
        (void) !::write(markFile, digits.data() + at, digits.size() - at);
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

} // namespace

Result<QSet<qint64>> CrashMark::install(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    const int fd =
        ::open(path.constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return fail(ErrorCode::Io, u"%1 cannot be opened: %2"_s.arg(file, qt_error_string()));
    QFile marks;
    QSet<qint64> blamed;
    if (marks.open(fd, QIODevice::ReadOnly, QFileDevice::DontCloseHandle)) {
        while (!marks.atEnd()) {
            if (const qint64 id = marks.readLine(32).trimmed().toLongLong(); id > 0)
                blamed << id;
        }
    }
    if (markFile < 0) {
        markFile = fd;
        for (const int signal : fatalSignals) {
            struct sigaction action
            {};
            action.sa_handler = leaveMark;
            ::sigaction(signal, &action, nullptr);
        }
    }
    return blamed;
}

Result<> CrashMark::clear()
{
    if (markFile >= 0 && ::ftruncate(markFile, 0) != 0)
        return fail(ErrorCode::Io,
                    u"the crash mark cannot be emptied: %1"_s.arg(qt_error_string()));
    return {};
}

CrashMark::Scope::Scope(JobId job)
{
    currentJob = job.value;
}

CrashMark::Scope::~Scope()
{
    currentJob = 0;
}

} // namespace respool
