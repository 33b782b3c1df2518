// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/fileio.h"
#include "core/files/readthrough.h"

#include <cerrno>
#include <fcntl.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 pieceBytes = 1 << 20;

} // namespace

Result<> readThrough(const UniqueFd &file, const QString &path, const PieceReader &each)
{
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (qint64 at = 0;;) {
        const qint64 got = readAt(file.get(), piece.data(), piece.size(), at);
        if (got < 0) {
            errno = int(-got);
            return errnoFailure(u"cannot read"_s, path);
        }
        if (got == 0)
            return {};
        TRY(each(QByteArrayView(piece.constData(), got)));
        ::posix_fadvise(file.get(), at, got, POSIX_FADV_DONTNEED);
        at += got;
    }
}

} // namespace respool
