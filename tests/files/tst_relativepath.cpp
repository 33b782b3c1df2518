// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/relativepath.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_RelativePath : public QObject
{
    Q_OBJECT

private slots:
    void pathComponents_cutsAPath();
    void pathComponents_refusesWhatLeavesTheStore_data();
    void pathComponents_refusesWhatLeavesTheStore();
    void checkFileName_takesOddButHonestNames_data();
    void checkFileName_takesOddButHonestNames();
    void checkFileName_refusesWhatCannotBeReadBack();
};

void tst_RelativePath::pathComponents_cutsAPath()
{
    QCOMPARE(*pathComponents(u"a/b c/d.webm"_s), (QStringList{u"a"_s, u"b c"_s, u"d.webm"_s}));
    QCOMPARE(*pathComponents(u"a"_s), QStringList{u"a"_s});
}

void tst_RelativePath::pathComponents_refusesWhatLeavesTheStore_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("root") << u"/"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("up") << u".."_s;
    QTest::newRow("up in the middle") << u"a/../b"_s;
    QTest::newRow("up at the end") << u"a/.."_s;
    QTest::newRow("itself") << u"./a"_s;
    QTest::newRow("double slash") << u"a//b"_s;
    QTest::newRow("slash at the end") << u"a/"_s;
    QTest::newRow("nul") << u"a/b\0c"_s;
}

void tst_RelativePath::pathComponents_refusesWhatLeavesTheStore()
{
    QFETCH(const QString, path);
    const auto components = pathComponents(path);
    QVERIFY(!components);
    QCOMPARE(components.error().code, ErrorCode::Unsafe);
}

void tst_RelativePath::checkFileName_takesOddButHonestNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("three dots") << u"..."_s;
    QTest::newRow("hidden") << u".a"_s;
    QTest::newRow("dots inside") << u"a..b"_s;
    QTest::newRow("backslash") << u"a\\b"_s;
    QTest::newRow("newline") << u"a\nb"_s;
    QTest::newRow("emoji") << u"\U0001F3A5.webm"_s;
}

void tst_RelativePath::checkFileName_takesOddButHonestNames()
{
    QFETCH(const QString, name);
    QVERIFY(checkFileName(name));
}

void tst_RelativePath::checkFileName_refusesWhatCannotBeReadBack()
{
    const auto checked = checkFileName(u"caf\ufffd"_s);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Unsafe);
    QVERIFY(checked.error().detail.contains(u"rename"_s));
}

QTEST_APPLESS_MAIN(tst_RelativePath)
#include "tst_relativepath.moc"
