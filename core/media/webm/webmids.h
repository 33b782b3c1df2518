// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

// The element IDs that this program knows: RFC 8794 section 11.2, RFC 9559 section 5.1.
namespace respool::webm {

inline constexpr quint32 ebml = 0x1A45DFA3;
inline constexpr quint32 docType = 0x4282;
inline constexpr quint32 crc32 = 0xBF;
inline constexpr quint32 voidElement = 0xEC;

inline constexpr quint32 segment = 0x18538067;
inline constexpr quint32 seekHead = 0x114D9B74;
inline constexpr quint32 seek = 0x4DBB;
inline constexpr quint32 seekId = 0x53AB;
inline constexpr quint32 seekPosition = 0x53AC;

inline constexpr quint32 info = 0x1549A966;
inline constexpr quint32 timestampScale = 0x2AD7B1;
inline constexpr quint32 duration = 0x4489;

inline constexpr quint32 tracks = 0x1654AE6B;
inline constexpr quint32 trackEntry = 0xAE;
inline constexpr quint32 trackNumber = 0xD7;
inline constexpr quint32 trackType = 0x83;
inline constexpr quint32 defaultDuration = 0x23E383;
inline constexpr quint32 codecId = 0x86;
inline constexpr quint32 codecPrivate = 0x63A2;
inline constexpr quint32 contentEncodings = 0x6D80;
inline constexpr quint32 video = 0xE0;
inline constexpr quint32 pixelWidth = 0xB0;
inline constexpr quint32 pixelHeight = 0xBA;
inline constexpr quint32 audio = 0xE1;
inline constexpr quint32 samplingFrequency = 0xB5;
inline constexpr quint32 channels = 0x9F;

inline constexpr quint32 cluster = 0x1F43B675;
inline constexpr quint32 timestamp = 0xE7;
inline constexpr quint32 silentTracks = 0x5854;
inline constexpr quint32 position = 0xA7;
inline constexpr quint32 prevSize = 0xAB;
inline constexpr quint32 simpleBlock = 0xA3;
inline constexpr quint32 blockGroup = 0xA0;
inline constexpr quint32 encryptedBlock = 0xAF;
inline constexpr quint32 block = 0xA1;
inline constexpr quint32 referenceBlock = 0xFB;
inline constexpr quint32 blockDuration = 0x9B;

inline constexpr quint32 cues = 0x1C53BB6B;
inline constexpr quint32 cuePoint = 0xBB;
inline constexpr quint32 cueTime = 0xB3;
inline constexpr quint32 cueTrackPositions = 0xB7;
inline constexpr quint32 cueTrack = 0xF7;
inline constexpr quint32 cueClusterPosition = 0xF1;
inline constexpr quint32 cueRelativePosition = 0xF0;

inline constexpr quint32 tags = 0x1254C367;
inline constexpr quint32 chapters = 0x1043A770;
inline constexpr quint32 attachments = 0x1941A469;

} // namespace respool::webm
