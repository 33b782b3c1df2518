// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/zipreader.h"
#include "core/archive/zipwriter.h"
#include "core/files/fileio.h"
#include "core/files/volume.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What others make of what is written here: Python's zipfile, which knows ZIP64 and checks sums,
// and libarchive, which reads it back.
class tst_ZipWriter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void archive_isReadByOthers_data();
    void archive_isReadByOthers();
    void manyEntries_needZip64();
    void largeEntry_needsZip64();
    void offset_isWhereItGoesOn();
    void reader_readsBack();
    void reader_refusesWhatIsNoArchive_data();
    void reader_refusesWhatIsNoArchive();

private:
    ZipWriter begin()
    {
        m_file = UniqueFd(::open(qPrintable(path()), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        return {m_file.get(), 0, path()};
    }
    QString path() const { return m_folder->filePath(u"a.zip"_s); }
    static ZipEntry add(ZipWriter &zip, const QString &name, const QByteArray &content,
                        ZipWriter::Method method)
    {
        [&] {
            QVERIFY(zip.begin(name, method, 1'700'000'000'000, content.size()));
            QVERIFY(zip.write(content));
        }();
        const auto entry = zip.end();
        return entry ? *entry : ZipEntry();
    }
    static void finish(ZipWriter &zip, const QList<ZipEntry> &entries)
    {
        for (const ZipEntry &entry : entries)
            QVERIFY(zip.list(entry));
        QVERIFY(zip.finish());
    }
    // Runs a line of Python over the archive as z; what it prints.
    QString python(const QString &line) const
    {
        QProcess process;
        process.start(
            u"python3"_s,
            {u"-c"_s, u"import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"_s + line, path()});
        process.waitForFinished(600'000);
        return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())
            .trimmed();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    UniqueFd m_file;
};

void tst_ZipWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_ZipWriter::archive_isReadByOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("deflate");
    const QByteArray text = QByteArray("a line of text\n").repeated(20'000);
    QTest::newRow("stored") << u"a/b.webm"_s << text << false;
    QTest::newRow("deflated") << u"a/b.json"_s << text << true;
    QTest::newRow("empty, stored") << u"a/empty"_s << QByteArray() << false;
    QTest::newRow("empty, deflated") << u"a/empty"_s << QByteArray() << true;
    QTest::newRow("a name in UTF-8") << u"ä/日本 🎬.cast"_s << text << false;
    QTest::newRow("a long name") << QString(250, u'x') << text << true;
}

void tst_ZipWriter::archive_isReadByOthers()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const bool, deflate);
    ZipWriter zip = begin();
    const auto method = deflate ? ZipWriter::Method::Deflate : ZipWriter::Method::Store;
    const ZipEntry entry = add(zip, name, content, method);
    QCOMPARE(deflate && content.size() > 100, entry.storedBytes < entry.bytes);
    finish(zip, {entry});
    QCOMPARE(python(u"print(z.testzip(), ascii(z.namelist()), z.infolist()[0].file_size)"_s),
             u"None "_s
                 + python(u"print(ascii([bytes.fromhex('%1').decode()]), %2)"_s.arg(
                     QString::fromLatin1(name.toUtf8().toHex()), QString::number(content.size()))));
    QProcess unzip; // of another house, and strict about heads that do not fit the directory
    unzip.start(u"unzip"_s, {u"-tq"_s, path()});
    if (unzip.waitForFinished())
        QCOMPARE(unzip.exitCode(), 0);
}

void tst_ZipWriter::manyEntries_needZip64()
{
    ZipWriter zip = begin();
    QList<ZipEntry> entries;
    for (int i = 0; i < 66'000; ++i)
        entries << add(zip, u"r/%1"_s.arg(i), "x", ZipWriter::Method::Store);
    finish(zip, entries);
    QCOMPARE(python(u"print(len(z.namelist()), z.read('r/65999').decode())"_s), u"66000 x"_s);
}

void tst_ZipWriter::largeEntry_needsZip64()
{
    const qint64 bytes = (qint64(4) << 30) + 4096;
    const auto folder = Directory::open(m_folder->path());
    if (*freeBytes(*folder) < 4 * bytes)
        QSKIP("there is not room enough for an entry of 4 GiB");
    ZipWriter zip = begin();
    QVERIFY(zip.begin(u"large"_s, ZipWriter::Method::Store, 0, bytes));
    const QByteArray zeros(4 << 20, '\0');
    for (qint64 left = bytes; left > 0;) {
        const qint64 piece = std::min<qint64>(left, zeros.size());
        QVERIFY(zip.write(QByteArrayView(zeros).first(piece)));
        left -= piece;
    }
    const auto large = zip.end();
    QVERIFY(large);
    const ZipEntry after = add(zip, u"after"_s, "behind 4 GiB", ZipWriter::Method::Store);
    QVERIFY(after.offset > 0xFFFFFFFF);
    finish(zip, {*large, after});
    QCOMPARE(python(u"print(z.infolist()[0].file_size, z.read('after').decode())"_s),
             u"%1 behind 4 GiB"_s.arg(bytes));
    qint64 seen = 0;
    QVERIFY(readZip(m_file.get(), path(), [&](const ZipItem &item) -> Result<> {
        seen += item.bytes;
        return {};
    }));
    QCOMPARE(seen, bytes + after.bytes);
}

void tst_ZipWriter::offset_isWhereItGoesOn()
{
    QList<ZipEntry> entries;
    qint64 offset = 0;
    {
        ZipWriter zip = begin();
        entries << add(zip, u"first"_s, "one", ZipWriter::Method::Store);
        offset = zip.offset();
        add(zip, u"lost"_s, "what a crash has left behind", ZipWriter::Method::Store);
    }
    ZipWriter zip(m_file.get(), offset, path());
    entries << add(zip, u"second"_s, "two", ZipWriter::Method::Deflate);
    finish(zip, entries);
    QVERIFY(cutFile(m_file, zip.offset(), path()));
    QCOMPARE(python(u"print(z.testzip(), z.namelist(), z.read('second'))"_s),
             u"None ['first', 'second'] b'two'"_s);
}

void tst_ZipWriter::reader_readsBack()
{
    ZipWriter zip = begin();
    const QList<ZipEntry> entries{add(zip, u"a/1"_s, "first", ZipWriter::Method::Store),
                                  add(zip, u"ä/2"_s, "second", ZipWriter::Method::Deflate),
                                  add(zip, u"b/3"_s, "third", ZipWriter::Method::Store)};
    finish(zip, entries);
    QStringList names;
    QVERIFY(readZip(m_file.get(), path(), [&](const ZipItem &item) -> Result<> {
        names << item.name;
        return {};
    }));
    QCOMPARE(names, QStringList({u"a/1"_s, u"ä/2"_s, u"b/3"_s}));
    const UniqueFd out(::open(qPrintable(m_folder->filePath(u"out"_s)), O_RDWR | O_CREAT, 0600));
    QVERIFY(
        extractZip(m_file.get(), path(), std::array{ZipOutput{1, 6, out.get()}}, [](qint64) {}));
    QByteArray content(6, ' ');
    QCOMPARE(readAt(out.get(), content.data(), 6, 0), 6);
    QCOMPARE(content, "second"_ba);
    const auto wrong =
        extractZip(m_file.get(), path(), std::array{ZipOutput{1, 5, out.get()}}, [](qint64) {});
    QVERIFY(!wrong);
    QVERIFY(wrong.error().detail.contains(u"larger than the archive says"_s));
}

void tst_ZipWriter::reader_refusesWhatIsNoArchive_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << "this is no archive, whatever its name says"_ba;
    QTest::newRow("an end without a directory")
        << "PK\x05\x06"_ba + QByteArray(6, '\0')
               + "\x01\x00\x01\x00\xff\x00\x00\x00\xff\xff\x00\x00"_ba + QByteArray(2, '\0');
}

void tst_ZipWriter::reader_refusesWhatIsNoArchive()
{
    QFETCH(const QByteArray, content);
    begin();
    QCOMPARE(writeAt(m_file.get(), content.constData(), content.size(), 0), content.size());
    const auto read = readZip(m_file.get(), path(), [](const ZipItem &) -> Result<> { return {}; });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Media);
}

QTEST_GUILESS_MAIN(tst_ZipWriter)
#include "tst_zipwriter.moc"
