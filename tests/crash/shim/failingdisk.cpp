// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library to be loaded before others (LD_PRELOAD): in the program respool-media, and there only,
// reading or writing beyond a position fails as it does on a bad block, or on a full disk.
//   RESPOOL_TEST_WRITE_EIO, RESPOOL_TEST_READ_EIO, RESPOOL_TEST_WRITE_ENOSPC: that position in bytes

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/types.h>

extern "C" char *program_invocation_short_name;

namespace {

// -1: nothing fails.
long long limitFrom(const char *variable)
{
    const char *text = std::getenv(variable);
    if (!text || std::strcmp(program_invocation_short_name, "respool-media") != 0)
        return -1;
    return std::atoll(text);
}

// Read while the library is loaded: in the sandbox it is too late.
const long long writeLimit = limitFrom("RESPOOL_TEST_WRITE_EIO");
const long long fullLimit = limitFrom("RESPOOL_TEST_WRITE_ENOSPC");
const long long readLimit = limitFrom("RESPOOL_TEST_READ_EIO");
const auto realRead =
    reinterpret_cast<ssize_t (*)(int, void *, size_t, off64_t)>(::dlsym(RTLD_NEXT, "pread64"));
const auto realWrite = reinterpret_cast<ssize_t (*)(int, const void *, size_t, off64_t)>(
    ::dlsym(RTLD_NEXT, "pwrite64"));

bool fails(long long limit, int error, off64_t position, size_t bytes)
{
    if (limit < 0 || position + off64_t(bytes) <= limit)
        return false;
    errno = error;
    return true;
}

} // namespace

extern "C" ssize_t pread64(int fd, void *data, size_t bytes, off64_t position)
{
    return fails(readLimit, EIO, position, bytes) ? -1 : realRead(fd, data, bytes, position);
}

extern "C" ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t position)
{
    if (fails(writeLimit, EIO, position, bytes) || fails(fullLimit, ENOSPC, position, bytes))
        return -1;
    return realWrite(fd, data, bytes, position);
}

extern "C" ssize_t pread(int fd, void *data, size_t bytes, off_t position)
{
    return pread64(fd, data, bytes, position);
}

extern "C" ssize_t pwrite(int fd, const void *data, size_t bytes, off_t position)
{
    return pwrite64(fd, data, bytes, position);
}
