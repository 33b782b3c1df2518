// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/clipstart.h"
#include "core/media/streamdecoder.h"

#include <QStringList>

namespace respool {

// The pictures and the sound of one source between two times, decoded, for an encoder. One object,
// one thread; knows nothing of what becomes of them.
class PartDecoder
{
public:
    enum class Stream { Picture, Sound };

    struct Options
    {
        TimeRange range;
        bool keepAllowed = false; // hand over packets of what WebM allows
    };

    // Times are in ms from the beginning of the range on. A picture that was on screen then comes
    // with the time 0; sound may begin before it.
    class Taker
    {
    public:
        virtual ~Taker() = default;
        virtual Result<> takePicture(const AVFrame &frame, qint64 ms, qint64 durationMs) = 0;
        virtual Result<> takeSound(const AVFrame &frame, qint64 ms) = 0;
        // Of a stream that is kept; the times likewise, in timeBase.
        virtual Result<> takePacket(AVPacket &packet, Stream stream, AVRational timeBase) = 0;
    };

    // Tells that it is searching where the range begins, which may take a while. The file must
    // outlive it. Errors: Media (nothing in it can be decoded), InvalidArgument (it
    // ends before the range), Io.
    static Result<std::unique_ptr<PartDecoder>>
    open(const MediaFile &source, const Options &options, const MediaProgress &searching);

    const AVStream *stream(Stream which) const; // nullptr: there is none
    bool isKept(Stream which) const { return track(which).kept; }
    Result<> run(Taker &taker, const MediaProgress &progress);
    // What the user should know afterwards: what is left out, and damage. Empty for a sound file.
    QStringList warnings() const;

private:
    struct Track
    {
        int index = -1;
        bool kept = false;
        bool over = false;
        qint64 seen = 0;
        std::unique_ptr<StreamDecoder> decoder;
    };
    explicit PartDecoder(const Options &options)
        : m_options(options)
    {}
    const Track &track(Stream which) const
    {
        return which == Stream::Picture ? m_picture : m_sound;
    }
    Result<> start(const MediaFile &source, const MediaProgress &searching);
    Result<> openTrack(Stream which);
    Result<bool> step(Taker &taker);
    Result<> take(const AVPacket *packet, Stream which, Taker &taker);
    Result<> takePicture(AVFrame &frame, Taker &taker);
    Result<> showHeld(Taker &taker);
    qint64 shownFor(const AVFrame &frame, qint64 ms) const; // how long, in ms; 0: not known
    bool comesTooEarly(Track &track, const AVPacket &packet, Stream which) const;
    bool isOver() const;

    const Options m_options;
    std::unique_ptr<AvInput> m_input;
    PacketHandle m_packet;
    ClipStart m_start;
    qint64 m_originMs = 0; // of the file's time, what is 0 for the taker
    qint64 m_lengthMs = -1;
    Track m_picture;
    Track m_sound;
    FrameHandle m_held; // the last picture before the beginning
    bool m_shown = false;
    QStringList m_losses;
    QString m_damage;
};

} // namespace respool
