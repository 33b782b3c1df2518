// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/colourvideo.h"

#include "tests/support/samples.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <array>
#include <cstdlib>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace respool::samples {

namespace {

struct Colour
{
    const char *name;
    int red, green, blue;
};

constexpr std::array colours{Colour{"red", 255, 0, 0},    Colour{"green", 0, 255, 0},
                             Colour{"blue", 0, 0, 255},   Colour{"yellow", 255, 255, 0},
                             Colour{"pink", 255, 0, 255}, Colour{"white", 255, 255, 255}};

QString pictures(const ColourVideo &how)
{
    QString inputs, names;
    for (int i = 0; i < how.seconds; ++i) {
        const Colour &colour = colours[size_t(i) % colours.size()];
        inputs += u"color=c=0x%1%2%3:s=%4:r=25:d=1[c%5];"_s.arg(colour.red, 2, 16, '0'_L1)
                      .arg(colour.green, 2, 16, '0'_L1)
                      .arg(colour.blue, 2, 16, '0'_L1)
                      .arg(QString::fromUtf8(how.size))
                      .arg(i);
        names += u"[c%1]"_s.arg(i);
    }
    return inputs + names + u"concat=n=%1"_s.arg(how.seconds);
}

} // namespace

QByteArray colourVideo(const ColourVideo &how)
{
    QStringList arguments{u"-f"_s, u"lavfi"_s, u"-i"_s, pictures(how)};
    if (!how.audio.isEmpty())
        arguments << u"-f"_s << u"lavfi"_s << u"-i"_s
                  << u"aevalsrc='0.8*sin(440*2*PI*t)*between(t,2,3)':s=48000:d=%1"_s.arg(
                         how.seconds)
                  << u"-c:a"_s << QString::fromUtf8(how.audio);
    const QString key = QString::number(25 * how.keyEvery);
    arguments << u"-c:v"_s << QString::fromUtf8(how.codec) << u"-pix_fmt"_s << u"yuv420p"_s
              << u"-g"_s << key << u"-keyint_min"_s << key;
    if (how.codec.startsWith("libvpx"))
        arguments << u"-deadline"_s << u"realtime"_s << u"-cpu-used"_s << u"8"_s << u"-b:v"_s
                  << u"200k"_s << u"-auto-alt-ref"_s << u"0"_s;
    arguments += how.format;
    // Each is made once per process; tests ask from one thread.
    static QMap<QStringList, QByteArray> made;
    if (!made.contains(arguments)) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out"_s);
        ffmpeg(arguments + QStringList{path});
        made[arguments] = readFile(path);
    }
    return made[arguments];
}

QByteArray colourOf(int second)
{
    return colours[size_t(second) % colours.size()].name;
}

QByteArray colourAt(const QString &path, double seconds)
{
    const QByteArray pixel =
        ffmpeg({u"-i"_s, path, u"-ss"_s, QString::number(seconds), u"-frames:v"_s, u"1"_s, u"-vf"_s,
                u"scale=1:1"_s, u"-f"_s, u"rawvideo"_s, u"-pix_fmt"_s, u"rgb24"_s, u"pipe:1"_s});
    if (pixel.size() != 3)
        return "none";
    const auto is = [&](int channel, int wanted) {
        return std::abs(int(quint8(pixel[channel])) - wanted) < 60;
    };
    for (const Colour &colour : colours) {
        if (is(0, colour.red) && is(1, colour.green) && is(2, colour.blue))
            return colour.name;
    }
    return "#" + pixel.toHex();
}

qint64 toneMs(const QString &path)
{
    const QByteArray sound =
        ffmpeg({u"-i"_s, path, u"-map"_s, u"0:a:0"_s, u"-af"_s, u"aresample=async=1:first_pts=0"_s,
                u"-ac"_s, u"1"_s, u"-ar"_s, u"48000"_s, u"-f"_s, u"s16le"_s, u"pipe:1"_s});
    for (qsizetype at = 0; at + 1 < sound.size(); at += 2) {
        qint16 sample = 0;
        std::memcpy(&sample, sound.constData() + at, sizeof sample);
        if (std::abs(int(sample)) > 3000)
            return at / 2 / 48;
    }
    return -1;
}

qint64 firstPictureMs(const QString &path)
{
    QProcess program;
    program.start(u"ffprobe"_s, {u"-v"_s, u"error"_s, u"-select_streams"_s, u"v:0"_s,
                                 u"-show_entries"_s, u"packet=pts_time"_s, u"-read_intervals"_s,
                                 u"%+#1"_s, u"-of"_s, u"csv=p=0"_s, path});
    if (!program.waitForFinished(60'000) || program.exitCode() != 0)
        qFatal("ffprobe %s", qPrintable(path));
    const QByteArray time = program.readAllStandardOutput().trimmed().split(',').first();
    return qRound64(time.toDouble() * 1000);
}

} // namespace respool::samples
