// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/picturecatalog.h"

#include "core/library/storeidentity.h"
#include "core/media/mediafile.h"
#include "core/media/picture.h"
#include "core/work/picturecache.h"
#include "core/work/recordingfiles.h"

#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<RecordingPicture> pictureOf(const CachedPicture &cached, bool terminal)
{
    RecordingPicture picture;
    if (terminal) {
        TRY_LET(picture.screens, ScreenStrip::fromBytes(cached.body));
        for (const ScreenPicture &screen : std::as_const(picture.screens.screens))
            picture.timesMs << screen.atMs;
        return picture;
    }
    const PictureReport report = PictureReport::fromJson(cached.about);
    picture.jpeg = cached.body;
    picture.tileWidth = report.tileWidth;
    picture.tileHeight = report.tileHeight;
    picture.timesMs = report.timesMs;
    return picture;
}

Result<RecordingPicture> look(const QString &folder, const Recording &recording,
                              const StoreInfo &store, PictureKind kind)
{
    const Part *part = PictureCache::sourceOf(recording);
    if (!part)
        return fail(ErrorCode::NotFound, u"%1 has no part to draw"_s.arg(recording.uid));
    TRY_LET(const Directory root, openStore(store));
    TRY_LET(const Directory inner, folderOf(root, store.kind, recording));
    TRY_LET(const MediaFile file, MediaFile::open(inner, part->name));
    TRY_LET(const QString key, PictureCache::keyOf(file));
    const bool terminal = PictureCache::isTerminal(*part);
    TRY_LET(const CachedPicture cached, PictureCache(folder).read(key, kind, terminal));
    return pictureOf(cached, terminal);
}

} // namespace

PictureCatalog::PictureCatalog(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{}

// The answer comes by way of this object, on its thread: who asked may be gone by then.
QFuture<Result<RecordingPicture>> PictureCatalog::poster(const Recording &recording,
                                                         const StoreInfo &store)
{
    return QtConcurrent::run(look, m_folder, recording, store, PictureKind::Poster)
        .then(this, [](const Result<RecordingPicture> &answer) { return answer; });
}

QFuture<Result<RecordingPicture>> PictureCatalog::strip(const Recording &recording,
                                                        const StoreInfo &store)
{
    return QtConcurrent::run(look, m_folder, recording, store, PictureKind::Strip)
        .then(this, [](const Result<RecordingPicture> &answer) { return answer; });
}

} // namespace respool
