// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <sys/mount.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A volume without room for a second copy: the remux waits, says what it needs, and goes on.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void remuxWithoutRoom_waitsAndThenSucceeds();
    void cleanupTestCase();

private:
    QJsonObject job() { return m_cli.run({u"job"_s, u"show"_s, m_job}).object(); }

    QTemporaryDir m_folder;
    QString m_volume;
    Cli m_cli{m_folder.filePath(u"data"_s)};
    QString m_job;
};

void TestFullDisk::initTestCase()
{
    const QString volume = m_folder.filePath(u"volume"_s);
    QVERIFY(QDir().mkpath(volume));
    if (::mount("respool-test", QFile::encodeName(volume).constData(), "tmpfs",
                MS_NOSUID | MS_NODEV, "size=2m")
        != 0)
        QSKIP("a volume of its own needs the right to mount");
    m_volume = volume;
}

void TestFullDisk::cleanupTestCase()
{
    if (!m_volume.isEmpty())
        QCOMPARE(::umount(QFile::encodeName(m_volume).constData()), 0);
}

void TestFullDisk::remuxWithoutRoom_waitsAndThenSucceeds()
{
    samples::makeGatewayStore(m_volume, {.recordings = 1, .webmEvery = 1});
    const QString id = samples::recordingId(0);
    const QString folder = m_volume + u'/' + id;
    const QString webm = folder + u"/recording-0.webm"_s;
    const QByteArray original = samples::readFile(webm);
    const QByteArray packets = samples::streamHashes(webm);
    QCOMPARE(m_cli.run({u"store"_s, u"add"_s, m_volume}).status, 0);
    QCOMPARE(m_cli.run({u"scan"_s}).status, 0);
    // What is left is less than the part is long.
    const qsizetype ballast = (2 << 20) - original.size() - original.size() / 2 - (32 << 10);
    samples::writeFile(m_volume + u"/ballast"_s, samples::zeros(ballast));

    const CliResult asked = m_cli.run({u"remux"_s, id});
    m_job = QString::number(asked.object()[u"jobs"_s].toArray().first().toInteger());
    QCOMPARE(m_cli.run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(job()[u"state"_s].toString(), u"delayed"_s);
    QCOMPARE(job()[u"error"_s][u"code"_s].toInt(), 11);
    const QString text = job()[u"error"_s][u"text"_s].toString();
    const auto needed = QRegularExpression(u"^(\\d+) more bytes are needed"_s).match(text);
    QVERIFY2(needed.hasMatch(), qPrintable(text));
    QVERIFY(needed.captured(1).toLongLong() < original.size());
    QVERIFY2(text.contains(folder), qPrintable(text));
    QCOMPARE(job()[u"attempt"_s].toInt(), 0); // waiting for room is not failing
    QCOMPARE(strayFiles(m_volume), QStringList{u"ballast"_s});
    QVERIFY(samples::readFile(webm) == original);

    QVERIFY(QFile::remove(m_volume + u"/ballast"_s));
    QCOMPARE(m_cli.run({u"job"_s, u"retry"_s, m_job}).status, 0);
    QCOMPARE(m_cli.run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(job()[u"state"_s].toString(), u"done"_s);
    const QJsonArray parts = m_cli.run({u"show"_s, id}).array()[0][u"parts"_s].toArray();
    QVERIFY(parts[0][u"seekable"_s].toBool());
    QCOMPARE(samples::streamHashes(webm), packets);
    QCOMPARE(strayFiles(m_volume), QStringList());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
