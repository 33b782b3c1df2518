// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/seekablevideo.h"

#include "core/files/fileuse.h"
#include "core/media/videomap.h"
#include "core/replayfile.h"

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace respool {

struct SeekableVideo::Content
{
    OpenPart part;
    MediaFile file;
    VideoMap map;
    bool growing = false;

    qint64 bytes() const { return map.copy ? map.copy->bytes() : file.identity.bytes; }
    // As readAt().
    qint64 read(char *data, qint64 size, qint64 position) const
    {
        return map.copy ? map.copy->read(file.fd.get(), data, size, position)
                        : readAt(file.fd.get(), data, size, position);
    }
};

class SeekableVideo::Device final : public QIODevice
{
public:
    explicit Device(std::shared_ptr<const Content> content)
        : m_content(std::move(content))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_content->bytes(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 left = std::max<qint64>(0, size() - pos());
        const qint64 got = m_content->read(data, std::min(most, left), pos());
        if (got < 0)
            setErrorString(QString::fromLocal8Bit(std::strerror(int(-got))));
        return got < 0 ? -1 : got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<const Content> m_content;
};

SeekableVideo::SeekableVideo(std::shared_ptr<const Content> content)
    : m_content(std::move(content))
{}

SeekableVideo::~SeekableVideo() = default;

Result<std::shared_ptr<const SeekableVideo>>
SeekableVideo::open(MediaHost &host, const OpenPart &part, const std::stop_token &stop)
{
    TRY_LET(const Directory folder, part.folder());
    auto content = std::make_shared<Content>();
    content->part = part;
    TRY_LET(content->file, MediaFile::open(folder, part.part.name));
    content->growing = writersOf(folder, part.part.name) == FileUse::Written;
    TRY_LET(content->map, askForVideoMap(host, content->file, stop));
    return std::shared_ptr<const SeekableVideo>(new SeekableVideo(std::move(content)));
}

Result<std::shared_ptr<const SeekableVideo>>
SeekableVideo::openAgain(MediaHost &host, const std::stop_token &stop) const
{
    TRY_LET(const MediaFile now, m_content->part.open());
    if (now.identity == m_content->file.identity)
        return std::shared_ptr<const SeekableVideo>();
    return open(host, m_content->part, stop);
}

std::unique_ptr<QIODevice> SeekableVideo::device() const
{
    return std::make_unique<Device>(m_content);
}

qint64 SeekableVideo::read(char *data, qint64 size, qint64 position) const
{
    return m_content->read(data, size, position);
}

QString SeekableVideo::name() const
{
    return m_content->part.part.name;
}

qint64 SeekableVideo::durationMs() const
{
    return m_content->map.durationMs;
}

qint64 SeekableVideo::bytes() const
{
    return m_content->bytes();
}

bool SeekableVideo::isIndexed() const
{
    return m_content->map.copy.has_value();
}

bool SeekableVideo::isGrowing() const
{
    return m_content->growing;
}

qint64 SeekableVideo::fileBytes() const
{
    return m_content->file.identity.bytes;
}

Result<QList<quint32>> SeekableVideo::frames(MediaHost &host, const std::stop_token &stop) const
{
    return askForFrameList(host, m_content->file, isIndexed(), stop);
}

} // namespace respool
