// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"
#include "core/work/purgejob.h"
#include "core/work/restorejob.h"
#include "tests/support/treeprint.h"
#include "tests/support/workfixture.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <vector>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// Two names that a hostile process exchanges.
struct Swap
{
    int folder = -1;
    QByteArray name;
    int otherFolder = -1;
    QByteArray otherName;
};

// A process beside the test that exchanges names in a tight loop until it is killed.
class Swapper
{
public:
    explicit Swapper(const std::vector<Swap> &swaps)
        : m_count(static_cast<std::atomic<qint64> *>(::mmap(nullptr, sizeof(std::atomic<qint64>),
                                                            PROT_READ | PROT_WRITE,
                                                            MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        m_pid = ::fork();
        if (m_pid != 0)
            return;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;) {
            for (const Swap &swap : swaps) {
                if (::renameat2(swap.folder, swap.name.constData(), swap.otherFolder,
                                swap.otherName.constData(), RENAME_EXCHANGE)
                    == 0)
                    ++*m_count;
            }
        }
    }
    ~Swapper()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        ::munmap(m_count, sizeof *m_count);
    }
    Q_DISABLE_COPY_MOVE(Swapper)
    qint64 count() const { return *m_count; }

private:
    std::atomic<qint64> *m_count = nullptr;
    pid_t m_pid = -1;
};

int folderHandle(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(),
                  O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

} // namespace

// Thousands of deletions while a second process exchanges folders for links to a folder outside:
// of that one not a byte changes, and what is in the trash is a recording, not a link to one.
class TestDeleteRace : public QObject
{
    Q_OBJECT

private slots:
    void recording_isExchangedForALink();
    void parent_isExchangedForALink();
    void innerFolder_isExchangedForALink();

private:
    static constexpr int recordings = 100;
    static constexpr int rounds = 15;

    template <typename J>
    void run(const QList<RecordingId> &ids)
    {
        FakeContext context = m_fixture.context(m_fixture.payloadOf(ids).toJson());
        (void) J(m_fixture.database(), m_fixture.clock()).run(context); // it may refuse all of them
        QCOMPARE(context.items.size(), ids.size()); // but tells what became of each
    }
    QList<RecordingId> inState(RecordingState state)
    {
        QList<RecordingId> ids;
        for (const Recording &recording : m_fixture.all()) {
            if (recording.state == state)
                ids << recording.id;
        }
        return ids;
    }
    void deleteAndRestore(const Swapper &swapper, const StoreFixture &outside);

    WorkFixture m_fixture;
};

// Many rounds, and the end for good of what is in the trash then.
void TestDeleteRace::deleteAndRestore(const Swapper &swapper, const StoreFixture &outside)
{
    const TreePrint before = printOf(outside.path());
    qsizetype moved = 0;
    for (int round = 0; round < rounds; ++round) {
        run<DeleteJob>(inState(RecordingState::Present));
        const QList<RecordingId> trashed = inState(RecordingState::Trashed);
        moved += trashed.size();
        for (const RecordingId id : trashed) {
            const QFileInfo place(m_fixture.files().path(m_fixture.get(id).trashPath));
            QVERIFY2(!place.isSymLink() && place.exists(), qPrintable(place.filePath()));
        }
        QCOMPARE(printOf(outside.path()), before);
        if (round + 1 < rounds && !trashed.isEmpty())
            run<RestoreJob>(trashed);
    }
    if (const QList<RecordingId> trashed = inState(RecordingState::Trashed); !trashed.isEmpty())
        run<PurgeJob>(trashed);
    QCOMPARE(printOf(outside.path()), before);
    QVERIFY(swapper.count() > recordings);
    QVERIFY(moved > 0);
}

void TestDeleteRace::recording_isExchangedForALink()
{
    m_fixture.open();
    const StoreFixture outside, side;
    std::vector<Swap> swaps;
    const int store = folderHandle(m_fixture.files().path());
    const int links = folderHandle(side.path());
    for (int i = 0; i < recordings; ++i) {
        const QString uid = u"session %1"_s.arg(i, 3);
        m_fixture.files().addSession(uid);
        outside.addSession(uid); // the same names and sizes
        side.link(outside.path(uid), uid);
        m_fixture.know(uid);
        swaps.push_back({store, uid.toUtf8(), links, uid.toUtf8()});
    }
    deleteAndRestore(Swapper(swaps), outside);
}

void TestDeleteRace::parent_isExchangedForALink()
{
    m_fixture.open(StoreKind::Folder);
    const StoreFixture outside, side;
    for (int i = 0; i < recordings; ++i) {
        const QString path = u"a/b/film %1.cast"_s.arg(i, 3);
        m_fixture.files().write(path, "film");
        outside.write(path, "film");
        m_fixture.know(path);
    }
    side.link(outside.path(u"a"_s), u"a"_s);
    const int store = folderHandle(m_fixture.files().path());
    deleteAndRestore(Swapper({{store, "a", folderHandle(side.path()), "a"}}), outside);
}

// By a handle that goes with the recording into the trash and out of it.
void TestDeleteRace::innerFolder_isExchangedForALink()
{
    m_fixture.open();
    const StoreFixture outside;
    outside.write(u"deep/er/film"_s, "outside");
    std::vector<Swap> swaps;
    for (int i = 0; i < recordings; ++i) {
        const QString uid = u"session %1"_s.arg(i, 3);
        m_fixture.files().addSession(uid);
        m_fixture.files().write(uid + u"/deep/er/film"_s, "inside");
        m_fixture.files().link(outside.path(u"deep"_s), uid + u"/link"_s);
        m_fixture.know(uid);
        const int folder = folderHandle(m_fixture.files().path(uid));
        swaps.push_back({folder, "deep", folder, "link"});
    }
    deleteAndRestore(Swapper(swaps), outside);
    for (const Swap &swap : swaps)
        ::close(swap.folder);
}

QTEST_GUILESS_MAIN(TestDeleteRace)
#include "tst_deleterace.moc"
