// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"
#include "core/media/webm/copymap.h"
#include "core/media/webm/webmrepair.h"
#include "core/media/webm/webmstructure.h"
#include "core/media/webm/webmverify.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

#include <optional>

namespace respool {

namespace {

constexpr qint64 mostGrowthBytes = 5 << 20;

struct Copy
{
    MediaFile file;
    WebmRepairReport report;
};

// Nothing when the file is refused; what is not refused must be right in every way.
std::optional<Copy> repaired(const MediaFile &source, const QByteArray &docType)
{
    UniqueFd output = memoryFd();
    const auto report = repairWebm(source, output, {docType, true}, {}, {});
    if (!report) {
        const Error &error = report.error();
        mustHold(error.code == ErrorCode::Media || error.code == ErrorCode::Refused,
                 "a repair fails because of the file", error.detail);
        mustHold(!error.detail.isEmpty(), "a repair that fails says why");
        return {};
    }
    Copy copy{memoryFile(std::move(output)), *report};
    const qint64 bytes = copy.file.identity.bytes;
    mustHold(bytes == report->outputBytes, "a repair tells the size of the copy");
    mustHold(bytes <= source.identity.bytes + mostGrowthBytes, "a copy is hardly larger");
    mustHold(report->skippedBytes <= source.identity.bytes, "no more is left out than there is");
    const Result<> verified = verifyWebm(copy.file, *report, {}, {});
    mustHold(bool(verified), "a repair that succeeds makes what was meant",
             verified ? QString() : verified.error().detail);
    const auto structure = readWebmStructure(copy.file);
    mustHold(structure && structure->seekable(), "a repaired file is seekable");
    return copy;
}

void compare(const WebmRepairReport &first, const WebmRepairReport &second)
{
    mustHold(second.skippedBytes == 0 && second.recordings == 1 && second.wrapped == 0,
             "a repaired file is sound", second.warning(QStringLiteral("the copy")));
    mustHold(second.timestampScaleNs == first.timestampScaleNs, "a copy has the same clock");
    mustHold(second.tallies.size() == first.tallies.size(), "a copy has the same tracks");
    for (qsizetype i = 0; i < first.tallies.size(); ++i) {
        const TrackTally &before = first.tallies[i];
        const TrackTally &after = second.tallies[i];
        mustHold(after.packets == before.packets && after.keys == before.keys
                     && after.payloadBytes == before.payloadBytes
                     && after.hash->result() == before.hash->result(),
                 "a copy has the same packets");
    }
}

// What is shown of a file as if it were repaired is what a repair makes of it.
void checkMap(const MediaFile &source, const QByteArray &docType, const MediaFile &copy)
{
    CopyMap made;
    const auto report = mapRepairedWebm(source, made, {docType, false}, {});
    mustHold(bool(report), "what can be repaired can be shown");
    const auto map = CopyMap::fromBytes(made.toBytes(), source.identity.bytes);
    mustHold(map && map->bytes() == copy.identity.bytes, "a map is read as it was written");
    const auto bytes = qsizetype(copy.identity.bytes);
    QByteArray shown(bytes, '\0');
    QByteArray written(bytes, '\0');
    mustHold(map->read(source.fd.get(), shown.data(), bytes, 0) == bytes
                 && readAt(copy.fd.get(), written.data(), bytes, 0) == bytes,
             "a copy is read to its end");
    mustHold(shown == written, "what is shown is what a repair writes");
}

} // namespace

int fuzzRepair(const uint8_t *data, size_t size)
{
    const MediaFile source = memoryFile(QByteArrayView(data, qsizetype(size)));
    for (const char *docType : {"webm", "matroska"}) {
        const auto copy = repaired(source, docType);
        if (!copy)
            continue;
        const auto again = repaired(copy->file, docType);
        mustHold(again.has_value(), "a repaired file can be repaired");
        compare(copy->report, again->report);
        checkMap(source, docType, copy->file);
        break;
    }
    return 0;
}

} // namespace respool
