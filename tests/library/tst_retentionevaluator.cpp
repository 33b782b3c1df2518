// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionevaluator.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 now = 1'700'000'000'000;

RetentionRule rule(RetentionBound bound, qint64 amount, const QString &name = u"r"_s)
{
    RetentionRule made;
    made.name = name;
    made.bound = bound;
    made.amount = amount;
    return made;
}

// So many days old, in store 1, with 10 bytes.
RetentionCandidate aged(qint64 id, qint64 days)
{
    return {
        .id = RecordingId{id}, .store = StoreId{1}, .startMs = now - days * ageDayMs, .bytes = 10};
}

QList<qint64> numbers(const QList<RetentionCandidate> &candidates)
{
    QList<qint64> found;
    for (const RetentionCandidate &candidate : candidates)
        found << candidate.id.value;
    return found;
}

RetentionChoice one(const RetentionRule &rule, const QList<RetentionCandidate> &candidates,
                    const QSet<qint64> &offline = {})
{
    return evaluateRetention({{rule, candidates}}, offline, now).first();
}

} // namespace

class tst_RetentionEvaluator : public QObject
{
    Q_OBJECT

private slots:
    void age_takesWhatBeganEarlier();
    void age_ofExactlyThatManyDaysStays();
    void count_keepsTheNewest();
    void count_ofFewerTakesNone();
    void size_takesTheOldestOfEachStore();
    void size_thatIsExactlyReachedTakesNone();
    void shield_keeps_data();
    void shield_keeps();
    void shielded_takeTheirPlaceInANumber();
    void shielded_takeTheirPlaceInAStore();
    void gone_takesNoPlace();
    void offlineStore_losesNothingAndNothingInItsPlace();
    void severalRules_chooseTheSame();
    void size_countsWhatOthersDelete();
    void size_countsWhatAnotherSizeDeletes();
    void nothing_isChosenOfNothing();
};

void tst_RetentionEvaluator::age_takesWhatBeganEarlier()
{
    const RetentionChoice choice =
        one(rule(RetentionBound::Age, 90), {aged(1, 200), aged(2, 91), aged(3, 89)});
    QCOMPARE(numbers(choice.go), QList<qint64>({1, 2}));
    QCOMPARE(choice.bytes, 20);
    QCOMPARE(choice.oldestMs, now - 200 * ageDayMs);
    QCOMPARE(choice.newestMs, now - 91 * ageDayMs);
    QVERIFY(choice.stay.isEmpty());
}

void tst_RetentionEvaluator::age_ofExactlyThatManyDaysStays()
{
    QVERIFY(one(rule(RetentionBound::Age, 90), {aged(1, 90)}).go.isEmpty());
}

void tst_RetentionEvaluator::count_keepsTheNewest()
{
    const RetentionChoice choice =
        one(rule(RetentionBound::Count, 2), {aged(1, 5), aged(2, 4), aged(3, 3), aged(4, 2)});
    QCOMPARE(numbers(choice.go), QList<qint64>({1, 2}));
}

void tst_RetentionEvaluator::count_ofFewerTakesNone()
{
    QVERIFY(one(rule(RetentionBound::Count, 2), {aged(1, 5), aged(2, 4)}).go.isEmpty());
}

void tst_RetentionEvaluator::size_takesTheOldestOfEachStore()
{
    QList<RetentionCandidate> candidates{aged(1, 9), aged(2, 8), aged(3, 7), aged(4, 6)};
    candidates[1].store = candidates[3].store = StoreId{2};
    candidates[3].bytes = 100;
    const RetentionChoice choice = one(rule(RetentionBound::Size, 15), candidates);
    // Of the second store even the newest goes, since it alone is too much.
    QCOMPARE(numbers(choice.go), QList<qint64>({1, 2, 4}));
    QCOMPARE(choice.bytes, 120);
}

void tst_RetentionEvaluator::size_thatIsExactlyReachedTakesNone()
{
    QVERIFY(one(rule(RetentionBound::Size, 20), {aged(1, 9), aged(2, 8)}).go.isEmpty());
}

void tst_RetentionEvaluator::shield_keeps_data()
{
    QTest::addColumn<RetentionBound>("bound");
    QTest::addColumn<int>("shield");
    using enum RetentionShield;
    for (const RetentionBound bound :
         {RetentionBound::Age, RetentionBound::Size, RetentionBound::Count}) {
        for (const RetentionShield shield : {Held, Flagged, Offline})
            QTest::addRow("%s, %s", qPrintable(toText(bound)), qPrintable(toText(shield)))
                << bound << int(shield);
    }
    // What has no start is not among the newest of a number, and not among the others either.
    QTest::newRow("size, without a known start")
        << RetentionBound::Size << int(RetentionShield::NoStart);
    for (const RetentionShield shield : {Missing, Deleting, Trashed, NoStart})
        QTest::addRow("age, %s", qPrintable(toText(shield))) << RetentionBound::Age << int(shield);
}

void tst_RetentionEvaluator::shield_keeps()
{
    QFETCH(const RetentionBound, bound);
    QFETCH(const int, shield);
    RetentionCandidate candidate = aged(1, 100);
    switch (RetentionShield(shield)) {
    case RetentionShield::Held:
        candidate.held = true;
        break;
    case RetentionShield::Flagged:
        candidate.flagged = true;
        break;
    case RetentionShield::Missing:
        candidate.state = RecordingState::Missing;
        break;
    case RetentionShield::Deleting:
        candidate.state = RecordingState::Deleting;
        break;
    case RetentionShield::Trashed:
        candidate.state = RecordingState::Trashed;
        break;
    case RetentionShield::Offline:
        candidate.store = StoreId{7};
        break;
    case RetentionShield::NoStart:
        candidate.startMs = 0;
        break;
    }
    QList<RetentionCandidate> candidates{candidate, aged(2, 99)};
    candidates[1].store = candidate.store; // which makes it one too many
    const RetentionChoice choice = one(rule(bound, 1), candidates, {7});
    QVERIFY(!numbers(choice.go).contains(1));
    QVERIFY(!choice.stay.isEmpty());
    QCOMPARE(choice.stay.first().id, RecordingId{1});
    QCOMPARE(int(choice.stay.first().why), shield);
}

void tst_RetentionEvaluator::shielded_takeTheirPlaceInANumber()
{
    QList<RetentionCandidate> candidates{aged(1, 5), aged(2, 4), aged(3, 3)};
    candidates[2].held = true;
    const RetentionChoice choice = one(rule(RetentionBound::Count, 2), candidates);
    QCOMPARE(numbers(choice.go), QList<qint64>({1}));
    QVERIFY(choice.stay.isEmpty()); // it is among the newest anyway
}

void tst_RetentionEvaluator::shielded_takeTheirPlaceInAStore()
{
    QList<RetentionCandidate> candidates{aged(1, 5), aged(2, 4), aged(3, 3)};
    candidates[0].flagged = true;
    const RetentionChoice choice = one(rule(RetentionBound::Size, 20), candidates);
    QCOMPARE(numbers(choice.go), QList<qint64>({2})); // the oldest that may
    QCOMPARE(choice.stay.size(), 1);
}

void tst_RetentionEvaluator::gone_takesNoPlace()
{
    QList<RetentionCandidate> candidates{aged(1, 5), aged(2, 4), aged(3, 3)};
    candidates[0].state = RecordingState::Missing;
    candidates[1].state = RecordingState::Deleting;
    for (const RetentionBound bound : {RetentionBound::Size, RetentionBound::Count})
        QVERIFY(one(rule(bound, 10), candidates).go.isEmpty());
    QVERIFY(one(rule(RetentionBound::Count, 1), candidates).go.isEmpty());
}

void tst_RetentionEvaluator::offlineStore_losesNothingAndNothingInItsPlace()
{
    const QList<RetentionCandidate> candidates{aged(1, 5), aged(2, 4), aged(3, 3)};
    const RetentionChoice choice = one(rule(RetentionBound::Size, 20), candidates, {1});
    QVERIFY(choice.go.isEmpty());
    QCOMPARE(choice.stay.size(), 1);
    QCOMPARE(choice.stay.first().why, RetentionShield::Offline);
}

void tst_RetentionEvaluator::severalRules_chooseTheSame()
{
    const QList<RetentionCandidate> candidates{aged(1, 100), aged(2, 50)};
    const auto choices = evaluateRetention({{rule(RetentionBound::Age, 90), candidates},
                                            {rule(RetentionBound::Age, 40), candidates},
                                            {rule(RetentionBound::Count, 1), candidates}},
                                           {}, now);
    QCOMPARE(numbers(choices[0].go), QList<qint64>({1}));
    QCOMPARE(numbers(choices[1].go), QList<qint64>({1, 2}));
    QCOMPARE(numbers(choices[2].go), QList<qint64>({1}));
}

// Also when the rule about size stands first.
void tst_RetentionEvaluator::size_countsWhatOthersDelete()
{
    const QList<RetentionCandidate> candidates{aged(1, 100), aged(2, 50), aged(3, 20)};
    const auto choices = evaluateRetention(
        {{rule(RetentionBound::Size, 20), candidates}, {rule(RetentionBound::Age, 90), candidates}},
        {}, now);
    QVERIFY(choices[0].go.isEmpty());
    QCOMPARE(numbers(choices[1].go), QList<qint64>({1}));
}

void tst_RetentionEvaluator::size_countsWhatAnotherSizeDeletes()
{
    const QList<RetentionCandidate> candidates{aged(1, 100), aged(2, 50), aged(3, 20)};
    const auto choices = evaluateRetention({{rule(RetentionBound::Size, 20), candidates},
                                            {rule(RetentionBound::Size, 10), candidates}},
                                           {}, now);
    QCOMPARE(numbers(choices[0].go), QList<qint64>({1}));
    QCOMPARE(numbers(choices[1].go), QList<qint64>({2}));
}

void tst_RetentionEvaluator::nothing_isChosenOfNothing()
{
    QVERIFY(evaluateRetention({}, {}, now).isEmpty());
    QVERIFY(one(rule(RetentionBound::Size, 1), {}).go.isEmpty());
}

QTEST_GUILESS_MAIN(tst_RetentionEvaluator)
#include "tst_retentionevaluator.moc"
