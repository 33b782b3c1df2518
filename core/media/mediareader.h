// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediainfo.h"
#include "core/media/picture.h"
#include "core/media/rewrite.h"

#include <QList>

#include <span>
#include <stop_token>
#include <vector>

namespace respool {

class MediaHost;
struct MediaFile;

// What can be asked about media files, each answered by a process of its own. Any pool thread; as
// cheap as the reference it holds.
class MediaReader
{
public:
    explicit MediaReader(MediaHost &host)
        : m_host(host)
    {}

    // Errors: those of probeMedia(); Media when the file crashed its reader or was given up;
    // Interrupted; Internal when there is no reader at all, which says nothing about the file.
    Result<MediaInfo> probe(const MediaFile &file, const std::stop_token &stop = {}) const;
    // Many files, with an answer for each. They share a process while all goes well; when one of
    // them ends it, each gets its own. Errors: Interrupted; Internal.
    Result<QList<Result<MediaInfo>>> probe(const std::vector<MediaFile> &files,
                                           const std::stop_token &stop = {}) const;
    // Reads all of the file, see probeMedia().
    Result<MediaInfo> examine(const MediaFile &file, const std::stop_token &stop,
                              const MediaProgress &progress) const;

    // rewriteMedia() in such a process. Errors: as there, and as above.
    Result<RewriteReport> rewrite(const MediaFile &source, const UniqueFd &output,
                                  const RewriteOptions &options, const std::stop_token &stop,
                                  const MediaProgress &progress) const;

    // Draws into output, which is open for writing and empty. Errors: those of makePicture(), and
    // as above.
    Result<PictureReport> picture(const MediaFile &file, const UniqueFd &output,
                                  const PictureOptions &options,
                                  const std::stop_token &stop = {}) const;

private:
    Result<QList<Result<MediaInfo>>> probeTogether(std::span<const MediaFile> files,
                                                   const std::stop_token &stop) const;

    MediaHost &m_host;
};

} // namespace respool
