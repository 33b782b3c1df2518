// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace respool {

// Elements of an EBML document as bytes (RFC 8794, sections 4 to 7).

QByteArray ebmlId(quint32 id);
// A size in exactly so many bytes; the value must fit, and must not be all ones.
QByteArray ebmlSize(qint64 bytes, int width);
// Whether a size can be told in so many bytes: all ones would mean "unknown".
bool ebmlSizeFits(qint64 bytes, int width);

QByteArray ebmlElement(quint32 id, QByteArrayView data);
// A big-endian integer of exactly so many bytes.
QByteArray ebmlInteger(quint64 value, int width);
QByteArray ebmlUnsigned(quint32 id, quint64 value, int width);
QByteArray ebmlFloat(quint32 id, double value);
// A Void element of exactly so many bytes in all: 2 or more.
QByteArray ebmlVoid(qint64 bytes);

} // namespace respool
