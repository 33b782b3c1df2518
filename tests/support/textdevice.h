// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QBuffer>
#include <QFile>

namespace respool {

// Hands a text to a reader of devices; the text may be larger than what is in memory at once.
template <typename F>
auto readText(const QByteArray &text, F read)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    return read(buffer);
}

// A device that fails after what it has given, as a bad disk does.
class FailingDevice final : public QIODevice
{
public:
    explicit FailingDevice(const QByteArray &text)
        : m_text(text)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool atEnd() const override { return false; }
    qint64 size() const override { return 1 << 20; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_text.isEmpty()) {
            setErrorString(QStringLiteral("the disk is bad"));
            return -1;
        }
        const qint64 bytes = std::min<qint64>(most, m_text.size());
        std::copy_n(m_text.constData(), bytes, data);
        m_text.remove(0, bytes);
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_text;
};

// A part of the real store, or an empty name when it is not there.
inline QString realPart(const QString &name)
{
    const QString store = qEnvironmentVariable("RESPOOL_TEST_DATA");
    const QString path = store + u'/' + name;
    return !store.isEmpty() && QFile::exists(path) ? path : QString();
}

} // namespace respool
