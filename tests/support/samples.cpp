// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QMutex>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QUuid>
#include <QtEndian>

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool::samples {

namespace {

// Runs make() once per key and process. The mutex guards the map: tests use threads.
QByteArray once(const QByteArray &key, const std::function<QByteArray()> &make)
{
    static QMutex mutex;
    static QMap<QByteArray, QByteArray> made;
    const QMutexLocker lock(&mutex);
    if (!made.contains(key))
        made[key] = make();
    return made[key];
}

QStringList picture(int seconds)
{
    return {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=160x120:r=25:d=%1"_s.arg(seconds)};
}

// Through a file: a finished container needs to seek.
QByteArray throughFile(QStringList arguments)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out"_s);
    ffmpeg(arguments << path);
    return readFile(path);
}

void appendChunk(QByteArray &to, quint32 delayMs, quint16 type, const QByteArray &payload)
{
    char head[8];
    qToLittleEndian(delayMs, head);
    qToLittleEndian(type, head + 4);
    qToLittleEndian(quint16(payload.size()), head + 6);
    to += QByteArray(head, sizeof head) + payload;
}

void writeAt(int folder, const QByteArray &name, const QByteArray &content)
{
    const int file =
        ::openat(folder, name.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0 || ::write(file, content.constData(), size_t(content.size())) != content.size())
        qFatal("cannot write %s", name.constData());
    ::close(file);
}

} // namespace

QByteArray ffmpeg(const QStringList &arguments)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::SeparateChannels);
    program.start(u"ffmpeg"_s,
                  QStringList{u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s} + arguments);
    if (!program.waitForStarted() || !program.waitForFinished(120'000)
        || program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        qFatal("ffmpeg %s: %s", qPrintable(arguments.join(u' ')),
               program.readAllStandardError().constData());
    return program.readAllStandardOutput();
}

QByteArray liveWebm(const LiveWebm &how)
{
    const QByteArray key =
        "live " + how.codec + QByteArray::number(how.seconds) + (how.audio ? " audio" : "");
    return once(key, [&] {
        QStringList arguments = picture(how.seconds);
        if (how.audio)
            arguments << u"-f"_s << u"lavfi"_s << u"-i"_s << u"sine=d=%1"_s.arg(how.seconds)
                      << u"-c:a"_s << u"libopus"_s;
        arguments << u"-c:v"_s << QString::fromUtf8(how.codec) << u"-g"_s << u"25"_s << u"-b:v"_s
                  << u"200k"_s;
        if (how.codec.startsWith("libvpx"))
            arguments << u"-deadline"_s << u"realtime"_s << u"-cpu-used"_s << u"8"_s;
        arguments << u"-f"_s << u"webm"_s << u"-live"_s << u"1"_s << u"pipe:1"_s;
        return ffmpeg(arguments);
    });
}

QByteArray seekableWebm()
{
    return once("seekable", [] {
        return throughFile(picture(2) << u"-c:v"_s << u"libvpx"_s << u"-deadline"_s << u"realtime"_s
                                      << u"-f"_s << u"webm"_s);
    });
}

QByteArray mpeg4Matroska()
{
    return once("mpeg4", [] {
        return ffmpeg(picture(1) << u"-c:v"_s << u"mpeg4"_s << u"-f"_s << u"matroska"_s
                                 << u"-live"_s << u"1"_s << u"pipe:1"_s);
    });
}

QByteArray randomBytes(qsizetype bytes, quint32 seed)
{
    QRandomGenerator generator(seed);
    QByteArray data(bytes, Qt::Uninitialized);
    for (char &byte : data)
        byte = char(generator.bounded(256));
    return data;
}

QByteArray zeros(qsizetype bytes)
{
    return QByteArray(bytes, '\0');
}

QByteArray asciicast()
{
    return "{\"version\": 2, \"width\": 80, \"height\": 24, \"timestamp\": 1731601234}\n"
           "[0.5, \"o\", \"ops@gw:~$ \"]\n"
           "[1.0, \"i\", \"ls\\n\"]\n"
           "[1.25, \"o\", \"\\u001b[31mred\\u001b[0m\\r\\n\"]\n";
}

QByteArray trp()
{
    QByteArray chunks;
    appendChunk(chunks, 0, 2, QByteArray("\x50\x00\x18\x00", 4)); // 80 columns, 24 rows
    appendChunk(chunks, 500, 0, "ops@gw:~$ ");
    appendChunk(chunks, 250, 1, "ls\n");
    appendChunk(chunks, 100, 0, "\x1b[31mred\x1b[0m\r\n");
    return chunks;
}

QByteArray slog()
{
    return R"({"timestamp":"2026-07-15T21:17:49.777Z","seq":0,"actor":"ops","host":"gw","sessionType":"Test","event":"session.start","description":"Session started"})"
           "\n"
           R"({"timestamp":"2026-07-15T21:18:00.000Z","seq":1,"event":"session.action","description":"Renamed"})"
           "\n"
           R"({"timestamp":"2026-07-15T21:18:10.000Z","seq":2,"event":"session.end","description":"Session ended"})"
           "\n";
}

QByteArray streamHashes(const QString &path)
{
    return ffmpeg({u"-i"_s, path, u"-map"_s, u"0"_s, u"-c"_s, u"copy"_s, u"-f"_s, u"streamhash"_s,
                   u"-hash"_s, u"md5"_s, u"pipe:1"_s});
}

QByteArray packetList(const QString &path)
{
    QByteArray lines;
    // The first lines describe the streams, where a frame rate may be told differently.
    for (const QByteArray &line :
         ffmpeg({u"-copyts"_s, u"-i"_s, path, u"-map"_s, u"0"_s, u"-c"_s, u"copy"_s, u"-copyinkf"_s,
                 u"-avoid_negative_ts"_s, u"disabled"_s, u"-f"_s, u"framehash"_s, u"-hash"_s,
                 u"md5"_s, u"pipe:1"_s})
             .split('\n')) {
        if (!line.startsWith('#'))
            lines += line + '\n';
    }
    return lines;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QByteArray manifest(const QString &id, const QStringList &parts, qint64 startS)
{
    QJsonArray files;
    for (qsizetype i = 0; i < parts.size(); ++i)
        files << QJsonObject{{u"fileName"_s, parts[i]},
                             {u"startTime"_s, startS + i * 60},
                             {u"duration"_s, i + 1 < parts.size() ? 60 : 0}};
    return QJsonDocument(QJsonObject{{u"sessionId"_s, id},
                                     {u"startTime"_s, startS},
                                     {u"duration"_s, 0},
                                     {u"files"_s, files}})
        .toJson();
}

QString recordingId(int number)
{
    const QUuid space(u"{5a0d9f7e-6a53-4b7b-9c2e-0a6f0c1d2e3f}"_s);
    return QUuid::createUuidV5(space, QByteArray::number(number)).toString(QUuid::WithoutBraces);
}

QStringList makeGatewayStore(const QString &root, const StoreMix &mix)
{
    if (!QDir().mkpath(root))
        qFatal("cannot make %s", qPrintable(root));
    // A hundred thousand of them: by handle, and what they have in common is made once.
    const int store = ::open(qPrintable(root), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const QByteArray cast = asciicast(), terminal = trp(), log = slog();
    QStringList ids;
    for (int i = 0; i < mix.recordings; ++i) {
        const QString id = recordingId(i);
        const QByteArray folder = id.toLatin1();
        if (::mkdirat(store, folder.constData(), 0755) != 0 && errno != EEXIST)
            qFatal("cannot make %s", folder.constData());
        const bool webm = mix.webmEvery > 0 && i % mix.webmEvery == 0;
        QByteArray part;
        if (webm)
            part = "recording-0.webm";
        else if (i % 3 == 1)
            part = "recording-0.cast";
        else
            part = i % 2 == 0 ? "recording-0.trp" : "recording-0.slog";
        writeAt(store, folder + '/' + part,
                webm                     ? liveWebm()
                : part.endsWith(".cast") ? cast
                : part.endsWith(".trp")  ? terminal
                                         : log);
        writeAt(store, folder + "/recording.json",
                manifest(id, {QString::fromLatin1(part)}, 1'731'588'404 + i * 3600));
        ids << id;
    }
    ::close(store);
    return ids;
}

} // namespace respool::samples
