// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loosefiles.h"

#include "core/files/directory.h"
#include "core/files/fileuse.h"
#include "core/media/mediafile.h"
#include "core/media/mediareader.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Where a file lies that a person named. A link is followed, for it is what the person meant.
struct NamedPlace
{
    Directory folder;
    QString name;
};

Result<NamedPlace> placeOf(const QString &path)
{
    const QFileInfo given(path);
    const QFileInfo file(given.isSymLink() ? given.canonicalFilePath() : given.absoluteFilePath());
    if (file.fileName().isEmpty())
        return fail(ErrorCode::NotFound, u"%1: there is no such file"_s.arg(path));
    TRY_LET(Directory folder, Directory::open(file.absolutePath()));
    return NamedPlace{std::move(folder), file.fileName()};
}

} // namespace

Result<LooseProbe> LooseFiles::probe(const QString &path, bool thorough,
                                     const std::stop_token &stop, const MediaProgress &progress)
{
    TRY_LET(const NamedPlace place, placeOf(path));
    TRY_LET(const MediaFile file, MediaFile::open(place.folder, place.name));
    const MediaReader reader(m_host);
    LooseProbe probe;
    probe.beingWritten = writersOf(place.folder, place.name) == FileUse::Written;
    if (thorough) {
        TRY_LET(probe.info, reader.examine(file, stop, progress));
    } else {
        TRY_LET(probe.info, reader.probe(file, stop));
    }
    return probe;
}

Result<RemuxReport> LooseFiles::remux(const Remux &remux, const std::stop_token &stop,
                                      const MediaProgress &progress)
{
    TRY_LET(const NamedPlace place, placeOf(remux.path));
    const MediaReader reader(m_host);
    if (remux.output.isEmpty())
        return remuxInPlace(reader, place.folder, place.name, remux.options, stop, progress);
    TRY_LET(const NamedPlace output, placeOf(remux.output));
    const RemuxTarget target{output.folder, output.name, remux.overwrite};
    return remuxInto(reader, place.folder, place.name, target, remux.options.rewrite, stop,
                     progress);
}

} // namespace respool
