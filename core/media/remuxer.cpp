// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/remuxer.h"

#include "core/base/faultpoint.h"
#include "core/files/atomicfile.h"
#include "core/files/fileattributes.h"
#include "core/files/fileuse.h"
#include "core/files/volume.h"
#include "core/media/mediafile.h"
#include "core/media/mediareader.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Failure busy(const QString &path)
{
    return fail(ErrorCode::Busy,
                u"%1 is open for writing: wait until the recording has ended"_s.arg(path));
}

// The new content of a file, in a part file that is removed unless it takes somebody's place.
class NewContent
{
public:
    NewContent(const Directory &folder, const QString &name)
        : m_folder(folder)
        , m_name(name)
        , m_part(partNameOf(name))
    {}
    ~NewContent()
    {
        // The first error is the one to tell; a part that stays is removed by the next run.
        if (m_fd)
            (void) removeStalePart(m_folder, m_name);
    }
    Q_DISABLE_COPY_MOVE(NewContent)

    Result<RewriteReport> write(const MediaReader &reader, const MediaFile &source,
                                const RewriteOptions &options, const std::stop_token &stop,
                                const MediaProgress &progress);
    const QString &part() const { return m_part; }
    const UniqueFd &fd() const { return m_fd; }
    void taken() { m_fd = UniqueFd(); }

private:
    const Directory &m_folder;
    QString m_name;
    QString m_part;
    UniqueFd m_fd;
};

Result<RewriteReport> NewContent::write(const MediaReader &reader, const MediaFile &source,
                                        const RewriteOptions &options, const std::stop_token &stop,
                                        const MediaProgress &progress)
{
    TRY(removeStalePart(m_folder, m_name));
    TRY_LET(m_fd, m_folder.createExclusive(m_part, 0600));
    faultPoint("remux.part.opened");
    const qint64 needed = rewriteSpaceFor(source.identity.bytes);
    TRY(reserveSpace(m_folder, m_fd, needed));
    const auto report = reader.rewrite(source, m_fd, options, stop, progress);
    if (!report && report.error().code == ErrorCode::NoSpace) {
        // Somebody else filled the volume meanwhile. Our part counts as free: it goes away now.
        TRY(cutFile(m_fd, 0, source.path));
        return noSpaceFailure(m_folder, needed);
    }
    TRY(report);
    faultPoint("remux.part.written");
    if (report->way != RewriteReport::Way::None) {
        // What was reserved behind the end is given back.
        TRY(cutFile(m_fd, report->outputBytes, source.path));
        TRY(syncFile(m_fd, source.path));
        faultPoint("remux.part.synced");
    }
    return report;
}

RemuxReport reportOf(const RewriteReport &written, const MediaFile &source)
{
    RemuxReport report;
    report.alreadySeekable = written.way == RewriteReport::Way::None;
    report.packets = written.packets;
    report.bytesBefore = source.identity.bytes;
    report.bytesAfter = written.outputBytes;
    report.durationMs = written.durationMs;
    report.timesMoved = written.timesMoved;
    report.warning = written.warning;
    return report;
}

// One remux of one file in its place. Lives for one call of remuxInPlace().
class Remux
{
public:
    Remux(const Directory &folder, const QString &name, const std::stop_token &stop)
        : m_folder(folder)
        , m_name(name)
        , m_path(folder.path() + u'/' + name)
        , m_stop(stop)
        , m_content(folder, name)
    {}

    Result<RemuxReport> run(const MediaReader &reader, const RemuxOptions &options,
                            const MediaProgress &progress);

private:
    Result<> takePlace(const MediaFile &source);
    Result<> exchangeWith(const MediaFile &source);
    Result<> refuseIfTouched(const MediaFile &source) const;
    Result<QString> keepOriginal(const MediaFile &source) const;

    const Directory &m_folder;
    QString m_name;
    QString m_path;
    std::stop_token m_stop;
    NewContent m_content;
};

Result<RemuxReport> Remux::run(const MediaReader &reader, const RemuxOptions &options,
                               const MediaProgress &progress)
{
    TRY_LET(const MediaFile source, MediaFile::open(m_folder, m_name));
    if (writersOf(m_folder, m_name) == FileUse::Written)
        return busy(m_path);
    TRY_LET(const RewriteReport written,
            m_content.write(reader, source, options.rewrite, m_stop, progress));
    RemuxReport report = reportOf(written, source);
    if (report.alreadySeekable)
        return report;
    if (const auto links = linkCountOf(source.fd, m_path); links && *links > 1) {
        report.warning += report.warning.isEmpty() ? u""_s : u"; "_s;
        report.warning += u"%1 had other hard links, which keep the old content"_s.arg(m_path);
    }
    TRY(copyAttributes(source.fd.get(), m_content.fd().get(), m_path));
    faultPoint("remux.attributes");
    TRY(syncFile(m_content.fd(), m_path));
    TRY(refuseIfTouched(source));
    if (written.damaged && options.keepDamaged) {
        TRY_LET(report.keptAs, keepOriginal(source));
        faultPoint("remux.kept");
    }
    TRY(takePlace(source));
    faultPoint("remux.done");
    return report;
}

// The damaged original gets its second name first: there is no instant at which it has none.
Result<QString> Remux::keepOriginal(const MediaFile &source) const
{
    for (int number = 1; number <= mostKeptOriginals; ++number) {
        const QString name = keptOriginalName(m_name, number);
        const auto linked = m_folder.link(m_name, name);
        if (linked)
            return name;
        if (linked.error().code != ErrorCode::Conflict)
            return Failure{linked.error()};
        // A run that died after this very step left it; another file is another original.
        TRY_LET(const FileEntry there, m_folder.stat(name));
        if (there.inode == source.identity.inode && there.device == source.identity.device)
            return name;
    }
    return fail(
        ErrorCode::Conflict,
        u"%1 has %2 kept originals beside it: move some away"_s.arg(m_path).arg(mostKeptOriginals));
}

Result<> Remux::takePlace(const MediaFile &source)
{
    TRY_LET(const bool exchanged, m_folder.exchange(m_content.part(), m_name));
    if (exchanged)
        return exchangeWith(source);
    TRY(m_folder.replace(m_content.part(), m_name));
    m_content.taken();
    faultPoint("remux.renamed");
    return {};
}

// The old file now has the part's name. A recorder that wrote to it in the last instant gets it
// back; otherwise it goes.
Result<> Remux::exchangeWith(const MediaFile &source)
{
    faultPoint("remux.exchanged");
    TRY_LET(const FileIdentity old, identityOf(source.fd, m_path));
    if (old != source.identity) {
        const auto back = m_folder.exchange(m_content.part(), m_name);
        if (!back || !*back) {
            // Then over the copy: whatever happens, the part must not be removed with it.
            m_content.taken();
            TRY(m_folder.replace(m_content.part(), m_name));
        }
        return fail(ErrorCode::Conflict,
                    u"%1 grew while it was replaced; it is left as it is, try again"_s.arg(m_path));
    }
    m_content.taken();
    TRY(m_folder.removeFile(m_content.part()));
    faultPoint("remux.renamed");
    return m_folder.sync();
}

// A recorder that goes on, or a file put in this one's place: then the copy is not its copy.
Result<> Remux::refuseIfTouched(const MediaFile &source) const
{
    if (m_stop.stop_requested())
        return fail(ErrorCode::Interrupted, u"the remux of %1 was interrupted"_s.arg(m_path));
    if (writersOf(m_folder, m_name) == FileUse::Written)
        return busy(m_path);
    TRY_LET(const MediaFile now, MediaFile::open(m_folder, m_name));
    if (now.identity != source.identity)
        return fail(
            ErrorCode::Conflict,
            u"%1 changed while it was copied; it is left as it is, try again"_s.arg(m_path));
    return {};
}

} // namespace

QString keptOriginalName(const QString &name, int number)
{
    return name + (number == 1 ? u".orig"_s : u".orig-%1"_s.arg(number));
}

Result<RemuxReport> remuxInPlace(const MediaReader &reader, const Directory &folder,
                                 const QString &name, const RemuxOptions &options,
                                 const std::stop_token &stop, const MediaProgress &progress)
{
    return Remux(folder, name, stop).run(reader, options, progress);
}

Result<RemuxReport> remuxInto(const MediaReader &reader, const Directory &folder,
                              const QString &name, const RemuxTarget &target,
                              const RewriteOptions &options, const std::stop_token &stop,
                              const MediaProgress &progress)
{
    TRY_LET(const MediaFile source, MediaFile::open(folder, name));
    const auto existing = target.folder.stat(target.name);
    if (existing && !target.overwrite)
        return fail(ErrorCode::Conflict,
                    u"%1/%2 exists already"_s.arg(target.folder.path(), target.name));
    if (existing && existing->inode == source.identity.inode
        && existing->device == source.identity.device)
        return fail(ErrorCode::InvalidArgument,
                    u"%1 cannot be written over itself: leave the output out to change it in "
                    "place"_s.arg(source.path));
    NewContent content(target.folder, target.name);
    TRY_LET(const RewriteReport written, content.write(reader, source, options, stop, progress));
    TRY(copyAttributes(source.fd.get(), content.fd().get(), source.path));
    TRY(syncFile(content.fd(), source.path));
    if (target.overwrite)
        TRY(target.folder.replace(content.part(), target.name));
    else
        TRY(target.folder.moveTo(content.part(), target.folder, target.name));
    content.taken();
    return reportOf(written, source);
}

Result<> removeStalePart(const Directory &folder, const QString &name)
{
    const auto part = folder.stat(partNameOf(name));
    if (!part && part.error().code == ErrorCode::NotFound)
        return {};
    return folder.removeFile(partNameOf(name));
}

} // namespace respool
