// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzzers.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <array>
#include <vector>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fuzzer
{
    const char *name;
    int (*run)(const uint8_t *data, size_t size);
};

constexpr std::array<Fuzzer, 6> fuzzers{{{"archive", fuzzArchive},
                                         {"ebml", fuzzEbml},
                                         {"repair", fuzzRepair},
                                         {"terminal", fuzzTerminal},
                                         {"query", fuzzQuery},
                                         {"manifest", fuzzManifest}}};

} // namespace

// Runs what the fuzzers run, over their seeds and over every input that broke a promise once. A
// promise that breaks ends this program with the name of the row.
class tst_Regressions : public QObject
{
    Q_OBJECT

private slots:
    void input_breaksNoPromise_data();
    void input_breaksNoPromise();
};

void tst_Regressions::input_breaksNoPromise_data()
{
    QTest::addColumn<size_t>("fuzzer");
    QTest::addColumn<QString>("path");
    for (size_t i = 0; i < fuzzers.size(); ++i) {
        const char *name = fuzzers[i].name;
        for (const char *kind : {"corpus", "regressions"}) {
            QDirIterator files(QStringLiteral(RESPOOL_FUZZ_INPUTS "/%1/%2")
                                   .arg(QLatin1StringView(kind), QLatin1StringView(name)),
                               QDir::Files);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::addRow("%s: %s", name, qPrintable(files.fileName())) << i << path;
            }
        }
        QTest::addRow("%s: nothing", name) << i << QString();
    }
}

void tst_Regressions::input_breaksNoPromise()
{
    QFETCH(size_t, fuzzer);
    QFETCH(QString, path);
    QByteArray content;
    if (!path.isEmpty()) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        content = file.readAll();
    }
    // A copy of exactly its length: reading behind it is an error that ASan sees.
    const std::vector<uint8_t> bytes(content.begin(), content.end());
    QCOMPARE(fuzzers[fuzzer].run(bytes.data(), bytes.size()), 0);
}

QTEST_GUILESS_MAIN(tst_Regressions)
#include "tst_regressions.moc"
