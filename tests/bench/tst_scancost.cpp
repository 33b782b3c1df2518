// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/work/scanjob.h"
#include "tests/bench/measure.h"
#include "tests/support/samples.h"
#include "tests/support/workfixture.h"

#include <QProcess>

#include <fcntl.h>
#include <sys/resource.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A first scan and a rescan of a Gateway's store, beside `find` over the same files and a plain
// loop that reads every manifest; and what memory the scanning process takes at its most.
// RESPOOL_BENCH_RECORDINGS says how many (100,000).
class ScanCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void firstScanAndRescan();

private:
    double find() const
    {
        return secondsOf([&] {
            QProcess find;
            find.setStandardOutputFile(QProcess::nullDevice());
            find.start(u"find"_s, {m_fixture.files().path(), u"-type"_s, u"f"_s, u"-printf"_s,
                                   u"%s %T@\\n"_s});
            QVERIFY(find.waitForFinished(-1));
        });
    }
    double readManifests(const QStringList &ids) const
    {
        return secondsOf([&] {
            const int root = ::open(qPrintable(m_fixture.files().path()), O_RDONLY | O_DIRECTORY);
            char buffer[8192];
            for (const QString &id : ids) {
                const int fd = ::openat(root, (id.toLatin1() + "/recording.json").constData(),
                                        O_RDONLY | O_CLOEXEC);
                if (fd < 0 || ::read(fd, buffer, sizeof buffer) <= 0)
                    qFatal("no manifest");
                ::close(fd);
            }
            ::close(root);
        });
    }
    double scan()
    {
        m_fixture.clock().advance(1000);
        FakeContext context = m_fixture.context(scanSpec(m_fixture.info()).payload);
        return secondsOf([&] {
            ScanJob job(m_fixture.database(), m_fixture.clock(), m_host);
            const auto done = job.run(context);
            QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
            QVERIFY(context.end());
        });
    }
    WorkFixture m_fixture;
    MediaHost m_host;
};

void ScanCost::firstScanAndRescan()
{
    const int all =
        std::max(1, qEnvironmentVariable("RESPOOL_BENCH_RECORDINGS", u"100000"_s).toInt());
    m_fixture.open();
    QStringList ids;
    const double made = secondsOf([&] {
        ids = samples::makeGatewayStore(m_fixture.files().path(),
                                        {.recordings = all, .webmEvery = 0});
    });
    std::printf("a store of %d text recordings, made in %.1f s\n", all, made);
    find(); // warm
    const double bare = median({find(), find(), find()});
    const double manifests = readManifests(ids);
    const double first = scan();
    report("first scan", first, bare + manifests, "s", "find and all manifests");
    const double again = median({scan(), scan(), scan()});
    const double bareAgain = median({find(), find(), find()});
    report("rescan, nothing changed", again, bareAgain, "s", "find");
    std::printf("%.0f recordings a second at first, %.0f again; find %.2f s, manifests %.2f s\n",
                all / first, all / again, bare, manifests);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("memory at its most %.0f MB\n", double(usage.ru_maxrss) / 1024);
}

QTEST_GUILESS_MAIN(ScanCost)
#include "tst_scancost.moc"
