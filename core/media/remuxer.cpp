// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/remuxer.h"

#include "core/base/faultpoint.h"
#include "core/files/atomicfile.h"
#include "core/files/errnofailure.h"
#include "core/files/fileattributes.h"
#include "core/files/fileuse.h"
#include "core/files/volume.h"
#include "core/media/packetwalk.h"
#include "core/media/webmstructure.h"
#include "core/media/webmwriter.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Room for Cues and SeekHead, which the live file does not have.
qint64 roomFor(qint64 bytes)
{
    return bytes + std::clamp<qint64>(bytes / 256, 16 << 10, 8 << 20);
}

// One remux: the source and the part file beside it, both held by descriptor.
class Remux
{
public:
    Remux(const Directory &folder, QString name, UniqueFd source)
        : m_folder(folder)
        , m_name(std::move(name))
        , m_part(partNameOf(m_name))
        , m_path(folder.path() + u'/' + m_name)
        , m_source(std::move(source))
    {}

    Result<RemuxReport> run(const std::stop_token &stop, const RemuxProgress &progress);

private:
    Result<> makePart();
    Result<PacketTally> copy(const std::stop_token &stop, const RemuxProgress &progress);
    Result<qint64> verify(const PacketTally &expected);
    Result<> replaceOriginal();

    const Directory &m_folder;
    const QString m_name, m_part, m_path;
    const UniqueFd m_source;
    UniqueFd m_target;
    struct stat m_before
    {};
};

Result<RemuxReport> Remux::run(const std::stop_token &stop, const RemuxProgress &progress)
{
    if (::fstat(m_source.get(), &m_before) != 0)
        return errnoFailure(u"cannot look at"_s, m_path);
    TRY_LET(const WebmStructure structure, readWebmStructure(m_source.get(), m_path));
    RemuxReport report;
    report.bytesBefore = m_before.st_size;
    if (structure.seekable()) {
        report.alreadySeekable = true;
        report.bytesAfter = m_before.st_size;
        report.durationMs = structure.durationMs;
        return report;
    }
    if (!structure.isWebm)
        return fail(ErrorCode::Media, u"%1 is not a WebM file"_s.arg(m_path));
    if (writersOf(m_folder, m_name) == FileUse::Written)
        return fail(ErrorCode::Busy, u"%1 is still being written"_s.arg(m_path));
    TRY(makePart());
    TRY_LET(const PacketTally tally, copy(stop, progress));
    TRY_LET(report.durationMs, verify(tally));
    TRY(replaceOriginal());
    struct stat after
    {};
    if (::fstat(m_target.get(), &after) != 0)
        return errnoFailure(u"cannot look at"_s, m_path);
    report.bytesAfter = after.st_size;
    report.packets = tally.packets();
    report.warning = tally.warning;
    return report;
}

Result<> Remux::makePart()
{
    TRY_LET(m_target, m_folder.createExclusive(m_part, 0600));
    faultPoint("remux.part.opened");
    // Asking for the space first keeps a full disk from being noticed after hours.
    const qint64 wanted = roomFor(m_before.st_size);
    TRY_LET(const qint64 available, freeBytes(m_folder));
    const int reserved = ::fallocate(m_target.get(), FALLOC_FL_KEEP_SIZE, 0, wanted);
    if (reserved == 0)
        return {};
    if (errno == ENOSPC || (errno == EOPNOTSUPP && available < wanted))
        return fail(ErrorCode::NoSpace,
                    u"%1 bytes more are needed on the volume of %2 (%3 for the copy, %4 free)"_s
                        .arg(std::max<qint64>(1, wanted - available))
                        .arg(m_folder.path())
                        .arg(wanted)
                        .arg(available));
    if (errno == EOPNOTSUPP)
        return {};
    return errnoFailure(u"cannot write"_s, m_folder.path() + u'/' + m_part);
}

Result<PacketTally> Remux::copy(const std::stop_token &stop, const RemuxProgress &progress)
{
    AvFile file(m_source.get(), AvFile::Mode::Read);
    TRY_LET(const AvInput input, openInput(file, m_path));
    TRY_LET(const std::unique_ptr<WebmWriter> writer,
            WebmWriter::open(m_target.get(), m_folder.path() + u'/' + m_part, *input));
    TRY_LET(PacketTally tally, walkPackets(*input, file, m_path, [&](AVPacket &packet) -> Result<> {
                if (stop.stop_requested())
                    return fail(ErrorCode::Interrupted, u"the remux was stopped"_s);
                progress(file.position(), m_before.st_size);
                return writer->write(packet, *input);
            }));
    if (tally.packets() == 0)
        return fail(ErrorCode::Media,
                    u"%1 holds no whole packet: nothing was recorded"_s.arg(m_path));
    TRY(writer->close());
    faultPoint("remux.part.written");
    // What was reserved and not needed goes back.
    struct stat written
    {};
    if (::fstat(m_target.get(), &written) != 0 || ::ftruncate(m_target.get(), written.st_size) != 0
        || ::fsync(m_target.get()) != 0)
        return errnoFailure(u"cannot write"_s, m_folder.path() + u'/' + m_part);
    faultPoint("remux.part.synced");
    return tally;
}

// Reads the copy back. Returns its duration in milliseconds.
Result<qint64> Remux::verify(const PacketTally &expected)
{
    const auto differs = [this](const QString &what) {
        return fail(ErrorCode::Media,
                    u"the copy of %1 is not equal to it (%2); the original is untouched"_s.arg(
                        m_path, what));
    };
    const QString path = m_folder.path() + u'/' + m_part;
    TRY_LET(const WebmStructure structure, readWebmStructure(m_target.get(), path));
    if (!structure.seekable())
        return differs(u"it has no Duration or no Cues"_s);
    AvFile file(m_target.get(), AvFile::Mode::Read);
    TRY_LET(const AvInput input, openInput(file, path));
    TRY_LET(const PacketTally copied,
            walkPackets(*input, file, path, [](AVPacket &) { return Result<>(); }));
    if (copied.streams.size() != expected.streams.size())
        return differs(u"other streams"_s);
    for (qsizetype i = 0; i < copied.streams.size(); ++i) {
        const StreamTally &was = expected.streams[i];
        const StreamTally &is = copied.streams[i];
        if (was.codec != is.codec || was.packets != is.packets)
            return differs(u"stream %1 has %2 packets instead of %3"_s.arg(i)
                               .arg(is.packets)
                               .arg(was.packets));
        // The muxer strips the temporal delimiters that AV1 in Matroska must not have.
        if (was.codec != AV_CODEC_ID_AV1 && (was.bytes != is.bytes || was.checksum != is.checksum))
            return differs(u"the content of stream %1"_s.arg(i));
    }
    faultPoint("remux.verified");
    return structure.durationMs;
}

Result<> Remux::replaceOriginal()
{
    TRY(copyAttributes(m_source.get(), m_target.get(), m_path));
    if (::fsync(m_target.get()) != 0)
        return errnoFailure(u"cannot write"_s, m_folder.path() + u'/' + m_part);
    faultPoint("remux.attributes");
    struct stat now
    {};
    if (::fstatat(m_folder.handle(), QFile::encodeName(m_name).constData(), &now,
                  AT_SYMLINK_NOFOLLOW)
        != 0)
        return errnoFailure(u"cannot look at"_s, m_path);
    const bool same = now.st_dev == m_before.st_dev && now.st_ino == m_before.st_ino
                      && now.st_size == m_before.st_size
                      && now.st_mtim.tv_sec == m_before.st_mtim.tv_sec
                      && now.st_mtim.tv_nsec == m_before.st_mtim.tv_nsec;
    if (!same || writersOf(m_folder, m_name) == FileUse::Written)
        return fail(ErrorCode::Busy, u"%1 was written to meanwhile"_s.arg(m_path));
    TRY(m_folder.replace(m_part, m_name));
    faultPoint("remux.replaced");
    return {};
}

} // namespace

Result<RemuxReport> remuxWebm(const Directory &folder, const QString &name,
                              const std::stop_token &stop, const RemuxProgress &progress)
{
    TRY(removeStalePart(folder, name));
    TRY_LET(UniqueFd source, folder.openForReading(name));
    const auto report = Remux(folder, name, std::move(source)).run(stop, progress);
    if (!report)
        TRY(removeStalePart(folder, name));
    return report;
}

Result<> removeStalePart(const Directory &folder, const QString &name)
{
    return folder.removeFile(partNameOf(name));
}

} // namespace respool
