// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/directory.h"
#include "core/files/errnofailure.h"
#include "core/files/relativepath.h"

#include <QFile>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// One descriptor is open per level, so the depth is bounded well below the usual limit of 1024.
constexpr int maxDepth = 200;

struct CloseDir
{
    void operator()(DIR *dir) const { ::closedir(dir); }
};

// Removes below one folder by handle. Works on raw names, so that one in any encoding goes.
class TreeRemoval
{
public:
    TreeRemoval(QString root, quint64 volume)
        : m_root(std::move(root))
        , m_volume(volume)
    {}

    Result<> remove(int parent, const std::string &name, int depth);

private:
    Result<UniqueFd> enter(int parent, const std::string &name) const;
    Result<std::vector<std::string>> list(int folder) const;

    QString m_root;
    quint64 m_volume;
};

Result<> TreeRemoval::remove(int parent, const std::string &name, int depth)
{
    struct stat st = {};
    if (::fstatat(parent, name.c_str(), &st, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT)
            return {};
        return errnoFailure(u"cannot look into"_s, m_root);
    }
    if (!S_ISDIR(st.st_mode)) {
        if (::unlinkat(parent, name.c_str(), 0) != 0 && errno != ENOENT)
            return errnoFailure(u"cannot remove a file of"_s, m_root);
        faultPoint("files.removed");
        return {};
    }
    if (depth >= maxDepth)
        return fail(
            ErrorCode::Unsafe,
            u"%1 holds folders nested deeper than %2 levels; delete those by hand"_s.arg(m_root)
                .arg(maxDepth));
    TRY_LET(const UniqueFd folder, enter(parent, name));
    // Something may appear while we delete: look again a few times before giving up.
    for (int round = 0; round < 3; ++round) {
        TRY_LET(const std::vector<std::string> names, list(folder.get()));
        for (const std::string &entry : names)
            TRY(remove(folder.get(), entry, depth + 1));
        if (::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT) {
            faultPoint("files.folder.removed");
            return {};
        }
        if (errno != ENOTEMPTY && errno != EEXIST)
            break;
    }
    return errnoFailure(u"cannot remove a folder of"_s, m_root);
}

Result<UniqueFd> TreeRemoval::enter(int parent, const std::string &name) const
{
    UniqueFd folder(
        ::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct statx st = {};
    if (!folder || ::statx(folder.get(), "", AT_EMPTY_PATH, STATX_BASIC_STATS, &st) != 0)
        return errnoFailure(u"cannot open a folder of"_s, m_root);
    struct stat plain = {};
    if (::fstat(folder.get(), &plain) != 0)
        return errnoFailure(u"cannot open a folder of"_s, m_root);
    // A bind mount has the same device; there the kernel says that it is the root of a mount.
    const bool mountRoot =
        (st.stx_attributes_mask & st.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    if (plain.st_dev != m_volume || mountRoot)
        return fail(ErrorCode::Unsafe,
                    u"%1 holds a mounted volume at \"%2\"; unmount it first"_s.arg(
                        m_root, QString::fromStdString(name)));
    return folder;
}

Result<std::vector<std::string>> TreeRemoval::list(int folder) const
{
    UniqueFd own(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, CloseDir> dir(own ? ::fdopendir(own.get()) : nullptr);
    if (!dir)
        return errnoFailure(u"cannot list a folder of"_s, m_root);
    own.release();
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(dir.get());
        if (!entry && errno)
            return errnoFailure(u"cannot list a folder of"_s, m_root);
        if (!entry)
            return names;
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != "..")
            names.emplace_back(entry->d_name);
    }
}

} // namespace

Result<> Directory::removeTree(const QString &name) const
{
    TRY(checkFileName(name));
    TRY_LET(const quint64 volume, device());
    const std::string root = QFile::encodeName(name).toStdString();
    TRY(TreeRemoval(pathOf(name), volume).remove(m_fd.get(), root, 0));
    return sync();
}

} // namespace respool
