// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <optional>

class QIODevice;

namespace respool {

enum class ReplayFormat { Cast, Trp };

struct ReplayEvent
{
    enum class Kind { Output, Input, Resize, Marker, Other };
    Kind kind = Kind::Other;
    qint64 atMs = 0;
    QByteArray data = {}; // output, or the label of a marker
    int columns = 0;      // of a Resize
    int rows = 0;
};

// Between two events.
struct ReplayPlace
{
    qint64 at = 0; // position in the file; of an asciicast 1, how many events come before
    double seconds = 0;
    qint64 atMs = 0; // of the event before
};

// The events of a terminal recording of either kind, from any place between two of them. Lives on
// the thread of its device.
class ReplaySource
{
public:
    // Errors: Media, Io.
    static Result<ReplaySource> open(QIODevice &device, ReplayFormat format);
    ReplaySource(ReplaySource &&other) noexcept;
    ~ReplaySource();

    int columns() const; // at the beginning; 0: not told
    int rows() const;
    bool isWhole() const; // it was read as a whole: its places are no positions
    Result<> goOn(const ReplayPlace &place);
    ReplayPlace place() const; // of the next event

    // Nothing at the end. Errors: Media, Io.
    Result<std::optional<ReplayEvent>> next();
    bool isTorn() const;
    qint64 unreadable() const; // events that were left out

private:
    struct Readers;
    explicit ReplaySource(std::unique_ptr<Readers> readers);
    std::unique_ptr<Readers> m_readers;
};

} // namespace respool
