// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipwriter.h"

#include "core/files/errnofailure.h"
#include "core/files/fileio.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cerrno>
#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 most32 = 0xFFFFFFFF;
constexpr qint64 most16 = 0xFFFF;
// From here on a head gets room for ZIP64: what deflate adds in the worst case is far less.
constexpr qint64 largeBytes = most32 - (qint64(1) << 24);
constexpr quint16 utf8Names = 1 << 11;
constexpr quint16 versionPlain = 20;
constexpr quint16 versionZip64 = 45;
constexpr quint16 madeByUnix = 3 << 8;
constexpr quint32 localHead = 0x04034b50;
constexpr quint32 regularFile = 0100644U << 16;
constexpr qint64 headCrcAt = 14; // in a local head; the two sizes follow
constexpr qint64 headBytes = 30;
constexpr qsizetype directoryPiece = 1 << 20;

// Numbers in a ZIP are little-endian.
class Record
{
public:
    Record &u16(quint64 value) { return number(value, 2); }
    Record &u32(quint64 value) { return number(value, 4); }
    Record &u64(quint64 value) { return number(value, 8); }
    Record &bytes(const QByteArray &value)
    {
        m_bytes += value;
        return *this;
    }
    const QByteArray &all() const { return m_bytes; }
    qsizetype size() const { return m_bytes.size(); }

private:
    Record &number(quint64 value, int count)
    {
        for (int i = 0; i < count; ++i)
            m_bytes += char(value >> (8 * i) & 0xFF);
        return *this;
    }
    QByteArray m_bytes;
};

// Date and time as MS-DOS had them, in UTC: what is exact stands in the extra field.
quint32 dosTime(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    const int year = time.date().year();
    if (year < 1980 || year > 2107)
        return (1U << 21) | (1U << 16); // the first day it knows
    const quint32 date =
        quint32(year - 1980) << 9 | quint32(time.date().month()) << 5 | quint32(time.date().day());
    const quint32 clock = quint32(time.time().hour()) << 11 | quint32(time.time().minute()) << 5
                          | quint32(time.time().second() / 2);
    return date << 16 | clock;
}

// The time in UTC; only where 32 bits hold it.
QByteArray timeExtra(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (seconds < 0 || seconds > 0x7FFFFFFF)
        return {};
    return Record().u16(0x5455).u16(5).bytes("\x01").u32(quint64(seconds)).all();
}

quint64 capped32(qint64 value)
{
    return quint64(std::min(value, most32));
}

QByteArray directoryRecord(const ZipEntry &entry)
{
    const QByteArray name = entry.name.toUtf8();
    Record large;
    if (entry.bytes >= most32)
        large.u64(quint64(entry.bytes));
    if (entry.storedBytes >= most32)
        large.u64(quint64(entry.storedBytes));
    if (entry.offset >= most32)
        large.u64(quint64(entry.offset));
    const quint16 version =
        large.size() > 0 || entry.bytes >= largeBytes ? versionZip64 : versionPlain;
    Record extra;
    if (large.size() > 0)
        extra.u16(1).u16(quint64(large.size())).bytes(large.all());
    extra.bytes(timeExtra(entry.modifiedMs));
    return Record()
        .u32(0x02014b50)
        .u16(madeByUnix | version)
        .u16(version)
        .u16(utf8Names)
        .u16(entry.deflated ? 8 : 0)
        .u32(dosTime(entry.modifiedMs))
        .u32(entry.crc)
        .u32(capped32(entry.storedBytes))
        .u32(capped32(entry.bytes))
        .u16(quint64(name.size()))
        .u16(quint64(extra.size()))
        .u16(0)
        .u16(0)
        .u16(0)
        .u32(regularFile)
        .u32(capped32(entry.offset))
        .bytes(name)
        .bytes(extra.all())
        .all();
}

} // namespace

QJsonArray ZipEntry::toJson() const
{
    return {name, deflated, qint64(crc), bytes, storedBytes, offset, modifiedMs};
}

ZipEntry ZipEntry::fromJson(const QJsonArray &json)
{
    return {json[0].toString(),  json[1].toBool(),    quint32(json[2].toInteger()),
            json[3].toInteger(), json[4].toInteger(), json[5].toInteger(),
            json[6].toInteger()};
}

struct ZipWriter::Deflater
{
    z_stream stream{};
    std::array<char, 64 << 10> out{};

    Deflater()
    {
        ::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    }
    ~Deflater() { ::deflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Deflater)
};

ZipWriter::ZipWriter(int fd, qint64 offset, QString path)
    : m_fd(fd)
    , m_offset(offset)
    , m_path(std::move(path))
{}

ZipWriter::~ZipWriter() = default;
ZipWriter::ZipWriter(ZipWriter &&) noexcept = default;
ZipWriter &ZipWriter::operator=(ZipWriter &&) noexcept = default;

bool ZipWriter::hasEntry(int fd, const ZipEntry &entry)
{
    const QByteArray name = entry.name.toUtf8();
    QByteArray head(headBytes + name.size(), Qt::Uninitialized);
    return readAt(fd, head.data(), head.size(), entry.offset) == head.size()
           && head.startsWith(Record().u32(localHead).all()) && head.endsWith(name)
           && head.mid(headCrcAt, 4) == Record().u32(entry.crc).all();
}

void ZipWriter::goBack(qint64 offset)
{
    m_offset = offset;
    m_entry.reset();
    m_deflater.reset();
}

Result<> ZipWriter::put(QByteArrayView bytes)
{
    const qint64 put = writeAt(m_fd, bytes.data(), bytes.size(), m_offset);
    if (put < 0) {
        errno = int(-put);
        return errnoFailure(u"cannot write to"_s, m_path);
    }
    m_offset += put;
    return {};
}

Result<> ZipWriter::begin(const QString &name, Method method, qint64 modifiedMs,
                          qint64 expectedBytes)
{
    const QByteArray encoded = name.toUtf8();
    if (encoded.size() > most16)
        return fail(ErrorCode::InvalidArgument, u"the name %1 is too long for a ZIP"_s.arg(name));
    m_entry = ZipEntry{name, method == Method::Deflate, 0, 0, 0, m_offset, modifiedMs};
    m_large = expectedBytes >= largeBytes;
    m_deflater = m_entry->deflated ? std::make_unique<Deflater>() : nullptr;
    Record extra;
    if (m_large)
        extra.u16(1).u16(16).u64(0).u64(0);
    extra.bytes(timeExtra(modifiedMs));
    const Record head = Record()
                            .u32(localHead)
                            .u16(m_large ? versionZip64 : versionPlain)
                            .u16(utf8Names)
                            .u16(m_entry->deflated ? 8 : 0)
                            .u32(dosTime(modifiedMs))
                            .u32(0)
                            .u32(m_large ? quint64(most32) : 0)
                            .u32(m_large ? quint64(most32) : 0)
                            .u16(quint64(encoded.size()))
                            .u16(quint64(extra.size()))
                            .bytes(encoded)
                            .bytes(extra.all());
    return put(head.all());
}

Result<> ZipWriter::write(QByteArrayView content)
{
    m_entry->crc = quint32(::crc32_z(m_entry->crc, reinterpret_cast<const Bytef *>(content.data()),
                                     size_t(content.size())));
    m_entry->bytes += content.size();
    return m_deflater ? deflate(content, false) : put(content);
}

Result<> ZipWriter::deflate(QByteArrayView content, bool last)
{
    z_stream &stream = m_deflater->stream;
    // zlib does not write to what it reads.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data()));
    stream.avail_in = uInt(content.size());
    do {
        stream.next_out = reinterpret_cast<Bytef *>(m_deflater->out.data());
        stream.avail_out = uInt(m_deflater->out.size());
        ::deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
        const qsizetype made = qsizetype(m_deflater->out.size()) - qsizetype(stream.avail_out);
        TRY(put(QByteArrayView(m_deflater->out.data(), made)));
    } while (stream.avail_out == 0);
    return {};
}

Result<ZipEntry> ZipWriter::end()
{
    if (m_deflater)
        TRY(deflate({}, true));
    m_deflater.reset();
    ZipEntry entry = *m_entry;
    m_entry.reset();
    const qint64 nameBytes = entry.name.toUtf8().size();
    const qint64 extraBytes = (m_large ? 20 : 0) + timeExtra(entry.modifiedMs).size();
    entry.storedBytes = m_offset - entry.offset - headBytes - nameBytes - extraBytes;
    if (!m_large && (entry.bytes >= most32 || entry.storedBytes >= most32))
        return fail(ErrorCode::Conflict, u"%1 grew while it was read"_s.arg(entry.name));
    const qint64 end = m_offset;
    m_offset = entry.offset + headCrcAt;
    Record facts;
    facts.u32(entry.crc);
    if (!m_large)
        facts.u32(quint64(entry.storedBytes)).u32(quint64(entry.bytes));
    TRY(put(facts.all()));
    if (m_large) {
        m_offset = entry.offset + headBytes + nameBytes + 4;
        TRY(put(Record().u64(quint64(entry.bytes)).u64(quint64(entry.storedBytes)).all()));
    }
    m_offset = end;
    return entry;
}

Result<> ZipWriter::flushDirectory()
{
    TRY(put(m_directory));
    m_directory.clear();
    return {};
}

Result<> ZipWriter::list(const ZipEntry &entry)
{
    if (m_directoryAt < 0)
        m_directoryAt = m_offset;
    m_directory += directoryRecord(entry);
    ++m_listed;
    return m_directory.size() < directoryPiece ? Result<>() : flushDirectory();
}

Result<> ZipWriter::finish()
{
    if (m_directoryAt < 0)
        m_directoryAt = m_offset;
    TRY(flushDirectory());
    const qint64 endAt = m_offset;
    const qint64 bytes = endAt - m_directoryAt;
    Record end;
    if (m_listed >= most16 || bytes >= most32 || m_directoryAt >= most32) {
        end.u32(0x06064b50).u64(44).u16(madeByUnix | versionZip64).u16(versionZip64);
        end.u32(0).u32(0).u64(quint64(m_listed)).u64(quint64(m_listed));
        end.u64(quint64(bytes)).u64(quint64(m_directoryAt));
        end.u32(0x07064b50).u32(0).u64(quint64(endAt)).u32(1);
    }
    const quint64 listed = quint64(std::min(m_listed, most16));
    end.u32(0x06054b50).u16(0).u16(0).u16(listed).u16(listed);
    end.u32(capped32(bytes)).u32(capped32(m_directoryAt)).u16(0);
    return put(end.all());
}

} // namespace respool
