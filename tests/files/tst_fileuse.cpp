// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileuse.h"
#include "tests/support/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_FileUse : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writers_areNoticed_data();
    void writers_areNoticed();
    void writers_ofNothing();
    void writers_thatComeMeanwhileDoNotKillUs();

private:
    QByteArray file() const { return QFile::encodeName(m_root->filePath(u"a"_s)); }
    Directory root() const { return *Directory::open(m_root->path()); }

    std::unique_ptr<QTemporaryDir> m_root;
};

void tst_FileUse::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    samples::writeFile(m_root->filePath(u"a"_s), "x");
    if (writersOf(root(), u"a"_s) == FileUse::Unknown)
        QSKIP("this volume knows no leases");
}

void tst_FileUse::writers_areNoticed_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("use");
    QTest::newRow("appending") << (O_WRONLY | O_APPEND) << int(FileUse::Written);
    QTest::newRow("reading and writing") << O_RDWR << int(FileUse::Written);
    QTest::newRow("reading") << O_RDONLY << int(FileUse::Free);
}

void tst_FileUse::writers_areNoticed()
{
    QFETCH(int, flags);
    const int fd = ::open(file().constData(), flags | O_CLOEXEC);
    QVERIFY(fd >= 0);
    QTEST(int(writersOf(root(), u"a"_s)), "use");
    ::close(fd);
    QCOMPARE(writersOf(root(), u"a"_s), FileUse::Free);
}

void tst_FileUse::writers_ofNothing()
{
    QCOMPARE(writersOf(root(), u"nothing"_s), FileUse::Unknown);
    QCOMPARE(writersOf(root(), u"../a"_s), FileUse::Unknown);
}

// Whoever opens the file while we hold the lease for an instant makes the kernel send a signal;
// SIGIO, the usual one, would end the program.
void tst_FileUse::writers_thatComeMeanwhileDoNotKillUs()
{
    std::atomic<bool> end = false;
    std::thread writer([&] {
        while (!end) {
            const int fd = ::open(file().constData(), O_WRONLY | O_CLOEXEC);
            if (fd >= 0)
                ::close(fd);
        }
    });
    int seen[3] = {};
    for (int i = 0; i < 20'000; ++i)
        ++seen[int(writersOf(root(), u"a"_s))];
    end = true;
    writer.join();
    QVERIFY(seen[int(FileUse::Free)] > 0);
}

QTEST_GUILESS_MAIN(tst_FileUse)
#include "tst_fileuse.moc"
