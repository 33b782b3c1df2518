// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/pending.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

#include <semaphore>

using namespace respool;

class tst_Pending : public QObject
{
    Q_OBJECT

private slots:
    void answer_comesOnTheThreadThatAsked();
    void answerThatIsThere_comesLater();
    void contextThatDies_isNotCalled();
    void answerThatEndsWhileItIsAskedFor_comesOnce();

private:
    static Pending<int> two()
    {
        return inBackground([] { return 2; });
    }
};

void tst_Pending::answer_comesOnTheThreadThatAsked()
{
    QThread *worker = nullptr;
    QThread *asker = nullptr;
    const Pending<int> pending = inBackground([&worker] {
        worker = QThread::currentThread();
        return 2;
    });
    QFuture<int> doubled = pending.then(this, [&asker](int number) {
        asker = QThread::currentThread();
        return number * 2;
    });
    QTRY_VERIFY(doubled.isFinished());
    QCOMPARE(doubled.result(), 4);
    QCOMPARE(asker, QThread::currentThread());
    QVERIFY(worker != asker);
}

void tst_Pending::answerThatIsThere_comesLater()
{
    Pending<int> pending = two();
    pending.waitForFinished();
    bool came = false;
    pending.then(this, [&came](int) { came = true; });
    QVERIFY(!came);
    QTRY_VERIFY(came);
}

void tst_Pending::contextThatDies_isNotCalled()
{
    std::binary_semaphore mayEnd(0);
    const Pending<int> pending = inBackground([&mayEnd] {
        mayEnd.acquire();
        return 2;
    });
    auto context = std::make_unique<QObject>();
    bool came = false;
    QFuture<void> end = pending.then(context.get(), [&came](int) { came = true; });
    context.reset();
    mayEnd.release();
    QVERIFY(end.isCanceled());
    QFuture<int> other = pending.on(this); // comes after what the other context was to hear
    QTRY_VERIFY(other.isFinished());
    QVERIFY(!came);
}

// QFuture::then() runs twice when it meets the end of its future.
void tst_Pending::answerThatEndsWhileItIsAskedFor_comesOnce()
{
    constexpr int rounds = 20'000;
    int answers = 0;
    int asked = 0;
    for (int round = 0; round < rounds; ++round) {
        const Pending<int> pending = two();
        for (int wait = 0; wait < round % 500; ++wait)
            ++asked;
        pending.then(this, [&answers](int number) { answers += number; });
        if (round % 100 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(answers, 2 * rounds);
}

QTEST_GUILESS_MAIN(tst_Pending)
#include "tst_pending.moc"
