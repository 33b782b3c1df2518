// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace respool {

// A kind of recording to be measured on, and how FFmpeg makes a few seconds of it.
struct MediaKind
{
    const char *name;
    QStringList video; // of FFmpeg: source and encoder
    bool sound = true;
};

const MediaKind &sessionKind();  // a screen, 720p at 1.5 Mb/s, with sound
const MediaKind &highRateKind(); // 38 Mb/s
const MediaKind &alphaKind();    // BlockGroups with BlockAdditions

// Writes a live file of about so many bytes, made of the same seconds again and again.
void writeLiveFile(const QString &path, const MediaKind &kind, qint64 bytes);

} // namespace respool
