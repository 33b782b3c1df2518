// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avhandles.h"

namespace respool {

// libav's way to a file that is held by descriptor: no name is opened a second time. Keeps the
// errno of the first read or write that failed, which libav would blur.
class AvFile
{
public:
    enum class Mode { Read, Write };
    // fd is used, not owned. Each AvFile has a position of its own.
    AvFile(int fd, Mode mode);
    Q_DISABLE_COPY_MOVE(AvFile)

    AVIOContext *io() const { return m_io.get(); }
    int systemError() const { return m_systemError; }
    qint64 position() const { return m_position; }

private:
    static int read(void *self, uint8_t *buffer, int size);
    static int write(void *self, uint8_t *buffer, int size);
    static int64_t seek(void *self, int64_t offset, int whence);

    int m_fd;
    qint64 m_position = 0;
    int m_systemError = 0;
    AvIo m_io;
};

// Opens the file for demuxing without looking for more than its header says: nothing is decoded.
// Errors: Media, named by path.
Result<AvInput> openInput(AvFile &file, const QString &path);

} // namespace respool
