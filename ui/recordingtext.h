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

} // namespace respool
