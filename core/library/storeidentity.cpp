// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"

#include "core/files/atomicfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto identityName = "store.json"_L1;
constexpr qint64 mostBytes = 64 << 10;

Result<StoreKind> kindOf(const Directory &root)
{
    TRY_LET(const QList<FileEntry> entries, root.entries());
    bool empty = true;
    for (const FileEntry &entry : entries) {
        if (entry.name.startsWith(u'.'))
            continue;
        empty = false;
        if (entry.type != FileEntry::Type::Directory)
            continue;
        if (const auto folder = root.child(entry.name); folder && folder->stat(u"recording.json"_s))
            return StoreKind::Gateway;
    }
    return empty ? StoreKind::Gateway : StoreKind::Folder;
}

} // namespace

Result<StoreIdentity> readIdentity(const Directory &root)
{
    TRY_LET(const Directory folder, root.child(respoolFolder));
    TRY_LET(const QByteArray json, readSmallFile(folder, identityName, mostBytes));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    StoreIdentity identity;
    identity.uid = object[u"id"_s].toString();
    identity.kind = object[u"kind"_s].toString() == toText(StoreKind::Folder) ? StoreKind::Folder
                                                                              : StoreKind::Gateway;
    if (QUuid::fromString(identity.uid).isNull())
        return fail(ErrorCode::InvalidArgument,
                    u"%1/%2 names no store: restore it, or remove it and add the store again"_s.arg(
                        folder.path(), identityName));
    return identity;
}

Result<StoreIdentity> ensureIdentity(const Directory &root, std::optional<StoreKind> kind)
{
    const auto present = readIdentity(root);
    if (present || present.error().code != ErrorCode::NotFound)
        return present;
    StoreIdentity identity;
    identity.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (kind) {
        identity.kind = *kind;
    } else {
        TRY_LET(identity.kind, kindOf(root));
    }
    TRY(root.makeChild(respoolFolder));
    TRY_LET(const Directory folder, root.child(respoolFolder));
    const QJsonObject object{{u"id"_s, identity.uid}, {u"kind"_s, toText(identity.kind)}};
    TRY(writeAtomically(folder, identityName, QJsonDocument(object).toJson()));
    return identity;
}

Result<Directory> openStore(const StoreInfo &store)
{
    auto root = Directory::open(store.path);
    if (!root)
        return fail(ErrorCode::Offline,
                    u"the store '%1' is offline (%2): mount it, then its jobs go on"_s.arg(
                        store.name, root.error().detail));
    const auto identity = readIdentity(*root);
    if (!identity)
        return fail(ErrorCode::Offline,
                    u"the store '%1' is offline: %2 is there, but without its %3/%4"_s.arg(
                        store.name, store.path, respoolFolder, identityName));
    if (identity->uid != store.uid)
        return fail(ErrorCode::Offline, u"the store '%1' is offline: another store is at %2"_s.arg(
                                            store.name, store.path));
    return root;
}

} // namespace respool
