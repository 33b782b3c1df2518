// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/largecast.h"

#include <QFile>

#include <random>

namespace respool {

namespace {

constexpr qsizetype bufferBytes = 4 << 20;

class CastWriter
{
public:
    CastWriter(const QString &path, qint64 bytes)
        : m_file(path)
        , m_bytes(bytes)
    {
        if (!m_file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(path));
        m_buffer = "{\"version\": 2, \"width\": 120, \"height\": 40, \"timestamp\": 1700000000}\n";
    }

    void run()
    {
        while (m_written < m_bytes) {
            type("make -j2 && ls --color=always /usr/lib/x86_64-linux-gnu");
            compile();
            list();
            edit();
        }
        flush();
    }

private:
    void event(double after, const QByteArray &text)
    {
        m_seconds += after;
        m_buffer += '[' + QByteArray::number(m_seconds, 'f', 6) + ", \"o\", \"" + text + "\"]\n";
        if (m_buffer.size() > bufferBytes)
            flush();
    }
    void flush()
    {
        m_written += m_file.write(m_buffer);
        m_buffer.clear();
    }
    QByteArray number(int end) { return QByteArray::number(int(m_random() % quint32(end))); }

    void type(const QByteArray &command)
    {
        event(1.5,
              "\\u001b[?2004h\\u001b[01;32mops@gw01\\u001b[00m:\\u001b[01;34m~/src\\u001b[00m$ ");
        for (const char letter : command)
            event(0.12, QByteArray(1, letter));
        event(0.2, "\\r\\n\\u001b[?2004l\\r");
    }
    void compile()
    {
        for (int i = 0; i < 400; ++i)
            event(0.05, "[" + number(1000) + "/1000] Building CXX object \\u001b[32mcore/file"
                            + number(5000) + ".cpp.o\\u001b[0m with flags -O2 -g -Wall\\r\\n");
    }
    void list()
    {
        for (int i = 0; i < 60; ++i) {
            QByteArray block;
            for (int line = 0; line < 12; ++line)
                block += "-rw-r--r-- 1 root root " + number(9'999'999) + " Nov 28 \\u001b[01;36mlib"
                         + number(99'999) + ".so." + number(9) + "\\u001b[0m -> größe日本"
                         + number(99) + "\\r\\n";
            event(0.02, block);
        }
    }
    void edit()
    {
        event(0.5, "\\u001b[?1049h\\u001b[H\\u001b[2J");
        for (int frame = 0; frame < 60; ++frame) {
            QByteArray screen = "\\u001b[H";
            for (int row = 1; row <= 38; ++row)
                screen += "\\u001b[" + QByteArray::number(row) + ";1H\\u001b[38;5;" + number(255)
                          + "m" + number(99'999) + " process " + number(999) + "\\u001b[39m"
                          + QByteArray(int(m_random() % 60), '#') + "\\u001b[K";
            event(0.1, screen + "\\u001b[39;1H\\u001b[7m -- status -- \\u001b[0m");
        }
        event(0.5, "\\u001b[?1049l");
    }

    QFile m_file;
    qint64 m_bytes;
    qint64 m_written = 0;
    QByteArray m_buffer;
    double m_seconds = 0;
    std::mt19937 m_random{1};
};

} // namespace

void writeLargeCast(const QString &path, qint64 bytes)
{
    CastWriter(path, bytes).run();
}

} // namespace respool
