// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/powersource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_PowerSource : public QObject
{
    Q_OBJECT

private slots:
    void isOnMains_readsTheSupplies_data();
    void isOnMains_readsTheSupplies();
    void isOnMains_followsTheKernelsLinks();
    void isOnMains_withoutTheFolder();

private:
    // supply: "NAME attribute=value attribute=value"
    static void write(const QString &folder, const QString &supply);
};

void tst_PowerSource::write(const QString &folder, const QString &supply)
{
    const QStringList parts = supply.split(u' ');
    const QString own = folder + u'/' + parts.first();
    QVERIFY(QDir().mkpath(own));
    for (const QString &part : parts.mid(1)) {
        QFile file(own + u'/' + part.section(u'=', 0, 0));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // Underscores stand for the spaces within a value.
        file.write(part.section(u'=', 1).replace(u'_', u' ').toLatin1() + '\n');
    }
}

void tst_PowerSource::isOnMains_readsTheSupplies_data()
{
    QTest::addColumn<QStringList>("supplies");
    QTest::addColumn<bool>("onMains");
    const QString discharging = u"BAT0 type=Battery status=Discharging"_s;
    const auto row = [](const char *name, bool onMains, const QStringList &supplies) {
        QTest::newRow(name) << supplies << onMains;
    };
    row("a desktop has no supplies", true, {});
    row("a desktop with a plug", true, {u"AC type=Mains online=1"_s});
    row("a plug that says nothing, no battery", true, {u"AC type=Mains online=0"_s});
    row("a battery in use", false, {discharging});
    row("a battery in use, the plug is out", false, {discharging, u"AC type=Mains online=0"_s});
    row("a battery in use beside the plug", true, {discharging, u"AC type=Mains online=1"_s});
    row("a battery in use beside usb", true, {discharging, u"ucsi type=USB online=1"_s});
    row("a negotiated voltage", true, {discharging, u"ucsi type=USB_PD online=2"_s});
    row("an unused usb port", false, {discharging, u"ucsi type=USB online=0"_s});
    row("a full battery", true, {u"BAT0 type=Battery status=Full"_s});
    row("a charging battery", true, {u"BAT0 type=Battery status=Charging"_s});
    row("a battery that rests", true, {u"BAT0 type=Battery status=Not_charging"_s});
    row("a battery without status", true, {u"BAT0 type=Battery"_s});
    row("one of two batteries in use", false, {u"BAT1 type=Battery status=Full"_s, discharging});
    row("a scope that is the system", false,
        {u"BAT0 type=Battery scope=System status=Discharging"_s});
    row("an unknown scope", false, {u"BAT0 type=Battery scope=Unknown status=Discharging"_s});
    row("a mouse", true, {u"mouse type=Battery scope=Device status=Discharging"_s});
    row("a mouse beside a battery in use", false,
        {discharging, u"mouse type=Battery scope=Device status=Charging"_s});
    row("the plug of a tablet pen", false, {discharging, u"pen type=USB scope=Device online=1"_s});
}

void tst_PowerSource::isOnMains_readsTheSupplies()
{
    QFETCH(QStringList, supplies);
    const QTemporaryDir folder;
    for (const QString &supply : supplies)
        write(folder.path(), supply);
    QTEST(isOnMains(folder.path()), "onMains");
}

void tst_PowerSource::isOnMains_followsTheKernelsLinks()
{
    const QTemporaryDir devices;
    const QTemporaryDir folder;
    write(devices.path(), u"BAT0 type=Battery status=Discharging"_s);
    QVERIFY(QFile::link(devices.filePath(u"BAT0"_s), folder.filePath(u"BAT0"_s)));
    QVERIFY(!isOnMains(folder.path()));
}

void tst_PowerSource::isOnMains_withoutTheFolder()
{
    const QTemporaryDir folder;
    QVERIFY(isOnMains(folder.filePath(u"nothing"_s)));
}

QTEST_GUILESS_MAIN(tst_PowerSource)
#include "tst_powersource.moc"
