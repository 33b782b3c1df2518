// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trash.h"
#include "tests/support/storefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Trash : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void moveIn_takesAFolder();
    void moveIn_takesAFileOutOfItsFolder();
    void moveIn_takesAFileNamedLikeItsUid();
    void moveIn_ofNothingIsNotFound();
    void moveIn_neverOverwrites();
    void moveIn_refusesLinksAndPathsOutside();
    void moveOut_bringsItBack();
    void moveOut_makesTheFoldersAgain();
    void moveOut_neverOverwrites();
    void moveOut_ofNothingIsNotFound();
    void moveOut_finishesWhatACrashLeft();
    void purge_removesWhole();
    void purge_ofAFileTakesItsFolderInTheTrash();
    void purge_touchesOnlyTheTrash_data();
    void purge_touchesOnlyTheTrash();
    void purge_finishesWhatACrashLeft();
    void purge_removesWhatABrokenPurgeLeftInTheWay();
    void purge_doesNotFollowLinks();
    void purge_leavesTheOthersOfTheBatch();
    void sweep_finishesPurges();

private:
    QString moveIn(const QString &path, const QString &uid) const
    {
        const auto moved = Trash(m_root).moveIn(path, u"b1"_s, uid);
        return moved ? *moved : moved.error().detail;
    }
    Result<> moveOut(const QString &place, const QString &path) const
    {
        Trash trash(m_root);
        TRY(trash.moveOut(place, path));
        return trash.sync();
    }
    // As a purge does it.
    Result<> purge(const QString &place) const
    {
        Trash trash(m_root);
        TRY(trash.bury(place));
        TRY(trash.sync());
        TRY(trash.remove(place));
        return trash.sync();
    }
    std::unique_ptr<StoreFixture> m_store;
    Directory m_root = *Directory::open(u"/"_s);
};

void tst_Trash::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_root = m_store->root();
    m_store->addSession(firstUid);
}

void tst_Trash::moveIn_takesAFolder()
{
    const QString expected = u".respool/trash/b1/"_s + firstUid;
    const QStringList before = m_store->tree(firstUid);
    QCOMPARE(moveIn(firstUid, firstUid), expected);
    QCOMPARE(moveIn(firstUid, firstUid), expected);
    QCOMPARE(m_store->tree(expected), before);
    QVERIFY(!m_store->isThere(firstUid));
}

void tst_Trash::moveIn_takesAFileOutOfItsFolder()
{
    m_store->write(u"a/b/film.webm"_s, "film");
    m_store->write(u"a/b/other.webm"_s, "other");
    QCOMPARE(moveIn(u"a/b/film.webm"_s, u"u1"_s), u".respool/trash/b1/u1/film.webm"_s);
    QCOMPARE(moveIn(u"a/b/film.webm"_s, u"u1"_s), u".respool/trash/b1/u1/film.webm"_s);
    QCOMPARE(m_store->read(u".respool/trash/b1/u1/film.webm"_s), "film");
    QCOMPARE(m_store->tree(u"a"_s), (QStringList{u"b"_s, u"b/other.webm"_s}));
}

void tst_Trash::moveIn_takesAFileNamedLikeItsUid()
{
    m_store->write(u"u1"_s, "film");
    QCOMPARE(moveIn(u"u1"_s, u"u1"_s), u".respool/trash/b1/u1/u1"_s);
    const QString again = moveIn(u"u1"_s, u"u1"_s);
    QCOMPARE(again, u".respool/trash/b1/u1/u1"_s);
    QVERIFY(moveOut(again, u"u1"_s));
    QCOMPARE(m_store->read(u"u1"_s), "film");

    // A folder of one file of its own name stays a folder.
    m_store->write(u"u2/recording.json"_s, "{}");
    m_store->write(u"u2/u2"_s, "x");
    QCOMPARE(moveIn(u"u2"_s, u"u2"_s), u".respool/trash/b1/u2"_s);
    QCOMPARE(moveIn(u"u2"_s, u"u2"_s), u".respool/trash/b1/u2"_s);
}

void tst_Trash::moveIn_ofNothingIsNotFound()
{
    const auto moved = Trash(m_root).moveIn(secondUid, u"b1"_s, secondUid);
    QCOMPARE(codeOf(moved), ErrorCode::NotFound);
    QCOMPARE(codeOf(Trash(m_root).moveIn(u"a/b/film.webm"_s, u"b1"_s, u"u1"_s)),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(Trash(m_root).moveIn(firstUid + u"/recording.json/x"_s, u"b1"_s, u"u1"_s)),
             ErrorCode::NotFound);
    QVERIFY(!m_store->isThere(u".respool"_s));
}

void tst_Trash::moveIn_neverOverwrites()
{
    moveIn(firstUid, firstUid);
    m_store->addSession(firstUid, 2);
    QCOMPARE(codeOf(Trash(m_root).moveIn(firstUid, u"b1"_s, firstUid)), ErrorCode::Conflict);
    QVERIFY(m_store->isThere(firstUid + u"/recording-1.trp"_s));
    QVERIFY(!m_store->isThere(u".respool/trash/b1/"_s + firstUid + u"/recording-1.trp"_s));

    m_store->write(u"a.webm"_s, "one");
    moveIn(u"a.webm"_s, u"u1"_s);
    m_store->write(u"a.webm"_s, "two");
    QCOMPARE(codeOf(Trash(m_root).moveIn(u"a.webm"_s, u"b1"_s, u"u1"_s)), ErrorCode::Conflict);
    QCOMPARE(m_store->read(u".respool/trash/b1/u1/a.webm"_s), "one");
}

void tst_Trash::moveIn_refusesLinksAndPathsOutside()
{
    StoreFixture elsewhere;
    elsewhere.addSession(firstUid);
    elsewhere.write(u"film.webm"_s, "film");
    const QStringList before = elsewhere.tree();
    Trash trash(m_root);
    m_store->link(elsewhere.path(firstUid), u"link"_s);
    m_store->link(elsewhere.path(), u"folder"_s);
    for (const QString &path : {u"link"_s, u"folder/film.webm"_s, u"folder/"_s + firstUid,
                                elsewhere.path(firstUid), u"../x"_s, u""_s, firstUid + u"/.."_s})
        QCOMPARE(codeOf(trash.moveIn(path, u"b1"_s, u"u1"_s)), ErrorCode::Unsafe);
    QCOMPARE(codeOf(trash.moveIn(firstUid, u".."_s, u"u1"_s)), ErrorCode::Unsafe);
    QCOMPARE(codeOf(trash.moveIn(firstUid, u"b1"_s, u"../u1"_s)), ErrorCode::Unsafe);
    QVERIFY(m_store->isThere(u"link"_s) && m_store->isThere(firstUid));
    QCOMPARE(elsewhere.tree(), before);
    // The trash itself as a link would carry recordings out of the store.
    m_store->link(elsewhere.path(), u".respool"_s);
    QCOMPARE(codeOf(trash.moveIn(firstUid, u"b1"_s, firstUid)), ErrorCode::Unsafe);
    QCOMPARE(elsewhere.tree(), before);
}

void tst_Trash::moveOut_bringsItBack()
{
    const QStringList before = m_store->tree();
    const QString place = moveIn(firstUid, firstUid);
    QVERIFY(moveOut(place, firstUid));
    QVERIFY(moveOut(place, firstUid));
    QVERIFY(m_root.removeTree(u".respool"_s));
    QCOMPARE(m_store->tree(), before);
}

void tst_Trash::moveOut_makesTheFoldersAgain()
{
    m_store->write(u"a/b/film.webm"_s, "film");
    const QString place = moveIn(u"a/b/film.webm"_s, u"u1"_s);
    QVERIFY(m_root.removeTree(u"a"_s));
    QVERIFY(moveOut(place, u"a/b/film.webm"_s));
    QVERIFY(moveOut(place, u"a/b/film.webm"_s));
    QCOMPARE(m_store->read(u"a/b/film.webm"_s), "film");
    QCOMPARE(m_store->tree(u".respool"_s), QStringList{u"trash"_s});
}

void tst_Trash::moveOut_neverOverwrites()
{
    const QString place = moveIn(firstUid, firstUid);
    m_store->write(firstUid + u"/other"_s, "new");
    QCOMPARE(codeOf(moveOut(place, firstUid)), ErrorCode::Conflict);
    QCOMPARE(m_store->tree(firstUid), QStringList{u"other"_s});
    QVERIFY(m_store->isThere(place + u"/recording.json"_s));
    // Not even where a link leads to nothing.
    QVERIFY(m_root.removeTree(firstUid));
    m_store->link(u"nowhere"_s, firstUid);
    QCOMPARE(codeOf(moveOut(place, firstUid)), ErrorCode::Conflict);
}

void tst_Trash::moveOut_ofNothingIsNotFound()
{
    Trash trash(m_root);
    QCOMPARE(codeOf(trash.moveOut(u".respool/trash/b1/u1"_s, secondUid)), ErrorCode::NotFound);
    QCOMPARE(codeOf(trash.moveOut(u""_s, secondUid)), ErrorCode::Unsafe);
    QCOMPARE(codeOf(trash.moveOut(u".respool/trash/b1/u1"_s, u"../x"_s)), ErrorCode::Unsafe);
}

void tst_Trash::moveOut_finishesWhatACrashLeft()
{
    m_store->write(u"film.webm"_s, "film");
    const QString place = moveIn(u"film.webm"_s, u"u1"_s);
    // Died after the rename: the emptied folders are still there.
    QVERIFY(QFile::rename(m_store->path(place), m_store->path(u"film.webm"_s)));
    QVERIFY(moveOut(place, u"film.webm"_s));
    QCOMPARE(m_store->tree(u".respool"_s), QStringList{u"trash"_s});
}

void tst_Trash::purge_removesWhole()
{
    const QString place = moveIn(firstUid, firstUid);
    QVERIFY(purge(place));
    QVERIFY(purge(place));
    QCOMPARE(m_store->tree(u".respool"_s), (QStringList{u"purge"_s, u"trash"_s}));
}

void tst_Trash::purge_ofAFileTakesItsFolderInTheTrash()
{
    m_store->write(u"a/film.webm"_s, "film");
    const QString place = moveIn(u"a/film.webm"_s, u"u1"_s);
    QVERIFY(purge(place));
    QCOMPARE(m_store->tree(u".respool"_s), (QStringList{u"purge"_s, u"trash"_s}));
}

void tst_Trash::purge_touchesOnlyTheTrash_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a recording") << QString(firstUid);
    QTest::newRow("empty") << u""_s;
    QTest::newRow("the trash") << u".respool/trash"_s;
    QTest::newRow("a batch") << u".respool/trash/b1"_s;
    QTest::newRow("up") << u".respool/trash/../../"_s + firstUid;
    QTest::newRow("up and in") << u".respool/trash/b1/.."_s;
    QTest::newRow("the identity") << u".respool/store.json"_s;
    QTest::newRow("beside") << u".respool/other/b1/u1"_s;
    QTest::newRow("absolute") << u"/.respool/trash/b1/u1"_s;
}

void tst_Trash::purge_touchesOnlyTheTrash()
{
    QFETCH(const QString, path);
    m_store->write(u".respool/store.json"_s, "{}");
    m_store->write(u".respool/trash/b1/u1/film.webm"_s, "x");
    m_store->write(u".respool/other/b1/u1/film.webm"_s, "x");
    const QStringList before = m_store->tree();
    QCOMPARE(codeOf(purge(path)), ErrorCode::Unsafe);
    QCOMPARE(m_store->tree(), before);
}

void tst_Trash::purge_finishesWhatACrashLeft()
{
    const QString place = moveIn(firstUid, firstUid);
    // Died after the rename, half of the grave is dug.
    QVERIFY(QDir(m_store->path(u".respool"_s)).mkdir(u"purge"_s));
    QVERIFY(QFile::rename(m_store->path(place), m_store->path(u".respool/purge/b1-"_s + firstUid)));
    QVERIFY(
        QFile::remove(m_store->path(u".respool/purge/b1-"_s + firstUid + u"/recording.json"_s)));
    QVERIFY(purge(place));
    QCOMPARE(m_store->tree(u".respool"_s), (QStringList{u"purge"_s, u"trash"_s}));
}

void tst_Trash::purge_removesWhatABrokenPurgeLeftInTheWay()
{
    const QString place = moveIn(firstUid, firstUid);
    m_store->write(u".respool/purge/b1-"_s + firstUid + u"/old"_s, "x");
    QVERIFY(purge(place));
    QCOMPARE(m_store->tree(u".respool"_s), (QStringList{u"purge"_s, u"trash"_s}));
}

void tst_Trash::purge_doesNotFollowLinks()
{
    StoreFixture elsewhere;
    elsewhere.write(u"film.webm"_s, "film");
    m_store->link(elsewhere.path(), firstUid + u"/link"_s);
    QVERIFY(purge(moveIn(firstUid, firstUid)));
    QCOMPARE(elsewhere.tree(), QStringList{u"film.webm"_s});
    m_store->link(elsewhere.path(), u".respool/trash/b2"_s);
    elsewhere.write(u"u1/film.webm"_s, "film");
    QCOMPARE(codeOf(purge(u".respool/trash/b2/u1"_s)), ErrorCode::Unsafe);
    QVERIFY(elsewhere.isThere(u"u1/film.webm"_s));
}

void tst_Trash::purge_leavesTheOthersOfTheBatch()
{
    m_store->addSession(secondUid);
    const QString first = moveIn(firstUid, firstUid);
    const QString second = moveIn(secondUid, secondUid);
    QVERIFY(purge(first));
    QVERIFY(m_store->isThere(second + u"/recording.json"_s));
    QVERIFY(!m_store->isThere(first));
}

void tst_Trash::sweep_finishesPurges()
{
    const Trash trash(m_root);
    QVERIFY(trash.sweep()); // nothing to do
    const QString place = moveIn(firstUid, firstUid);
    m_store->write(u".respool/purge/b0-u0/deep/er/film.webm"_s, "x");
    m_store->write(u".respool/purge/file"_s, "x");
    QVERIFY(trash.sweep());
    QVERIFY(trash.sweep());
    QVERIFY(m_store->tree(u".respool/purge"_s).isEmpty());
    QVERIFY(m_store->isThere(place));
}

QTEST_APPLESS_MAIN(tst_Trash)
#include "tst_trash.moc"
