// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/mediasamples.h"

#include "tests/support/brokenwebm.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

const QStringList vp8{u"-c:v"_s,      u"libvpx"_s, u"-deadline"_s, u"realtime"_s,
                      u"-cpu-used"_s, u"16"_s,     u"-g"_s,        u"90"_s};

QByteArray onceOf(const MediaKind &kind)
{
    static QMap<QByteArray, QByteArray> made;
    QByteArray &content = made[kind.name];
    if (!content.isEmpty())
        return content;
    QStringList arguments = kind.video;
    if (kind.sound)
        arguments = QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=f=440:r=48000:d=12"_s}
                    + arguments + QStringList{u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"64k"_s};
    content = samples::ffmpeg(arguments
                              + QStringList{u"-f"_s, u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    return content;
}

} // namespace

const MediaKind &sessionKind()
{
    static const MediaKind kind{"session-like", QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s,
                                                            u"testsrc2=s=1280x720:r=30:d=12"_s}
                                                    + vp8 + QStringList{u"-b:v"_s, u"1500k"_s}};
    return kind;
}

const MediaKind &highRateKind()
{
    static const MediaKind kind{"38 Mb/s",
                                QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s,
                                            u"testsrc2=s=1280x720:r=30:d=12,noise=alls=60:allf=t"_s}
                                    + vp8 + QStringList{u"-b:v"_s, u"38M"_s}};
    return kind;
}

const MediaKind &alphaKind()
{
    static const MediaKind kind{
        "alpha, BlockGroups",
        QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=640x360:r=30:d=12,format=yuva420p"_s}
            + vp8 + QStringList{u"-auto-alt-ref"_s, u"0"_s, u"-b:v"_s, u"1500k"_s},
        false};
    return kind;
}

void writeLiveFile(const QString &path, const MediaKind &kind, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    samples::TornWebm(onceOf(kind))
        .repeat(bytes, [&](const QByteArray &content) { file.write(content); }, {});
}

} // namespace respool
