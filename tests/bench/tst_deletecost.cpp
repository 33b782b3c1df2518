// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"
#include "tests/support/samplestore.h"

#include <QDir>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Scanning and deleting thousands of recordings with the headless program, against the bare file
// operations: a walk that reads every file, and one rename for each recording.
class DeleteCost : public QObject
{
    Q_OBJECT

private slots:
    void fiveThousandRecordings();
};

void DeleteCost::fiveThousandRecordings()
{
    constexpr int all = 5000;
    SampleStore store({.recordings = all, .webmEvery = 0});
    QStringList ids;
    const double walk = secondsOf([&] {
        for (const QString &id : store.ids()) {
            const QDir folder(store.folderOf(id));
            for (const QString &name : folder.entryList(QDir::Files))
                samples::readFile(folder.filePath(name));
        }
    });
    const double scan = secondsOf([&] { QCOMPARE(store.addAndScan().status, 0); });
    samples::writeFile(store.filePath(u"ids"_s), store.ids().join(u'\n').toUtf8());
    const double remove = secondsOf([&] {
        const CliResult done = store.cli().run(
            {u"delete"_s, u"--from"_s, store.filePath(u"ids"_s), u"--yes"_s, u"--wait"_s});
        QVERIFY2(done.status == 0, qPrintable(done.text()));
    });
    const QString trash = store.filePath(u"renamed"_s);
    const QString batch = QDir(store.path() + u"/.respool/trash"_s)
                              .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                              .value(0);
    const QString from = store.path() + u"/.respool/trash/"_s + batch;
    const QStringList moved = QDir(from).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(moved.size(), all);
    QVERIFY(QDir().mkpath(trash));
    const double rename = secondsOf([&] {
        for (const QString &name : moved)
            QVERIFY(QFile::rename(from + u'/' + name, trash + u'/' + name));
    });
    std::printf("a store of %d text recordings\n", all);
    report("recordings scanned into the catalogue", all / scan, all / walk, "a second",
           "files read, nothing kept");
    report("recordings deleted, each with its result", all / remove, all / rename, "a second",
           "bare renames");
}

QTEST_GUILESS_MAIN(DeleteCost)
#include "tst_deletecost.moc"
