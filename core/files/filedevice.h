// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

#include <functional>

namespace respool {

// A file that is open already, as what Qt reads from. It reads by position and calls nothing else:
// the descriptor may be shared with other processes, whose place in the file stays where it is, and
// a sandbox lets it pass. The descriptor must outlive it. Any one thread.
class FileDevice final : public QIODevice
{
public:
    using Tell = std::function<void(qint64 position)>;

    // Is open at once. tell: hears before each piece how far reading is.
    FileDevice(int fd, qint64 bytes, Tell tell = {});

    qint64 size() const override { return m_bytes; }
    bool seek(qint64 position) override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    int m_fd;
    qint64 m_bytes;
    Tell m_tell;
    qint64 m_position = 0;
};

} // namespace respool
