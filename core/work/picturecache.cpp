// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/picturecache.h"

#include "core/files/atomicfile.h"
#include "core/files/errnofailure.h"
#include "core/media/mediafile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Raised when pictures are drawn differently, so that those of before are not found any more.
constexpr auto drawing = "respool picture 1";
constexpr qint64 endBytes = 64 << 10;
constexpr qint64 mostFileBytes = 8 << 20;

// Behind the body: the description, its length, a checksum of all before, and the mark.
constexpr QByteArrayView mark = "RSPOOLP1";
constexpr qsizetype lengthBytes = 4;
constexpr qsizetype checkBytes = 32;
constexpr qsizetype tailBytes = lengthBytes + checkBytes + mark.size();

QString fileName(const QString &key, PictureKind kind, bool terminal)
{
    return key + (kind == PictureKind::Strip ? u"-strip"_s : QString())
           + (terminal ? u".screen"_s : u".jpg"_s);
}

QByteArray checksumOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

QByteArray packed(const CachedPicture &picture)
{
    const QByteArray about = QJsonDocument(picture.about).toJson(QJsonDocument::Compact);
    QByteArray length(lengthBytes, '\0');
    qToLittleEndian(quint32(about.size()), length.data());
    const QByteArray content = picture.body + about + length;
    return content + checksumOf(content) + mark.toByteArray();
}

std::optional<CachedPicture> unpacked(const QByteArray &bytes)
{
    if (bytes.size() < tailBytes || !bytes.endsWith(mark))
        return {};
    const QByteArrayView content = QByteArrayView(bytes).chopped(mark.size() + checkBytes);
    if (checksumOf(content) != QByteArrayView(bytes).sliced(content.size(), checkBytes))
        return {};
    const auto length =
        qsizetype(qFromLittleEndian<quint32>(content.constData() + content.size() - lengthBytes));
    if (length > content.size() - lengthBytes)
        return {};
    const qsizetype bodyBytes = content.size() - lengthBytes - length;
    return CachedPicture{bytes.first(bodyBytes),
                         QJsonDocument::fromJson(bytes.sliced(bodyBytes, length)).object()};
}

// The time of the file says when it was last wanted.
void touch(const Directory &folder, const QString &name)
{
    if (const auto file = folder.openForReading(name))
        (void) ::futimens(file->get(), nullptr); // only the order of the next sweep hangs on it
}

} // namespace

Result<QString> PictureCache::keyOf(const MediaFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(drawing));
    const qint64 bytes = file.identity.bytes;
    hash.addData(QByteArray::number(bytes));
    QByteArray end(endBytes, '\0');
    for (const qint64 position : {qint64(0), std::max(qint64(0), bytes - endBytes)}) {
        const qint64 got = readAt(file.fd.get(), end.data(), endBytes, position);
        if (got < 0) {
            errno = int(-got);
            return errnoFailure(u"cannot read"_s, file.path);
        }
        hash.addData(QByteArrayView(end).first(got));
    }
    return QString::fromLatin1(hash.result().toHex());
}

bool PictureCache::isTerminal(const Part &part)
{
    return part.kind == PartKind::Cast || part.kind == PartKind::Trp;
}

const Part *PictureCache::sourceOf(const Recording &recording)
{
    const auto found = std::ranges::find_if(recording.parts, [](const Part &part) {
        // A damaged video that a player can seek in has pictures like a sound one.
        const bool readable = part.problem.isEmpty() || part.seekable == Seekable::Yes;
        return readable && part.kind != PartKind::Slog;
    });
    return found == recording.parts.end() ? nullptr : &*found;
}

Result<Directory> PictureCache::shelf(const QString &key) const
{
    TRY_LET(const Directory folder, Directory::open(m_folder));
    return folder.child(key.first(2));
}

Result<CachedPicture> PictureCache::read(const QString &key, PictureKind kind, bool terminal) const
{
    TRY_LET(const Directory folder, shelf(key));
    const QString name = fileName(key, kind, terminal);
    const auto bytes = readSmallFile(folder, name, mostFileBytes);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return Failure{bytes.error()};
    auto picture = bytes ? unpacked(*bytes) : std::optional<CachedPicture>();
    if (!picture) {
        TRY(folder.removeFile(name));
        return fail(ErrorCode::NotFound, u"the picture %1 was damaged"_s.arg(name));
    }
    touch(folder, name);
    return *std::move(picture);
}

Result<> PictureCache::write(const QString &key, PictureKind kind, bool terminal,
                             const CachedPicture &picture) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::PermissionDenied, u"%1 cannot be made"_s.arg(m_folder));
    TRY_LET(const Directory folder, Directory::open(m_folder));
    TRY(folder.makeChild(key.first(2)));
    TRY_LET(const Directory inner, folder.child(key.first(2)));
    return writeAtomically(inner, fileName(key, kind, terminal), packed(picture));
}

Result<> PictureCache::carry(const QString &fromKey, const QString &toKey) const
{
    if (fromKey.isEmpty() || toKey.isEmpty() || fromKey == toKey)
        return {};
    for (const PictureKind kind : {PictureKind::Poster, PictureKind::Strip}) {
        if (const auto picture = read(fromKey, kind, false))
            TRY(write(toKey, kind, false, *picture));
    }
    return {};
}

Result<> PictureCache::sweep(qint64 mostBytes) const
{
    struct Found
    {
        qint64 mtimeMs = 0;
        qint64 bytes = 0;
        QString shelf;
        QString name;
    };
    const auto folder = Directory::open(m_folder);
    if (!folder)
        return {}; // nothing was ever drawn
    QList<Found> files;
    qint64 sum = 0;
    TRY_LET(const QList<FileEntry> shelves, folder->entries());
    for (const FileEntry &entry : shelves) {
        if (entry.type != FileEntry::Type::Directory)
            continue;
        TRY_LET(const Directory inner, folder->child(entry.name));
        TRY_LET(const QList<FileEntry> pictures, inner.entries());
        for (const FileEntry &picture : pictures) {
            if (isPartName(picture.name)) {
                TRY(inner.removeFile(picture.name));
                continue;
            }
            files << Found{picture.mtimeMs, picture.bytes, entry.name, picture.name};
            sum += picture.bytes;
        }
    }
    std::ranges::sort(files, {}, &Found::mtimeMs);
    for (const Found &file : std::as_const(files)) {
        if (sum <= mostBytes)
            break;
        TRY_LET(const Directory inner, folder->child(file.shelf));
        TRY(inner.removeFile(file.name));
        sum -= file.bytes;
    }
    return {};
}

} // namespace respool
