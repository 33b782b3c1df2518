// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/packetwriter.h"

#include "core/files/fileio.h"
#include "core/media/copyverify.h"
#include "core/media/mediafile.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<std::unique_ptr<PacketWriter>> PacketWriter::open(const UniqueFd &output,
                                                         const QString &path)
{
    TRY_LET(auto muxer, AvOutput::open(output, path, "webm"));
    return std::unique_ptr<PacketWriter>(new PacketWriter(output, path, std::move(muxer)));
}

PacketWriter::PacketWriter(const UniqueFd &output, const QString &path,
                           std::unique_ptr<AvOutput> muxer)
    : m_file(output)
    , m_path(path)
    , m_output(std::move(muxer))
    , m_streams(*m_output, path, u"it can be encoded anew (--transcode)"_s)
{}

Result<WrittenMedia> PacketWriter::finish()
{
    if (m_streams.packets() == 0)
        return fail(ErrorCode::Media, u"%1 has nothing there that can be written"_s.arg(m_path));
    WrittenMedia written;
    TRY_LET(written.outputBytes, m_output->finish());
    TRY(cutFile(m_file, written.outputBytes, m_path));
    TRY_LET(written.durationMs, verify(written.outputBytes));
    written.packets = m_streams.packets();
    written.endMs = m_streams.endMs();
    written.warning = m_streams.warning();
    return written;
}

// The descriptor is lent to a second owner for as long as it is read: here a process may not
// duplicate it.
Result<qint64> PacketWriter::verify(qint64 bytes) const
{
    TRY_LET(const FileIdentity identity, identityOf(m_file, m_path));
    if (identity.bytes != bytes)
        return fail(ErrorCode::Io, u"the copy of %1 has %2 bytes instead of %3"_s.arg(m_path)
                                       .arg(identity.bytes)
                                       .arg(bytes));
    MediaFile copy{UniqueFd(m_file.get()), identity, m_path};
    auto durationMs = verifyCopy(copy, m_streams.tallies(), MediaTarget::Webm);
    copy.fd.release();
    return durationMs;
}

} // namespace respool
