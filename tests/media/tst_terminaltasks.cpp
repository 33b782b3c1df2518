// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/media/reader/processlimits.h"
#include "core/terminal/screenpicture.h"
#include "core/terminal/terminaltext.h"
#include "tests/support/samples.h"
#include "tests/support/textdevice.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/mman.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Recordings of terminals, as respool-media draws them in its sandbox.
class tst_TerminalTasks : public QObject
{
    Q_OBJECT

private slots:
    void screens_equalTheDirectOnes_data();
    void screens_equalTheDirectOnes();
    void screens_takeNoMoreMemoryThanTheyMay();
    void screens_areOfABoundedSize();
    void screens_takeTwoFiles();
    void text_equalsTheDirectOne_data();
    void text_equalsTheDirectOne();
    void text_isOfABoundedSize();

private:
    QString path() const { return m_folder.filePath(u"part"_s); }
    Result<QByteArray> screens(const QString &format, int count, qint64 mostBytes = 4 * mib,
                               qint64 memoryBytes = 512 * mib)
    {
        TRY_LET(const Directory folder, Directory::open(m_folder.path()));
        TRY_LET(const MediaFile file, MediaFile::open(folder, u"part"_s));
        const UniqueFd output(::memfd_create("screens", MFD_CLOEXEC));
        const QJsonObject options{
            {u"format"_s, format}, {u"count"_s, count}, {u"mostBytes"_s, mostBytes}};
        const MediaLimits limits{
            .memoryBytes = memoryBytes, .cpuMs = 120'000, .stallMs = 60'000, .fileBytes = 4 * mib};
        const QList<LentFile> files{LentFile::of(file), {output.get(), file.path}};
        TRY_LET(const QJsonObject answer,
                m_host.run({u"screens"_s, options, files, limits}, {},
                           [](qint64 done, qint64 total) { QVERIFY(done <= total); }));
        QByteArray bytes(answer[u"bytes"_s].toInteger(), '\0');
        bytes.resize(readAt(output.get(), bytes.data(), bytes.size(), 0));
        return bytes;
    }

    Result<TextLines> text(const QString &format, qint64 mostBytes = TextLines::mostBytes)
    {
        TRY_LET(const Directory folder, Directory::open(m_folder.path()));
        TRY_LET(const MediaFile file, MediaFile::open(folder, u"part"_s));
        const UniqueFd output(::memfd_create("text", MFD_CLOEXEC));
        const QJsonObject options{{u"format"_s, format}, {u"mostBytes"_s, mostBytes}};
        const MediaLimits limits{.memoryBytes = 512 * mib,
                                 .cpuMs = 120'000,
                                 .stallMs = 60'000,
                                 .fileBytes = TextLines::mostBytes};
        TRY_LET(const QJsonObject answer,
                m_host.run(
                    {u"text"_s, options, {LentFile::of(file), {output.get(), file.path}}, limits}));
        QByteArray bytes(answer[u"bytes"_s].toInteger(), '\0');
        bytes.resize(readAt(output.get(), bytes.data(), bytes.size(), 0));
        return TextLines::fromBytes(bytes);
    }

    QTemporaryDir m_folder;
    MediaHost m_host;
};

void tst_TerminalTasks::screens_equalTheDirectOnes_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("content");
    const QByteArray version1 = R"({"version": 1, "width": 80, "height": 24, "stdout": )"
                                R"([[0.5, "h\u00e9llo"], [2, "\u001b[2J"]]})";
    QByteArray longCast = samples::asciicast();
    while (longCast.size() < 200'000) // more than is read at once
        longCast += "[2.5, \"o\", \"" + QByteArray(3000, 'x') + "\"]\n";
    QTest::newRow("trp") << u"trp"_s << samples::trp();
    QTest::newRow("cast") << u"cast"_s << samples::asciicast();
    QTest::newRow("cast of version 1") << u"cast"_s << version1;
    QTest::newRow("long cast") << u"cast"_s << longCast;
    QTest::newRow("torn trp") << u"trp"_s << samples::trp().chopped(3);
    for (const QString &format : {u"trp"_s, u"cast"_s}) {
        QTest::addRow("empty %s", qPrintable(format)) << format << QByteArray();
        QTest::addRow("zeros as %s", qPrintable(format)) << format << samples::zeros(70'000);
        QTest::addRow("noise as %s", qPrintable(format)) << format << samples::randomBytes(100'000);
    }
}

// The machine behind a screen does in its sandbox what it does outside.
void tst_TerminalTasks::screens_equalTheDirectOnes()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, content);
    samples::writeFile(path(), content);
    for (const int count : {1, 8}) {
        const auto direct = readText(content, [&](QIODevice &device) {
            return format == u"trp" ? screensOfTrp(device, count) : screensOfCast(device, count);
        });
        const auto isolated = screens(format, count);
        QVERIFY2(bool(isolated) == bool(direct),
                 isolated ? "it was drawn" : qPrintable(isolated.error().detail));
        if (direct) {
            QCOMPARE(*isolated, direct->toBytes());
        } else {
            QCOMPARE(isolated.error().code, direct.error().code);
            QCOMPARE(isolated.error().detail, path() + u": "_s + direct.error().detail);
        }
    }
}

void tst_TerminalTasks::screens_takeNoMoreMemoryThanTheyMay()
{
    if (!addressSpaceCanBeLimited)
        QSKIP("the address sanitizer needs all of the address space");
    QByteArray content = R"({"version": 1, "width": 80, "height": 24, "stdout": [)";
    while (content.size() < 12 * mib)
        content += R"([0, "x"], )";
    samples::writeFile(path(), content + R"([0, "x"]]})");
    const auto drawn = screens(u"cast"_s, 1, 4 * mib, 16 * mib);
    QVERIFY(!drawn);
    QCOMPARE(drawn.error().code, ErrorCode::Media);
    QVERIFY2(drawn.error().detail.contains(path()), qPrintable(drawn.error().detail));
    samples::writeFile(path(), samples::asciicast());
    QVERIFY(screens(u"cast"_s, 1, 4 * mib, 16 * mib));
}

void tst_TerminalTasks::screens_areOfABoundedSize()
{
    samples::writeFile(path(), samples::asciicast());
    const auto all = screens(u"cast"_s, 1);
    QVERIFY2(bool(all), all ? "" : qPrintable(all.error().detail));
    QVERIFY(screens(u"cast"_s, 1, all->size()));
    const auto drawn = screens(u"cast"_s, 1, all->size() - 1);
    QVERIFY(!drawn);
    QCOMPARE(drawn.error().code, ErrorCode::Media);
    QVERIFY2(drawn.error().detail.contains(path()), qPrintable(drawn.error().detail));
}

void tst_TerminalTasks::screens_takeTwoFiles()
{
    samples::writeFile(path(), samples::asciicast());
    const auto folder = Directory::open(m_folder.path());
    const auto file = MediaFile::open(*folder, u"part"_s);
    const auto drawn = m_host.run({u"screens"_s, {}, {LentFile::of(*file)}, {}});
    QVERIFY(!drawn);
    QCOMPARE(drawn.error().code, ErrorCode::InvalidArgument);
}

void tst_TerminalTasks::text_equalsTheDirectOne_data()
{
    screens_equalTheDirectOnes_data();
    QTest::newRow("slog") << u"slog"_s << samples::slog();
    QTest::newRow("noise as slog") << u"slog"_s << samples::randomBytes(100'000);
    QByteArray sweeps = samples::asciicast();
    for (int i = 0; i < 2000; ++i)
        sweeps += R"([1, "o", "\u001b[?1049h\u001b[2J\u001b[9999b\u001b[?1049l\u001bc"])"
                  "\n";
    QTest::newRow("screens that come and go") << u"cast"_s << sweeps;
}

void tst_TerminalTasks::text_equalsTheDirectOne()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, content);
    samples::writeFile(path(), content);
    const auto direct = readText(content, [&](QIODevice &device) {
        if (format == u"slog")
            return textOfLog(device);
        return format == u"trp" ? textOfTrp(device) : textOfCast(device);
    });
    const auto isolated = text(format);
    QVERIFY2(bool(isolated) == bool(direct),
             isolated ? "it was read" : qPrintable(isolated.error().detail));
    if (direct) {
        QCOMPARE(isolated->lines, direct->lines);
        QCOMPARE(isolated->cutShort, direct->cutShort);
    } else {
        QCOMPARE(isolated.error().code, direct.error().code);
        QCOMPARE(isolated.error().detail, path() + u": "_s + direct.error().detail);
    }
}

void tst_TerminalTasks::text_isOfABoundedSize()
{
    samples::writeFile(path(), samples::asciicast());
    const auto read = text(u"cast"_s, 20);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Media);
    QVERIFY2(read.error().detail.contains(path()), qPrintable(read.error().detail));
}

QTEST_GUILESS_MAIN(tst_TerminalTasks)
#include "tst_terminaltasks.moc"
