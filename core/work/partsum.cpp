// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/partsum.h"

#include "core/files/readthrough.h"
#include "core/media/mediafile.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto corruption = "silent corruption"_L1;

} // namespace

Result<PartSum> sumOf(const Directory &folder, const QString &name, const std::stop_token &stop,
                      const std::function<void(qint64)> &progress)
{
    TRY_LET(const MediaFile file, MediaFile::open(folder, name));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    TRY(readThrough(file.fd, file.path, [&](QByteArrayView piece) -> Result<> {
        if (stop.stop_requested())
            return fail(ErrorCode::Interrupted);
        hash.addData(piece);
        bytes += piece.size();
        if (progress)
            progress(bytes);
        return {};
    }));
    TRY_LET(const FileIdentity after, identityOf(file.fd, file.path));
    if (after != file.identity || bytes != after.bytes)
        return fail(ErrorCode::Conflict, u"%1 was written to while it was read"_s.arg(file.path));
    return PartSum{name, bytes, after.mtimeNs / 1'000'000,
                   QString::fromLatin1(hash.result().toHex()), 0};
}

Result<> refuseIfCorrupt(const QList<PartSum> &known, const PartSum &now)
{
    const auto before = std::ranges::find(known, now.name, &PartSum::name);
    if (before == known.end() || !before->isOf(now.bytes, now.modifiedMs)
        || before->sha256 == now.sha256)
        return {};
    return fail(ErrorCode::Media,
                u"%1 has another content than before, though its size and time are the same: %2 of "
                "the disk (SHA-256 %3… instead of %4…); restore it from a backup"_s.arg(
                    now.name, corruption, now.sha256.first(12), before->sha256.first(12)));
}

bool isCorruption(const QString &problem)
{
    return problem.contains(corruption);
}

} // namespace respool
