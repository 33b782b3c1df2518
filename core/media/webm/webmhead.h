// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace respool {

class CopyWindow;

// One track of a WebM or Matroska file (RFC 9559, section 5.1.4.1).
struct WebmTrack
{
    enum class Kind { Video, Audio, Other };

    quint64 number = 0;
    Kind kind = Kind::Other;
    QByteArray codec; // "V_VP9"
    QByteArray codecPrivate;
    qint64 defaultDurationNs = 0; // of a frame; 0: not told
    int width = 0;
    int height = 0;
    double samplingHz = 0;
    int channels = 0;
    bool encoded = false; // its frames are compressed or encrypted by the container

    // Whether frames of one can follow frames of the other.
    bool continues(const WebmTrack &other) const;
};

// All that stands before the first Cluster.
struct WebmHead
{
    qint64 position = 0; // of the EBML header
    qint64 segmentAt = 0;
    qint64 segmentDataAt = 0;
    bool segmentSizeKnown = false;
    qint64 segmentBytes = 0;   // of its data, as it says; only when known
    qint64 firstClusterAt = 0; // or the end of what could be read
    QByteArray ebml;           // the elements as they are, with their heads
    QByteArray info;
    QByteArray tracksElement;
    QByteArray extras; // Tags, Chapters, Attachments, one behind the other
    QByteArray docType;
    QList<WebmTrack> tracks;
    qint64 timestampScaleNs = 1'000'000;
    double durationTicks = 0; // 0: missing, or told as 0
    bool hasCues = false;
    QByteArray cues;     // the element's data; empty when it is larger than any cue list should be
    QByteArray seekHead; // the same of the last SeekHead

    qint64 msOf(qint64 ticks) const;
    // The last time that can be told: Matroska counts nanoseconds in 64 bits, and a Duration is a
    // double.
    qint64 mostTicks() const;
};

// The length of a tick: what a TimestampScale tells, or the default for an empty, missing or
// impossible one (RFC 9559, section 5.1.2.9).
qint64 timestampScaleNsOf(std::optional<quint64> told);

// Reads it from the position of an EBML header on. Errors: Media, in words that go on after the
// file's name ("ends before its tracks"): no EBML header, no Segment, no tracks, no cluster.
Result<WebmHead> readWebmHead(CopyWindow &window, qint64 position);

// The first track whose codec WebM does not allow, by name ("V_MPEG4/ISO/AVC"); empty when all
// are allowed (WebM Container Guidelines, section "Codecs").
QByteArray codecOutsideWebm(const QList<WebmTrack> &tracks);

} // namespace respool
