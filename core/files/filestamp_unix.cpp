// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/filestamp.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr size_t bufferBytes = 32 << 10;

// The end of MurmurHash3: every bit of the number reaches every bit of the answer.
quint64 mixed(quint64 value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

quint64 stampFrom(std::string_view name, const struct stat &status)
{
    quint64 stamp = hashOf(name);
    for (const quint64 value :
         {quint64(status.st_ino), quint64(status.st_size), quint64(status.st_mtim.tv_sec),
          quint64(status.st_mtim.tv_nsec), quint64(status.st_mode & S_IFMT)})
        stamp = mixed(stamp ^ value) + 0x9e3779b97f4a7c15ULL;
    return stamp;
}

// Hands each name that is not hidden, with its type as readdir tells it, to visit. opendir() and
// its lock and its memory would cost as much as the whole look. false: it cannot be read.
template <typename F>
bool visitNames(int folder, F visit)
{
    alignas(dirent64) std::array<char, bufferBytes> buffer;
    for (;;) {
        const ssize_t read = ::getdents64(folder, buffer.data(), buffer.size());
        if (read <= 0)
            return read == 0;
        for (ssize_t at = 0; at < read;) {
            const auto *item = reinterpret_cast<const dirent64 *>(buffer.data() + at);
            at += item->d_reclen;
            if (item->d_name[0] != '.')
                visit(static_cast<const char *>(item->d_name), item->d_type);
        }
    }
}

bool isFolder(int around, const char *name, unsigned char type)
{
    if (type != DT_UNKNOWN)
        return type == DT_DIR;
    struct stat status
    {};
    return ::fstatat(around, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

} // namespace

quint64 hashOf(std::string_view text)
{
    quint64 hash = 0x9e3779b97f4a7c15ULL ^ text.size();
    while (!text.empty()) {
        quint64 word = 0;
        const size_t bytes = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), bytes);
        hash = mixed(hash ^ word) * 0x9fb21c651e98df25ULL;
        text.remove_prefix(bytes);
    }
    return mixed(hash);
}

void NameList::add(std::string_view name)
{
    m_starts.push_back(m_text.size());
    m_text.insert(m_text.end(), name.begin(), name.end());
    m_text.push_back('\0');
}

void NameList::sort()
{
    std::ranges::sort(m_starts, [this](size_t one, size_t other) {
        return std::strcmp(m_text.data() + one, m_text.data() + other) < 0;
    });
}

QString NameList::name(qsizetype index) const
{
    return QFile::decodeName(raw(index));
}

Result<NameList> folderNames(const Directory &folder)
{
    const UniqueFd fd(::openat(folder.handle(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    NameList names;
    const bool read = fd && visitNames(fd.get(), [&](const char *name, unsigned char type) {
                          if (isFolder(fd.get(), name, type))
                              names.add(name);
                      });
    if (!read)
        return errnoFailure(u"cannot read the folder"_s, folder.path());
    return names;
}

bool isSameFolder(const Directory &one, const Directory &other)
{
    struct stat first
    {};
    struct stat second
    {};
    return ::fstat(one.handle(), &first) == 0 && ::fstat(other.handle(), &second) == 0
           && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

Result<> canBeListed(const Directory &folder)
{
    const UniqueFd fd(::openat(folder.handle(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    alignas(dirent64) std::array<char, 4 << 10> buffer;
    if (!fd || ::getdents64(fd.get(), buffer.data(), buffer.size()) < 0)
        return errnoFailure(u"cannot read the folder"_s, folder.path());
    return {};
}

quint64 stampOfFolder(const Directory &around, const char *name)
{
    const UniqueFd fd(
        ::openat(around.handle(), name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!fd)
        return 0;
    // A sum, since the order of the names is nobody's promise.
    quint64 sum = hashOf(name);
    const bool read = visitNames(fd.get(), [&](const char *file, unsigned char) {
        struct stat status
        {};
        if (::fstatat(fd.get(), file, &status, AT_SYMLINK_NOFOLLOW) == 0)
            sum += stampFrom(file, status);
    });
    return read ? std::max<quint64>(1, mixed(sum)) : 0;
}

quint64 stampOf(const FileEntry &file)
{
    quint64 stamp = 0x51ULL;
    for (const quint64 value : {file.inode, quint64(file.bytes), quint64(file.mtimeMs)})
        stamp = mixed(stamp ^ value) + 0x9e3779b97f4a7c15ULL;
    return std::max<quint64>(1, stamp);
}

quint64 stampOfFile(const Directory &root, const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const auto folder = slash < 0 ? root.duplicate() : root.descend(path.first(slash));
    const auto file =
        folder ? folder->stat(path.mid(slash + 1)) : Result<FileEntry>(Failure{folder.error()});
    return file && file->type == FileEntry::Type::File ? stampOf(*file) : 0;
}

} // namespace respool
