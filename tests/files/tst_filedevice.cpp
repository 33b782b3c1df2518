// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filedevice.h"
#include "core/files/uniquefd.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_FileDevice : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void read_isThatOfTheFile();
    void seek_goesAnywhere();
    void descriptor_staysWhereItIs();
    void tell_hearsHowFarItIs();
    void failure_isToldAndNoEnd();

private:
    QTemporaryDir m_folder;
    QByteArray m_content;
    UniqueFd m_file;
};

void tst_FileDevice::init()
{
    m_content = samples::randomBytes(300'000);
    const QString path = m_folder.filePath(u"file"_s);
    samples::writeFile(path, m_content);
    m_file = UniqueFd(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    QVERIFY(m_file);
}

void tst_FileDevice::read_isThatOfTheFile()
{
    FileDevice device(m_file.get(), m_content.size());
    QByteArray lines;
    while (!device.atEnd())
        lines += device.readLine(4097);
    QCOMPARE(lines, m_content);
    QCOMPARE(device.read(10), QByteArray());
}

void tst_FileDevice::seek_goesAnywhere()
{
    FileDevice device(m_file.get(), m_content.size());
    // Within what the device has read ahead, far behind it, back, and across its end.
    for (const qint64 position : {0, 5, 100, 200'000, 16'380, 3, 16'384, 299'990}) {
        QVERIFY(device.seek(position));
        QCOMPARE(device.pos(), position);
        QCOMPARE(device.read(50), m_content.mid(position, 50));
        QCOMPARE(device.read(40'000), m_content.mid(position + 50, 40'000));
    }
}

void tst_FileDevice::descriptor_staysWhereItIs()
{
    QCOMPARE(::lseek(m_file.get(), 77, SEEK_SET), 77);
    FileDevice device(m_file.get(), m_content.size());
    QCOMPARE(device.readAll(), m_content);
    QCOMPARE(::lseek(m_file.get(), 0, SEEK_CUR), 77);
}

void tst_FileDevice::tell_hearsHowFarItIs()
{
    QList<qint64> told;
    FileDevice device(m_file.get(), m_content.size(), [&](qint64 position) { told << position; });
    while (!device.atEnd())
        device.read(1000);
    QCOMPARE(told.first(), 0);
    QVERIFY(told.last() > m_content.size() / 2);
    QVERIFY(std::ranges::is_sorted(told));
}

void tst_FileDevice::failure_isToldAndNoEnd()
{
    FileDevice device(-1, 100);
    char byte = 0;
    QCOMPARE(device.read(&byte, 1), -1);
    QVERIFY(!device.atEnd());
    QVERIFY2(device.errorString().contains(u"descriptor"_s), qPrintable(device.errorString()));
}

QTEST_GUILESS_MAIN(tst_FileDevice)
#include "tst_filedevice.moc"
