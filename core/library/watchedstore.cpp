// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/watchedstore.h"

#include "core/files/filestamp.h"
#include "core/library/storeidentity.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int mostWatchedDepth = 64;

QString inside(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

} // namespace

WatchedStore::WatchedStore(FolderWatch watch, StoreInfo store, Directory root, int mostFolders)
    : m_watch(std::move(watch))
    , m_store(std::move(store))
    , m_root(std::move(root))
    , m_mostFolders(mostFolders)
{}

Result<std::shared_ptr<WatchedStore>> WatchedStore::open(const StoreInfo &store, int mostFolders)
{
    TRY_LET(Directory root, openStore(store));
    TRY_LET(FolderWatch watch, FolderWatch::open());
    const std::shared_ptr<WatchedStore> watched(
        new WatchedStore(std::move(watch), store, std::move(root), mostFolders));
    QStringList recordings; // the scan that follows finds them
    if (store.kind == StoreKind::Folder)
        TRY(watched->watchBelow(watched->m_root, {}, 0, recordings));
    else
        TRY(watched->watchOne(watched->m_root, {}));
    return watched;
}

// The watch comes before the look: what appears between them is found twice rather than never.
Result<> WatchedStore::watchBelow(const Directory &folder, const QString &path, int depth,
                                  QStringList &recordings)
{
    TRY(watchOne(folder, path));
    const auto entries = folder.entries();
    if (!entries)
        return {}; // gone again, or not ours to read; the scan says so
    for (const FileEntry &entry : *entries) {
        if (entry.name.startsWith(u'.'))
            continue;
        const QString inner = inside(path, entry.name);
        if (entry.type == FileEntry::Type::File && partKindOf(entry.name)) {
            recordings << inner;
        } else if (entry.type == FileEntry::Type::Directory && depth < mostWatchedDepth) {
            if (const auto child = folder.child(entry.name))
                TRY(watchBelow(*child, inner, depth + 1, recordings));
        }
    }
    return {};
}

Result<> WatchedStore::watchOne(const Directory &folder, const QString &path)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_mostFolders > 0 && m_folders.size() >= m_mostFolders && !m_numbers.contains(path))
            return fail(ErrorCode::NoSpace,
                        u"%1 has more than %2 folders"_s.arg(m_store.path).arg(m_mostFolders));
    }
    TRY_LET(const int number, m_watch.add(folder));
    const std::lock_guard lock(m_mutex);
    m_folders.insert(number, path);
    m_numbers.insert(path, number);
    return {};
}

Result<QStringList> WatchedStore::follow(const QStringList &folders)
{
    QStringList recordings;
    for (const QString &path : folders) {
        const auto folder = m_root.descend(path);
        if (m_store.kind == StoreKind::Gateway)
            recordings << path;
        if (!folder)
            continue;
        if (m_store.kind == StoreKind::Folder)
            TRY(watchBelow(*folder, path, 0, recordings));
        else
            TRY(watchOne(*folder, path));
    }
    return recordings;
}

void WatchedStore::unfollow(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    const auto number = m_numbers.constFind(folder);
    if (number == m_numbers.cend() || folder.isEmpty())
        return;
    m_watch.remove(*number);
    m_folders.remove(*number);
    m_numbers.erase(number);
}

QStringList WatchedStore::followed() const
{
    const std::lock_guard lock(m_mutex);
    QStringList folders = m_numbers.keys();
    folders.removeAll(QString());
    return folders;
}

bool WatchedStore::isOf(const Directory &root) const
{
    return isSameFolder(m_root, root);
}

StoreNews WatchedStore::news()
{
    StoreNews news;
    for (const FolderEvent &event : m_watch.read()) {
        if (event.what == FolderEvent::What::Lost) {
            news.lost = true;
            continue;
        }
        QString folder;
        {
            const std::lock_guard lock(m_mutex);
            const auto known = m_folders.constFind(event.folder);
            if (known == m_folders.cend())
                continue; // not followed any more
            folder = *known;
            if (event.what == FolderEvent::What::Ended) {
                m_numbers.remove(folder);
                m_folders.erase(known);
            }
        }
        hear(event, folder, news);
    }
    return news;
}

void WatchedStore::hear(const FolderEvent &event, const QString &folder, StoreNews &news)
{
    const bool gateway = m_store.kind == StoreKind::Gateway;
    const bool isRoot = folder.isEmpty();
    if (event.what == FolderEvent::What::Ended) {
        news.rootGone = news.rootGone || isRoot;
        if (!isRoot && gateway)
            news.touched << folder;
        return;
    }
    if (event.name.startsWith(u'.'))
        return;
    const QString path = inside(folder, event.name);
    if (event.isFolder && (isRoot || !gateway)) {
        if (event.what == FolderEvent::What::Appeared)
            news.newFolders << path;
        else if (gateway)
            news.touched << path;
        else
            news.lost = true; // with all that lay below it
        return;
    }
    if (gateway ? isRoot : !partKindOf(event.name))
        return; // a file that belongs to no recording
    const QString recording = gateway ? folder : path;
    if (event.what == FolderEvent::What::Grown)
        news.grown << recording;
    else
        news.touched << recording;
}

} // namespace respool
