// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace respool {

// One element of an EBML document (RFC 8794, section 6): where it lies and how long it says it is.
struct EbmlElement
{
    quint32 id = 0;
    qint64 position = 0;  // of its first byte in the file
    qint64 dataStart = 0; // behind ID and size
    qint64 dataBytes = 0; // only when sizeKnown
    bool sizeKnown = false;

    qint64 end() const { return dataStart + dataBytes; }
};

// Reads single elements of a file by position. Every read lies inside the file, and all reads
// together stay below a budget: a hostile file costs no more than a good one. Knows EBML, not
// WebM. Any thread; does not own the descriptor.
class EbmlReader
{
public:
    EbmlReader(int fd, qint64 fileBytes, qint64 budgetBytes);

    // The element at a position before end; nothing when there is none, when it is no valid
    // element, when the file cannot be read or the budget is spent.
    std::optional<EbmlElement> elementAt(qint64 position, qint64 end);

    // The values of small elements; nothing when their form is wrong.
    std::optional<quint64> unsignedOf(const EbmlElement &element);
    std::optional<double> floatOf(const EbmlElement &element);
    std::optional<QByteArray> textOf(const EbmlElement &element);

    qint64 fileBytes() const { return m_fileBytes; }

private:
    std::optional<QByteArrayView> dataOf(const EbmlElement &element, qint64 mostBytes);
    QByteArrayView bytesAt(qint64 position, qint64 size);

    int m_fd;
    qint64 m_fileBytes;
    qint64 m_budget;
    QByteArray m_window;
    qint64 m_windowStart = 0;
};

} // namespace respool
