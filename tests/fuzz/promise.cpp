// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/promise.h"

#include "core/media/mediafile.h"

#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

void mustHold(bool promise, const char *what, const QString &detail)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken promise: %s %s\n", what, qPrintable(detail));
    std::abort();
}

UniqueFd memoryFd()
{
    UniqueFd fd(memfd_create("fuzz", MFD_CLOEXEC));
    mustHold(bool(fd), "the system gives a file in memory");
    return fd;
}

MediaFile memoryFile(QByteArrayView content)
{
    UniqueFd fd = memoryFd();
    mustHold(writeAt(fd.get(), content.data(), content.size(), 0) == content.size(),
             "a file in memory can be written");
    return memoryFile(std::move(fd));
}

MediaFile memoryFile(UniqueFd fd)
{
    auto file = MediaFile::adopt(std::move(fd), u"input"_s);
    mustHold(bool(file), "a file in memory is a file");
    return std::move(*file);
}

} // namespace respool
