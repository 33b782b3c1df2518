// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/atomicfile.h"

#include "core/base/faultpoint.h"
#include "core/files/errnofailure.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto partSuffix = ".respool-part"_L1;

Result<> writePart(const Directory &folder, const QString &part, const QByteArray &content,
                   std::optional<mode_t> mode)
{
    TRY_LET(const UniqueFd fd, folder.createExclusive(part, 0644));
    const QString path = folder.path() + u'/' + part;
    TRY(writeAll(fd.get(), content, path));
    if (mode && ::fchmod(fd.get(), *mode) != 0)
        return errnoFailure(u"cannot set the mode of"_s, path);
    faultPoint("files.part.written");
    if (::fsync(fd.get()) != 0)
        return errnoFailure(u"cannot write to disk"_s, path);
    faultPoint("files.part.synced");
    return {};
}

} // namespace

QString partNameOf(const QString &name)
{
    return u'.' + name + partSuffix;
}

bool isPartName(const QString &name)
{
    return name.startsWith(u'.') && name.endsWith(partSuffix);
}

Result<> writeAll(int fd, const QByteArray &content, const QString &path)
{
    for (qsizetype at = 0; at < content.size();) {
        const ssize_t written = ::write(fd, content.constData() + at, size_t(content.size() - at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errnoFailure(u"cannot write"_s, path);
        at += written;
    }
    return {};
}

Result<> writeAtomically(const Directory &folder, const QString &name, const QByteArray &content)
{
    const QString part = partNameOf(name);
    TRY(folder.removeFile(part));
    std::optional<mode_t> mode;
    if (const auto existing = folder.openForReading(name)) {
        struct stat status
        {};
        if (::fstat(existing->get(), &status) == 0)
            mode = status.st_mode & 07777;
    }
    auto outcome = writePart(folder, part, content, mode);
    if (outcome)
        outcome = folder.replace(part, name);
    // The nearer cause is told; a part file that cannot be removed is swept by the next write.
    if (!outcome)
        (void) folder.removeFile(part);
    return outcome;
}

Result<QByteArray> readSmallFile(const Directory &folder, const QString &name, qint64 mostBytes)
{
    TRY_LET(const UniqueFd fd, folder.openForReading(name));
    constexpr qsizetype mostlyEnough = 4 << 10; // a hundred thousand of them are read in a scan
    QByteArray content(std::min<qsizetype>(mostlyEnough, mostBytes + 1), Qt::Uninitialized);
    qsizetype at = 0;
    for (;;) {
        if (at == content.size() && at <= mostBytes)
            content.resize(std::min<qsizetype>(mostBytes + 1, at * 4));
        if (at == content.size())
            break;
        const ssize_t got = ::read(fd.get(), content.data() + at, size_t(content.size() - at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errnoFailure(u"cannot read"_s, folder.path() + u'/' + name);
        if (got == 0)
            break;
        at += got;
    }
    if (at > mostBytes)
        return fail(ErrorCode::InvalidArgument,
                    u"%1/%2 is larger than the %3 bytes it may have"_s.arg(folder.path(), name)
                        .arg(mostBytes));
    content.resize(at);
    return content;
}

} // namespace respool
