// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"
#include "core/work/purgejob.h"
#include "core/work/restorejob.h"
#include "tests/support/treeprint.h"
#include "tests/support/workfixture.h"

#include <QProcess>

#include <fcntl.h>
#include <sys/mount.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

enum class Place { Store, Trash, Gone };

// What a case builds: a store, a folder outside of it that nothing may change, and the recordings
// that are to go. undo runs at the end, whatever happened.
struct Scene
{
    WorkFixture &fixture;
    const StoreFixture &outside;
    QList<RecordingId> ids = {};
    std::function<void()> undo = {};

    const StoreFixture &files() const { return fixture.files(); }
    void add(const QString &path) { ids << fixture.know(path); }
    void addSession(const QString &uid = firstUid)
    {
        files().addSession(uid);
        add(uid);
    }
};

// Empty: done. Otherwise why the case cannot be built here.
using Build = QString (*)(Scene &);

QString plain(Scene &scene)
{
    scene.addSession();
    return {};
}

QString linkToAFile(Scene &scene)
{
    scene.files().addSession(firstUid);
    scene.files().link(scene.outside.path(u"film.webm"_s), firstUid + u"/link"_s);
    scene.add(firstUid);
    return {};
}

QString linkToAFolder(Scene &scene)
{
    scene.files().addSession(firstUid);
    scene.files().link(scene.outside.path(u"folder"_s), firstUid + u"/link"_s);
    scene.add(firstUid);
    return {};
}

QString partIsALink(Scene &scene)
{
    scene.addSession();
    const QString part = firstUid + u"/recording-0.trp"_s;
    QFile::remove(scene.files().path(part));
    scene.files().link(scene.outside.path(u"film.webm"_s), part);
    return {};
}

QString recordingIsALink(Scene &scene)
{
    scene.addSession();
    QDir(scene.files().path(firstUid)).removeRecursively();
    scene.files().link(scene.outside.path(u"folder"_s), firstUid);
    return {};
}

QString hardLink(Scene &scene)
{
    scene.files().addSession(firstUid);
    const QString twin = scene.files().path(firstUid + u"/twin"_s);
    const QString file = scene.outside.path(u"film.webm"_s);
    if (::link(QFile::encodeName(file), QFile::encodeName(twin)) != 0)
        return u"no hard links between the two folders"_s;
    scene.add(firstUid);
    return {};
}

QString mountInside(Scene &scene)
{
    scene.files().write(firstUid + u"/deep/mounted/hidden"_s, "below the mount");
    scene.addSession();
    const QByteArray point = QFile::encodeName(scene.files().path(firstUid + u"/deep/mounted"_s));
    if (::mount(QFile::encodeName(scene.outside.path()).constData(), point.constData(), nullptr,
                MS_BIND, nullptr)
        != 0)
        return u"mounting is not permitted here"_s;
    // It moves with the recording.
    scene.undo = [files = &scene.files()] {
        for (const QString &place : {QString(firstUid), u".respool/trash/b1/"_s + firstUid,
                                     u".respool/purge/b1-"_s + firstUid})
            ::umount2(QFile::encodeName(files->path(place + u"/deep/mounted"_s)).constData(),
                      MNT_DETACH);
    };
    return {};
}

QString manifestNames(Scene &scene, const QString &name)
{
    scene.files().addSession(firstUid);
    scene.files().write(firstUid + u"/recording.json"_s,
                        R"({"sessionId":")" + QByteArray(firstUid.data()) + R"(","startTime":1,)"
                            + R"("duration":1,"files":[{"fileName":")" + name.toUtf8()
                            + R"(","startTime":1,"duration":1}]})");
    scene.add(firstUid);
    return {};
}

QString manifestGoesUp(Scene &scene)
{
    return manifestNames(scene, u"../../"_s + QFileInfo(scene.outside.path()).fileName()
                                    + u"/film.webm"_s);
}

QString manifestIsAbsolute(Scene &scene)
{
    return manifestNames(scene, scene.outside.path(u"film.webm"_s));
}

QString longFolder(Scene &scene)
{
    scene.addSession(QString(255, u'x'));
    return {};
}

QString longPart(Scene &scene)
{
    scene.files().addSession(firstUid);
    scene.files().write(firstUid + u'/' + QString(251, u'x') + u".trp"_s, "long");
    scene.add(firstUid);
    return {};
}

QString notUtf8(Scene &scene)
{
    scene.files().addSession(firstUid);
    const QByteArray name = QFile::encodeName(scene.files().path(firstUid)) + "/caf\xe9\xff";
    const int fd = ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0)
        return u"the file system takes no such name"_s;
    ::close(fd);
    scene.add(firstUid);
    return {};
}

QString emoji(Scene &scene)
{
    scene.addSession(u"\U0001F3A5 session \U0001F1E9\U0001F1EA"_s);
    scene.files().write(u"\U0001F3A5 session \U0001F1E9\U0001F1EA/\U0001F4BE.txt"_s, "note");
    return {};
}

// Two names that look the same: only the one that was named goes.
QString twinsOfUnicode(Scene &scene)
{
    scene.files().addSession(u"caf\u00e9"_s);
    scene.files().addSession(u"cafe\u0301"_s);
    scene.fixture.know(u"cafe\u0301"_s);
    scene.add(u"caf\u00e9"_s);
    return {};
}

QString isBeingRead(Scene &scene)
{
    scene.addSession();
    const int fd =
        ::open(QFile::encodeName(scene.files().path(firstUid + u"/recording-0.trp"_s)).constData(),
               O_RDONLY | O_CLOEXEC);
    scene.undo = [fd] { ::close(fd); };
    return {};
}

// Somebody writes to it by a name that is not in the store.
QString isWrittenByAnotherName(Scene &scene)
{
    scene.addSession();
    const QByteArray part = QFile::encodeName(scene.files().path(firstUid + u"/recording-0.trp"_s));
    const QByteArray other = QFile::encodeName(scene.files().path(u".writer"_s));
    if (::link(part.constData(), other.constData()) != 0)
        return u"no hard links"_s;
    const int fd = ::open(other.constData(), O_WRONLY | O_CLOEXEC);
    scene.undo = [fd] { ::close(fd); };
    return {};
}

QString isImmutable(Scene &scene)
{
    scene.addSession();
    const QString folder = scene.files().path(firstUid);
    scene.undo = [folder] { QProcess::execute(u"chattr"_s, {u"-i"_s, folder}); };
    return QProcess::execute(u"chattr"_s, {u"+i"_s, folder}) == 0 ? QString()
                                                                  : u"no immutable files here"_s;
}

} // namespace

Q_DECLARE_METATYPE(Build)

// One recording after the other, each with something that should not lead a deletion astray: of
// what is outside the store not a byte changes, and the recording is wholly here, wholly in the
// trash or gone, as its result and its row say.
class TestDeleteSafety : public QObject
{
    Q_OBJECT

private slots:
    void deletion_staysInside_data();
    void deletion_staysInside();
    void purge_thatBreaksOffIsNotRestored();
    void denied_inTheMiddleStopsNoOther();
    void store_renamedAwayInTheMiddle();
    void store_unmountedInTheMiddle();

private:
    FakeContext deletion(const QList<RecordingId> &ids)
    {
        const auto mark = [&](RecordingStore store) { return store.markDeleting(ids); };
        if (!m_fixture.on<RecordingStore>(mark))
            qFatal("the recordings cannot be marked");
        return m_fixture.context(m_fixture.payloadOf(ids).toJson());
    }
    ErrorCode remove(FakeContext &context)
    {
        return codeOf(DeleteJob(m_fixture.database(), m_fixture.clock()).run(context));
    }
    ErrorCode purge(FakeContext &context)
    {
        return codeOf(PurgeJob(m_fixture.database(), m_fixture.clock()).run(context));
    }
    ErrorCode restore(FakeContext &context)
    {
        return codeOf(RestoreJob(m_fixture.database(), m_fixture.clock()).run(context));
    }
    QList<RecordingId> sessions(int count)
    {
        QList<RecordingId> ids;
        for (int i = 0; i < count; ++i) {
            const QString uid = u"session %1"_s.arg(i, 3);
            m_fixture.files().addSession(uid);
            ids << m_fixture.know(uid);
        }
        return ids;
    }
    void expectAt(Place place, const Recording &was, const TreePrint &print);

    WorkFixture m_fixture;
};

void TestDeleteSafety::expectAt(Place place, const Recording &was, const TreePrint &print)
{
    const StoreFixture &files = m_fixture.files();
    const QString trash = u".respool/trash/b1/"_s + was.uid;
    const Recording now = m_fixture.get(was.id);
    switch (place) {
    case Place::Store:
        QCOMPARE(printOf(files.path(was.path)), print);
        QVERIFY(!files.isThere(trash));
        QVERIFY(now.state == RecordingState::Present || now.state == RecordingState::Damaged
                || now.state == RecordingState::Deleting);
        break;
    case Place::Trash:
        QCOMPARE(printOf(files.path(trash)), print);
        QVERIFY(!files.isThere(was.path));
        QCOMPARE(now.state, RecordingState::Trashed);
        QCOMPARE(now.trashPath, trash);
        break;
    case Place::Gone:
        QVERIFY(!files.isThere(trash));
        QVERIFY(!files.isThere(was.path));
        QVERIFY(now.uid.isEmpty());
        break;
    }
}

void TestDeleteSafety::deletion_staysInside_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<Place>("deleted");
    QTest::addColumn<ErrorCode>("code"); // of the deletion, for the recording
    QTest::addColumn<Place>("purged");
    const auto goes = [](const char *words, Build build) {
        QTest::newRow(words) << build << Place::Trash << ErrorCode::None << Place::Gone;
    };
    const auto stays = [](const char *words, Build build, ErrorCode code) {
        QTest::newRow(words) << build << Place::Store << code << Place::Store;
    };
    goes("nothing special", plain);
    goes("a link to a file outside is in it", linkToAFile);
    goes("a link to a folder outside is in it", linkToAFolder);
    goes("a part is a link", partIsALink);
    stays("the recording is a link to a folder", recordingIsALink, ErrorCode::Unsafe);
    goes("a file in it has a second name outside", hardLink);
    QTest::newRow("a folder outside is mounted in it")
        << Build(mountInside) << Place::Trash << ErrorCode::None << Place::Trash;
    goes("its manifest names a file by ..", manifestGoesUp);
    goes("its manifest names an absolute file", manifestIsAbsolute);
    goes("its name has 255 bytes", longFolder);
    goes("a part's name has 255 bytes", longPart);
    goes("a name in it is not UTF-8", notUtf8);
    goes("its name is made of emoji", emoji);
    goes("another one's name looks the same", twinsOfUnicode);
    goes("a part is open for reading", isBeingRead);
    stays("a part is written by another name", isWrittenByAnotherName, ErrorCode::Refused);
    stays("its folder is immutable", isImmutable, ErrorCode::PermissionDenied);
}

void TestDeleteSafety::deletion_staysInside()
{
    QFETCH(const Build, build);
    QFETCH(const Place, deleted);
    QFETCH(const ErrorCode, code);
    QFETCH(const Place, purged);
    m_fixture.open();
    StoreFixture outside;
    outside.write(u"film.webm"_s, "outside");
    outside.write(u"folder/recording.json"_s, "{}");
    outside.write(u"folder/recording-0.trp"_s, StoreFixture::terminalPart(0));
    Scene scene{m_fixture, outside};
    const QString impossible = build(scene);
    const auto undo = qScopeGuard([&] {
        if (scene.undo)
            scene.undo();
    });
    if (!impossible.isEmpty())
        QSKIP(qPrintable(impossible));
    const TreePrint outsideBefore = printOf(outside.path());
    const TreePrint storeBefore = printOf(m_fixture.files().path());
    const Recording was = m_fixture.get(scene.ids.first());
    const TreePrint print = printOf(m_fixture.files().path(was.path));

    FakeContext first = deletion(scene.ids);
    remove(first);
    QCOMPARE(printOf(outside.path()), outsideBefore);
    QCOMPARE(first.items.size(), 1);
    QCOMPARE(first.items.first().item, was.uid);
    QCOMPARE(first.items.first().error.code, code);
    expectAt(deleted, was, print);

    // Once more: it may have died before it could say so.
    const QByteArray payload = first.job().payload;
    FakeContext again = m_fixture.context(payload);
    remove(again);
    expectAt(deleted, was, print);

    if (deleted == Place::Trash) {
        FakeContext back = m_fixture.context(payload);
        QCOMPARE(restore(back), ErrorCode::None);
        expectAt(Place::Store, was, print);
        FakeContext third = deletion(scene.ids);
        QCOMPARE(remove(third), ErrorCode::None);
    }
    FakeContext forGood = m_fixture.context(payload);
    purge(forGood);
    QCOMPARE(printOf(outside.path()), outsideBefore);
    QCOMPARE(forGood.items.size(), 1);
    QCOMPARE(forGood.items.first().error.code == ErrorCode::None, purged == Place::Gone);
    expectAt(purged, was, print);
    // The neighbours are what they were.
    for (const auto &[name, content] : printOf(m_fixture.files().path()))
        QVERIFY2(name.starts_with(".respool") || storeBefore.contains(name), name.c_str());
}

// What cannot be removed is neither restored half nor forgotten, and goes when it can.
void TestDeleteSafety::purge_thatBreaksOffIsNotRestored()
{
    m_fixture.open();
    const QList<RecordingId> ids = sessions(3);
    FakeContext moved = deletion(ids);
    QCOMPARE(remove(moved), ErrorCode::None);
    const QString name = u"session %1/recording-0.trp"_s.arg(1, 3);
    const auto file = [&](const char *folder) {
        return m_fixture.files().path(QLatin1StringView(folder) + name);
    };
    const QString buried = file(".respool/purge/b1-");
    if (QProcess::execute(u"chattr"_s, {u"+i"_s, file(".respool/trash/b1/")}) != 0)
        QSKIP("no immutable files here");
    const auto undo = qScopeGuard([&] {
        QProcess::execute(u"chattr"_s, {u"-i"_s, u"-f"_s, buried});
    });
    FakeContext purged = m_fixture.context(moved.job().payload);
    QCOMPARE(purge(purged), ErrorCode::PermissionDenied);
    QCOMPARE(purged.items.size(), 3);
    QCOMPARE(std::ranges::count(purged.items, ErrorCode::None,
                                [](const JobItem &item) { return item.error.code; }),
             2);
    QVERIFY(!m_fixture.isKnown(ids[0]) && m_fixture.isKnown(ids[1]) && !m_fixture.isKnown(ids[2]));

    FakeContext back = m_fixture.context(m_fixture.payloadOf({ids[1]}).toJson());
    restore(back);
    QCOMPARE(back.items.first().error.code, ErrorCode::Refused);
    QVERIFY(back.items.first().error.detail.contains("not whole"_L1));
    QVERIFY(!m_fixture.files().isThere(u"session %1"_s.arg(1, 3)));

    QCOMPARE(QProcess::execute(u"chattr"_s, {u"-i"_s, buried}), 0);
    purged.again();
    QCOMPARE(purge(purged), ErrorCode::None);
    QVERIFY(!m_fixture.isKnown(ids[1]));
    QVERIFY(m_fixture.files().tree(u".respool/purge"_s).isEmpty());
}

void TestDeleteSafety::denied_inTheMiddleStopsNoOther()
{
    m_fixture.open();
    const QList<RecordingId> ids = sessions(150);
    const QString denied = m_fixture.files().path(u"session %1"_s.arg(70, 3));
    if (QProcess::execute(u"chattr"_s, {u"+i"_s, denied}) != 0)
        QSKIP("no immutable files here");
    const auto undo = qScopeGuard([&] { QProcess::execute(u"chattr"_s, {u"-i"_s, denied}); });
    FakeContext context = deletion(ids);
    QCOMPARE(remove(context), ErrorCode::PermissionDenied);
    QCOMPARE(context.items.size(), 150);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QCOMPARE(context.items[i].error.code,
                 i == 70 ? ErrorCode::PermissionDenied : ErrorCode::None);
        QCOMPARE(m_fixture.get(ids[i]).state,
                 i == 70 ? RecordingState::Deleting : RecordingState::Trashed);
    }
    QVERIFY(QFile::exists(denied + u"/recording.json"_s));
    QProcess::execute(u"chattr"_s, {u"-i"_s, denied});
    context.again();
    QCOMPARE(remove(context), ErrorCode::None); // only that one is tried again
    QCOMPARE(context.items.size(), 1);
}

// The work goes on where the folder is, since it is held; the next job finds no store.
void TestDeleteSafety::store_renamedAwayInTheMiddle()
{
    m_fixture.open();
    const QList<RecordingId> ids = sessions(150);
    const QString path = m_fixture.files().path();
    FakeContext context = deletion(ids);
    context.stopWhen = [&](Progress progress) {
        if (progress.done < 100)
            QDir().rename(path, path + u"-away"_s);
        return false;
    };
    QCOMPARE(remove(context), ErrorCode::None);
    QVERIFY(!QFileInfo::exists(path));
    QCOMPARE(QDir(path + u"-away/.respool/trash/b1"_s).entryList({u"session*"_s}).size(), 150);
    FakeContext next = m_fixture.context(context.job().payload);
    QCOMPARE(purge(next), ErrorCode::Offline);
    QVERIFY(next.items.isEmpty());
    // Somebody else's folder under the old name is no store of ours.
    QVERIFY(QDir().mkpath(path + u"/.respool/trash/b1/session   0"_s));
    QCOMPARE(purge(next), ErrorCode::Offline);
    QVERIFY(QDir(path).removeRecursively());
    QVERIFY(QDir().rename(path + u"-away"_s, path));
    QCOMPARE(purge(next), ErrorCode::None);
    QVERIFY(m_fixture.all().isEmpty());
}

void TestDeleteSafety::store_unmountedInTheMiddle()
{
    m_fixture.open();
    const QString path = m_fixture.files().path();
    const QByteArray point = QFile::encodeName(path);
    const QByteArray identity = m_fixture.files().read(u".respool/store.json"_s);
    if (::mount("none", point.constData(), "tmpfs", 0, "size=16m") != 0)
        QSKIP("mounting is not permitted here");
    bool mounted = true;
    const auto unmount = [&] {
        if (std::exchange(mounted, false))
            ::umount2(point.constData(), MNT_DETACH);
    };
    const auto undo = qScopeGuard(unmount);
    m_fixture.files().write(u".respool/store.json"_s, identity);
    const QList<RecordingId> ids = sessions(150);
    FakeContext context = deletion(ids);
    const int kept = ::open(point.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    context.stopWhen = [&](Progress progress) {
        if (progress.done < 100)
            unmount();
        return false;
    };
    QCOMPARE(remove(context), ErrorCode::None);
    // All of it happened on the volume that was there when the job began, and nothing below it.
    const QString volume = u"/proc/self/fd/%1"_s.arg(kept);
    QCOMPARE(QDir(volume + u"/.respool/trash/b1"_s).entryList({u"session*"_s}).size(), 150);
    QVERIFY(QDir(volume).entryList({u"session*"_s}).isEmpty());
    QVERIFY(!m_fixture.files().isThere(u".respool/trash"_s));
    ::close(kept);
}

QTEST_GUILESS_MAIN(TestDeleteSafety)
#include "tst_deletesafety.moc"
