// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/rewrite.h"

#include "core/media/copyverify.h"
#include "core/media/mediaprobe.h"
#include "core/media/packetcopy.h"
#include "core/media/transcode.h"
#include "core/media/webm/webmverify.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct TargetName
{
    MediaTarget target;
    QLatin1StringView name;
    const char *muxer;
};

constexpr std::array targetNames{
    TargetName{MediaTarget::Webm, "webm"_L1, "webm"},
    TargetName{MediaTarget::Matroska, "mkv"_L1, "matroska"},
    TargetName{MediaTarget::Mp4, "mp4"_L1, "mp4"},
};

const TargetName &nameOf(MediaTarget target)
{
    return *std::ranges::find(targetNames, target, &TargetName::target);
}

bool beginsAsEbml(const MediaFile &source)
{
    char head[4] = {};
    return readAt(source.fd.get(), head, sizeof head, 0) == qint64(sizeof head)
           && QByteArrayView(head, sizeof head) == QByteArrayView("\x1A\x45\xDF\xA3", 4);
}

// The output as a file that is read back, in the size it has now. The descriptor stays that of the
// caller: the sandbox allows no second one.
class ReadBack
{
public:
    ReadBack(const UniqueFd &output, const QString &path, qint64 bytes)
        : m_file{UniqueFd(output.get()), {}, path}
    {
        m_file.identity.bytes = bytes;
    }
    ~ReadBack() { m_file.fd.release(); }
    Q_DISABLE_COPY_MOVE(ReadBack)

    const MediaFile &file() const { return m_file; }

private:
    MediaFile m_file;
};

Result<RewriteReport> repaired(const MediaFile &source, const UniqueFd &output,
                               const RewriteOptions &options, const MediaProgress &progress)
{
    const WebmRepairOptions how{
        .docType = nameOf(options.target).muxer, .hashed = options.verifyFull, .synced = true};
    TRY_LET(const WebmRepairReport repair, repairWebm(source, output, how, {}, progress));
    const ReadBack copy(output, source.path, repair.outputBytes);
    // It reads as many bytes again; the one who waits should not think that it hangs.
    TRY(verifyWebm(copy.file(), repair, {}, [&](qint64, qint64) {
        progress(source.identity.bytes, source.identity.bytes);
    }));
    if (options.verifyFull) {
        TRY(verifyByDemuxer(copy.file(), repair));
    }
    return RewriteReport{.way = RewriteReport::Way::Repaired,
                         .packets = repair.packets(),
                         .durationMs = repair.durationMs(),
                         .outputBytes = repair.outputBytes,
                         .damaged = repair.skippedBytes > 0,
                         .timesMoved =
                             repair.startMs > 0 || repair.recordings > 1 || repair.wrapped > 0,
                         .warning = repair.warning(source.path)};
}

QString warningOf(const PacketCopyReport &copied, const QString &path)
{
    QStringList sentences;
    if (!copied.damage.isEmpty())
        sentences << u"%1 is damaged, what could be read was kept (%2)"_s.arg(path, copied.damage);
    if (!copied.movedWarning.isEmpty())
        sentences << copied.movedWarning;
    return sentences.join(u"; "_s);
}

Result<RewriteReport> copied(const MediaFile &source, const UniqueFd &output,
                             const RewriteOptions &options, const MediaProgress &progress)
{
    TRY(cutFile(output, 0, source.path));
    TRY_LET(const auto input, AvInput::open(source, {}));
    TRY_LET(const auto muxer, AvOutput::open(output, source.path, nameOf(options.target).muxer));
    TRY_LET(const PacketCopyReport copy, copyPackets(*input, *muxer, progress));
    TRY_LET(const qint64 bytes, muxer->finish());
    TRY(cutFile(output, bytes, source.path));
    const ReadBack written(output, source.path, bytes);
    TRY_LET(const qint64 durationMs, verifyCopy(written.file(), copy.streams, options.target));
    return RewriteReport{.way = RewriteReport::Way::Copied,
                         .packets = copy.packets,
                         .durationMs = durationMs,
                         .outputBytes = bytes,
                         .damaged = !copy.damage.isEmpty(),
                         .timesMoved = copy.moved > 0,
                         .warning = warningOf(copy, source.path)};
}

Result<RewriteReport> encoded(const MediaFile &source, const UniqueFd &output,
                              const MediaProgress &progress)
{
    TRY(cutFile(output, 0, source.path));
    const TranscodeOptions options{.range = {}, .keepAllowed = true};
    TRY_LET(const WrittenMedia written, transcodeMedia({&source, 1}, output, options, progress));
    return RewriteReport{.way = RewriteReport::Way::Transcoded,
                         .packets = written.packets,
                         .durationMs = written.durationMs,
                         .outputBytes = written.outputBytes,
                         .damaged = !written.warning.isEmpty(),
                         .warning = written.warning};
}

// Nothing: it has to be written. Errors of a file that is no WebM come from those who write.
std::optional<RewriteReport> asItIs(const MediaFile &source, const RewriteOptions &options)
{
    if (!options.onlyIfNeeded)
        return {};
    const auto info = probeMedia(source);
    if (!info || !info->seekable)
        return {};
    RewriteReport report;
    report.durationMs = info->durationMs;
    report.outputBytes = source.identity.bytes;
    return report;
}

Result<RewriteReport> withoutEncoding(const MediaFile &source, const UniqueFd &output,
                                      const RewriteOptions &options, const MediaProgress &progress)
{
    if (beginsAsEbml(source) && options.target != MediaTarget::Mp4) {
        auto report = repaired(source, output, options, progress);
        if (report || report.error().code != ErrorCode::Media)
            return report;
        // Where the repair finds no packet the demuxer will not find one either, but who knows;
        // what the repair says of the file is nearer to the truth.
        auto second = copied(source, output, options, progress);
        return second || second.error().code != ErrorCode::Media ? second : report;
    }
    return copied(source, output, options, progress);
}

} // namespace

std::optional<MediaTarget> mediaTargetOf(const QString &text)
{
    const auto found = std::ranges::find(targetNames, text, &TargetName::name);
    return found == targetNames.end() ? std::nullopt : std::optional(found->target);
}

QString textOf(MediaTarget target)
{
    return nameOf(target).name;
}

MediaTarget mediaTargetFor(const QString &fileName)
{
    const QString ending = fileName.section(u'.', -1).toLower();
    if (ending == "mka"_L1)
        return MediaTarget::Matroska;
    if (ending == "m4v"_L1 || ending == "m4a"_L1 || ending == "mov"_L1)
        return MediaTarget::Mp4;
    return mediaTargetOf(ending).value_or(MediaTarget::Webm);
}

qint64 rewriteSpaceFor(qint64 sourceBytes)
{
    return sourceBytes + sourceBytes / 64 + (64 << 10);
}

Result<RewriteReport> rewriteMedia(const MediaFile &source, const UniqueFd &output,
                                   const RewriteOptions &options, const MediaProgress &progress)
{
    if (source.identity.bytes == 0)
        return fail(
            ErrorCode::Media,
            u"%1 is empty: nothing was recorded, it can only be deleted"_s.arg(source.path));
    if (const auto report = asItIs(source, options))
        return *report;
    auto report = withoutEncoding(source, output, options, progress);
    const bool refused = !report && report.error().code == ErrorCode::Refused;
    if (!refused || !options.transcode || options.target != MediaTarget::Webm)
        return report;
    return encoded(source, output, progress);
}

QJsonObject RewriteOptions::toJson() const
{
    return {{u"target"_s, textOf(target)},
            {u"onlyIfNeeded"_s, onlyIfNeeded},
            {u"transcode"_s, transcode},
            {u"verifyFull"_s, verifyFull}};
}

RewriteOptions RewriteOptions::fromJson(const QJsonObject &object)
{
    return {mediaTargetOf(object[u"target"_s].toString()).value_or(MediaTarget::Webm),
            object[u"onlyIfNeeded"_s].toBool(), object[u"transcode"_s].toBool(),
            object[u"verifyFull"_s].toBool()};
}

QJsonObject RewriteReport::toJson() const
{
    return {{u"way"_s, int(way)},          {u"packets"_s, packets},
            {u"durationMs"_s, durationMs}, {u"outputBytes"_s, outputBytes},
            {u"damaged"_s, damaged},       {u"timesMoved"_s, timesMoved},
            {u"warning"_s, warning}};
}

RewriteReport RewriteReport::fromJson(const QJsonObject &object)
{
    return {Way(std::clamp(object[u"way"_s].toInt(), 0, int(Way::Transcoded))),
            object[u"packets"_s].toInteger(),
            object[u"durationMs"_s].toInteger(),
            object[u"outputBytes"_s].toInteger(),
            object[u"damaged"_s].toBool(),
            object[u"timesMoved"_s].toBool(),
            object[u"warning"_s].toString()};
}

} // namespace respool
