// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/errnofailure.h"
#include "core/files/tree.h"
#include "core/files/uniquefd.h"

#include <QFile>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// What a tree must not leave: a mounted folder has another device, or, if it is mounted from the
// same volume, another mount. Kernels before 5.8 do not tell the mount.
struct Volume
{
    dev_t device = 0;
    quint64 mount = 0;
    bool operator==(const Volume &) const = default;
};

struct Looked
{
    Volume volume;
    bool isFolder = false;
};

// name empty: the folder itself.
Result<Looked> lookAt(int fd, const QByteArray &name, const QString &path)
{
    struct statx status
    {};
    if (::statx(fd, name.isNull() ? "" : name.constData(),
                AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_TYPE | STATX_MNT_ID,
                &status)
        != 0)
        return errnoFailure(u"cannot look at"_s, path);
    const Volume volume{makedev(status.stx_dev_major, status.stx_dev_minor),
                        status.stx_mask & STATX_MNT_ID ? status.stx_mnt_id : 0};
    return Looked{volume, S_ISDIR(status.stx_mode)};
}

Failure anotherVolume(const QString &path)
{
    return fail(ErrorCode::Unsafe, u"%1 is another volume: unmount it first"_s.arg(path));
}

bool isFolder(int around, const RawName &item)
{
    if (item.type != DT_UNKNOWN)
        return item.type == DT_DIR;
    struct stat status
    {};
    return ::fstatat(around, item.name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
           && S_ISDIR(status.st_mode);
}

// Removes the folder and all in it. What is gone already is a success.
Result<> removeBelow(int around, const QByteArray &name, const QString &path, const Volume &volume)
{
    const UniqueFd folder(
        ::openat(around, name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder)
        return errno == ENOENT ? Result<>() : errnoFailure(u"cannot open the folder"_s, path);
    TRY_LET(const Looked here, lookAt(folder.get(), {}, path));
    if (here.volume != volume)
        return anotherVolume(path);
    TRY_LET(const QList<RawName> names, rawNames(folder.get(), path));
    for (const RawName &item : names) {
        const QByteArray &inner = item.name;
        const auto innerPath = [&] { return path + u'/' + QFile::decodeName(inner); };
        if (isFolder(folder.get(), item)) {
            TRY(removeBelow(folder.get(), inner, innerPath(), volume));
            continue;
        }
        if (::unlinkat(folder.get(), inner.constData(), 0) != 0 && errno != ENOENT)
            return errnoFailure(u"cannot remove"_s, innerPath());
        faultPoint("files.removed");
    }
    if (::unlinkat(around, name.constData(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        return errnoFailure(u"cannot remove the folder"_s, path);
    faultPoint("files.folder.removed");
    return {};
}

Result<> refuseBelow(int around, const QByteArray &name, const QString &path, const Volume &volume)
{
    const auto here = lookAt(around, name, path);
    if (!here)
        return here.error().code == ErrorCode::NotFound ? Result<>() : Failure{here.error()};
    if (here->volume != volume)
        return anotherVolume(path);
    if (!here->isFolder)
        return {};
    const UniqueFd folder(
        ::openat(around, name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder)
        return errno == ENOENT ? Result<>() : errnoFailure(u"cannot open the folder"_s, path);
    TRY_LET(const QList<RawName> names, rawNames(folder.get(), path));
    for (const RawName &item : names)
        TRY(refuseBelow(folder.get(), item.name, path + u'/' + QFile::decodeName(item.name),
                        volume));
    return {};
}

} // namespace

Result<QList<RawName>> rawNames(int folder, const QString &path)
{
    // A handle of its own: readdir moves the position, and duplicates share it.
    UniqueFd fd(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return errnoFailure(u"cannot read the folder"_s, path);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::fdopendir(fd.get()), ::closedir);
    if (!stream)
        return errnoFailure(u"cannot read the folder"_s, path);
    fd.release(); // closedir() closes it
    QList<RawName> names;
    for (;;) {
        errno = 0;
        const dirent *item = ::readdir(stream.get());
        if (!item && errno != 0)
            return errnoFailure(u"cannot read the folder"_s, path);
        if (!item)
            return names;
        const QByteArrayView name(item->d_name);
        if (name != "." && name != "..")
            names << RawName{name.toByteArray(), item->d_type};
    }
}

Result<> removeTreeBelow(int around, const QByteArray &name, const QString &path)
{
    TRY_LET(const Looked looked, lookAt(around, {}, path));
    return removeBelow(around, name, path, looked.volume);
}

Result<> refuseMountsBelow(int around, const QByteArray &name, const QString &path)
{
    TRY_LET(const Looked looked, lookAt(around, {}, path));
    return refuseBelow(around, name, path, looked.volume);
}

} // namespace respool
