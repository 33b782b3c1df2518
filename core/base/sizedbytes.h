// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QDataStream;

namespace respool {

// Bytes behind their number. QDataStream has a third sort beside some and none.
void writeSized(QDataStream &stream, const QByteArray &bytes);

// Takes memory for what there is only. More than most, or fewer than were promised: the status of
// the stream says that it is corrupt.
QByteArray readSized(QDataStream &stream, qint64 most);

} // namespace respool
