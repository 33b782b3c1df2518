// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avinput.h"
#include "core/media/framehandles.h"
#include "core/media/mediaprogress.h"

namespace respool {

// The decoded pictures of the first video stream of a file. Decodes on the calling thread only and
// opens nothing, so that it can run where threads and files are forbidden. Damage is stepped over.
// Pool threads; one object, one thread.
class FrameSource
{
public:
    struct Budget
    {
        qint64 frames = 0; // to be decoded at most
        qint64 bytes = 0;  // to be read at most
        std::stop_token stop;
        MediaProgress progress = {}; // told of every packet: that it goes on
    };

    // The file must outlive it. Errors: Media (no video stream, no decoder), Io, Interrupted.
    static Result<std::unique_ptr<FrameSource>> open(const MediaFile &file, const Budget &budget);

    // The next picture in the order of showing; false at the end and when the budget is used up.
    // Errors: Io, Interrupted.
    Result<bool> next(AVFrame &frame);

    // Goes to the last key frame at or before a time, unless decoding on from here comes there as
    // well. What cannot be reached is no error: the next picture tells where it is.
    void seek(qint64 ms);

    // Reads every packet once, without decoding, to learn the length and the places of the key
    // frames of a file that tells neither; then goes back to the beginning.
    Result<> survey();

    // Times are from the first picture of the file on.
    qint64 timeOf(const AVFrame &frame) const;
    qint64 lengthMs() const { return m_lengthMs; } // 0: not known
    bool hasIndex() const;
    bool isSpent() const { return m_framesLeft <= 0; }

private:
    explicit FrameSource(const Budget &budget)
        : m_framesLeft(budget.frames)
        , m_surveyBytes(budget.bytes / 2)
        , m_progress(budget.progress)
    {}
    Result<> start(const MediaFile &file, const Budget &budget);
    Result<> findStream();
    Result<> openDecoder();
    Result<> findBeginning();
    Result<bool> readVideo();
    Result<bool> decodeOn();
    void jump(qint64 timestamp);
    qint64 toMs(qint64 timestamp) const;
    qint64 fromMs(qint64 ms) const;

    std::unique_ptr<AvInput> m_input;
    CodecHandle m_decoder;
    PacketHandle m_packet;
    AVStream *m_stream = nullptr;
    qint64 m_framesLeft;
    qint64 m_surveyBytes; // the other half is for the pictures
    MediaProgress m_progress;
    qint64 m_beginning = 0;
    qint64 m_position = -1; // of the last picture, in ms
    qint64 m_lengthMs = 0;
    bool m_packetWaits = false; // read, but not given to the decoder yet
    bool m_atEnd = false;
};

} // namespace respool
