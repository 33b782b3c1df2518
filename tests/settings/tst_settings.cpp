// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"
#include "core/settings/startmark.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsSaved_isLoaded();
    void missingFile_givesTheDefaults();
    void brokenFile_isKeptAside_data();
    void brokenFile_isKeptAside();
    void halfWrittenFile_givesWhatIsThere();
    void folderWithoutPermission_isAnError();
    void layout_canBeLeftOut();
    void mark_countsTheStartsThatDied();
    void mark_withoutANumber_countsAsOne();
    void mark_thatCannotBeWritten_hindersNobody();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Settings::whatIsSaved_isLoaded()
{
    Settings settings;
    settings.threads = 7;
    settings.language = u"de"_s;
    settings.appearance = u"dark"_s;
    settings.tellsEnds = false;
    settings.showsTray = true;
    settings.staysAwake = false;
    settings.readsTexts = false;
    settings.afterQueue = AfterQueue::Sleep;
    settings.jobColumns = QByteArray("\0\1\2columns", 10);
    settings.choice = {u"store"_s, u"A, b"_s, u"5e55"_s, 12};
    QVERIFY(saveSettings(m_folder->path(), settings));
    const Settings loaded = loadSettings(m_folder->path());
    QCOMPARE(loaded.threads, 7);
    QCOMPARE(loaded.language, u"de"_s);
    QCOMPARE(loaded.appearance, u"dark"_s);
    QVERIFY(!loaded.tellsEnds && loaded.tellsFailures);
    QVERIFY(loaded.showsTray && !loaded.staysAwake && !loaded.readsTexts && loaded.drawsPictures);
    QCOMPARE(loaded.afterQueue, AfterQueue::Sleep);
    QCOMPARE(loaded.jobColumns, settings.jobColumns);
    QCOMPARE(loaded.choice, settings.choice);
    QVERIFY(!QFile::exists(path(u"respool.ini.bad"_s)));
}

void tst_Settings::missingFile_givesTheDefaults()
{
    const Settings loaded = loadSettings(m_folder->path());
    QCOMPARE(loaded.threads, Settings().threads);
    QCOMPARE(loaded.afterQueue, AfterQueue::Nothing);
    QVERIFY(!QFile::exists(path(u"respool.ini.bad"_s)));
}

void tst_Settings::brokenFile_isKeptAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("words") << QByteArray("this is no file of settings\nat all\n");
    QTest::newRow("an open section") << QByteArray("[jobs\nthreads 4\n");
    QByteArray noise;
    for (int i = 0; i < 5000; ++i)
        noise.append(char((i * 7919 + 13) % 251));
    QTest::newRow("noise") << noise;
}

void tst_Settings::brokenFile_isKeptAside()
{
    QFETCH(const QByteArray, bytes);
    write(u"respool.ini"_s, bytes);
    const Settings loaded = loadSettings(m_folder->path());
    QCOMPARE(loaded.threads, Settings().threads);
    QFile aside(path(u"respool.ini.bad"_s));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    // The next save is a whole file, and a second broken one takes the place of the first.
    Settings next;
    next.threads = 3;
    QVERIFY(saveSettings(m_folder->path(), next));
    QCOMPARE(loadSettings(m_folder->path()).threads, 3);
}

void tst_Settings::halfWrittenFile_givesWhatIsThere()
{
    Settings settings;
    settings.threads = 5;
    settings.geometry = QByteArray(3000, 'g');
    QVERIFY(saveSettings(m_folder->path(), settings));
    QFile file(path(u"respool.ini"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray all = file.readAll();
    for (qsizetype bytes = all.size(); bytes >= 0; bytes -= 97) {
        QVERIFY(file.resize(bytes));
        const Settings loaded = loadSettings(m_folder->path());
        QVERIFY(loaded.threads == 5 || loaded.threads == Settings().threads);
        write(u"respool.ini"_s, all);
    }
}

void tst_Settings::folderWithoutPermission_isAnError()
{
    const auto saved = saveSettings(u"/proc/respool-is-not-there"_s, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Io);
}

void tst_Settings::layout_canBeLeftOut()
{
    Settings settings;
    settings.threads = 9;
    settings.geometry = "g";
    settings.jobColumns = "c";
    settings.choice.row = u"trash"_s;
    const Settings plain = settings.withoutLayout();
    QCOMPARE(plain.threads, 9);
    QVERIFY(plain.geometry.isEmpty() && plain.jobColumns.isEmpty());
    QCOMPARE(plain.choice, SidebarChoice());
}

void tst_Settings::mark_countsTheStartsThatDied()
{
    StartMark first(m_folder->path());
    QCOMPARE(first.deaths(), 0);
    first.begin();
    StartMark second(m_folder->path());
    QCOMPARE(second.deaths(), 1);
    second.begin();
    StartMark third(m_folder->path());
    QCOMPARE(third.deaths(), 2);
    third.begin();
    third.end();
    QCOMPARE(StartMark(m_folder->path()).deaths(), 0);
}

void tst_Settings::mark_withoutANumber_countsAsOne()
{
    for (const QByteArray &said : {QByteArray(), QByteArray("\0\0\0\0", 4), QByteArray("-3"),
                                   QByteArray("999999999999999999999")}) {
        write(u"respool.starting"_s, said);
        QCOMPARE(StartMark(m_folder->path()).deaths(), 1);
    }
}

void tst_Settings::mark_thatCannotBeWritten_hindersNobody()
{
    StartMark mark(u"/proc/respool-is-not-there"_s);
    QCOMPARE(mark.deaths(), 0);
    mark.begin();
    mark.end();
    QCOMPARE(mark.deaths(), 0);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
