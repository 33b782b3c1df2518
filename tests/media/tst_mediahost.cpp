// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/media/mediaprobe.h"
#include "core/media/mediareader.h"
#include "core/media/reader/mediamessage.h"
#include "core/media/reader/processlimits.h"
#include "tests/support/childrenof.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size();
}

QString detailOf(const Result<QJsonObject> &result)
{
    return result ? u"it succeeded"_s : result.error().detail;
}

} // namespace

class tst_MediaHost : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void probe_equalsTheDirectOne_data();
    void probe_equalsTheDirectOne();
    void run_survivesACrash();
    void run_endsAHang();
    void run_endsWhatComputesTooLong();
    void run_endsWhatHoardsMemory();
    void run_limitsWhatIsWritten();
    void run_deniesEverythingElse();
    void run_ofAnUnknownVerbSaysSo();
    void run_refusesTooManyFiles();
    void run_stopsAtOnce();
    void run_stopsBeforeItBegins();
    void run_startsADeadReaderAgain();
    void run_seesTheReaderDieUnderIt();
    void run_servesManyAtOnce();
    void run_leaksNoDescriptor();
    void run_withoutTheProgramNamesTheCure();
    void end_takesEveryProcessAlong();
    void reader_endsWithItsParent();

private:
    MediaFile file(const QString &name = u"a.webm"_s) const
    {
        auto opened = MediaFile::open(*Directory::open(m_folder.path()), name);
        return opened ? *std::move(opened) : MediaFile();
    }
    QString path(const QString &name = u"a.webm"_s) const { return m_folder.filePath(name); }
    // A request on a.webm that comes to a bad end.
    Result<QJsonObject> run(const QString &verb, const MediaLimits &limits = {},
                            const QJsonObject &options = {}, const std::stop_token &stop = {})
    {
        const MediaFile lent = file();
        return m_host->run({verb, options, {LentFile::of(lent)}, limits}, stop);
    }
    bool stillReads() { return bool(MediaReader(*m_host).probe(file())); }

    QTemporaryDir m_folder;
    std::unique_ptr<MediaHost> m_host;
};

void tst_MediaHost::init()
{
    m_host = std::make_unique<MediaHost>();
    samples::writeFile(path(), samples::liveWebm());
}

void tst_MediaHost::probe_equalsTheDirectOne_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("live") << samples::liveWebm();
    QTest::newRow("finished") << samples::seekableWebm();
    QTest::newRow("cut") << samples::seekableWebm().chopped(100);
    QTest::newRow("another codec") << samples::mpeg4Matroska();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("noise") << samples::randomBytes(100'000);
    QTest::newRow("zeros") << samples::zeros(70'000);
    QTest::newRow("ends in its head") << samples::liveWebm().first(200);
}

void tst_MediaHost::probe_equalsTheDirectOne()
{
    QFETCH(const QByteArray, content);
    samples::writeFile(path(), content);
    const auto direct = probeMedia(file());
    const auto isolated = MediaReader(*m_host).probe(file());
    QCOMPARE(bool(isolated), bool(direct));
    if (direct) {
        QCOMPARE(isolated->toJson(), direct->toJson());
        QVERIFY(*isolated == *direct);
    } else {
        QCOMPARE(isolated.error().code, direct.error().code);
        QCOMPARE(isolated.error().detail, direct.error().detail);
    }
}

void tst_MediaHost::run_survivesACrash()
{
    const auto result = run(u"crash"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Media);
    QVERIFY2(detailOf(result).contains(path()), qPrintable(detailOf(result)));
    QVERIFY2(detailOf(result).contains(u"killed by signal %1"_s.arg(SIGABRT)),
             qPrintable(detailOf(result)));
    const pid_t before = m_host->processId();
    QVERIFY(stillReads());
    QCOMPARE(m_host->processId(), before);
}

void tst_MediaHost::run_endsAHang()
{
    const auto result = run(u"hang"_s, {.stallMs = 200});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Media);
    QVERIFY2(detailOf(result).contains(u"no progress for 1 s"_s), qPrintable(detailOf(result)));
    QCOMPARE(childrenOf(m_host->processId()), QList<pid_t>());
    QVERIFY(stillReads());
}

void tst_MediaHost::run_endsWhatComputesTooLong()
{
    const auto result = run(u"hang"_s, {.cpuMs = 1000});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Media);
    QVERIFY2(detailOf(result).contains(u"more than 1 s of computing"_s),
             qPrintable(detailOf(result)));
    QVERIFY(stillReads());
}

void tst_MediaHost::run_endsWhatHoardsMemory()
{
    if (!addressSpaceCanBeLimited)
        QSKIP("the address sanitizer needs all of the address space");
    const QJsonObject options{{u"bytes"_s, 1024 * mib}};
    const auto result = run(u"hoard"_s, {.memoryBytes = 64 * mib}, options);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Media);
    QVERIFY2(detailOf(result).contains(u"64 MiB of memory"_s), qPrintable(detailOf(result)));
    // As much as it may have it gets.
    QVERIFY(run(u"hoard"_s, {.memoryBytes = 64 * mib}, {{u"bytes"_s, 32 * mib}}));
}

void tst_MediaHost::run_limitsWhatIsWritten()
{
    const UniqueFd out(
        ::open(QFile::encodeName(path(u"out"_s)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    MediaRequest request{u"fill"_s, {{u"bytes"_s, mib}}, {{out.get(), path(u"out"_s)}}, {}};
    request.limits.fileBytes = mib;
    auto result = m_host->run(request);
    QVERIFY2(bool(result), qPrintable(detailOf(result)));
    QCOMPARE(result->value(u"errno"_s).toInt(), 0);
    request.limits.fileBytes = mib / 2;
    result = m_host->run(request);
    QVERIFY2(bool(result), qPrintable(detailOf(result)));
    QCOMPARE(result->value(u"errno"_s).toInt(), EFBIG);
}

void tst_MediaHost::run_deniesEverythingElse()
{
    const auto result = run(u"open"_s);
    QVERIFY2(bool(result), qPrintable(detailOf(result)));
    for (const QString &what : {u"file"_s, u"socket"_s, u"fork"_s, u"exec"_s, u"signal"_s})
        QCOMPARE(result->value(what).toInt(), EPERM);
}

void tst_MediaHost::run_ofAnUnknownVerbSaysSo()
{
    const auto result = run(u"sing"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(detailOf(result).contains(u"sing"_s));
}

void tst_MediaHost::run_refusesTooManyFiles()
{
    const MediaFile lent = file();
    MediaRequest request{u"probe"_s, {}, {}, {}};
    for (int i = 0; i < 300; ++i)
        request.files << LentFile::of(lent);
    const auto result = m_host->run(request);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY(stillReads());
}

// The test ends at all: without a stop the task would take its 20 seconds and end otherwise.
void tst_MediaHost::run_stopsAtOnce()
{
    QVERIFY(stillReads());
    std::stop_source source;
    Result<QJsonObject> result = QJsonObject();
    std::thread waiting([&] { result = run(u"hang"_s, {}, {}, source.get_token()); });
    QTRY_VERIFY(!childrenOf(m_host->processId()).isEmpty());
    source.request_stop();
    waiting.join();
    QCOMPARE(childrenOf(m_host->processId()), QList<pid_t>());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Interrupted);
}

void tst_MediaHost::run_stopsBeforeItBegins()
{
    std::stop_source source;
    source.request_stop();
    const auto result = run(u"hang"_s, {}, {}, source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Interrupted);
    QCOMPARE(childrenOf(m_host->processId()), QList<pid_t>());
}

void tst_MediaHost::run_startsADeadReaderAgain()
{
    QVERIFY(stillReads());
    const pid_t before = m_host->processId();
    QVERIFY(before > 0);
    QCOMPARE(::kill(before, SIGKILL), 0);
    QVERIFY(stillReads());
    QVERIFY(m_host->processId() != before);
    QVERIFY(::kill(before, 0) != 0); // buried
}

void tst_MediaHost::run_seesTheReaderDieUnderIt()
{
    QVERIFY(stillReads());
    const pid_t before = m_host->processId();
    Result<QJsonObject> result = QJsonObject();
    std::thread waiting([&] { result = run(u"hang"_s); });
    QTRY_VERIFY(!childrenOf(before).isEmpty());
    const pid_t child = childrenOf(before).value(0);
    QCOMPARE(::kill(before, SIGKILL), 0);
    waiting.join();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Internal);
    QVERIFY2(detailOf(result).contains(path()), qPrintable(detailOf(result)));
    QTRY_VERIFY(!QFile::exists(u"/proc/%1/exe"_s.arg(child)));
    QVERIFY(stillReads());
}

void tst_MediaHost::run_servesManyAtOnce()
{
    QVERIFY(stillReads());
    std::stop_source source;
    std::vector<std::thread> waiting;
    waiting.reserve(8);
    std::atomic<int> interrupted = 0;
    for (int i = 0; i < 8; ++i) {
        waiting.emplace_back([&] {
            const auto result = run(u"hang"_s, {}, {}, source.get_token());
            if (!result && result.error().code == ErrorCode::Interrupted)
                ++interrupted;
        });
    }
    QTRY_COMPARE(childrenOf(m_host->processId()).size(), 8);
    QVERIFY(stillReads()); // nobody waits for the others
    source.request_stop();
    for (std::thread &thread : waiting)
        thread.join();
    QCOMPARE(interrupted.load(), 8);
    QCOMPARE(childrenOf(m_host->processId()), QList<pid_t>());
}

void tst_MediaHost::run_leaksNoDescriptor()
{
    QVERIFY(stillReads());
    const qsizetype here = openDescriptors();
    const QDir there(u"/proc/%1/fd"_s.arg(m_host->processId()));
    const auto open = [&] { return there.entryList(QDir::AllEntries | QDir::System).size(); };
    QTRY_COMPARE(childrenOf(m_host->processId()), QList<pid_t>());
    const qsizetype before = open();
    for (int i = 0; i < 200; ++i)
        QCOMPARE(i % 10 == 0 ? !run(u"crash"_s) : stillReads(), true);
    QCOMPARE(openDescriptors(), here);
    QTRY_COMPARE(open(), before);
    QTRY_COMPARE(childrenOf(m_host->processId()), QList<pid_t>());
}

void tst_MediaHost::run_withoutTheProgramNamesTheCure()
{
    for (const QString &program : {u""_s, path(u"nothing"_s)}) {
        MediaHost host(program);
        const MediaFile lent = file();
        const auto result = host.run({u"probe"_s, {}, {LentFile::of(lent)}, {}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Internal);
        QVERIFY(detailOf(result).contains(program.isEmpty() ? u"respool-media"_s : program));
        QVERIFY(detailOf(result).contains(u"RESPOOL_MEDIA"_s));
    }
    // One that ends at once is no reader either, and is not tried for ever.
    MediaHost host(u"/bin/true"_s);
    const MediaFile lent = file();
    const auto result = host.run({u"probe"_s, {}, {LentFile::of(lent)}, {}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Internal);
}

void tst_MediaHost::end_takesEveryProcessAlong()
{
    QVERIFY(stillReads());
    const pid_t reader = m_host->processId();
    m_host.reset();
    QVERIFY(::kill(reader, 0) != 0);
    QCOMPARE(errno, ESRCH);
}

// As when the parent is killed: nobody says goodbye, its end of the socket is closed.
void tst_MediaHost::reader_endsWithItsParent()
{
    auto sockets = SocketPair::make();
    QVERIFY(sockets);
    const QByteArray program = QFile::encodeName(MediaProcess::findProgram());
    const pid_t reader = ::fork();
    if (reader == 0) {
        ::dup2(sockets->there.get(), 3);
        ::execl(program.constData(), program.constData(), static_cast<char *>(nullptr));
        ::_exit(127);
    }
    auto request = SocketPair::make();
    QVERIFY(request);
    const MediaFile lent = file();
    QCOMPARE(sendMessage(sockets->here.get(),
                         {{u"verb"_s, u"hang"_s},
                          {u"paths"_s, QJsonArray{lent.path}},
                          {u"memoryBytes"_s, 512 * mib},
                          {u"cpuMs"_s, 60'000}},
                         {request->there.get(), lent.fd.get()}),
             0);
    QTRY_VERIFY(!childrenOf(reader).isEmpty());
    const pid_t child = childrenOf(reader).value(0);
    sockets->here = UniqueFd();
    int status = -1;
    QCOMPARE(::waitpid(reader, &status, 0), reader);
    QCOMPARE(status, 0);
    QVERIFY(::kill(child, 0) != 0);
}

QTEST_GUILESS_MAIN(tst_MediaHost)
#include "tst_mediahost.moc"
