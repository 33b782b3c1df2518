// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/atomicfile.h"
#include "core/files/directory.h"
#include "core/media/mediahost.h"
#include "core/media/mediareader.h"
#include "core/media/remuxer.h"
#include "core/media/webm/webmstructure.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString webm = u"recording-0.webm"_s;

QString words(const Error &error)
{
    return u"%1: %2"_s.arg(int(error.code)).arg(error.detail);
}

struct stat statusOf(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        qFatal("no %s", qPrintable(path));
    return status;
}

} // namespace

class tst_Remuxer : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void remux_makesALiveFileSeekable_data();
    void remux_makesALiveFileSeekable();
    void remux_keepsTheAttributes();
    void remux_leavesASeekableFileAlone();
    void remux_removesAStalePart();
    void remux_keepsWhatADamagedFileHolds_data();
    void remux_keepsWhatADamagedFileHolds();
    void remux_refusesWhatItCannotSave_data();
    void remux_refusesWhatItCannotSave();
    void remux_refusesALink();
    void remux_refusesAFileThatIsWritten();
    void remux_refusesAFileThatWasReplaced();
    void remux_refusesAFileThatGrew();
    void remux_refusesAFileThatWentAway();
    void remux_keepsBothPartsOfAnAppendedFile();
    void remux_stopsWhenAsked();
    void remux_tellsProgress();
    void remux_saysHowMuchSpaceIsMissing();
    void remux_warnsAboutHardLinks();
    void removeStalePart_isSuccessWhenThereIsNone();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Directory directory() const { return *Directory::open(m_folder->path()); }
    Result<RemuxReport> remux(const MediaProgress &progress = {}, const std::stop_token &stop = {})
    {
        return remuxInPlace(MediaReader(m_host), directory(), webm, m_options, stop, progress);
    }
    Result<WebmStructure> structure() const
    {
        TRY_LET(const MediaFile file, MediaFile::open(directory(), webm));
        return readWebmStructure(file);
    }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    MediaHost m_host;
    RemuxOptions m_options{.rewrite = {.onlyIfNeeded = true}};
};

void tst_Remuxer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Remuxer::remux_makesALiveFileSeekable_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("VP8 and Opus") << samples::liveWebm();
    QTest::newRow("VP8 alone") << samples::liveWebm({.audio = false});
    QTest::newRow("VP9 and Opus") << samples::liveWebm({.codec = "libvpx-vp9", .seconds = 2});
    // Real recordings of browsers and of a Gateway, where they are at hand.
    const QString data = qEnvironmentVariable("RESPOOL_TEST_DATA");
    if (data.isEmpty())
        return;
    for (const QFileInfo &file : QDir(data + u"/webm"_s).entryInfoList({u"*.webm"_s}))
        QTest::newRow(qPrintable(file.fileName())) << samples::readFile(file.filePath());
    const QDir store(data + u"/gateway-store"_s);
    for (const QString &id : store.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString file = store.filePath(id + u'/' + webm);
        if (QFile::exists(file))
            QTest::newRow(qPrintable(id)) << samples::readFile(file);
    }
}

void tst_Remuxer::remux_makesALiveFileSeekable()
{
    QFETCH(QByteArray, content);
    samples::writeFile(path(webm), content);
    const QByteArray hashes = samples::streamHashes(path(webm));
    const QByteArray packets = samples::packetList(path(webm));
    QVERIFY(!structure()->seekable());

    const auto report = remux();
    QVERIFY2(bool(report), report ? "" : qPrintable(words(report.error())));
    QVERIFY(!report->alreadySeekable);
    QCOMPARE(report->warning, QString());
    QCOMPARE(report->bytesBefore, qint64(content.size()));
    QCOMPARE(report->bytesAfter, QFileInfo(path(webm)).size());
    QCOMPARE(report->packets, packets.trimmed().count('\n') + 1);
    QVERIFY(report->durationMs > 1000);

    const auto after = structure();
    QVERIFY(after && after->seekable() && after->isWebm);
    QCOMPARE(samples::streamHashes(path(webm)), hashes);
    QCOMPARE(samples::packetList(path(webm)), packets);
    QCOMPARE(names(), QStringList{webm});
    const auto again = remux();
    QVERIFY(again && again->alreadySeekable);
}

void tst_Remuxer::remux_keepsTheAttributes()
{
    samples::writeFile(path(webm), samples::liveWebm());
    const QByteArray file = QFile::encodeName(path(webm));
    QCOMPARE(::chmod(file.constData(), 0640), 0);
    const bool labelled = ::setxattr(file.constData(), "user.note", "kept", 4, 0) == 0;
    const bool given = ::getuid() == 0 && ::chown(file.constData(), 1234, 4321) == 0;
    const timespec times[2] = {{1'600'000'000, 1}, {1'600'000'123, 456'789'000}};
    QCOMPARE(::utimensat(AT_FDCWD, file.constData(), times, 0), 0);

    QVERIFY(remux());
    const struct stat now = statusOf(path(webm));
    QCOMPARE(now.st_mode & 07777, mode_t(0640));
    QCOMPARE(qint64(now.st_mtim.tv_sec), qint64(1'600'000'123));
    QCOMPARE(qint64(now.st_mtim.tv_nsec), qint64(456'789'000));
    if (given) {
        QCOMPARE(now.st_uid, uid_t(1234));
        QCOMPARE(now.st_gid, gid_t(4321));
    }
    char value[8] = {};
    if (labelled)
        QCOMPARE(::getxattr(file.constData(), "user.note", value, sizeof value), ssize_t(4));
}

void tst_Remuxer::remux_leavesASeekableFileAlone()
{
    samples::writeFile(path(webm), samples::seekableWebm());
    const ino_t inode = statusOf(path(webm)).st_ino;
    const auto report = remux();
    QVERIFY(report && report->alreadySeekable);
    QCOMPARE(report->durationMs, 2000);
    QCOMPARE(statusOf(path(webm)).st_ino, inode);
    QCOMPARE(samples::readFile(path(webm)), samples::seekableWebm());
}

void tst_Remuxer::remux_removesAStalePart()
{
    samples::writeFile(path(webm), samples::liveWebm());
    samples::writeFile(path(partNameOf(webm)), "left by a crash");
    QVERIFY(remux());
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_keepsWhatADamagedFileHolds_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray live = samples::liveWebm();
    QTest::newRow("cut in a packet") << live.first(live.size() * 2 / 3 + 11);
    QTest::newRow("zeros at the end") << live.first(live.size() / 2) + samples::zeros(20'000);
    QByteArray holed = live;
    holed.replace(live.size() / 2, 3000, samples::randomBytes(3000));
    QTest::newRow("garbage in the middle") << holed;
}

void tst_Remuxer::remux_keepsWhatADamagedFileHolds()
{
    QFETCH(QByteArray, content);
    samples::writeFile(path(webm), content);
    const auto report = remux();
    QVERIFY2(bool(report), report ? "" : qPrintable(words(report.error())));
    QVERIFY2(report->warning.contains(u"damaged"_s), qPrintable(report->warning));
    QVERIFY(report->packets > 50);
    QVERIFY(structure()->seekable());
    // The damaged original stays beside the copy, as it was; not when that was not wanted.
    QCOMPARE(report->keptAs, webm + u".orig"_s);
    QCOMPARE(names(), (QStringList{webm, webm + u".orig"_s}));
    QCOMPARE(samples::readFile(path(webm + u".orig"_s)), content);
    samples::writeFile(path(webm), content);
    m_options.keepDamaged = false;
    QVERIFY(remux());
    m_options.keepDamaged = true;
    QCOMPARE(names(), (QStringList{webm, webm + u".orig"_s}));
    // Another original does not take the place of the first one.
    samples::writeFile(path(webm), content + "x");
    const auto second = remux();
    QVERIFY(second);
    QCOMPARE(second->keptAs, webm + u".orig-2"_s);
}

void tst_Remuxer::remux_refusesWhatItCannotSave_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const QByteArray live = samples::liveWebm();
    const qsizetype cluster = live.indexOf("\x1F\x43\xB6\x75");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("one byte") << QByteArray("\x1A") << u"no media"_s;
    QTest::newRow("random") << samples::randomBytes(5000) << u"no media"_s;
    QTest::newRow("zeros") << samples::zeros(5000) << u"no media"_s;
    QTest::newRow("head alone") << live.first(cluster) << u"first packet"_s;
    QTest::newRow("cut in the tracks") << live.first(live.indexOf("V_VP8")) << webm;
    QTest::newRow("cut in the first packet") << live.first(cluster + 40) << webm;
    QTest::newRow("codec") << samples::mpeg4Matroska() << u"MPEG4"_s;
}

void tst_Remuxer::remux_refusesWhatItCannotSave()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    samples::writeFile(path(webm), content);
    const auto report = remux();
    QVERIFY(!report);
    QCOMPARE(report.error().code, word == "MPEG4"_L1 ? ErrorCode::Refused : ErrorCode::Media);
    QVERIFY2(report.error().detail.contains(webm), qPrintable(report.error().detail));
    QVERIFY2(report.error().detail.contains(word), qPrintable(report.error().detail));
    QCOMPARE(samples::readFile(path(webm)), content);
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_refusesALink()
{
    samples::writeFile(path(u"elsewhere"_s), samples::liveWebm());
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(webm)));
    const auto report = remux();
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Unsafe);
    QCOMPARE(samples::readFile(path(u"elsewhere"_s)), samples::liveWebm());
    QVERIFY(QFileInfo(path(webm)).isSymLink());
}

void tst_Remuxer::remux_refusesAFileThatIsWritten()
{
    samples::writeFile(path(webm), samples::liveWebm());
    QProcess recorder;
    recorder.start(u"sh"_s, {u"-c"_s, u"exec 3>>\"$0\"; echo open; read -r line"_s, path(webm)});
    QVERIFY(recorder.waitForReadyRead());
    const auto report = remux();
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Busy);
    QCOMPARE(names(), QStringList{webm});

    recorder.write("\n");
    QVERIFY(recorder.waitForFinished());
    QVERIFY(remux());
}

void tst_Remuxer::remux_refusesAFileThatWasReplaced()
{
    samples::writeFile(path(webm), samples::liveWebm({.seconds = 8}));
    bool replaced = false;
    const auto report = remux([&](qint64, qint64) {
        if (replaced)
            return;
        replaced = true;
        samples::writeFile(path(u"other"_s), samples::liveWebm());
        QCOMPARE(::rename(QFile::encodeName(path(u"other"_s)).constData(),
                          QFile::encodeName(path(webm)).constData()),
                 0);
    });
    QVERIFY(replaced);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Conflict);
    QCOMPARE(samples::readFile(path(webm)), samples::liveWebm());
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_refusesAFileThatGrew()
{
    const QByteArray live = samples::liveWebm({.seconds = 8});
    samples::writeFile(path(webm), live);
    const auto report = remux([&](qint64, qint64) {
        QFile file(path(webm));
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("more"), 4);
    });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Conflict);
    QVERIFY(samples::readFile(path(webm)).startsWith(live + "more"));
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_refusesAFileThatWentAway()
{
    samples::writeFile(path(webm), samples::liveWebm({.seconds = 8}));
    const auto report = remux([&](qint64, qint64) { QFile::remove(path(webm)); });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    QCOMPARE(names(), QStringList());
}

void tst_Remuxer::remux_keepsBothPartsOfAnAppendedFile()
{
    // A recorder that was started again and appended: timestamps run backwards.
    const QByteArray once = samples::liveWebm();
    samples::writeFile(path(webm), once);
    const qint64 packets = samples::packetList(path(webm)).trimmed().count('\n') + 1;
    samples::writeFile(path(webm), once + once);
    const auto report = remux();
    QVERIFY2(bool(report), report ? "" : qPrintable(words(report.error())));
    QCOMPARE(report->packets, 2 * packets);
    QVERIFY2(report->warning.contains(u"joined"_s), qPrintable(report->warning));
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_stopsWhenAsked()
{
    samples::writeFile(path(webm), samples::liveWebm({.seconds = 8}));
    std::stop_source source;
    const auto report = remux([&](qint64, qint64) { source.request_stop(); }, source.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Interrupted);
    QCOMPARE(samples::readFile(path(webm)), samples::liveWebm({.seconds = 8}));
    QCOMPARE(names(), QStringList{webm});
}

void tst_Remuxer::remux_tellsProgress()
{
    const QByteArray content = samples::liveWebm({.seconds = 8});
    samples::writeFile(path(webm), content);
    qint64 last = 0;
    QVERIFY(remux([&](qint64 done, qint64 total) {
        QCOMPARE(total, qint64(content.size()));
        QVERIFY(done >= last && done <= total);
        last = done;
    }));
    QVERIFY(last > 0);
}

void tst_Remuxer::remux_saysHowMuchSpaceIsMissing()
{
    const QByteArray content = samples::liveWebm({.seconds = 8});
    const QByteArray mountPoint = QFile::encodeName(m_folder->path());
    const QByteArray size = "size=" + QByteArray::number(content.size() + 256 * 1024);
    if (::mount("none", mountPoint.constData(), "tmpfs", 0, size.constData()) != 0)
        QSKIP("mounting is not permitted here");
    samples::writeFile(path(webm), content);
    const auto full = remux();
    const QStringList left = names();
    const bool untouched = samples::readFile(path(webm)) == content;
    const bool grown =
        ::mount("none", mountPoint.constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0;
    const auto later = remux();
    ::umount2(mountPoint.constData(), MNT_DETACH);

    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::NoSpace);
    QVERIFY2(full.error().detail.contains(u"more bytes are needed"_s),
             qPrintable(full.error().detail));
    QVERIFY(full.error().detail.contains(m_folder->path()));
    QCOMPARE(left, QStringList{webm});
    QVERIFY(untouched);
    QVERIFY(grown);
    QVERIFY2(bool(later), later ? "" : qPrintable(words(later.error())));
}

void tst_Remuxer::remux_warnsAboutHardLinks()
{
    samples::writeFile(path(webm), samples::liveWebm());
    QCOMPARE(::link(QFile::encodeName(path(webm)).constData(),
                    QFile::encodeName(path(u"second"_s)).constData()),
             0);
    const auto report = remux();
    QVERIFY(report && report->warning.contains(u"hard links"_s));
    QCOMPARE(samples::readFile(path(u"second"_s)), samples::liveWebm());
}

void tst_Remuxer::removeStalePart_isSuccessWhenThereIsNone()
{
    QVERIFY(removeStalePart(directory(), webm));
    samples::writeFile(path(partNameOf(webm)), "left");
    QVERIFY(removeStalePart(directory(), webm));
    QCOMPARE(names(), QStringList());
    QVERIFY(removeStalePart(directory(), webm));
}

QTEST_GUILESS_MAIN(tst_Remuxer)
#include "tst_remuxer.moc"
