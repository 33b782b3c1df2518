// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

namespace respool {

// What a list says of a recording beyond its columns, in words and icons.
QString iconNameOf(RecordingKind kind);
// The icon of what matters more than the kind: damaged, missing, under hold; empty: nothing does.
QString markNameOf(const Recording &recording);
QString stateText(const Recording &recording); // in a word
QString seekableText(const Recording &recording);
QString tipText(const Recording &recording);

} // namespace respool
