// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/queuerows.h"
#include "tests/bench/sqliteapi.h"

#include <QTest>
#include <QThread>

#include <cstdlib>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What the queue costs, as ratios: beside its own statements in SQLite's C interface, beside a
// queue like the one it comes from, beside what the disk can do. Only a wrong result fails.
class QueueCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { noteLoad(u"before"_s); }
    void turns() { measureTurns(m_table); }
    void pushes() { measurePushes(m_table); }
    void durablePushes() { measureDurablePushes(m_table); }
    void claimBehindMany() { measureClaimBehindMany(m_table); }
    void bulk() { measureBulk(m_table); }
    void deleteCommand() { measureDeleteCommand(m_table); }
    void runs() { measureRuns(m_table); }
    void latency() { measureLatency(m_table); }
    void idle() { measureIdle(m_table); }
    void progress() { measureProgress(m_table); }
    void cleanupTestCase();

private:
    void noteLoad(const QString &when);

    RatioTable m_table;
};

void QueueCost::noteLoad(const QString &when)
{
    double load[1] = {};
    if (::getloadavg(load, 1) == 1)
        m_table.note(u"load average %1: %2"_s.arg(when).arg(load[0], 0, 'f', 2));
}

void QueueCost::cleanupTestCase()
{
    noteLoad(u"after"_s);
    m_table.note(u"%1 cores, SQLite %2, Qt %3, medians of rounds in which the peers take turns"_s
                     .arg(QThread::idealThreadCount())
                     .arg(QLatin1StringView(sqlite3_libversion()), QLatin1StringView(qVersion())));
    m_table.print();
}

// Beside a test this program is the other process that it needs.
int main(int argc, char **argv)
{
    if (argc == 3 && QByteArrayView(argv[1]) == enqueueOption) {
        const QCoreApplication application(argc, argv);
        return enqueueForEachLine(QString::fromLocal8Bit(argv[2]));
    }
    const QCoreApplication application(argc, argv);
    QueueCost test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_queuecost.moc"
