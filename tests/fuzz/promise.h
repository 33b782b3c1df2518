// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace respool {

struct MediaFile;
class UniqueFd;

// Says which promise was broken and aborts, so that libFuzzer keeps the input.
void mustHold(bool promise, const char *what, const QString &detail = {});

// Files that only live in memory.
UniqueFd memoryFd();
MediaFile memoryFile(QByteArrayView content);
MediaFile memoryFile(UniqueFd fd);

} // namespace respool
