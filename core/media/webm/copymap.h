// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace respool {

// What a copy of a file consists of, without the copy: ranges of the file, bytes of its own, and
// bytes that were put over either. Any thread; a value.
class CopyMap
{
public:
    static constexpr qsizetype mostPieces = 1'000'000;
    static constexpr qint64 mostBytes = 64 << 20; // of toBytes()

    qint64 bytes() const; // of the copy

    // A copy is made from its beginning to its end; what lies before is known by the end.
    void copy(qint64 outputAt, qint64 sourceAt, qint64 bytes);
    void insert(qint64 outputAt, QByteArrayView bytes);
    void put(qint64 outputAt, QByteArrayView bytes); // over what is there
    void setFront(const QByteArray &front);          // all that lies before the first piece

    // Reads from the copy, as readAt() does from a file: fewer bytes at its end only, or a negative
    // errno. file: the one that was mapped.
    qint64 read(int file, char *data, qint64 size, qint64 position) const;

    QByteArray toBytes() const;
    // Errors: Media for bytes that toBytes() did not make, or that name what is not in the file.
    static Result<CopyMap> fromBytes(const QByteArray &bytes, qint64 fileBytes);

private:
    struct Piece
    {
        qint64 outputAt = 0;
        qint64 bytes = 0;
        qint64 at = 0; // in the file, or in m_own
        bool own = false;
    };
    struct Patch
    {
        qint64 outputAt = 0;
        QByteArray bytes;
    };
    static constexpr qsizetype mostPatchBytes = 8;

    void sortPatches();
    void patch(char *data, qint64 size, qint64 position) const;

    QList<Piece> m_pieces; // without gaps, from the end of the front on
    QList<Patch> m_patches;
    QByteArray m_front;
    QByteArray m_own;
    bool m_sorted = true;
};

} // namespace respool
