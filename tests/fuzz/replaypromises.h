// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replaysource.h"

#include <QByteArray>

class QIODevice;

namespace respool {

// Indexes a recording in small pieces and plays it from what they have kept.
void checkReplay(QIODevice &file, ReplayFormat format);

// What another process has written, perhaps: spans, pieces and states of a replay.
void readSpan(const QByteArray &bytes);
void readPiece(const QByteArray &bytes);
void readState(const QByteArray &bytes);

} // namespace respool
