// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileuse.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_FileUse : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writersOf_tellsAWriter();
    void writersOf_takesAReaderForFree();
    void writersOf_givesTheLeaseBack();
    void writersOf_survivesWritersThatComeMeanwhile();
    void writersOf_whatCannotBeOpenedIsUnknown();
    void usersOf_tellsAReader();

private:
    FileUse use() const { return writersOf(*Directory::open(m_folder->path()), u"part.webm"_s); }
    QString file() const { return m_folder->filePath(u"part.webm"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_FileUse::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(this->file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    if (use() == FileUse::Unknown)
        QSKIP("this file system gives no leases");
}

void tst_FileUse::writersOf_tellsAWriter()
{
    QFile writer(file());
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(use(), FileUse::Written);
    QCOMPARE(use(), FileUse::Written);
    writer.close();
    QCOMPARE(use(), FileUse::Free);
}

void tst_FileUse::writersOf_takesAReaderForFree()
{
    QFile reader(file());
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(use(), FileUse::Free);
}

// A lease that stayed would hold up the next one who opens the file for writing.
void tst_FileUse::writersOf_givesTheLeaseBack()
{
    QCOMPARE(use(), FileUse::Free);
    QFile writer(file());
    QVERIFY(writer.open(QIODevice::WriteOnly));
    QCOMPARE(use(), FileUse::Written);
}

// Who opens the file in the instant of the lease makes the kernel send a signal; SIGIO, the usual
// one, would end the program.
void tst_FileUse::writersOf_survivesWritersThatComeMeanwhile()
{
    std::atomic<bool> end = false;
    std::atomic<int> opened = 0;
    std::thread writer([&] {
        while (!end) {
            QFile file(this->file());
            opened += file.open(QIODevice::WriteOnly | QIODevice::Append) ? 1 : 0;
        }
    });
    bool wasFree = false;
    for (int i = 0; i < 5'000; ++i)
        wasFree = use() == FileUse::Free || wasFree;
    end = true;
    writer.join();
    QVERIFY(wasFree);
    QVERIFY(opened > 0);
}

void tst_FileUse::writersOf_whatCannotBeOpenedIsUnknown()
{
    QVERIFY(QFile::remove(file()));
    QCOMPARE(use(), FileUse::Unknown);
    QVERIFY(QFile::link(u"/dev/null"_s, file()));
    QCOMPARE(use(), FileUse::Unknown);
}

void tst_FileUse::usersOf_tellsAReader()
{
    const auto users = [this] {
        return usersOf(*Directory::open(m_folder->path()), u"part.webm"_s);
    };
    QCOMPARE(users(), FileUse::Free);
    QFile reader(file());
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(users(), FileUse::Read);
    QFile writer(file());
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(users(), FileUse::Written);
    writer.close();
    reader.close();
    QCOMPARE(users(), FileUse::Free);
}

QTEST_APPLESS_MAIN(tst_FileUse)
#include "tst_fileuse.moc"
