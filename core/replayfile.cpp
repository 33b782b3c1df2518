// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/replayfile.h"

#include "core/library/storeidentity.h"
#include "core/media/mediahost.h"
#include "core/media/memoryanswer.h"
#include "core/work/parttext.h"
#include "core/work/recordingfiles.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A piece of some MiB of output; a recording of version 1 is in memory as a whole, several times
// its size.
constexpr MediaLimits replayLimits{.memoryBytes = 768 * mib, .cpuMs = 120'000, .stallMs = 60'000};

template <typename T>
Result<T> readOf(const Result<QByteArray> &bytes, const QString &name)
{
    if (!bytes)
        return Failure{bytes.error()};
    auto value = T::fromBytes(*bytes);
    if (!value)
        return fail(value.error().code, u"%1: %2"_s.arg(name, value.error().detail));
    return value;
}

} // namespace

Result<Directory> OpenPart::folder() const
{
    TRY_LET(const Directory root, openStore(store));
    return folderOf(root, store.kind, recording);
}

Result<MediaFile> OpenPart::open() const
{
    TRY_LET(const Directory around, folder());
    return MediaFile::open(around, part.name);
}

ReplayFile::ReplayFile(MediaHost &host, QThreadPool &pool, OpenPart part)
    : m_host(host)
    , m_pool(pool)
    , m_part(std::move(part))
{}

Result<std::shared_ptr<const MediaFile>> ReplayFile::opened()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_file) {
        TRY_LET(MediaFile file, m_part.open());
        m_file = std::make_shared<const MediaFile>(std::move(file));
    }
    return m_file;
}

Result<qint64> ReplayFile::size()
{
    TRY_LET(const auto file, opened());
    TRY_LET(const FileIdentity now, identityOf(file->fd, file->path));
    return now.bytes;
}

Result<QByteArray> ReplayFile::ask(const QString &verb, QJsonObject options,
                                   const QByteArray &state, qint64 mostBytes)
{
    TRY_LET(const auto file, opened());
    TRY_LET(const UniqueFd begin, memoryFileOf(state));
    options[u"format"_s] = m_part.part.kind == PartKind::Trp ? u"trp"_s : u"cast"_s;
    const MediaRequest request{
        .verb = verb,
        .options = options,
        .files = {LentFile::of(*file), {begin.get(), u"the state of "_s + file->path}},
        .limits = replayLimits};
    TRY_LET(ByteAnswer answer, askForBytes(m_host, request, mostBytes, m_stop.get_token()));
    return std::move(answer.bytes);
}

Result<ReplayPiece> ReplayFile::index(const ReplayOrder &order)
{
    const QJsonObject options{{u"countFrom"_s, order.countFrom},
                              {u"pieceBytes"_s, order.pieceBytes},
                              {u"snapshotBytes"_s, order.snapshotBytes}};
    return readOf<ReplayPiece>(ask(u"replay-index"_s, options, order.state, ReplayPiece::mostBytes),
                               m_part.part.name);
}

Result<ReplaySpan> ReplayFile::span(const SpanOrder &order)
{
    const QJsonObject options{{u"fromMs"_s, order.fromMs},
                              {u"toMs"_s, order.toMs},
                              {u"mostFrames"_s, qint64(order.mostFrames)}};
    return readOf<ReplaySpan>(ask(u"replay-span"_s, options, order.state, ReplaySpan::mostBytes),
                              m_part.part.name);
}

Result<std::shared_ptr<const TextLines>> ReplayFile::text()
{
    TRY_LET(const qint64 bytes, size());
    TRY_LET(const auto file, opened());
    {
        const std::scoped_lock lock(m_mutex);
        if (m_text && m_textBytes == bytes)
            return m_text;
    }
    TRY_LET(TextLines lines, readPartText(m_host, *file, m_part.part, m_stop.get_token()));
    const std::scoped_lock lock(m_mutex);
    m_text = std::make_shared<const TextLines>(std::move(lines));
    m_textBytes = bytes;
    return m_text;
}

} // namespace respool
