// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_AtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void write_makesAndReplaces();
    void write_keepsTheMode();
    void write_removesAStalePart();
    void write_replacesALinkNotItsTarget();
    void write_thatFailsLeavesTheOldAndNoPart();
    void write_toAFolderLeavesNoPart();
    void write_neverFollowsALinkAtThePart();
    void partNames_areHiddenAndKnown();
    void read_refusesWhatIsTooLarge();
    void read_ofNothingSaysSo();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }
    QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    Directory root() const { return *Directory::open(m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_AtomicFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_AtomicFile::write_makesAndReplaces()
{
    QVERIFY(writeAtomically(root(), u"a"_s, "old and long"));
    QCOMPARE(contentOf(u"a"_s), "old and long");
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(contentOf(u"a"_s), "new");
    QVERIFY(writeAtomically(root(), u"a"_s, ""));
    QCOMPARE(contentOf(u"a"_s), "");
    QCOMPARE(names(), QStringList{u"a"_s});
    QCOMPARE(*readSmallFile(root(), u"a"_s, 0), "");
}

void tst_AtomicFile::write_keepsTheMode()
{
    QVERIFY(writeAtomically(root(), u"a"_s, "old"));
    QVERIFY(::chmod(QFile::encodeName(path(u"a"_s)), 0461) == 0);
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    struct stat status
    {};
    QVERIFY(::stat(QFile::encodeName(path(u"a"_s)), &status) == 0);
    QCOMPARE(status.st_mode & 07777, 0461U);
    QCOMPARE(contentOf(u"a"_s), "new");
}

void tst_AtomicFile::write_removesAStalePart()
{
    QFile stale(path(partNameOf(u"a"_s)));
    QVERIFY(stale.open(QIODevice::WriteOnly) && stale.write("half of something longer") > 0);
    stale.close();
    QVERIFY(writeAtomically(root(), u"a"_s, "whole"));
    QCOMPARE(contentOf(u"a"_s), "whole");
    QCOMPARE(names(), QStringList{u"a"_s});
}

void tst_AtomicFile::write_replacesALinkNotItsTarget()
{
    QVERIFY(writeAtomically(root(), u"target"_s, "precious"));
    QVERIFY(::symlink("target", QFile::encodeName(path(u"a"_s))) == 0);
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(contentOf(u"target"_s), "precious");
    QCOMPARE(contentOf(u"a"_s), "new");
    QVERIFY(!QFileInfo(path(u"a"_s)).isSymLink());
}

void tst_AtomicFile::write_thatFailsLeavesTheOldAndNoPart()
{
    const Directory root = this->root();
    QVERIFY(writeAtomically(root, u"a"_s, "old"));
    const QString tooLong(250, u'n');
    QVERIFY(!writeAtomically(root, tooLong, "new"));
    const auto outside = writeAtomically(root, u"../a"_s, "new");
    QVERIFY(!outside);
    QCOMPARE(outside.error().code, ErrorCode::Unsafe);
    QCOMPARE(contentOf(u"a"_s), "old");
    QCOMPARE(names(), QStringList{u"a"_s});
}

void tst_AtomicFile::write_toAFolderLeavesNoPart()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"a"_s));
    QVERIFY(!writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void tst_AtomicFile::write_neverFollowsALinkAtThePart()
{
    QVERIFY(writeAtomically(root(), u"target"_s, "precious"));
    QVERIFY(::symlink("target", QFile::encodeName(path(partNameOf(u"a"_s)))) == 0);
    QVERIFY(writeAtomically(root(), u"a"_s, "new"));
    QCOMPARE(contentOf(u"target"_s), "precious");
    QCOMPARE(contentOf(u"a"_s), "new");
}

void tst_AtomicFile::partNames_areHiddenAndKnown()
{
    QVERIFY(isPartName(partNameOf(u"recording-0.webm"_s)));
    QVERIFY(partNameOf(u"recording-0.webm"_s).startsWith(u'.'));
    QVERIFY(!isPartName(u"recording-0.webm"_s));
    QVERIFY(!isPartName(u".hidden.webm"_s));
}

void tst_AtomicFile::read_refusesWhatIsTooLarge()
{
    QVERIFY(writeAtomically(root(), u"a"_s, "12345"));
    QCOMPARE(*readSmallFile(root(), u"a"_s, 5), "12345");
    const auto read = readSmallFile(root(), u"a"_s, 4);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    QVERIFY(read.error().detail.contains(path(u"a"_s)));
}

void tst_AtomicFile::read_ofNothingSaysSo()
{
    QCOMPARE(readSmallFile(root(), u"a"_s, 5).error().code, ErrorCode::NotFound);
    QVERIFY(::symlink("/etc/passwd", QFile::encodeName(path(u"a"_s))) == 0);
    QCOMPARE(readSmallFile(root(), u"a"_s, 5).error().code, ErrorCode::Unsafe);
}

QTEST_APPLESS_MAIN(tst_AtomicFile)
#include "tst_atomicfile.moc"
