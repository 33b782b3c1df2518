// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipreader.h"

#include "core/files/errnofailure.h"
#include "core/files/fileio.h"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <memory>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr size_t blockBytes = 256 << 10;

struct FreeReader
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeReader>;

Failure wrong(const Reader &reader, const QString &path)
{
    const char *why = archive_error_string(reader.get());
    return fail(ErrorCode::Media, u"%1 cannot be read as a ZIP archive: %2"_s.arg(
                                      path, why ? QString::fromUtf8(why) : u"it is damaged"_s));
}

Result<Reader> open(int fd, const QString &path)
{
    // The place in the file is shared with whoever read it before.
    if (::lseek(fd, 0, SEEK_SET) != 0)
        return errnoFailure(u"cannot read"_s, path);
    Reader reader(archive_read_new());
    if (!reader)
        return fail(ErrorCode::Internal, u"no memory for reading %1"_s.arg(path));
    // Only the reader that goes by the directory at the end: what merely looks like entries in
    // between are none.
    if (archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK
        || archive_read_open_fd(reader.get(), fd, blockBytes) != ARCHIVE_OK)
        return wrong(reader, path);
    return reader;
}

ZipItem itemFrom(archive_entry *entry)
{
    ZipItem item;
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name)
        name = archive_entry_pathname(entry);
    item.name = name ? QString::fromUtf8(name) : QString(QChar::ReplacementCharacter);
    const auto type = archive_entry_filetype(entry);
    item.type = type == AE_IFREG
                    ? ZipItem::Type::File
                    : (type == AE_IFDIR ? ZipItem::Type::Folder : ZipItem::Type::Other);
    if (archive_entry_hardlink(entry) || archive_entry_symlink(entry))
        item.type = ZipItem::Type::Other;
    item.bytes = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    item.encrypted =
        archive_entry_is_data_encrypted(entry) || archive_entry_is_metadata_encrypted(entry);
    return item;
}

// The next entry, or nothing at the end. What libarchive only warns of is seen in the item.
Result<archive_entry *> next(const Reader &reader, const QString &path)
{
    archive_entry *entry = nullptr;
    switch (archive_read_next_header(reader.get(), &entry)) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN:
        return entry;
    case ARCHIVE_EOF:
        return static_cast<archive_entry *>(nullptr);
    default:
        return wrong(reader, path);
    }
}

struct Sink
{
    const ZipOutput &output;
    const QString &name;
    qint64 written = 0;
};

Result<> writeBlock(Sink &sink, const void *block, size_t size, qint64 offset)
{
    const qint64 end = offset + qint64(size);
    if (offset < 0 || end > sink.output.bytes)
        return fail(ErrorCode::Media, u"%1 is larger than the archive says"_s.arg(sink.name));
    const qint64 put =
        writeAt(sink.output.fd, static_cast<const char *>(block), qint64(size), offset);
    if (put < 0) {
        errno = int(-put);
        return errnoFailure(u"cannot write"_s, sink.name);
    }
    sink.written = std::max(sink.written, end);
    return {};
}

Result<> extract(const Reader &reader, const QString &path, Sink &sink, qint64 before,
                 const ZipProgress &progress)
{
    for (;;) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(reader.get(), &block, &size, &offset);
        if (status == ARCHIVE_EOF)
            break;
        if (status != ARCHIVE_OK)
            return wrong(reader, path + u": "_s + sink.name);
        TRY(writeBlock(sink, block, size, offset));
        progress(before + sink.written);
    }
    if (sink.written != sink.output.bytes)
        return fail(ErrorCode::Media, u"%1 has %2 bytes instead of %3"_s.arg(sink.name)
                                          .arg(sink.written)
                                          .arg(sink.output.bytes));
    return {};
}

} // namespace

QJsonArray ZipItem::toJson() const
{
    return {name, int(type), bytes, encrypted};
}

ZipItem ZipItem::fromJson(const QJsonArray &json)
{
    return {json[0].toString(), Type(json[1].toInt(int(Type::Other))), json[2].toInteger(-1),
            json[3].toBool()};
}

Result<> readZip(int fd, const QString &path, const ZipVisitor &each)
{
    TRY_LET(const Reader reader, open(fd, path));
    for (;;) {
        TRY_LET(archive_entry * entry, next(reader, path));
        if (!entry)
            return {};
        TRY(each(itemFrom(entry)));
    }
}

Result<> extractZip(int fd, const QString &path, std::span<const ZipOutput> wanted,
                    const ZipProgress &progress)
{
    TRY_LET(const Reader reader, open(fd, path));
    qint64 done = 0;
    qint64 index = -1;
    for (const ZipOutput &output : wanted) {
        archive_entry *entry = nullptr;
        for (; index < output.index; ++index) {
            TRY_LET(entry, next(reader, path));
            if (!entry)
                return fail(ErrorCode::Media, u"%1 has fewer entries than before"_s.arg(path));
        }
        if (!entry)
            return fail(ErrorCode::InvalidArgument, u"entries are not in their order"_s);
        const QString name = itemFrom(entry).name;
        Sink sink{output, name};
        TRY(extract(reader, path, sink, done, progress));
        done += output.bytes;
        progress(done);
    }
    return {};
}

} // namespace respool
