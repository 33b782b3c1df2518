// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/remuxer.h"

#include "core/base/faultpoint.h"
#include "core/files/atomicfile.h"
#include "core/files/fileattributes.h"
#include "core/files/fileio.h"
#include "core/files/fileuse.h"
#include "core/files/volume.h"
#include "core/media/packetcopy.h"
#include "core/media/remuxverify.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Sizes, index and tags make the new file larger by less than this.
constexpr qint64 reserveFor(qint64 bytes)
{
    return bytes / 64 + (64 << 10);
}

Failure busy(const QString &path)
{
    return fail(ErrorCode::Busy,
                u"%1 is open for writing: wait until the recording has ended"_s.arg(path));
}

// One remux of one file. Lives for one call of remuxWebm(); owns the part file until it has taken
// the original's place, and removes it on every other way out.
class Remux
{
public:
    Remux(const Directory &folder, const QString &name, const std::stop_token &stop)
        : m_folder(folder)
        , m_name(name)
        , m_part(partNameOf(name))
        , m_path(folder.path() + u'/' + name)
        , m_stop(stop)
    {}

    Result<RemuxReport> run(const MediaProgress &progress);

private:
    Result<RemuxReport> rewrite(const MediaFile &file, const MediaProgress &progress);
    Result<PacketCopyReport> writePart(AvInput &input, const UniqueFd &part,
                                       const MediaProgress &progress);
    Result<> takePlace(const AvInput &input, const UniqueFd &part);
    Result<> refuseIfTouched(const FileIdentity &before) const;
    QString warningFor(const AvInput &input, const PacketCopyReport &copied) const;

    const Directory &m_folder;
    QString m_name;
    QString m_part;
    QString m_path;
    std::stop_token m_stop;
};

Result<RemuxReport> Remux::run(const MediaProgress &progress)
{
    TRY(removeStalePart(m_folder, m_name));
    TRY_LET(const MediaFile file, MediaFile::open(m_folder, m_name));
    TRY_LET(const WebmStructure structure, readWebmStructure(file));
    if (structure.seekable()) {
        RemuxReport report;
        report.alreadySeekable = true;
        report.bytesBefore = report.bytesAfter = file.identity.bytes;
        report.durationMs = *structure.durationMs;
        return report;
    }
    if (!structure.isWebm)
        return fail(ErrorCode::Media, u"%1 is no WebM file; it stays as it is"_s.arg(m_path));
    if (writersOf(m_folder, m_name) == FileUse::Written)
        return busy(m_path);
    if (!structure.hasTracks || !structure.hasClusters)
        return fail(ErrorCode::Media,
                    u"%1 ends before its first packet: nothing can be saved from it"_s.arg(m_path));
    auto report = rewrite(file, progress);
    if (!report)
        // The first error is the one to tell; a part that stays is removed by the next run.
        (void) removeStalePart(m_folder, m_name);
    return report;
}

Result<RemuxReport> Remux::rewrite(const MediaFile &file, const MediaProgress &progress)
{
    TRY_LET(const auto input,
            AvInput::open(file, {.format = "matroska", .readBudget = 0, .stop = m_stop}));
    TRY_LET(const UniqueFd part, m_folder.createExclusive(m_part, 0600));
    faultPoint("remux.part.opened");
    TRY_LET(const PacketCopyReport copied, writePart(*input, part, progress));
    faultPoint("remux.part.written");
    TRY(syncFile(part, m_path));
    faultPoint("remux.part.synced");
    TRY_LET(const MediaFile written, MediaFile::open(m_folder, m_part));
    TRY_LET(const WebmStructure structure, verifyRemux(written, copied.streams, m_stop));
    faultPoint("remux.verified");
    const QString warning = warningFor(*input, copied);
    TRY(takePlace(*input, part));
    faultPoint("remux.done");

    RemuxReport report;
    report.packets = copied.packets;
    report.bytesBefore = file.identity.bytes;
    report.bytesAfter = written.identity.bytes;
    report.durationMs = structure.durationMs.value_or(0);
    report.warning = warning;
    return report;
}

Result<PacketCopyReport> Remux::writePart(AvInput &input, const UniqueFd &part,
                                          const MediaProgress &progress)
{
    const qint64 needed = input.file().identity.bytes + reserveFor(input.file().identity.bytes);
    TRY(reserveSpace(m_folder, part, needed));
    TRY_LET(const auto output, AvOutput::open(part, m_path, m_stop));
    const auto copied = copyPackets(input, *output, progress);
    const auto bytes = copied ? output->finish() : Result<qint64>(Failure{copied.error()});
    if (!bytes && bytes.error().code == ErrorCode::NoSpace) {
        // Somebody else filled the volume meanwhile. Our part counts as free: it goes away now.
        TRY(cutFile(part, 0, m_path));
        return noSpaceFailure(m_folder, needed);
    }
    TRY(bytes);
    TRY(cutFile(part, *bytes, m_path));
    return copied;
}

Result<> Remux::takePlace(const AvInput &input, const UniqueFd &part)
{
    TRY(copyAttributes(input.file().fd.get(), part.get(), m_path));
    faultPoint("remux.attributes");
    TRY(syncFile(part, m_path));
    TRY(refuseIfTouched(input.file().identity));
    TRY(m_folder.replace(m_part, m_name));
    faultPoint("remux.renamed");
    return {};
}

// A recorder that goes on, or a file put in this one's place: then the copy is not its copy.
Result<> Remux::refuseIfTouched(const FileIdentity &before) const
{
    if (m_stop.stop_requested())
        return fail(ErrorCode::Interrupted, u"the remux of %1 was interrupted"_s.arg(m_path));
    if (writersOf(m_folder, m_name) == FileUse::Written)
        return busy(m_path);
    TRY_LET(const UniqueFd file, m_folder.openForReading(m_name));
    TRY_LET(const FileIdentity now, identityOf(file, m_path));
    if (now != before)
        return fail(
            ErrorCode::Conflict,
            u"%1 changed while it was copied; it is left as it is, try again"_s.arg(m_path));
    return {};
}

QString Remux::warningFor(const AvInput &input, const PacketCopyReport &copied) const
{
    QStringList sentences;
    if (!copied.damage.isEmpty())
        sentences << u"%1 is damaged, what could be read was kept (%2)"_s.arg(m_path,
                                                                              copied.damage);
    if (copied.moved > 0)
        sentences << u"%1 packets of %2 had timestamps that ran backwards; they were raised"_s
                         .arg(copied.moved)
                         .arg(m_path);
    if (const auto links = linkCountOf(input.file().fd, m_path); links && *links > 1)
        sentences << u"%1 had other hard links, which keep the old content"_s.arg(m_path);
    return sentences.join(u"; "_s);
}

} // namespace

Result<RemuxReport> remuxWebm(const Directory &folder, const QString &name,
                              const std::stop_token &stop, const RemuxProgress &progress)
{
    return Remux(folder, name, stop).run(progress);
}

Result<> removeStalePart(const Directory &folder, const QString &name)
{
    const auto part = folder.stat(partNameOf(name));
    if (!part && part.error().code == ErrorCode::NotFound)
        return {};
    return folder.removeFile(partNameOf(name));
}

} // namespace respool
