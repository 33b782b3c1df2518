// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/webmrepair.h"

#include "core/files/errnofailure.h"
#include "core/files/fileio.h"
#include "core/media/mediafile.h"
#include "core/media/webm/clusterwriter.h"
#include "core/media/webm/copymap.h"
#include "core/media/webm/copywindow.h"
#include "core/media/webm/webmfront.h"
#include "core/media/webm/webmids.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A recording that starts later than this was joined late or kept the clock of its source; below
// it, the offset is what keeps sound and picture together.
constexpr qint64 mostStartNs = 1'000'000'000;
constexpr qint64 wrapSlackNs = 5'000'000'000;

// One repair. Lives for one call of repairWebm().
class Repair final : public WebmVisitor
{
public:
    // The front goes into the output, or into the map.
    Repair(const MediaFile &source, int output, CopyMap *map, const WebmRepairOptions &options,
           CopyWindow &window)
        : m_source(source)
        , m_output(output)
        , m_map(map)
        , m_options(options)
        , m_window(window)
        , m_writer(window)
    {}

    Result<> begin(const WebmHead &head) override;
    Result<> cluster(const WebmCluster &cluster) override;
    Result<> block(const WebmBlock &block) override;
    void placeBound(quint32 id, qint64 at) override { m_writer.placeBound(id, at); }
    void clusterEnd(qint64 end) override;
    void between(quint32 id, qint64 from, qint64 to) override;
    void damageBegins(qint64 from) override { m_window.pause(from); }
    void damageEnds(qint64 from, qint64 to) override;
    void appendedBegins(qint64 from) override { m_window.pause(from); }
    Result<> appended(const WebmHead &head, qint64 from, qint64 to) override;

    Result<WebmRepairReport> finish();

private:
    qint64 endTicks() const;
    void chooseCueTrack();
    void addCue(const WebmBlock &block, qint64 ticks);
    void hash(const WebmBlock &block);
    void noteFrame(const WebmBlock &block, qint64 ticks);
    void noteGap(qint64 ticks);

    const MediaFile &m_source;
    const int m_output;
    CopyMap *const m_map;
    const WebmRepairOptions &m_options;
    CopyWindow &m_window;
    ClusterWriter m_writer;
    WebmRepairReport m_report;
    std::optional<WebmFront> m_front;
    WebmHead m_head;
    CueList m_cues;
    std::optional<WebmCue> m_firstCue; // of the picture, or else of anything
    bool m_firstIsPicture = false;
    QList<SeekTarget> m_behind;
    int m_cueTrack = -1;      // -1: every video track
    qsizetype m_picture = -1; // the first video track
    bool m_newRecording = true;
    bool m_newCluster = false;
    bool m_cueDue = false; // of m_cueTrack, in this Cluster
    qint64 m_shift = 0;
    qint64 m_last = -1; // the largest time so far
    bool m_afterGap = false;
};

Result<> Repair::begin(const WebmHead &head)
{
    m_head = head;
    if (head.docType != "webm" && head.docType != "matroska")
        return fail(ErrorCode::Media, u"is an EBML document but no WebM or Matroska file"_s);
    const QByteArray codec = codecOutsideWebm(head.tracks);
    if (m_options.docType == "webm" && !codec.isEmpty())
        return fail(ErrorCode::Refused,
                    u"has a track of the codec %1, which WebM does not allow: it can be copied to "
                    "Matroska (--to mkv), or be encoded anew (--transcode)"_s.arg(
                        QString::fromLatin1(codec)));
    m_report.tracks = head.tracks;
    m_report.tallies = emptyTallies(head.tracks, m_options.hashed);
    m_report.timestampScaleNs = head.timestampScaleNs;
    chooseCueTrack();
    m_writer.setLimits(std::min<qint64>(wrapSlackNs / head.timestampScaleNs, 1 << 14),
                       head.mostTicks());
    m_front.emplace(head, m_options.docType, m_window.fileBytes());
    // The copy lies in its pages as the original does: then whole pages are written.
    const qint64 off = (head.firstClusterAt - m_front->bytes()) & (pageBytes - 1);
    m_front->padTo(m_front->bytes() + off);
    m_cues = CueList(m_front->mostCues());
    if (m_map)
        m_window.noteIn(*m_map, head.firstClusterAt, m_front->bytes());
    else
        m_window.writeTo(m_output, head.firstClusterAt, m_front->bytes(), m_options.synced);
    return {};
}

// Key frames of the picture are what a player jumps to; without a picture, any frame of the first
// track will do.
void Repair::chooseCueTrack()
{
    const auto isVideo = [](const WebmTrack &track) {
        return track.kind == WebmTrack::Kind::Video;
    };
    const auto picture = std::ranges::find_if(m_head.tracks, isVideo);
    m_picture = picture == m_head.tracks.end() ? -1 : picture - m_head.tracks.begin();
    m_cueTrack = m_picture >= 0 ? -1 : 0;
}

Result<> Repair::cluster(const WebmCluster &cluster)
{
    if (m_newRecording) {
        m_newRecording = false;
        if (m_report.recordings > 1)
            m_shift = endTicks() - cluster.ticks;
        else if (!m_options.keepsStart && cluster.ticks * m_head.timestampScaleNs >= mostStartNs) {
            m_shift = -cluster.ticks;
            m_report.startMs = m_head.msOf(cluster.ticks);
        }
    }
    TRY(m_writer.begin(cluster, m_shift));
    m_newCluster = true;
    m_cueDue = true;
    return {};
}

Result<> Repair::block(const WebmBlock &block)
{
    TRY_LET(const qint64 ticks, m_writer.add(block));
    noteGap(ticks);
    m_report.tallies[block.track].add(block, ticks);
    addCue(block, ticks);
    if (m_options.listsFrames)
        noteFrame(block, ticks);
    if (m_options.hashed)
        hash(block);
    m_newCluster = false;
    m_last = std::max(m_last, ticks);
    return {};
}

void Repair::noteGap(qint64 ticks)
{
    if (m_newCluster && ticks < m_last - m_head.timestampScaleNs / 1'000'000 - 1000)
        ++m_report.backwards;
    if (m_afterGap && m_last >= 0 && ticks > m_last)
        m_report.skippedMs += m_head.msOf(ticks - m_last);
    m_afterGap = false;
}

void Repair::addCue(const WebmBlock &block, qint64 ticks)
{
    const WebmTrack &track = m_head.tracks[block.track];
    const bool picture = track.kind == WebmTrack::Kind::Video;
    const bool wanted =
        m_cueTrack < 0 ? picture && block.key : block.track == m_cueTrack && block.key && m_cueDue;
    const bool first = !m_firstCue || (picture && !m_firstIsPicture);
    if (!wanted && !first)
        return;
    const WebmCue cue{ticks, m_writer.at(), m_writer.relativeOf(block), track.number};
    if (first) {
        m_firstCue = cue;
        m_firstIsPicture = picture;
    }
    if (wanted) {
        m_cues.add(cue);
        m_cueDue = false;
    }
}

void Repair::hash(const WebmBlock &block)
{
    for (qint64 done = 0; done < block.payloadBytes; done += CopyWindow::hashStepBytes)
        m_report.tallies[block.track].hash->addData(
            m_window.at(block.payloadAt + done,
                        std::min(CopyWindow::hashStepBytes, block.payloadBytes - done)));
}

void Repair::noteFrame(const WebmBlock &block, qint64 ticks)
{
    if (block.track != m_picture || m_report.frameMs.size() == WebmRepairReport::mostFrames)
        return;
    constexpr qint64 msNs = 1'000'000;
    const qint64 ms = (ticks * m_head.timestampScaleNs + msNs - 1) / msNs;
    m_report.frameMs << quint32(std::clamp<qint64>(ms, 0, std::numeric_limits<quint32>::max()));
}

void Repair::clusterEnd(qint64 end)
{
    m_writer.end(end);
}

void Repair::between(quint32 id, qint64 from, qint64 to)
{
    if (id == webm::tags || id == webm::chapters || id == webm::attachments) {
        m_behind << SeekTarget{id, m_window.outputOf(from)};
        return;
    }
    m_window.pause(from);
    m_window.resume(to);
}

void Repair::damageEnds(qint64 from, qint64 to)
{
    m_report.skippedBytes += to - from;
    if (m_report.firstSkippedAt < 0)
        m_report.firstSkippedAt = from;
    m_afterGap = true;
    if (to < m_window.fileBytes())
        m_window.resume(to);
}

Result<> Repair::appended(const WebmHead &head, qint64 from, qint64 to)
{
    const bool same = head.tracks.size() == m_head.tracks.size()
                      && head.timestampScaleNs == m_head.timestampScaleNs
                      && std::ranges::equal(
                          head.tracks, m_head.tracks,
                          [](const WebmTrack &a, const WebmTrack &b) { return a.continues(b); });
    if (!same)
        return fail(ErrorCode::Refused,
                    u"holds two recordings with different tracks, the second from byte %1 on: "
                    "they cannot become one file"_s.arg(from));
    m_window.resume(to);
    ++m_report.recordings;
    m_newRecording = true;
    return {};
}

qint64 Repair::endTicks() const
{
    qint64 end = 0;
    for (qsizetype i = 0; i < m_report.tallies.size(); ++i)
        end = std::max(end, m_report.tallies[i].end(m_head.tracks[i], m_head.timestampScaleNs));
    return std::min(end, m_head.mostTicks()); // a frame may claim to last longer
}

Result<WebmRepairReport> Repair::finish()
{
    TRY_LET(m_report.outputBytes, m_window.finish(m_window.fileBytes()));
    if (m_report.packets() == 0)
        return fail(ErrorCode::Media, u"ends before its first packet: nothing can be saved from "
                                      "it"_s);
    m_report.wrapped = m_writer.wrapped();
    m_report.durationTicks = double(std::max<qint64>(1, endTicks()));
    if (m_cues.cues().isEmpty() && m_firstCue) {
        m_report.keyless = true;
        m_cues.add(*m_firstCue);
    }
    m_report.cues = m_cues.cues().size();
    const QByteArray front =
        m_front->build(m_report.durationTicks, m_cues, m_behind, m_report.outputBytes);
    if (m_map) {
        m_map->setFront(front);
        return m_report;
    }
    const qint64 put = writeAt(m_output, front.constData(), front.size(), 0);
    if (put < 0) {
        errno = int(-put);
        return errnoFailure(u"cannot write the copy of"_s, m_source.path);
    }
    return m_report;
}

} // namespace

qint64 WebmRepairReport::packets() const
{
    qint64 sum = 0;
    for (const TrackTally &tally : tallies)
        sum += tally.packets;
    return sum;
}

qint64 WebmRepairReport::durationMs() const
{
    return std::max<qint64>(1, qRound64(durationTicks * double(timestampScaleNs) / 1e6));
}

QString WebmRepairReport::warning(const QString &path) const
{
    QStringList sentences;
    if (skippedBytes > 0) {
        const QString time =
            skippedMs > 0 ? u" and %1 s"_s.arg(double(skippedMs) / 1000) : QString();
        sentences << u"%1 is damaged: %2 bytes%3 were left out, the first at byte %4"_s.arg(path)
                         .arg(skippedBytes)
                         .arg(time)
                         .arg(firstSkippedAt);
    }
    if (recordings > 1)
        sentences << u"%1 held %2 recordings, which were joined"_s.arg(path).arg(recordings);
    if (startMs > 0)
        sentences << u"%1 began at %2 s, now at 0"_s.arg(path).arg(double(startMs) / 1000);
    if (wrapped > 0)
        sentences << u"in %1 the times of %2 packets had run over 16 bits; they were set right"_s
                         .arg(path)
                         .arg(wrapped);
    if (backwards > 0)
        sentences << u"in %1 time runs backwards %2 times; it was left so"_s.arg(path).arg(
            backwards);
    return sentences.join(u"; "_s);
}

namespace {

Result<WebmRepairReport> runRepair(Repair &repair, CopyWindow &window, const QString &path)
{
    const Result<> walked = walkWebm(window, repair);
    auto report = walked ? repair.finish() : Result<WebmRepairReport>(Failure{walked.error()});
    if (report)
        return report;
    // What the parts say goes on behind the name of the file.
    Error error = report.error();
    if (error.code == ErrorCode::Media || error.code == ErrorCode::Refused)
        error.detail = path + u' ' + error.detail;
    return Failure{error};
}

} // namespace

Result<WebmRepairReport> repairWebm(const MediaFile &source, const UniqueFd &output,
                                    const WebmRepairOptions &options, const std::stop_token &stop,
                                    const CopyWindow::Progress &progress)
{
    CopyWindow window(source, stop, progress);
    Repair repair(source, output.get(), nullptr, options, window);
    TRY_LET(const WebmRepairReport report, runRepair(repair, window, source.path));
    TRY(cutFile(output, report.outputBytes, source.path));
    return report;
}

Result<WebmRepairReport> mapRepairedWebm(const MediaFile &source, CopyMap &map,
                                         const WebmRepairOptions &options,
                                         const CopyWindow::Progress &progress)
{
    CopyWindow window(source, {}, progress);
    Repair repair(source, -1, &map, options, window);
    return runRepair(repair, window, source.path);
}

} // namespace respool
