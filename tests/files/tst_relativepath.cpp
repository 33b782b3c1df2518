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
    void components_ofASafePath_data();
    void components_ofASafePath();
    void components_refuseWhatLeadsOut_data();
    void components_refuseWhatLeadsOut();
    void fileName_isOneComponent();
};

void tst_RelativePath::components_ofASafePath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one name") << u"a.webm"_s << QStringList{u"a.webm"_s};
    QTest::newRow("two names") << u"a/b"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("dots in a name")
        << u"..a/b..c/..."_s << QStringList{u"..a"_s, u"b..c"_s, u"..."_s};
    QTest::newRow("a backslash is a letter") << u"a\\..\\b"_s << QStringList{u"a\\..\\b"_s};
    QTest::newRow("not ASCII") << u"Übung/記録"_s << QStringList{u"Übung"_s, u"記録"_s};
}

void tst_RelativePath::components_ofASafePath()
{
    QFETCH(QString, path);
    const auto names = pathComponents(path);
    QVERIFY(names);
    QTEST(*names, "names");
}

void tst_RelativePath::components_refuseWhatLeadsOut_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString();
    QTest::newRow("root") << u"/"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("up") << u".."_s;
    QTest::newRow("up at the start") << u"../x"_s;
    QTest::newRow("up inside") << u"a/../../x"_s;
    QTest::newRow("up at the end") << u"a/.."_s;
    QTest::newRow("here") << u"."_s;
    QTest::newRow("here inside") << u"a/./b"_s;
    QTest::newRow("an empty name") << u"a//b"_s;
    QTest::newRow("a slash at the end") << u"a/"_s;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s);
}

void tst_RelativePath::components_refuseWhatLeadsOut()
{
    QFETCH(QString, path);
    const auto names = pathComponents(path);
    QVERIFY(!names);
    QCOMPARE(names.error().code, ErrorCode::Unsafe);
    QVERIFY2(names.error().detail.contains(path), "the text is quoted");
}

void tst_RelativePath::fileName_isOneComponent()
{
    QVERIFY(checkFileName(u"recording.json"_s));
    for (const QString &name : {u""_s, u"a/b"_s, u".."_s, u"."_s, u"/"_s})
        QCOMPARE(checkFileName(name).error().code, ErrorCode::Unsafe);
}

QTEST_GUILESS_MAIN(tst_RelativePath)
#include "tst_relativepath.moc"
