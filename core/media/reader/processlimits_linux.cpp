// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/reader/processlimits.h"

#include <algorithm>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace respool {

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool withAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool withAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool withAddressSanitizer = false;
#endif

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

} // namespace respool
