// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/media/terminaltasks.h"

#include "core/base/faultpoint.h"
#include "core/files/atomicfile.h"
#include "core/files/filedevice.h"
#include "core/terminal/replaypiece.h"
#include "core/terminal/replaystate.h"
#include "core/terminal/screenpicture.h"
#include "core/terminal/spanplayer.h"
#include "core/terminal/terminaltext.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<QJsonObject> screens(const QJsonObject &options, const std::vector<MediaFile> &files,
                            const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"screens takes a file and one to draw into"_s);
    const MediaFile &source = files.front();
    const qint64 bytes = source.identity.bytes;
    FileDevice device(source.fd.get(), bytes, [&](qint64 done) { progress(done, bytes); });
    const int count = options[u"count"_s].toInt(1);
    const auto strip = options[u"format"_s] == u"trp"_s ? screensOfTrp(device, count)
                                                        : screensOfCast(device, count);
    faultPoint("media.screens");
    if (!strip)
        return fail(strip.error().code, u"%1: %2"_s.arg(source.path, strip.error().detail));
    const QByteArray drawn = strip->toBytes();
    if (drawn.size() > options[u"mostBytes"_s].toInteger())
        return fail(ErrorCode::Media,
                    u"%1 has no picture of a sensible size: it takes %2 bytes"_s.arg(source.path)
                        .arg(drawn.size()));
    TRY(writeAll(files.back().fd.get(), drawn, source.path));
    return QJsonObject{{u"bytes"_s, qint64(drawn.size())}};
}

Result<TextLines> textOf(QIODevice &device, const QString &format)
{
    if (format == u"trp"_s)
        return textOfTrp(device);
    return format == u"slog"_s ? textOfLog(device) : textOfCast(device);
}

Result<QJsonObject> text(const QJsonObject &options, const std::vector<MediaFile> &files,
                         const MediaProgress &progress)
{
    if (files.size() != 2)
        return fail(ErrorCode::InvalidArgument, u"text takes a file and one to write into"_s);
    const MediaFile &source = files.front();
    const qint64 bytes = source.identity.bytes;
    FileDevice device(source.fd.get(), bytes, [&](qint64 done) { progress(done, bytes); });
    const auto lines = textOf(device, options[u"format"_s].toString());
    faultPoint("media.text");
    if (!lines)
        return fail(lines.error().code, u"%1: %2"_s.arg(source.path, lines.error().detail));
    const QByteArray written = lines->toBytes();
    if (written.size() > options[u"mostBytes"_s].toInteger())
        return fail(ErrorCode::Media,
                    u"%1 has no text of a sensible size: it takes %2 bytes"_s.arg(source.path)
                        .arg(written.size()));
    TRY(writeAll(files.back().fd.get(), written, source.path));
    return QJsonObject{{u"bytes"_s, qint64(written.size())}};
}

ReplayFormat replayFormatOf(const QJsonObject &options)
{
    return options[u"format"_s] == u"trp"_s ? ReplayFormat::Trp : ReplayFormat::Cast;
}

// Where an earlier request has left off.
Result<QByteArray> stateFrom(const MediaFile &file)
{
    const qint64 bytes = std::min(file.identity.bytes, ReplayState::mostBytes + (1 << 20));
    QByteArray state(bytes, Qt::Uninitialized);
    if (readAt(file.fd.get(), state.data(), bytes, 0) != bytes)
        return fail(ErrorCode::Io, u"the state cannot be read"_s);
    return state;
}

// Runs a task that makes a value out of a recording and a state, and writes the bytes of it.
template <typename Work>
Result<QJsonObject> replay(const std::vector<MediaFile> &files, const MediaProgress &progress,
                           Work work)
{
    if (files.size() != 3)
        return fail(ErrorCode::InvalidArgument, u"a replay takes a file, an output and a state"_s);
    const MediaFile &source = files.front();
    TRY_LET(const QByteArray state, stateFrom(files[2]));
    const qint64 bytes = source.identity.bytes;
    FileDevice device(source.fd.get(), bytes, [&](qint64 done) { progress(done, bytes); });
    const auto made = work(device, state);
    faultPoint("media.replay");
    if (!made)
        return fail(made.error().code, u"%1: %2"_s.arg(source.path, made.error().detail));
    const QByteArray written = made->toBytes();
    TRY(writeAll(files[1].fd.get(), written, source.path));
    return QJsonObject{{u"bytes"_s, qint64(written.size())}};
}

Result<QJsonObject> replayIndex(const QJsonObject &options, const std::vector<MediaFile> &files,
                                const MediaProgress &progress)
{
    return replay(files, progress, [&](FileDevice &device, const QByteArray &state) {
        ReplayOrder order{.state = state, .countFrom = options[u"countFrom"_s].toInteger()};
        order.pieceBytes = options[u"pieceBytes"_s].toInteger(order.pieceBytes);
        order.snapshotBytes = options[u"snapshotBytes"_s].toInteger(order.snapshotBytes);
        return indexReplay(device, replayFormatOf(options), order);
    });
}

Result<QJsonObject> replaySpan(const QJsonObject &options, const std::vector<MediaFile> &files,
                               const MediaProgress &progress)
{
    return replay(files, progress, [&](FileDevice &device, const QByteArray &state) {
        SpanOrder order{.state = state,
                        .fromMs = options[u"fromMs"_s].toInteger(),
                        .toMs = options[u"toMs"_s].toInteger()};
        order.mostFrames = options[u"mostFrames"_s].toInteger(order.mostFrames);
        return playSpan(device, replayFormatOf(options), order);
    });
}

constexpr std::array terminalVerbs{
    NamedMediaTask{"screens"_L1, screens}, NamedMediaTask{"text"_L1, text},
    NamedMediaTask{"replay-index"_L1, replayIndex}, NamedMediaTask{"replay-span"_L1, replaySpan}};

} // namespace

MediaTasks terminalTasks()
{
    return terminalVerbs;
}

} // namespace respool
