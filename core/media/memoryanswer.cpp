// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/memoryanswer.h"

#include "core/files/fileio.h"
#include "core/media/mediahost.h"

#include <algorithm>
#include <sys/mman.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<UniqueFd> memoryFileOf(const QByteArray &bytes)
{
    UniqueFd memory(::memfd_create("bytes", MFD_CLOEXEC));
    if (!memory || writeAt(memory.get(), bytes.constData(), bytes.size(), 0) != bytes.size())
        return fail(ErrorCode::Internal, u"there is no memory for %1 bytes"_s.arg(bytes.size()));
    return memory;
}

Result<ByteAnswer> askForBytes(MediaHost &host, MediaRequest request, qint64 mostBytes,
                               const std::stop_token &stop)
{
    Q_ASSERT(!request.files.isEmpty());
    TRY_LET(const UniqueFd output, memoryFileOf({}));
    const QString path = request.about();
    request.files.insert(1, {output.get(), u"the answer about "_s + path});
    request.limits.fileBytes = mostBytes;
    TRY_LET(const QJsonObject answer, host.run(request, stop));
    const qint64 told = answer[u"bytes"_s].toInteger();
    QByteArray bytes(qsizetype(std::clamp<qint64>(told, 0, mostBytes)) + 1, Qt::Uninitialized);
    const qint64 got = readAt(output.get(), bytes.data(), bytes.size(), 0);
    bytes.resize(std::max<qint64>(0, got));
    if (got != told)
        return fail(ErrorCode::Media, u"%1: what its reader says has another size"_s.arg(path));
    return ByteAnswer{bytes, answer};
}

} // namespace respool
