// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/directory.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace respool;
using namespace respool::samples;
using namespace Qt::Literals::StringLiterals;

class tst_Directory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void open_saysWhyNot_data();
    void open_saysWhyNot();
    void open_saysWhenNotPermitted();
    void child_neverFollowsALink();
    void descend_stopsAtALinkInTheMiddle();
    void entries_tellTypesAndSizes();
    void handle_staysWhereItWasOpened();
    void openForReading_takesRegularFilesOnly_data();
    void openForReading_takesRegularFilesOnly();
    void createExclusive_neverReplaces();
    void makeChild_mayRunTwice();
    void moveTo_neverReplaces();
    void moveTo_movesWholeFolders();
    void moveTo_movesTheLinkAndNotItsTarget();
    void moveTo_refusesAnotherVolume();
    void replace_takesThePlace();
    void removeFile_mayRunTwice();
    void removeTree_removesEverythingBelow();
    void removeTree_removesLinksAndNotTheirTargets();
    void removeTree_refusesAMount_data();
    void removeTree_refusesAMount();
    void removeTree_refusesWhatIsTooDeep();
    void everyName_isASingleOne();

private:
    QString path(const QString &name) const { return m_root->filePath(name); }
    Directory root() const { return *Directory::open(m_root->path()); }
    void makeFolder(const QString &name) const { QVERIFY(QDir(m_root->path()).mkpath(name)); }
    static QByteArray encoded(const QString &name) { return QFile::encodeName(name); }

    std::unique_ptr<QTemporaryDir> m_root;
};

void tst_Directory::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

void tst_Directory::open_saysWhyNot_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << u"nothing"_s << int(ErrorCode::NotFound);
    QTest::newRow("a file") << u"file"_s << int(ErrorCode::InvalidArgument);
    QTest::newRow("below a file") << u"file/x"_s << int(ErrorCode::InvalidArgument);
}

void tst_Directory::open_saysWhyNot()
{
    QFETCH(QString, name);
    writeFile(path(u"file"_s), "x");
    const auto opened = Directory::open(path(name));
    QVERIFY(!opened);
    QTEST(int(opened.error().code), "code");
    QVERIFY(opened.error().detail.contains(path(name)));
}

void tst_Directory::open_saysWhenNotPermitted()
{
    if (::getuid() == 0)
        QSKIP("root may open every folder");
    makeFolder(u"closed"_s);
    QCOMPARE(::chmod(encoded(path(u"closed"_s)).constData(), 0), 0);
    QCOMPARE(Directory::open(path(u"closed"_s)).error().code, ErrorCode::PermissionDenied);
}

void tst_Directory::child_neverFollowsALink()
{
    makeFolder(u"real"_s);
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    QVERIFY(root().child(u"real"_s));
    const auto child = root().child(u"link"_s);
    QVERIFY(!child);
    QCOMPARE(child.error().code, ErrorCode::Unsafe);
    QVERIFY(child.error().detail.contains(path(u"link"_s)));
    QCOMPARE(root().child(u"nothing"_s).error().code, ErrorCode::NotFound);
}

void tst_Directory::descend_stopsAtALinkInTheMiddle()
{
    makeFolder(u"a/b/c"_s);
    const auto deep = root().descend(u"a/b/c"_s);
    QVERIFY(deep);
    QCOMPARE(deep->path(), path(u"a/b/c"_s));
    QVERIFY(QFile::link(path(u"a/b"_s), path(u"a/link"_s)));
    QCOMPARE(root().descend(u"a/link/c"_s).error().code, ErrorCode::Unsafe);
    QCOMPARE(root().descend(u"a/../a"_s).error().code, ErrorCode::Unsafe);
    QCOMPARE(root().descend(u""_s).error().code, ErrorCode::Unsafe);
}

void tst_Directory::entries_tellTypesAndSizes()
{
    makeFolder(u"folder"_s);
    writeFile(path(u"file"_s), "12345");
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QCOMPARE(::mkfifo(encoded(path(u"pipe"_s)).constData(), 0600), 0);
    const timespec times[2] = {{7, 0}, {7, 5'000'000}};
    QCOMPARE(::utimensat(AT_FDCWD, encoded(path(u"file"_s)).constData(), times, 0), 0);

    auto entries = *root().entries();
    std::ranges::sort(entries, {}, &FileEntry::name);
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries[0].name, u"file"_s);
    QCOMPARE(entries[0].type, FileEntry::Type::File);
    QCOMPARE(entries[0].bytes, 5);
    QCOMPARE(entries[0].mtimeMs, 7005);
    QCOMPARE(entries[1].type, FileEntry::Type::Directory);
    QCOMPARE(entries[2].type, FileEntry::Type::Symlink);
    QCOMPARE(entries[3].type, FileEntry::Type::Other);
    // A second look starts at the beginning again.
    const Directory held = root();
    QCOMPARE(held.entries()->size(), 4);
    QCOMPARE(held.entries()->size(), 4);
    QCOMPARE(held.stat(u"link"_s)->type, FileEntry::Type::Symlink);
    QCOMPARE(held.stat(u"nothing"_s).error().code, ErrorCode::NotFound);
}

// Somebody swaps the folder for a link while we hold it: we stay in the old one.
void tst_Directory::handle_staysWhereItWasOpened()
{
    makeFolder(u"mine"_s);
    makeFolder(u"precious"_s);
    writeFile(path(u"mine/x"_s), "mine");
    writeFile(path(u"precious/x"_s), "precious");
    const Directory held = *root().child(u"mine"_s);
    QVERIFY(QDir().rename(path(u"mine"_s), path(u"moved"_s)));
    QVERIFY(QFile::link(path(u"precious"_s), path(u"mine"_s)));
    QVERIFY(held.removeFile(u"x"_s));
    QVERIFY(!QFile::exists(path(u"moved/x"_s)));
    QCOMPARE(readFile(path(u"precious/x"_s)), "precious");
}

void tst_Directory::openForReading_takesRegularFilesOnly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("link") << u"link"_s << int(ErrorCode::Unsafe);
    QTest::newRow("pipe") << u"pipe"_s << int(ErrorCode::Unsafe);
    QTest::newRow("folder") << u"folder"_s << int(ErrorCode::Unsafe);
    QTest::newRow("missing") << u"nothing"_s << int(ErrorCode::NotFound);
}

void tst_Directory::openForReading_takesRegularFilesOnly()
{
    QFETCH(QString, name);
    makeFolder(u"folder"_s);
    writeFile(path(u"file"_s), "x");
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    QCOMPARE(::mkfifo(encoded(path(u"pipe"_s)).constData(), 0600), 0);
    const auto opened = root().openForReading(name);
    QVERIFY(!opened);
    QTEST(int(opened.error().code), "code");
    QVERIFY(root().openForReading(u"file"_s));
}

void tst_Directory::createExclusive_neverReplaces()
{
    QVERIFY(root().createExclusive(u"new"_s, 0600));
    QCOMPARE(root().createExclusive(u"new"_s, 0600).error().code, ErrorCode::Conflict);
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"link"_s)));
    QCOMPARE(root().createExclusive(u"link"_s, 0600).error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(path(u"elsewhere"_s)));
}

void tst_Directory::makeChild_mayRunTwice()
{
    QVERIFY(root().makeChild(u"a"_s));
    QVERIFY(root().makeChild(u"a"_s));
    QVERIFY(QFileInfo(path(u"a"_s)).isDir());
    writeFile(path(u"file"_s), "x");
    QVERIFY(!root().makeChild(u"file"_s));
    QVERIFY(QFile::link(path(u"a"_s), path(u"link"_s)));
    QCOMPARE(root().makeChild(u"link"_s).error().code, ErrorCode::Unsafe);
}

void tst_Directory::moveTo_neverReplaces()
{
    makeFolder(u"trash"_s);
    const Directory trash = *root().child(u"trash"_s);
    writeFile(path(u"a"_s), "new");
    writeFile(path(u"trash/a"_s), "old");
    QCOMPARE(root().moveTo(u"a"_s, trash, u"a"_s).error().code, ErrorCode::Conflict);
    QCOMPARE(readFile(path(u"trash/a"_s)), "old");
    QVERIFY(root().moveTo(u"a"_s, trash, u"b"_s));
    QCOMPARE(readFile(path(u"trash/b"_s)), "new");
    QCOMPARE(root().moveTo(u"a"_s, trash, u"c"_s).error().code, ErrorCode::NotFound);
}

void tst_Directory::moveTo_movesWholeFolders()
{
    makeFolder(u"trash"_s);
    makeFolder(u"recording/deep"_s);
    writeFile(path(u"recording/deep/x"_s), "x");
    QVERIFY(root().moveTo(u"recording"_s, *root().child(u"trash"_s), u"1"_s));
    QCOMPARE(readFile(path(u"trash/1/deep/x"_s)), "x");
    QVERIFY(!QFile::exists(path(u"recording"_s)));
}

void tst_Directory::moveTo_movesTheLinkAndNotItsTarget()
{
    makeFolder(u"trash"_s);
    makeFolder(u"precious"_s);
    QVERIFY(QFile::link(path(u"precious"_s), path(u"link"_s)));
    QVERIFY(root().moveTo(u"link"_s, *root().child(u"trash"_s), u"link"_s));
    QVERIFY(QFileInfo(path(u"trash/link"_s)).isSymLink());
    QVERIFY(QFileInfo(path(u"precious"_s)).isDir());
}

void tst_Directory::moveTo_refusesAnotherVolume()
{
    makeFolder(u"other"_s);
    if (::mount("none", encoded(path(u"other"_s)).constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("mounting is not permitted here");
    writeFile(path(u"a"_s), "x");
    const auto moved = [this] {
        return root().moveTo(u"a"_s, *root().child(u"other"_s), u"a"_s);
    }();
    ::umount2(encoded(path(u"other"_s)).constData(), MNT_DETACH);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::Refused);
    QVERIFY(moved.error().detail.contains(u"volume"_s));
    QCOMPARE(readFile(path(u"a"_s)), "x");
}

void tst_Directory::replace_takesThePlace()
{
    writeFile(path(u"part"_s), "new");
    writeFile(path(u"a"_s), "old");
    QVERIFY(root().replace(u"part"_s, u"a"_s));
    QCOMPARE(readFile(path(u"a"_s)), "new");
    QCOMPARE(root().entries()->size(), 1);
}

void tst_Directory::removeFile_mayRunTwice()
{
    writeFile(path(u"a"_s), "x");
    QVERIFY(root().removeFile(u"a"_s));
    QVERIFY(root().removeFile(u"a"_s));
    makeFolder(u"folder"_s);
    QVERIFY(!root().removeFile(u"folder"_s));
    QVERIFY(QFileInfo(path(u"folder"_s)).isDir());
}

void tst_Directory::removeTree_removesEverythingBelow()
{
    makeFolder(u"tree/a/b"_s);
    makeFolder(u"tree/empty"_s);
    writeFile(path(u"tree/a/b/x"_s), "x");
    writeFile(path(u"tree/.hidden"_s), "x");
    QCOMPARE(::mkfifo(encoded(path(u"tree/pipe"_s)).constData(), 0600), 0);
    // A name in Latin-1, as an old Windows share leaves it.
    writeFile(path(u"tree/a/latin"_s), "x");
    QCOMPARE(::rename(encoded(path(u"tree/a/latin"_s)).constData(),
                      (encoded(path(u"tree/a/"_s)) + "\xFC").constData()),
             0);
    writeFile(path(u"beside"_s), "x");
    const auto removed = root().removeTree(u"tree"_s);
    QVERIFY2(bool(removed), removed ? "" : qPrintable(removed.error().detail));
    QVERIFY(root().removeTree(u"tree"_s));
    QVERIFY(root().removeTree(u"beside"_s));
    QVERIFY(root().entries()->isEmpty());
}

void tst_Directory::removeTree_removesLinksAndNotTheirTargets()
{
    makeFolder(u"precious"_s);
    writeFile(path(u"precious/x"_s), "x");
    makeFolder(u"tree"_s);
    QVERIFY(QFile::link(path(u"precious"_s), path(u"tree/link"_s)));
    QVERIFY(QFile::link(path(u"tree"_s), path(u"top"_s)));
    QVERIFY(root().removeTree(u"top"_s));
    QVERIFY(QFileInfo(path(u"tree"_s)).isDir());
    QVERIFY(root().removeTree(u"tree"_s));
    QCOMPARE(readFile(path(u"precious/x"_s)), "x");
}

void tst_Directory::removeTree_refusesAMount_data()
{
    QTest::addColumn<QString>("mountPoint");
    QTest::addColumn<bool>("bind");
    QTest::newRow("another volume") << u"tree/mnt"_s << false;
    QTest::newRow("another volume at the top") << u"tree"_s << false;
    QTest::newRow("a part of the same volume") << u"tree/mnt"_s << true;
}

void tst_Directory::removeTree_refusesAMount()
{
    QFETCH(QString, mountPoint);
    QFETCH(bool, bind);
    makeFolder(u"tree/mnt"_s);
    makeFolder(u"precious"_s);
    writeFile(path(u"precious/x"_s), "x");
    const QByteArray at = encoded(path(mountPoint));
    const int mounted = bind ? ::mount(encoded(path(u"precious"_s)).constData(), at.constData(),
                                       nullptr, MS_BIND, nullptr)
                             : ::mount("none", at.constData(), "tmpfs", 0, "size=1m");
    if (mounted != 0)
        QSKIP("mounting is not permitted here");
    writeFile(path(mountPoint + u"/y"_s), "y");
    const auto removed = root().removeTree(u"tree"_s);
    const bool kept = QFile::exists(path(mountPoint + u"/y"_s));
    ::umount2(at.constData(), MNT_DETACH);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Unsafe);
    QVERIFY(kept);
    QCOMPARE(readFile(path(u"precious/x"_s)), "x");
    QVERIFY(root().removeTree(u"tree"_s));
}

void tst_Directory::removeTree_refusesWhatIsTooDeep()
{
    Directory here = root();
    for (int i = 0; i < 300; ++i) {
        QVERIFY(here.makeChild(u"d"_s));
        here = *here.child(u"d"_s);
    }
    const auto removed = root().removeTree(u"d"_s);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Unsafe);
    QVERIFY(removed.error().detail.contains(path(u"d"_s)));
}

void tst_Directory::everyName_isASingleOne()
{
    makeFolder(u"a"_s);
    writeFile(path(u"a/x"_s), "x");
    for (const QString &name : {u"a/x"_s, u"../x"_s, u".."_s, u"."_s, u"/etc"_s, QString()}) {
        QCOMPARE(root().child(name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().stat(name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().openForReading(name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().createExclusive(name, 0600).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().makeChild(name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().moveTo(u"a"_s, root(), name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().moveTo(name, root(), u"b"_s).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().removeFile(name).error().code, ErrorCode::Unsafe);
        QCOMPARE(root().removeTree(name).error().code, ErrorCode::Unsafe);
    }
    QCOMPARE(readFile(path(u"a/x"_s)), "x");
}

QTEST_GUILESS_MAIN(tst_Directory)
#include "tst_directory.moc"
