// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingtimeline.h"

#include <QTest>
#include <QTimeZone>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayMs = 1'700'000'000'000;

Part part(qint64 startMs, qint64 durationMs)
{
    Part part;
    part.startMs = startMs > 0 ? dayMs + startMs : 0;
    part.durationMs = durationMs;
    return part;
}

RecordingTimeline timelineOf(const QList<Part> &parts)
{
    Recording recording;
    recording.parts = parts;
    return RecordingTimeline(recording);
}

} // namespace

class tst_RecordingTimeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void empty_hasNoPlace();
    void parts_followEachOtherInTheOrderTheyBegan();
    void gap_takesNoTimeOfTheTimeline();
    void overlap_leavesNothingOut();
    void place_isFoundAndFoundAgain_data();
    void place_isFoundAndFoundAgain();
    void unknownLength_isLearned();
    void partOfNoLength_isPassedOver();
    void partWithoutAStart_staysWhereItIsListed();
    void neighbours_areThoseOfTheTimeline();
    void text_isElapsedOrTheTimeOfDay();
    void elapsed_isShort_data();
    void elapsed_isShort();
};

void tst_RecordingTimeline::empty_hasNoPlace()
{
    const RecordingTimeline none = timelineOf({});
    QCOMPARE(none.lengthMs(), 0);
    QCOMPARE(none.placeAt(5), PartPlace());
    QCOMPARE(none.wallMs(0), 0);
    QCOMPARE(none.partAfter(0), -1);
}

void tst_RecordingTimeline::parts_followEachOtherInTheOrderTheyBegan()
{
    const RecordingTimeline timeline = timelineOf({part(20'000, 5000), part(1000, 19'000)});
    QCOMPARE(timeline.lengthMs(), 24'000);
    QCOMPARE(timeline.stretches()[0].part, 1);
    QCOMPARE(timeline.stretches()[1].fromMs, 19'000);
    QCOMPARE(timeline.stretches()[1].gapMs, 0);
}

void tst_RecordingTimeline::gap_takesNoTimeOfTheTimeline()
{
    const RecordingTimeline timeline = timelineOf({part(1000, 9000), part(730'000, 5000)});
    QCOMPARE(timeline.lengthMs(), 14'000);
    QCOMPARE(timeline.stretches()[1].gapMs, 720'000);
    QCOMPARE(timeline.wallMs(8999), dayMs + 9999);
    QCOMPARE(timeline.wallMs(9000), dayMs + 730'000);
    const RecordingTimeline close = timelineOf({part(1000, 9000), part(11'999, 5000)});
    QCOMPARE(close.stretches()[1].gapMs, 0);
}

void tst_RecordingTimeline::overlap_leavesNothingOut()
{
    // A log beside a video, and a part behind both.
    const RecordingTimeline timeline =
        timelineOf({part(1000, 60'000), part(2000, 10'000), part(71'000, 1000)});
    QCOMPARE(timeline.lengthMs(), 71'000);
    QCOMPARE(timeline.stretches()[1].gapMs, 0);
    QCOMPARE(timeline.stretches()[2].gapMs, 10'000); // since the later of the two ends
    QCOMPARE(timeline.wallMs(60'000), dayMs + 2000);
}

void tst_RecordingTimeline::place_isFoundAndFoundAgain_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("part");
    QTest::addColumn<qint64>("within");
    QTest::addColumn<qint64>("again");
    QTest::newRow("before the beginning") << qint64(-5) << 0 << qint64(0) << qint64(0);
    QTest::newRow("beginning") << qint64(0) << 0 << qint64(0) << qint64(0);
    QTest::newRow("within the first") << qint64(9999) << 0 << qint64(9999) << qint64(9999);
    QTest::newRow("end of the first") << qint64(10'000) << 1 << qint64(0) << qint64(10'000);
    QTest::newRow("within the second") << qint64(12'345) << 1 << qint64(2345) << qint64(12'345);
    QTest::newRow("end") << qint64(30'000) << 1 << qint64(20'000) << qint64(30'000);
    QTest::newRow("behind the end") << qint64(99'999) << 1 << qint64(20'000) << qint64(30'000);
}

void tst_RecordingTimeline::place_isFoundAndFoundAgain()
{
    QFETCH(const qint64, ms);
    QFETCH(const int, part);
    QFETCH(const qint64, within);
    QFETCH(const qint64, again);
    const RecordingTimeline timeline = timelineOf({::part(1000, 10'000), ::part(50'000, 20'000)});
    const PartPlace place = timeline.placeAt(ms);
    QCOMPARE(place.part, part);
    QCOMPARE(place.ms, within);
    QCOMPARE(timeline.timeOf(place), again);
}

void tst_RecordingTimeline::unknownLength_isLearned()
{
    RecordingTimeline timeline = timelineOf({part(1000, 0), part(61'000, 5000)});
    QVERIFY(!timeline.isKnown());
    QCOMPARE(timeline.lengthMs(), 5000);
    QCOMPARE(timeline.stretches()[1].gapMs, 0); // who knows
    timeline.setLength(0, 40'000);
    QVERIFY(timeline.isKnown());
    QCOMPARE(timeline.lengthMs(), 45'000);
    QCOMPARE(timeline.stretches()[1].fromMs, 40'000);
    QCOMPARE(timeline.stretches()[1].gapMs, 20'000);
    timeline.setLength(7, 1);
    QCOMPARE(timeline.lengthMs(), 45'000);
}

void tst_RecordingTimeline::partOfNoLength_isPassedOver()
{
    const RecordingTimeline timeline = timelineOf({part(1, 1000), part(2000, 0), part(3000, 1000)});
    QCOMPARE(timeline.placeAt(1000).part, 2);
    const RecordingTimeline first = timelineOf({part(1, 0), part(2000, 0)});
    QCOMPARE(first.placeAt(0).part, 0);
    QCOMPARE(first.timeOf({1, 500}), 0);
}

void tst_RecordingTimeline::partWithoutAStart_staysWhereItIsListed()
{
    const RecordingTimeline timeline =
        timelineOf({part(90'000, 1000), part(0, 1000), part(1000, 1000)});
    QCOMPARE(timeline.stretches()[0].part, 2);
    QCOMPARE(timeline.stretches()[1].part, 0);
    QCOMPARE(timeline.stretches()[2].part, 1);
    QCOMPARE(timeline.wallMs(2500), 0);
    QCOMPARE(timeline.text(2500, TimelineClock::Wall), u"0:02"_s);
}

void tst_RecordingTimeline::neighbours_areThoseOfTheTimeline()
{
    const RecordingTimeline timeline = timelineOf({part(9000, 1000), part(1000, 1000)});
    QCOMPARE(timeline.partAfter(1), 0);
    QCOMPARE(timeline.partAfter(0), -1);
    QCOMPARE(timeline.partBefore(0), 1);
    QCOMPARE(timeline.partBefore(1), -1);
    QCOMPARE(timeline.stretchOf(2), nullptr);
}

void tst_RecordingTimeline::text_isElapsedOrTheTimeOfDay()
{
    const RecordingTimeline timeline = timelineOf({part(1000, 100'000)});
    QCOMPARE(timeline.text(61'000, TimelineClock::Elapsed), u"1:01"_s);
    QCOMPARE(timeline.text(61'000, TimelineClock::Wall), u"2023-11-14 22:14:22"_s);
}

void tst_RecordingTimeline::elapsed_isShort_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0:00"_s;
    QTest::newRow("not yet a second") << qint64(999) << u"0:00"_s;
    QTest::newRow("minutes") << qint64(83'000) << u"1:23"_s;
    QTest::newRow("hours") << qint64(3'723'000) << u"1:02:03"_s;
    QTest::newRow("before the beginning") << qint64(-1) << u"0:00"_s;
}

void tst_RecordingTimeline::elapsed_isShort()
{
    QFETCH(const qint64, ms);
    QFETCH(const QString, text);
    QCOMPARE(elapsedText(ms), text);
}

QTEST_MAIN(tst_RecordingTimeline)
#include "tst_recordingtimeline.moc"
