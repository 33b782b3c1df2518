// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

struct AVFormatContext;

namespace respool {

// What an encoding takes of a file: the numbers of its streams, -1 for none.
struct EncodedStreams
{
    int picture = -1;
    int sound = -1;
    bool pictureIsKept = false; // copied as it is
};

// What of a file the encoding will not have, in words: streams, transparency, and that its pictures
// are to be turned when they are shown. Each sentence names the file. Empty: nothing is lost.
QStringList encodingLosses(const AVFormatContext &context, const EncodedStreams &streams,
                           const QString &path);

} // namespace respool
