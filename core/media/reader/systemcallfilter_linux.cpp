// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/uniquefd.h"
#include "core/media/reader/systemcallfilter.h"

#include <array>
#include <bit>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct FreeFilter
{
    void operator()(void *filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FreeFilter>;

// What works on descriptors that are open, on memory that is one's own, and on the clock; signals
// are for oneself only, which refuseSignalsToOthers() sees to.
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
    SCMP_SYS(sync_file_range),
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
    SCMP_SYS(kill),
    SCMP_SYS(tgkill),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

int allow(const Filter &filter, int call, const scmp_arg_cmp &when)
{
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &when);
}

// The calls that are harmless with one argument only: the state of a descriptor, which the C
// library asks for by an empty path, and its flags.
int allowNarrowly(const Filter &filter)
{
    const int error =
        allow(filter, SCMP_SYS(newfstatat), {3, SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH});
    return error == 0 ? allow(filter, SCMP_SYS(fcntl), {1, SCMP_CMP_EQ, F_GETFL, 0}) : error;
}

Failure cannotCompile(int error)
{
    errno = error;
    return errnoFailure(u"cannot compile"_s, u"the system call filter"_s);
}

Result<std::vector<sock_filter>> programOf(const Filter &filter)
{
    const UniqueFd memory(::memfd_create("filter", MFD_CLOEXEC));
    if (!memory)
        return cannotCompile(errno);
    if (const int error = seccomp_export_bpf(filter.get(), memory.get()); error != 0)
        return cannotCompile(-error);
    const off_t bytes = ::lseek(memory.get(), 0, SEEK_END);
    std::vector<sock_filter> program(size_t(bytes) / sizeof(sock_filter));
    if (::pread(memory.get(), program.data(), size_t(bytes), 0) != bytes)
        return cannotCompile(EIO);
    return program;
}

// abort() sends a signal, and must: to this process, and to no other. The number of the process is
// not known when the rest is compiled, so this is a filter beside it; the stricter answer counts.
std::array<sock_filter, 7> refuseSignalsToOthers()
{
    constexpr unsigned lowWord = std::endian::native == std::endian::big ? 4 : 0;
    constexpr unsigned process = offsetof(seccomp_data, args) + lowWord;
    return {{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(SCMP_SYS(kill)), 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(SCMP_SYS(tgkill)), 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, process),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unsigned(::getpid()), 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    }};
}

int load(const sock_filter *program, size_t size)
{
    // The kernel only reads it.
    const sock_fprog whole{static_cast<unsigned short>(size), const_cast<sock_filter *>(program)};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0 ? 0 : errno;
}

} // namespace

Result<SystemCallFilter> SystemCallFilter::compile()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    int error = filter ? 0 : -ENOMEM;
    for (const auto *call = allowed.begin(); error == 0 && call != allowed.end(); ++call)
        error = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, *call, 0, nullptr);
    if (error == 0)
        error = allowNarrowly(filter);
    if (error != 0)
        return cannotCompile(-error);
    SystemCallFilter compiled;
    TRY_LET(compiled.m_program, programOf(filter));
    return compiled;
}

Result<> SystemCallFilter::enter() const
{
    const auto signalling = refuseSignalsToOthers();
    int error = m_program.empty() ? ENOSYS : load(signalling.data(), signalling.size());
    if (error == 0)
        error = load(m_program.data(), m_program.size());
    if (error == 0)
        return {};
    errno = error;
    return errnoFailure(u"cannot load"_s, u"the system call filter"_s);
}

} // namespace respool
