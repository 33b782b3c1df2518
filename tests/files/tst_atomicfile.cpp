// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/atomicfile.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace respool;
using namespace respool::samples;
using namespace Qt::Literals::StringLiterals;

class tst_AtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void partName_isRecognised();
    void write_makesAndReplaces();
    void write_keepsModeAndOwner();
    void write_removesAStalePart();
    void write_leavesTheOldFileWhenTheVolumeIsFull();
    void write_neverWritesThroughALink();
    void read_isBounded();
    void read_refusesALink();

private:
    QString path(const QString &name) const { return m_root->filePath(name); }
    Directory root() const { return *Directory::open(m_root->path()); }

    std::unique_ptr<QTemporaryDir> m_root;
};

void tst_AtomicFile::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

void tst_AtomicFile::partName_isRecognised()
{
    QCOMPARE(partNameOf(u"a.webm"_s), u".a.webm.respool-part"_s);
    QVERIFY(isPartName(partNameOf(u"a.webm"_s)));
    for (const QString &name : {u"a.webm"_s, u".a.webm"_s, u"a.respool-part"_s, u""_s})
        QVERIFY(!isPartName(name));
}

void tst_AtomicFile::write_makesAndReplaces()
{
    QVERIFY(writeAtomically(root(), u"a"_s, "one"));
    QCOMPARE(readFile(path(u"a"_s)), "one");
    QVERIFY(writeAtomically(root(), u"a"_s, ""));
    QCOMPARE(readFile(path(u"a"_s)), "");
    const QByteArray large = randomBytes(3'000'000);
    QVERIFY(writeAtomically(root(), u"a"_s, large));
    QCOMPARE(readFile(path(u"a"_s)), large);
    QCOMPARE(root().entries()->size(), 1);
}

void tst_AtomicFile::write_keepsModeAndOwner()
{
    writeFile(path(u"a"_s), "old");
    const QByteArray file = QFile::encodeName(path(u"a"_s));
    const bool given = ::getuid() == 0 && ::chown(file.constData(), 1234, 4321) == 0;
    QCOMPARE(::chmod(file.constData(), 0640), 0);
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    struct stat status = {};
    QCOMPARE(::stat(file.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0640));
    if (given) {
        QCOMPARE(status.st_uid, uid_t(1234));
        QCOMPARE(status.st_gid, gid_t(4321));
    }
}

void tst_AtomicFile::write_removesAStalePart()
{
    writeFile(path(partNameOf(u"a"_s)), "left by a crash, and longer");
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(readFile(path(u"a"_s)), "new");
    QCOMPARE(root().entries()->size(), 1);
}

void tst_AtomicFile::write_leavesTheOldFileWhenTheVolumeIsFull()
{
    const QByteArray mountPoint = QFile::encodeName(m_root->path());
    if (::mount("none", mountPoint.constData(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("mounting is not permitted here");
    writeFile(path(u"a"_s), "old");
    const auto written = writeAtomically(root(), u"a"_s, randomBytes(200'000));
    const QByteArray content = readFile(path(u"a"_s));
    const auto entries = root().entries();
    ::umount2(mountPoint.constData(), MNT_DETACH);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NoSpace);
    QCOMPARE(content, "old");
    QCOMPARE(entries->size(), 1);
}

void tst_AtomicFile::write_neverWritesThroughALink()
{
    writeFile(path(u"precious"_s), "precious");
    QVERIFY(QFile::link(path(u"precious"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"precious"_s), path(partNameOf(u"a"_s))));
    QCOMPARE(writeAtomically(root(), u"link"_s, "new").error().code, ErrorCode::Unsafe);
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(readFile(path(u"precious"_s)), "precious");
    QCOMPARE(readFile(path(u"a"_s)), "new");
}

void tst_AtomicFile::read_isBounded()
{
    writeFile(path(u"a"_s), "12345");
    QCOMPARE(*readSmallFile(root(), u"a"_s, 5), "12345");
    const auto large = readSmallFile(root(), u"a"_s, 4);
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::InvalidArgument);
    QVERIFY(large.error().detail.contains(path(u"a"_s)));
    QCOMPARE(readSmallFile(root(), u"nothing"_s, 5).error().code, ErrorCode::NotFound);
}

void tst_AtomicFile::read_refusesALink()
{
    writeFile(path(u"a"_s), "x");
    QVERIFY(QFile::link(path(u"a"_s), path(u"link"_s)));
    QCOMPARE(readSmallFile(root(), u"link"_s, 5).error().code, ErrorCode::Unsafe);
}

QTEST_GUILESS_MAIN(tst_AtomicFile)
#include "tst_atomicfile.moc"
