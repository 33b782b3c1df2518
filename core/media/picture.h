// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"
#include "core/media/mediaprogress.h"

#include <QJsonObject>
#include <QList>

#include <stop_token>

namespace respool {

struct MediaFile;

struct PictureOptions
{
    int tileHeight = 90; // in pixels; even
    // 1: one picture to know the recording by, from its first seconds. More: so many, spread
    // evenly over its length.
    int frames = 1;
    qint64 mostFrames = 3000;           // decoded at most, all together
    qint64 mostBytes = qint64(4) << 30; // read at most, all together

    static constexpr int mostTiles = 64;
    QJsonObject toJson() const;
    // What is out of bounds is brought into them.
    static PictureOptions fromJson(const QJsonObject &json);
};

// What was drawn: a row of tiles, from left to right.
struct PictureReport
{
    int tileWidth = 0;
    int tileHeight = 0;
    qint64 lengthMs = 0;   // of the recording; 0: not known
    QList<qint64> timesMs; // of each tile, from the first picture of the recording on

    QJsonObject toJson() const;
    static PictureReport fromJson(const QJsonObject &json);
};

// Draws the picture of a recording: one JPEG with a row of tiles, written to the beginning of
// output. Works on the two descriptors only, on this thread only, so that it can run where
// opening files and starting threads is forbidden. Live files without length and index are read
// through once; damage is stepped over.
// Errors: Media for what has no picture, in words that name the file; Io, NoSpace, Interrupted.
Result<PictureReport> makePicture(const MediaFile &source, const UniqueFd &output,
                                  const PictureOptions &options, const std::stop_token &stop = {},
                                  const MediaProgress &progress = {});

} // namespace respool
