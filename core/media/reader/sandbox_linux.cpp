// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/media/reader/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool withAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool withAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool withAddressSanitizer = false;
#endif

struct FreeFilter
{
    void operator()(void *filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FreeFilter>;

// What works on descriptors that are open, on memory that is one's own, and on the clock.
constexpr std::array allowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(pwrite64),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fallocate),
    SCMP_SYS(fsync),
    SCMP_SYS(fdatasync),
    SCMP_SYS(sendmsg),
    SCMP_SYS(close),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

int allow(const Filter &filter, int call, const scmp_arg_cmp &when)
{
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &when);
}

// The calls that are harmless with one argument only: signals to oneself, which abort() needs, the
// state of a descriptor, which the C library asks for by an empty path, and its flags.
int allowNarrowly(const Filter &filter)
{
    const auto self = scmp_datum_t(::getpid());
    int error = allow(filter, SCMP_SYS(kill), {0, SCMP_CMP_EQ, self, 0});
    if (error == 0)
        error = allow(filter, SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, self, 0});
    if (error == 0)
        error = allow(filter, SCMP_SYS(newfstatat),
                      {3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH});
    if (error == 0)
        error = allow(filter, SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, F_GETFL, 0});
    return error;
}

// A limit that cannot be set is above what the process may have anyway.
void limit(__rlimit_resource what, qint64 soft, qint64 hard)
{
    const rlimit both{rlim_t(soft), rlim_t(hard)};
    (void) ::setrlimit(what, &both);
}

} // namespace

const bool addressSpaceCanBeLimited = !withAddressSanitizer;

void limitMyself(const ProcessLimits &limits)
{
    const qint64 seconds = std::max<qint64>(1, (limits.cpuMs + 999) / 1000);
    limit(RLIMIT_CPU, seconds, seconds + 1);
    limit(RLIMIT_FSIZE, limits.fileBytes, limits.fileBytes);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_NOFILE, 0, 0);
    limit(RLIMIT_NPROC, 0, 0);
    if (addressSpaceCanBeLimited)
        limit(RLIMIT_AS, limits.memoryBytes, limits.memoryBytes);
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

Result<> enterSandbox()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    int error = filter ? 0 : -ENOMEM;
    for (auto call = allowed.begin(); error == 0 && call != allowed.end(); ++call)
        error = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, *call, 0, nullptr);
    if (error == 0)
        error = allowNarrowly(filter);
    if (error == 0)
        error = seccomp_load(filter.get());
    if (error == 0)
        return {};
    errno = -error;
    return errnoFailure(u"cannot load"_s, u"the system call filter"_s);
}

} // namespace respool
