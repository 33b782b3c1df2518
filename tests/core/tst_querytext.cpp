// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/querytext.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_QueryText : public QObject
{
    Q_OBJECT

private slots:
    void words_areKeptInOrder();
    void conditions_areRead();
    void mistake_isNamedWithItsCure_data();
    void mistake_isNamedWithItsCure();

private:
    static QList<StoreInfo> stores()
    {
        StoreInfo lab;
        lab.id = StoreId{7};
        lab.name = u"lab"_s;
        lab.uid = u"lab-uid"_s;
        return {lab};
    }
};

void tst_QueryText::words_areKeptInOrder()
{
    const auto filter = filterFromText(u"  kiosk   12:00 :x "_s, stores());
    QVERIFY(!filter); // 12: is no condition
    const auto words = filterFromText(u"  kiosk   twelve :x "_s, stores());
    QVERIFY(words);
    QCOMPARE(words->text, u"kiosk twelve :x"_s);
    QVERIFY(!words->kind && !words->state && !words->held && !words->seekable && !words->store);
}

void tst_QueryText::conditions_areRead()
{
    const auto filter = filterFromText(
        u"kind:terminal state:damaged held:yes seekable:no store:lab desk"_s, stores());
    QVERIFY2(bool(filter), filter ? "" : qPrintable(filter.error().detail));
    QCOMPARE(filter->kind, RecordingKind::Terminal);
    QCOMPARE(filter->state, RecordingState::Damaged);
    QCOMPARE(filter->held, true);
    QCOMPARE(filter->seekable, false);
    QCOMPARE(filter->store, StoreId{7});
    QCOMPARE(filter->text, u"desk"_s);
    QCOMPARE(filterFromText(u"store:lab-uid"_s, stores())->store, StoreId{7});
}

void tst_QueryText::mistake_isNamedWithItsCure_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("cure");
    QTest::newRow("kind") << u"kind:movie"_s << ErrorCode::InvalidArgument << u"video, terminal"_s;
    QTest::newRow("state") << u"state:gone"_s << ErrorCode::InvalidArgument << u"missing"_s;
    QTest::newRow("yes or no") << u"held:maybe"_s << ErrorCode::InvalidArgument << u"yes or no"_s;
    QTest::newRow("nothing after the colon")
        << u"seekable:"_s << ErrorCode::InvalidArgument << u"yes or no"_s;
    QTest::newRow("key") << u"sise:3"_s << ErrorCode::InvalidArgument << u"kind:, state:"_s;
    QTest::newRow("store") << u"store:attic"_s << ErrorCode::NotFound << u"attic"_s;
}

void tst_QueryText::mistake_isNamedWithItsCure()
{
    QFETCH(const QString, text);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, cure);
    const auto filter = filterFromText(u"word "_s + text, stores());
    QVERIFY(!filter);
    QCOMPARE(filter.error().code, code);
    QVERIFY2(filter.error().detail.contains(cure), qPrintable(filter.error().detail));
}

QTEST_APPLESS_MAIN(tst_QueryText)
#include "tst_querytext.moc"
