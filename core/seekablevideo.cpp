// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/seekablevideo.h"

namespace respool {

struct SeekableVideo::Content
{};

SeekableVideo::SeekableVideo(std::shared_ptr<const Content> content)
    : m_content(std::move(content))
{}

SeekableVideo::~SeekableVideo() = default;

std::unique_ptr<QIODevice> SeekableVideo::device() const
{
    return {};
}

QString SeekableVideo::name() const
{
    return {};
}

qint64 SeekableVideo::durationMs() const
{
    return 0;
}

qint64 SeekableVideo::bytes() const
{
    return 0;
}

bool SeekableVideo::isIndexed() const
{
    return false;
}

bool SeekableVideo::isGrowing() const
{
    return false;
}

qint64 SeekableVideo::fileBytes() const
{
    return 0;
}

} // namespace respool
