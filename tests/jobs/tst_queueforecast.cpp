// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/queueforecast.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

BatchRecord batchOf(qint64 id, const QString &kind, JobState state, Progress progress,
                    qint64 jobs = 1)
{
    BatchRecord batch;
    batch.id = BatchId{id};
    batch.kind = kind;
    batch.jobsIn[size_t(int(state) - int(JobState::Paused))] = jobs;
    batch.progress = progress;
    return batch;
}

} // namespace

class tst_QueueForecast : public QObject
{
    Q_OBJECT

private slots:
    void nothing_hasNoEnd();
    void oneKind_goesAtItsPace();
    void kindsThatRun_endWithTheLongest();
    void whatWaits_comesBehind();
    void whatNeverRan_makesItALowerBound();
    void paused_isNotWaitedFor();
    void endedBatches_countUntilTheQueueIsEmpty();
    void moreWork_measuresAnew();
};

void tst_QueueForecast::nothing_hasNoEnd()
{
    QueueForecast forecast;
    forecast.add(0, {});
    QCOMPARE(forecast.permille(), -1);
    QVERIFY(!forecast.remainingMs());
}

void tst_QueueForecast::oneKind_goesAtItsPace()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(1, u"remux"_s, JobState::Running, {second * 100, 5000})});
    QCOMPARE(forecast.permille(), 200);
    QCOMPARE(forecast.remainingMs().value_or(0), 40'000);
    QVERIFY(!forecast.isAtLeast());
}

void tst_QueueForecast::kindsThatRun_endWithTheLongest()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(2, u"delete"_s, JobState::Running, {second, 20}),
                      batchOf(1, u"remux"_s, JobState::Running, {second * 100, 5000})});
    QCOMPARE(forecast.remainingMs().value_or(0), 40'000);
}

void tst_QueueForecast::whatWaits_comesBehind()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(1, u"scan"_s, JobState::Running, {second, 20}),
                      batchOf(2, u"remux"_s, JobState::Running, {second * 100, 5000})});
    // The scans wait now, and go on when the remuxes have ended.
    forecast.add(11'000, {batchOf(1, u"scan"_s, JobState::Queued, {10, 20}),
                          batchOf(2, u"remux"_s, JobState::Running, {1100, 5000})});
    QCOMPARE(forecast.remainingMs().value_or(0), 39'000 + 10'000);
}

void tst_QueueForecast::whatNeverRan_makesItALowerBound()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(1, u"remux"_s, JobState::Running, {second * 100, 5000}),
                      batchOf(2, u"verify"_s, JobState::Queued, {0, 9000})});
    QCOMPARE(forecast.remainingMs().value_or(0), 40'000);
    QVERIFY(forecast.isAtLeast());
    forecast.add(11'000, {batchOf(1, u"remux"_s, JobState::Running, {1100, 5000})}, false);
    QVERIFY(forecast.isAtLeast()); // there are more than were looked at
}

void tst_QueueForecast::paused_isNotWaitedFor()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(1, u"remux"_s, JobState::Running, {second * 100, 5000}),
                      batchOf(2, u"verify"_s, JobState::Paused, {0, 9000})});
    QVERIFY(!forecast.isAtLeast());
}

void tst_QueueForecast::endedBatches_countUntilTheQueueIsEmpty()
{
    QueueForecast forecast;
    forecast.add(0, {batchOf(1, u"scan"_s, JobState::Running, {0, 1}),
                     batchOf(2, u"remux"_s, JobState::Running, {0, 100}, 3)});
    QCOMPARE(forecast.permille(), 0);
    forecast.add(1000, {batchOf(2, u"remux"_s, JobState::Running, {0, 100}, 3)});
    QCOMPARE(forecast.permille(), 250);
    forecast.add(2000, {});
    QCOMPARE(forecast.permille(), -1);
    forecast.add(3000, {batchOf(3, u"remux"_s, JobState::Running, {0, 100})});
    QCOMPARE(forecast.permille(), 0);
}

void tst_QueueForecast::moreWork_measuresAnew()
{
    QueueForecast forecast;
    for (int second = 0; second <= 10; ++second)
        forecast.add(second * 1000,
                     {batchOf(1, u"remux"_s, JobState::Running, {second * 100, 5000})});
    forecast.add(11'000, {batchOf(1, u"remux"_s, JobState::Running, {1100, 5000}),
                          batchOf(2, u"remux"_s, JobState::Queued, {0, 1100})});
    // The pace that was known serves until there is a new one.
    QCOMPARE(forecast.remainingMs().value_or(0), 50'000);
}

QTEST_GUILESS_MAIN(tst_QueueForecast)
#include "tst_queueforecast.moc"
