// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/retrypolicy.h"

#include <QTest>

using namespace respool;

class tst_RetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void judge_decidesByTheError_data();
    void judge_decidesByTheError();
    void judge_parksWhenTheAttemptsAreSpent();
    void judge_looksAtABusyFileLessAndLessOften();
    void backoff_doublesUpToAnHour_data();
    void backoff_doublesUpToAnHour();
    void backoff_isSpreadByTenPercent();
};

void tst_RetryPolicy::judge_decidesByTheError_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("counts");
    QTest::addColumn<bool>("spared");
    const auto row = [](const char *name, ErrorCode code, JobState state, bool counts,
                        bool spared) {
        QTest::newRow(name) << int(code) << int(state) << counts << spared;
    };
    row("a graceful stop costs nothing", ErrorCode::Interrupted, JobState::Queued, false, true);
    row("the user's cancel ends it", ErrorCode::Cancelled, JobState::Cancelled, false, false);
    row("a full disk waits", ErrorCode::NoSpace, JobState::Delayed, false, true);
    row("an offline store waits", ErrorCode::Offline, JobState::Delayed, false, true);
    row("a busy file waits", ErrorCode::Busy, JobState::Delayed, false, true);
    row("an i/o error is tried again", ErrorCode::Io, JobState::Delayed, true, false);
    row("what is gone fails at once", ErrorCode::NotFound, JobState::Failed, false, false);
    row("a hold fails at once", ErrorCode::Refused, JobState::Failed, false, false);
    row("garbage fails at once", ErrorCode::Media, JobState::Failed, false, false);
    row("unreadable arguments are parked", ErrorCode::BadPayload, JobState::Parked, false, false);
    row("an unknown kind is parked", ErrorCode::UnknownKind, JobState::Parked, false, false);
}

void tst_RetryPolicy::judge_decidesByTheError()
{
    QFETCH(int, code);
    const Verdict verdict = RetryPolicy::judge(fail(ErrorCode(code)), JobRecord(), 0.5);
    QTEST(int(verdict.state), "state");
    QTEST(verdict.counts, "counts");
    QTEST(verdict.spared, "spared");
    QCOMPARE(verdict.waitMs > 0, verdict.state == JobState::Delayed);
}

// Whoever reads it may do so for hours.
void tst_RetryPolicy::judge_looksAtABusyFileLessAndLessOften()
{
    JobRecord job;
    QList<qint64> waits;
    for (job.claim = 1, job.attempt = 1; job.claim <= 6; ++job.claim)
        waits << RetryPolicy::judge(fail(ErrorCode::Busy), job, 0.5).waitMs;
    QCOMPARE(waits, (QList<qint64>{5000, 10'000, 20'000, 40'000, 60'000, 60'000}));
}

void tst_RetryPolicy::judge_parksWhenTheAttemptsAreSpent()
{
    JobRecord job;
    job.maxAttempts = 5;
    job.failures = 3;
    QCOMPARE(RetryPolicy::judge(fail(ErrorCode::Io), job, 0).state, JobState::Delayed);
    job.failures = 4;
    QCOMPARE(RetryPolicy::judge(fail(ErrorCode::Io), job, 0).state, JobState::Parked);
}

void tst_RetryPolicy::backoff_doublesUpToAnHour_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<qint64>("waitMs");
    QTest::newRow("first") << 0 << qint64(30'000);
    QTest::newRow("second") << 1 << qint64(60'000);
    QTest::newRow("fourth") << 3 << qint64(240'000);
    QTest::newRow("capped") << 7 << qint64(3'600'000);
    QTest::newRow("far beyond") << 1000 << qint64(3'600'000);
}

void tst_RetryPolicy::backoff_doublesUpToAnHour()
{
    QFETCH(int, failures);
    QTEST(RetryPolicy::backoffMs(failures, 0.5), "waitMs");
}

void tst_RetryPolicy::backoff_isSpreadByTenPercent()
{
    QCOMPARE(RetryPolicy::backoffMs(0, 0.0), 27'000);
    QVERIFY(RetryPolicy::backoffMs(0, 0.999) < 33'000);
    QVERIFY(RetryPolicy::backoffMs(0, 0.999) > 32'900);
}

QTEST_GUILESS_MAIN(tst_RetryPolicy)
#include "tst_retrypolicy.moc"
