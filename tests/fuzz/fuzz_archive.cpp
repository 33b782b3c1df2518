// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileio.h"
#include "core/files/relativepath.h"
#include "core/media/mediafile.h"
#include "core/work/importentries.h"
#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/promise.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostExtracted = 1 << 20; // of one input, for the sake of time
constexpr qsizetype mostListed = 2000;

bool isWithin(const QString &path)
{
    const auto names = pathComponents(path);
    return names && !path.startsWith(u'/') && !names->contains(u".."_s) && !names->isEmpty();
}

void checkCarried(const CarriedRecording &recording)
{
    const auto again = CarriedRecording::fromJson(recording.toJson());
    mustHold(bool(again), "what was read of a manifest can be written and read", recording.uid);
    mustHold(again->uid == recording.uid && again->path == recording.path
                 && again->files.size() == recording.files.size(),
             "a recording stays the same on its way", recording.uid);
}

void checkPlan(const ImportPlan &plan, const QList<ZipItem> &items)
{
    qint64 bytes = 0;
    for (const ImportRecording &recording : plan.recordings) {
        const CarriedRecording &about = recording.about;
        mustHold(bool(checkFileName(about.uid)) && !about.uid.startsWith(u'.'),
                 "a recording gets a folder of its own", about.uid);
        mustHold(recording.entries.size() == about.files.size(), "each file has its entry");
        for (qsizetype i = 0; i < about.files.size(); ++i) {
            const CarriedFile &file = about.files[i];
            mustHold(bool(checkFileName(file.name)) && !file.name.startsWith(u'.'),
                     "a file lies in the folder of its recording", file.name);
            const ZipItem item = items.value(recording.entries[i]);
            mustHold(item.type == ZipItem::Type::File && !item.encrypted,
                     "what is imported is a file that can be read", item.name);
            mustHold(item.name == about.uid + u'/' + file.name && item.bytes == file.bytes,
                     "a file is the entry of its name and size", item.name);
        }
        bytes += about.bytes();
        for (const StoreKind kind : {StoreKind::Gateway, StoreKind::Folder}) {
            if (const auto path = importPath(about, kind))
                mustHold(isWithin(*path), "a recording lies within its store", *path);
        }
        if (plan.ours)
            checkCarried(about);
    }
    mustHold(plan.bytes == bytes && bytes >= 0, "the sum is that of the files");
}

// A process tells it another one.
ZipItem told(const ZipItem &item)
{
    const QByteArray line = QJsonDocument(item.toJson()).toJson(QJsonDocument::Compact);
    mustHold(!line.contains('\n'), "an entry is told on one line", item.name);
    const ZipItem heard = ZipItem::fromJson(QJsonDocument::fromJson(line).array());
    mustHold(heard.name == item.name && heard.type == item.type && heard.bytes == item.bytes
                 && heard.encrypted == item.encrypted,
             "an entry is heard as it was told", item.name);
    return heard;
}

Result<QByteArray> contentOf(const MediaFile &archive, qint64 index, qint64 bytes)
{
    if (bytes < 0 || bytes > mostExtracted)
        return fail(ErrorCode::Refused, u"too large for a fuzzer"_s);
    const UniqueFd out = memoryFd();
    const std::array wanted{ZipOutput{index, bytes, out.get()}};
    TRY(extractZip(archive.fd.get(), archive.path, wanted, [](qint64) {}));
    QByteArray content(bytes + 1, Qt::Uninitialized); // one more would be seen
    mustHold(readAt(out.get(), content.data(), content.size(), 0) == bytes,
             "an entry has the size that the archive says");
    return content.first(bytes);
}

// In the order of the archive, as an import does.
void extractAll(const MediaFile &archive, const ImportPlan &plan, const QList<ZipItem> &items)
{
    std::map<qint64, UniqueFd> files;
    for (const ImportRecording &recording : plan.recordings) {
        for (const qint64 index : recording.entries)
            files[index] = memoryFd();
    }
    std::vector<ZipOutput> wanted;
    wanted.reserve(files.size());
    for (const auto &[index, file] : files)
        wanted.push_back({index, items[index].bytes, file.get()});
    qint64 last = 0;
    const auto extracted = extractZip(archive.fd.get(), archive.path, wanted, [&](qint64 done) {
        mustHold(done >= last && done <= plan.bytes, "progress goes on and not too far");
        last = done;
    });
    mustHold(extracted || !extracted.error().detail.isEmpty(), "what is wrong is told in words");
    if (!extracted)
        return;
    for (const auto &[index, file] : files) {
        const auto identity = identityOf(file, archive.path);
        mustHold(identity && identity->bytes == items[index].bytes,
                 "a file has the size that the archive says");
    }
}

void importZip(QByteArrayView zip)
{
    const MediaFile archive = memoryFile(zip);
    QList<ZipItem> items;
    const auto read = readZip(archive.fd.get(), archive.path, [&](const ZipItem &item) -> Result<> {
        if (items.size() >= mostListed)
            return fail(ErrorCode::Refused, u"too many for a fuzzer"_s);
        items << told(item);
        return {};
    });
    if (!read) {
        mustHold(!read.error().detail.isEmpty(), "what is wrong is told in words");
        return;
    }
    const auto plan = planEntries(
        items, [&](qint64 index) { return contentOf(archive, index, items[index].bytes); });
    if (!plan) {
        mustHold(!plan.error().detail.isEmpty(), "what is wrong is told in words");
        return;
    }
    checkPlan(*plan, items);
    if (plan->bytes <= mostExtracted)
        extractAll(archive, *plan, items);
}

ZipItem itemFrom(QByteArrayView line)
{
    ZipItem item;
    if (line.startsWith('d'))
        item.type = ZipItem::Type::Folder;
    else if (line.startsWith('o'))
        item.type = ZipItem::Type::Other;
    line = line.sliced(line.isEmpty() ? 0 : 1);
    item.encrypted = line.startsWith('e');
    const qsizetype blank = line.indexOf(' ');
    const QByteArrayView bytes = line.first(std::max<qsizetype>(0, blank));
    item.bytes = bytes.sliced(item.encrypted && !bytes.isEmpty() ? 1 : 0).toLongLong();
    item.name = QString::fromUtf8(line.sliced(blank + 1));
    return item;
}

void importEntries(QByteArrayView text)
{
    const qsizetype blank = text.toByteArray().indexOf("\n\n");
    const QByteArray head = text.first(blank < 0 ? text.size() : blank).toByteArray();
    const QByteArray manifest = blank < 0 ? QByteArray() : text.sliced(blank + 2).toByteArray();
    QList<ZipItem> items;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.isEmpty())
            items << told(itemFrom(line));
    }
    const auto plan = planEntries(items, [&](qint64) -> Result<QByteArray> { return manifest; });
    mustHold(plan || !plan.error().detail.isEmpty(), "what is wrong is told in words");
    if (plan)
        checkPlan(*plan, items);
}

} // namespace

int fuzzArchive(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView input(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    if (data[0] == 'z')
        importZip(input);
    else if (data[0] == 'm')
        importEntries(input);
    return 0;
}

} // namespace respool
