// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

#include <QFont>

namespace respool {

// What a list says of a recording beyond its columns, in words and icons.
QString iconNameOf(RecordingKind kind);
// The icon of what matters more than the kind: damaged, missing, under hold; empty: nothing does.
QString markNameOf(const Recording &recording);
QFont unseenFont();                            // of what nobody has looked at yet
QString stateText(const Recording &recording); // and whether it is held
QString seekableText(const Recording &recording);
QString tipText(const Recording &recording);
QString mediaText(const Recording &recording); // its streams: each way a part has them, once
// For those who hear it: "Terminal recording of 3 May 2026, 12 minutes, 4 MB, under hold. NAME".
QString sentenceOf(const Recording &recording);

} // namespace respool
