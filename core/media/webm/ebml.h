// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace respool {

// What an element of an EBML document says of itself in its first bytes (RFC 8794, section 6).
struct ElementHead
{
    quint32 id = 0;
    int headBytes = 0; // of ID and size together
    int sizeBytes = 0; // of the size alone
    bool sizeKnown = false;
    qint64 dataBytes = 0; // only when sizeKnown
};

inline constexpr int mostElementHeadBytes = 12; // an ID of 4 and a size of 8, RFC 9559 section 4

// The element that begins there; nothing when these bytes are no element, or too few.
std::optional<ElementHead> parseElementHead(QByteArrayView bytes);

// A variable-size integer without its length mark, as a block's track number is; nothing when it
// is longer than the bytes. length is set to how many bytes it has.
std::optional<quint64> parseVint(QByteArrayView bytes, int &length);

// The values of elements (RFC 8794, section 7): at most 8 bytes, big-endian; nothing for a size
// that the type does not have.
std::optional<quint64> parseUnsigned(QByteArrayView data);
std::optional<double> parseFloat(QByteArrayView data);
QByteArray parseText(QByteArrayView data); // ends at a NUL, which pads

// Walks the children of an element that is wholly in memory. Ends early at the first child that
// is not whole; atEnd() tells.
class EbmlCursor
{
public:
    explicit EbmlCursor(QByteArrayView children)
        : m_rest(children)
    {}

    bool next();
    quint32 id() const { return m_id; }
    QByteArrayView data() const { return m_data; }
    QByteArrayView whole() const { return m_whole; } // with its head
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    QByteArrayView m_data;
    QByteArrayView m_whole;
    quint32 m_id = 0;
};

} // namespace respool
