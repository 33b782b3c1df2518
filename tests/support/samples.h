// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace respool::samples {

// Recordings small enough for a test. What FFmpeg makes is made once per process.

struct LiveWebm
{
    QByteArray codec = "libvpx";
    int seconds = 3;
    bool audio = true;
};

// As a recorder writes it: Segment of unknown size, no duration, no index.
QByteArray liveWebm(const LiveWebm &how = {});
// The same media, finished: what a remux must leave alone.
QByteArray seekableWebm();
// Matroska with a codec that WebM does not allow.
QByteArray mpeg4Matroska();

QByteArray randomBytes(qsizetype bytes, quint32 seed = 1);
QByteArray zeros(qsizetype bytes);
QByteArray asciicast();
QByteArray trp();
QByteArray slog();

// Runs the ffmpeg program and returns its standard output; fails the running process when it is
// missing or unhappy.
QByteArray ffmpeg(const QStringList &arguments);
// One line per stream with the hash of its packets: equal means the same packets.
QByteArray streamHashes(const QString &path);
// One line per packet with its timestamp and hash.
QByteArray packetList(const QString &path);

void writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

// A Gateway's manifest, with the last part's duration 0 as a died recorder leaves it.
QByteArray manifest(const QString &id, const QStringList &parts, qint64 startS = 1'731'588'404);

struct StoreMix
{
    int recordings = 10;
    // One live WebM in so many recordings; the others are terminals and logs. 0 is none.
    int webmEvery = 3;
};

// Writes a Gateway's store: one folder per recording with its manifest and a part. Returns the
// ids in order; the n-th id is the same in every run.
QStringList makeGatewayStore(const QString &root, const StoreMix &mix = {});
QString recordingId(int number);

} // namespace respool::samples
