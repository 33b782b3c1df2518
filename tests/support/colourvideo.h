// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace respool::samples {

// Videos that say by their colour which second it is, so that a cut can be proved.

struct ColourVideo
{
    QByteArray codec = "libvpx"; // an encoder of ffmpeg
    int seconds = 6;
    int keyEvery = 2; // seconds
    QByteArray size = "160x120";
    // A tone that is heard in the third second only; none when empty.
    QByteArray audio = "libopus";
    QStringList format = {QStringLiteral("-f"), QStringLiteral("webm"), QStringLiteral("-live"),
                          QStringLiteral("1")};
};

QByteArray colourVideo(const ColourVideo &how = {});

// The colour of each second: red, green, blue, yellow, pink, white, and again.
QByteArray colourOf(int second);
// What the first picture of a file, or the one at a time, shows; "none" when there is none there.
QByteArray colourAt(const QString &path, double seconds = 0);
// When the tone is first heard, in ms from the beginning of the file; -1: never.
qint64 toneMs(const QString &path);
// The time of the first picture, which ffprobe knows.
qint64 firstPictureMs(const QString &path);

} // namespace respool::samples
