// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class TestFolderWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void read_tellsWhatHappensToAFile();
    void read_tellsFoldersFromFiles();
    void read_tellsTheEndOfTheFolder();
    void remove_hearsNoMore();

private:
    using What = FolderEvent::What;
    QList<What> heard(const QString &name) const
    {
        QList<What> what;
        for (const FolderEvent &event : m_watch->read()) {
            if (event.name == name && event.folder == m_number)
                what << event.what;
        }
        return what;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<FolderWatch> m_watch;
    int m_number = 0;
};

void TestFolderWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto watch = FolderWatch::open();
    QVERIFY(watch);
    m_watch.emplace(*std::move(watch));
    const auto number = m_watch->add(*Directory::open(m_folder->path()));
    QVERIFY(number);
    m_number = *number;
    QVERIFY(m_watch->read().isEmpty());
}

void TestFolderWatch::read_tellsWhatHappensToAFile()
{
    QFile file(m_folder->filePath(u"a"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(heard(u"a"_s), (QList{What::Appeared}));
    QVERIFY(file.write("x") == 1);
    QCOMPARE(heard(u"a"_s), (QList{What::Grown}));
    file.close();
    QCOMPARE(heard(u"a"_s), (QList{What::Written}));
    QVERIFY(file.rename(m_folder->filePath(u"b"_s)));
    QCOMPARE(heard(u"a"_s), (QList{What::Vanished}));
    QVERIFY(file.open(QIODevice::ReadOnly)); // a reader is none of its business
    file.close();
    QVERIFY(m_watch->read().isEmpty());
    QVERIFY(file.remove());
    QCOMPARE(heard(u"b"_s), (QList{What::Vanished}));
}

void TestFolderWatch::read_tellsFoldersFromFiles()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"inner"_s));
    const QList<FolderEvent> events = m_watch->read();
    QCOMPARE(events.size(), 1);
    QVERIFY(events.constFirst().isFolder);
    QCOMPARE(events.constFirst().name, u"inner"_s);
}

void TestFolderWatch::read_tellsTheEndOfTheFolder()
{
    QVERIFY(QDir().rmdir(m_folder->path()));
    QVERIFY(heard({}).contains(What::Ended));
}

void TestFolderWatch::remove_hearsNoMore()
{
    m_watch->remove(m_number);
    QCOMPARE(heard({}), (QList{What::Ended}));
    QVERIFY(QDir(m_folder->path()).mkdir(u"inner"_s));
    QVERIFY(m_watch->read().isEmpty());
}

QTEST_APPLESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
