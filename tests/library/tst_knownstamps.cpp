// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/knownstamps.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class TestKnownStamps : public QObject
{
    Q_OBJECT

private slots:
    void find_knowsPathsByTheirHash();
    void isUnchanged_believesNoZero();
    void unseen_leavesOutWhatWasSeenOrFoundOtherwise();
    void pathHashOf_isStored();
};

void TestKnownStamps::find_knowsPathsByTheirHash()
{
    KnownStamps stamps;
    QVERIFY(stamps.isEmpty());
    for (int i = 0; i < 100; ++i)
        stamps.add(RecordingId{i + 1}, pathHashOf(QString::number(i)), quint64(1000 + i));
    stamps.sort();
    QCOMPARE(stamps.size(), 100);
    for (int i = 0; i < 100; ++i) {
        const auto found = stamps.find(pathHashOf(QString::number(i)));
        QVERIFY(found);
        QCOMPARE(stamps.id(*found).value, i + 1);
        QVERIFY(stamps.isUnchanged(*found, quint64(1000 + i)));
        QVERIFY(!stamps.isUnchanged(*found, quint64(1001 + i)));
    }
    QVERIFY(!stamps.find(pathHashOf(u"100"_s)));
}

void TestKnownStamps::isUnchanged_believesNoZero()
{
    KnownStamps stamps;
    stamps.add(RecordingId{1}, pathHashOf(u"a"_s), 0);
    stamps.sort();
    QVERIFY(!stamps.isUnchanged(*stamps.find(pathHashOf(u"a"_s)), 0));
}

void TestKnownStamps::unseen_leavesOutWhatWasSeenOrFoundOtherwise()
{
    KnownStamps stamps;
    for (int i = 1; i <= 4; ++i)
        stamps.add(RecordingId{i}, pathHashOf(QString::number(i)), 1);
    stamps.sort();
    stamps.see(*stamps.find(pathHashOf(u"2"_s)));
    QList<RecordingId> unseen = stamps.unseen({9, 4});
    std::ranges::sort(unseen);
    QCOMPARE(unseen, (QList<RecordingId>{RecordingId{1}, RecordingId{3}}));
}

// A program that made other numbers would read every manifest anew.
void TestKnownStamps::pathHashOf_isStored()
{
    QCOMPARE(pathHashOf(u"ä/b.webm"_s), pathHashOf(std::string_view("\xc3\xa4/b.webm")));
    QVERIFY(pathHashOf(u"a"_s) != pathHashOf(u"b"_s));
    QVERIFY(pathHashOf(u"12345678"_s) != pathHashOf(u"123456789"_s));
}

QTEST_APPLESS_MAIN(TestKnownStamps)
#include "tst_knownstamps.moc"
