// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"
#include "tests/support/brokenwebm.h"
#include "tests/support/cliprocess.h"
#include "tests/support/colourvideo.h"
#include "tests/support/samples.h"
#include "tests/support/samplestore.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The real program makes a file of its own seekable, while the disk fails or the process dies: the
// name holds the original or the verified copy, and after the next run nothing else is there.
class tst_MediaTrouble : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void failingDisk_leavesTheOriginal_data();
    void failingDisk_leavesTheOriginal();
    void fullDisk_whileEncodingLeavesTheOriginal_data();
    void fullDisk_whileEncodingLeavesTheOriginal();
    void fullDisk_whileExportingIsWaitedFor();
    void death_leavesTheOriginalOrTheCopy_data();
    void death_leavesTheOriginalOrTheCopy();
    void output_isNotThereUntilItIsWhole();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    CliResult remux(const QStringList &more = {}) const
    {
        return m_cli->run(QStringList{u"remux"_s, path(u"in.webm"_s)} + more);
    }
    bool isSeekable() const
    {
        const CliResult probe = m_cli->run({u"probe"_s, u"--thorough"_s, path(u"in.webm"_s)});
        const QJsonObject file = probe.array().at(0).toObject();
        return file[u"seekable"_s].toBool() && file[u"damage"_s].toArray().isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_data;
    std::unique_ptr<Cli> m_cli;
};

void tst_MediaTrouble::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cli = std::make_unique<Cli>(m_data.path());
}

void tst_MediaTrouble::failingDisk_leavesTheOriginal_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<qint64>("position");
    QTest::newRow("writing, at once") << u"RESPOOL_TEST_WRITE_EIO"_s << qint64(0);
    QTest::newRow("writing, late") << u"RESPOOL_TEST_WRITE_EIO"_s << qint64(200'000);
    QTest::newRow("reading, late") << u"RESPOOL_TEST_READ_EIO"_s << qint64(200'000);
}

void tst_MediaTrouble::failingDisk_leavesTheOriginal()
{
    QFETCH(const QString, variable);
    QFETCH(const qint64, position);
    const QByteArray live = samples::liveWebm({.seconds = 8});
    QVERIFY(live.size() > 220'000);
    samples::writeFile(path(u"in.webm"_s), live);
    m_cli->setVariable(u"LD_PRELOAD"_s, QStringLiteral(RESPOOL_FAILING_DISK));
    m_cli->setVariable(variable, QString::number(position));
    const CliResult failed = remux();
    QCOMPARE(failed.status, 1);
    QVERIFY2(failed.err.contains(u"Input/output error"_s), qPrintable(failed.text()));
    QVERIFY2(failed.err.contains(u"in.webm"_s), qPrintable(failed.text()));
    QCOMPARE(names(), QStringList{u"in.webm"_s});
    QCOMPARE(samples::readFile(path(u"in.webm"_s)), live);
    m_cli->setVariable(u"LD_PRELOAD"_s, {});
    QCOMPARE(remux().status, 0);
    QVERIFY(isSeekable());
}

void tst_MediaTrouble::fullDisk_whileEncodingLeavesTheOriginal_data()
{
    QTest::addColumn<int>("position");
    QTest::newRow("at once") << 0;
    QTest::newRow("in the middle") << 20'000;
}

void tst_MediaTrouble::fullDisk_whileEncodingLeavesTheOriginal()
{
    QFETCH(const int, position);
    const QByteArray source =
        samples::colourVideo({.codec = "mpeg4",
                              .size = "320x240",
                              .format = {u"-f"_s, u"matroska"_s, u"-live"_s, u"1"_s}});
    samples::writeFile(path(u"in.webm"_s), source);
    m_cli->setVariable(u"LD_PRELOAD"_s, QStringLiteral(RESPOOL_FAILING_DISK));
    m_cli->setVariable(u"RESPOOL_TEST_WRITE_ENOSPC"_s, QString::number(position));
    const CliResult full = remux({u"--transcode"_s});
    QVERIFY2(full.status == 5, qPrintable(full.text()));
    QVERIFY2(full.err.contains(u"more bytes are needed"_s), qPrintable(full.text()));
    QCOMPARE(names(), QStringList{u"in.webm"_s});
    QCOMPARE(samples::readFile(path(u"in.webm"_s)), source);
    m_cli->setVariable(u"LD_PRELOAD"_s, {});
    const CliResult again = remux({u"--transcode"_s});
    QVERIFY2(again.status == 0, qPrintable(again.text()));
    QVERIFY(isSeekable());
    QVERIFY(samples::readFile(path(u"in.webm"_s)).size() > position);
    QCOMPARE(names(), QStringList{u"in.webm"_s});
}

void tst_MediaTrouble::fullDisk_whileExportingIsWaitedFor()
{
    SampleStore store({.recordings = 0});
    const QString from = path(u"in.webm"_s);
    samples::writeFile(from, samples::colourVideo({.size = "320x240"}));
    samples::ffmpeg({u"-i"_s, from, u"-map"_s, u"0:v"_s, u"-map"_s, u"0:a"_s, u"-map"_s, u"0:a"_s,
                     u"-c"_s, u"copy"_s, path(u"two.webm"_s)});
    const QString id = samples::recordingId(0);
    store.add(0, {{u"recording-0.webm"_s, samples::readFile(path(u"two.webm"_s))},
                  {u"recording.json"_s, samples::manifest(id, {u"recording-0.webm"_s})}});
    QCOMPARE(store.addAndScan().status, 0);
    const QString out = store.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(out));
    Cli &cli = store.cli();
    const QStringList wish{u"export"_s, id, u"--to"_s, out + u"/a.webm"_s, u"--transcode"_s};
    const auto written = [&] {
        return QDir(out).entryList(QDir::Files | QDir::Hidden | QDir::System);
    };
    cli.setVariable(u"LD_PRELOAD"_s, QStringLiteral(RESPOOL_FAILING_DISK));
    cli.setVariable(u"RESPOOL_TEST_WRITE_ENOSPC"_s, u"20000"_s);
    const CliResult asked = cli.run(wish);
    const QString number = QString::number(asked.object()[u"jobs"_s].toArray().first().toInteger());
    const auto job = [&] { return cli.run({u"job"_s, u"show"_s, number}).object(); };
    QCOMPARE(cli.run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(job()[u"state"_s].toString(), u"delayed"_s);
    QCOMPARE(job()[u"error"_s][u"code"_s].toInt(), int(ErrorCode::NoSpace));
    QCOMPARE(written(), QStringList());
    QCOMPARE(strayFiles(store.path()), QStringList());
    cli.setVariable(u"LD_PRELOAD"_s, {});
    QCOMPARE(cli.run({u"job"_s, u"retry"_s, number}).status, 0);
    QCOMPARE(cli.run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(job()[u"state"_s].toString(), u"done"_s);
    QCOMPARE(written(), QStringList{u"a.webm"_s});
    // What was left out is told to the one who waits, and kept with the job.
    QVERIFY(cli.run({u"job"_s, u"log"_s, number}).text().contains(u"left out: audio (opus)"_s));
    const CliResult waited = cli.run(wish + QStringList{u"--overwrite"_s, u"--wait"_s});
    QCOMPARE(waited.status, 0);
    QVERIFY2(waited.err.contains(u"warning: "_s) && waited.err.contains(u"left out"_s),
             qPrintable(waited.text()));
}

void tst_MediaTrouble::death_leavesTheOriginalOrTheCopy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    const QByteArray live = samples::liveWebm();
    const QByteArray cut = live.first(live.size() * 2 / 3 + 11);
    const auto add = [&](const char *what, const QByteArray &content) {
        samples::writeFile(path(u"in.webm"_s), content);
        const QString trace = m_data.filePath(QString::fromUtf8(what));
        QCOMPARE(m_cli->runWith(u"RESPOOL_FAULT_TRACE"_s, trace, {u"remux"_s, path(u"in.webm"_s)})
                     .status,
                 0);
        QSet<QString> seen;
        for (const QByteArray &line : samples::readFile(trace).split('\n')) {
            const QString name = QString::fromUtf8(line);
            if (name.isEmpty() || seen.contains(name))
                continue;
            seen << name;
            QTest::addRow("%s, %s", what, qPrintable(name)) << content << name;
        }
    };
    init();
    add("sound", live);
    init();
    add("damaged", cut);
}

void tst_MediaTrouble::death_leavesTheOriginalOrTheCopy()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, name);
    const bool damaged = QByteArrayView(QTest::currentDataTag()).startsWith("damaged");
    samples::writeFile(path(u"in.webm"_s), content);
    const CliResult died =
        m_cli->runWith(u"RESPOOL_FAULT"_s, name, {u"remux"_s, path(u"in.webm"_s)});
    QCOMPARE(died.signal, SIGKILL);
    QVERIFY(samples::readFile(path(u"in.webm"_s)) == content || isSeekable());
    const CliResult again = remux();
    QVERIFY2(again.status == 0, qPrintable(again.text()));
    QVERIFY(isSeekable());
    QStringList expected{u"in.webm"_s};
    if (damaged)
        expected << u"in.webm.orig"_s;
    QCOMPARE(names(), expected);
    if (damaged)
        QCOMPARE(samples::readFile(path(u"in.webm.orig"_s)), content);
}

void tst_MediaTrouble::output_isNotThereUntilItIsWhole()
{
    const QByteArray live = samples::liveWebm();
    samples::writeFile(path(u"in.webm"_s), live);
    const QStringList arguments{u"remux"_s, path(u"in.webm"_s), u"--output"_s, path(u"out.webm"_s)};
    QCOMPARE(m_cli->runWith(u"RESPOOL_FAULT"_s, u"remux.part.synced"_s, arguments).signal, SIGKILL);
    QVERIFY(!QFile::exists(path(u"out.webm"_s)));
    QCOMPARE(m_cli->run(arguments).status, 0);
    QCOMPARE(names(), (QStringList{u"in.webm"_s, u"out.webm"_s}));
    QCOMPARE(samples::readFile(path(u"in.webm"_s)), live);
    // What is there is not replaced by accident.
    QCOMPARE(m_cli->run(arguments).status, 4);
    QCOMPARE(m_cli->run(arguments + QStringList{u"--overwrite"_s}).status, 0);
}

QTEST_GUILESS_MAIN(tst_MediaTrouble)
#include "tst_mediatrouble.moc"
