// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/settings/settings.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// That a catalogue is complete says nothing of whether the window finds its texts in it.
class tst_Translations : public QObject
{
    Q_OBJECT

private slots:
    void window_speaks_data();
    void window_speaks();
    void english_hasPlurals();
};

void tst_Translations::window_speaks_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("de") << u"Löschen…"_s;
    QTest::newRow("en") << u"Delete…"_s;
    QTest::newRow("fr") << u"Supprimer…"_s;
}

void tst_Translations::window_speaks()
{
    QFETCH(QString, action);
    QTranslator translator;
    QVERIFY(
        translator.load(u":/i18n/respool_%1.qm"_s.arg(QLatin1StringView(QTest::currentDataTag()))));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QTemporaryDir folder;
    EngineOptions options;
    options.dataFolder = folder.path();
    options.database.file = folder.filePath(u"respool.db"_s);
    const auto engine = Engine::start(options);
    QVERIFY(engine);
    const MainWindow window(**engine, Settings());
    QStringList texts;
    for (const QAction *known : window.findChildren<QAction *>())
        texts << known->text().remove(u'&');
    QVERIFY2(texts.contains(action), qPrintable(texts.join(u' ')));
}

void tst_Translations::english_hasPlurals()
{
    QTranslator english;
    QVERIFY(english.load(u":/i18n/respool_en.qm"_s));
    const auto say = [&](int count) {
        return english.translate("respool::LibraryPage", "%n recording(s)", nullptr, count);
    };
    QCOMPARE(say(1), u"%n recording"_s);
    QCOMPARE(say(2), u"%n recordings"_s);
}

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"
