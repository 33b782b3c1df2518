// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exportorder.h"

#include "core/jobs/job.h"
#include "core/work/archivepayload.h"
#include "core/work/exporttarget.h"
#include "core/workorder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Failure impossible(const QString &why)
{
    return fail(ErrorCode::InvalidArgument, why);
}

bool isVideo(const Part &part)
{
    return part.kind == PartKind::Webm || part.kind == PartKind::Media;
}

Result<> checkTarget(const ExportWishes &wishes, ExportForm form)
{
    if (!QDir::isAbsolutePath(wishes.target))
        return impossible(u"'%1' is no absolute path"_s.arg(wishes.target));
    const QString ending = QFileInfo(wishes.target).suffix().toLower();
    if (ending == "zip"_L1)
        return impossible(u"an archive takes whole recordings: a video is exported as .webm, the "
                          "copy of a part as .mkv or .mp4, too"_s);
    const bool copies = form == ExportForm::Copy && !wishes.transcode;
    if (ending == "webm"_L1 || (copies && (ending == "mkv"_L1 || ending == "mp4"_L1)))
        return {};
    return impossible(copies ? u"%1 must end in .webm, .mkv or .mp4"_s.arg(wishes.target)
                             : u"%1 must end in .webm"_s.arg(wishes.target));
}

Result<QList<Part>> partsFor(const Recording &recording, const ExportWishes &wishes)
{
    QList<Part> parts;
    for (qsizetype position = 0; position < recording.parts.size(); ++position) {
        const Part &part = recording.parts[position];
        const bool named = part.name == wishes.part || QString::number(position) == wishes.part;
        if (named && !isVideo(part))
            return impossible(u"%1 is no video, and only videos can be exported"_s.arg(part.name));
        if (named || (wishes.part.isEmpty() && isVideo(part)))
            parts << part;
    }
    if (!wishes.part.isEmpty() && parts.isEmpty())
        return fail(ErrorCode::NotFound, u"%1 has no part '%2'"_s.arg(recording.uid, wishes.part));
    if (parts.isEmpty())
        return impossible(u"%1 has no video, and only videos can be exported"_s.arg(recording.uid));
    if (!wishes.join && parts.size() > 1)
        return impossible(
            u"%1 has %2 parts: name one (--part), or join them (--join)"_s.arg(recording.uid)
                .arg(parts.size()));
    return parts;
}

} // namespace

Result<ExportOrder> planExport(const Recording &recording, const ExportWishes &wishes)
{
    const bool clips = !wishes.range.isWhole();
    if (clips && wishes.join)
        return impossible(u"a clip is of one part: name it (--part) instead of joining all"_s);
    if (wishes.range.isEmpty())
        return impossible(u"a clip ends after its beginning"_s);
    if (wishes.exact && !clips)
        return impossible(u"only a clip can be exact: say where it begins or ends"_s);
    const ExportForm form =
        wishes.join ? ExportForm::Join : (clips ? ExportForm::Clip : ExportForm::Copy);
    TRY(checkTarget(wishes, form));
    TRY_LET(const QList<Part> parts, partsFor(recording, wishes));
    ExportOrder order;
    order.payload.id = recording.id;
    order.payload.uid = recording.uid;
    order.payload.target = QDir::cleanPath(wishes.target);
    order.payload.form = form;
    for (const Part &part : parts) {
        order.payload.parts << part.name;
        order.bytes += part.bytes;
    }
    order.payload.range = wishes.range;
    order.payload.exact = wishes.exact;
    order.payload.transcode = wishes.transcode;
    order.payload.overwrite = wishes.overwrite;
    return order;
}

QList<Part> exportableParts(const Recording &recording)
{
    QList<Part> parts;
    std::ranges::copy_if(recording.parts, std::back_inserter(parts), isVideo);
    return parts;
}

Result<> examineExportTarget(const ExportWishes &wishes, const QList<StoreInfo> &stores)
{
    TRY_LET(const ExportTarget target, ExportTarget::open(wishes.target, stores));
    const QString folder = target.folder().path();
    if (!QFileInfo(folder).isWritable())
        return fail(ErrorCode::PermissionDenied, u"nothing may be written in %1"_s.arg(folder));
    if (wishes.overwrite)
        return {};
    return target.refuseIfThere();
}

QString exportedFile(const JobRecord &job)
{
    if (job.kind == "archive"_L1) {
        const auto archive = ArchivePayload::fromJson(job.payload);
        return archive ? archive->target : QString();
    }
    if (job.kind != "export"_L1 || job.payload.isEmpty())
        return {};
    const auto payload = ExportPayload::fromJson(job.payload);
    return payload ? payload->target : QString();
}

} // namespace respool
