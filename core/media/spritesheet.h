// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/framehandles.h"

namespace respool {

// How much a tile has to show.
enum class TileLook { Black, Flat, Rich }; // flat: one colour and nothing else

// A row of small pictures of equal size, which becomes one JPEG. The first frame decides the shape
// of all tiles; a frame of another shape stands in the middle of its own. Any one thread.
class SpriteSheet
{
public:
    SpriteSheet(int tileHeight, int columns)
        : m_tileHeight(tileHeight)
        , m_columns(columns)
    {}

    // Errors: Media for a frame that cannot be scaled.
    Result<> put(int column, const AVFrame &frame);
    TileLook lookOf(int column) const;
    // The first columns of it, which all hold a picture.
    Result<QByteArray> encode(int columns);

    int tileWidth() const { return m_tileWidth; }
    int tileHeight() const { return m_tileHeight; }

private:
    Result<> makeCanvas(const AVFrame &first);
    void blacken(int column);

    int m_tileHeight;
    int m_columns;
    int m_tileWidth = 0;
    FrameHandle m_canvas;
    ScalerHandle m_scaler;
};

} // namespace respool
