// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/picturecatalog.h"

#include "core/base/pending.h"
#include "core/library/storeidentity.h"
#include "core/media/mediafile.h"
#include "core/media/picture.h"
#include "core/work/picturecache.h"
#include "core/work/recordingfiles.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<RecordingPicture> pictureOf(const CachedPicture &cached, bool terminal)
{
    RecordingPicture picture;
    if (terminal) {
        TRY_LET(picture.screens, ScreenStrip::fromBytes(cached.body));
        // A terminal that waits shows the same for long: one picture of it is enough.
        QList<ScreenPicture> screens = std::exchange(picture.screens.screens, {});
        for (const ScreenPicture &screen : std::as_const(screens)) {
            const QList<ScreenPicture> &kept = picture.screens.screens;
            if (screen.runs.isEmpty() || (!kept.isEmpty() && kept.last().runs == screen.runs))
                continue;
            picture.screens.screens << screen;
            picture.timesMs << screen.atMs;
        }
        if (picture.timesMs.isEmpty())
            return fail(ErrorCode::NotFound, u"nothing is shown in it for long"_s);
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
    const auto picture = pictureOf(cached, terminal);
    // One that shows something for a moment only has a poster all the same.
    if (!picture && terminal && kind == PictureKind::Strip)
        return look(folder, recording, store, PictureKind::Poster);
    return picture;
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
    return inBackground(look, m_folder, recording, store, PictureKind::Poster).on(this);
}

QFuture<Result<RecordingPicture>> PictureCatalog::strip(const Recording &recording,
                                                        const StoreInfo &store)
{
    return inBackground(look, m_folder, recording, store, PictureKind::Strip).on(this);
}

} // namespace respool
