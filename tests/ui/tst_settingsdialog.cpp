// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"
#include "ui/firstrundialog.h"
#include "ui/gracepage.h"
#include "ui/settingsdialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What is chosen once and for all: the settings, and the first run's two steps.
class tst_SettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void whatIsChosen_isAnswered();
    void everyPage_hasANameAndARow();
    void everythingThatTakesTheFocus_hasAName();
    void grace_isSetForItsStore();
    void firstRun_tellsWhatItFound();

private:
    QString addStore();
    template <typename F>
    auto wait(F future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void tst_SettingsDialog::init()
{
    m_engine.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto started = Engine::start(options);
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().detail));
    m_engine = *std::move(started);
    QVERIFY(m_engine->work());
}

// A folder store with one terminal in it.
QString tst_SettingsDialog::addStore()
{
    const QString root = m_folder->filePath(u"store"_s);
    QDir().mkpath(root);
    QFile file(root + u"/a.cast"_s);
    if (!file.open(QIODevice::WriteOnly)
        || file.write("{\"version\":2,\"width\":80,\"height\":24}\n[0.1,\"o\",\"hello\"]\n") <= 0)
        return {};
    file.close();
    return wait(m_engine->commands().openStore(root)) ? root : QString();
}

void tst_SettingsDialog::whatIsChosen_isAnswered()
{
    Settings before;
    before.exportFolder = u"/kept"_s;
    SettingsDialog dialog(before, *m_engine);
    const auto box = [&](const QString &name) { return dialog.findChild<QComboBox *>(name); };
    const auto mark = [&](const QString &name) { return dialog.findChild<QCheckBox *>(name); };
    dialog.findChild<QSpinBox *>(u"threads"_s)->setValue(5);
    box(u"language"_s)->setCurrentIndex(box(u"language"_s)->findData(u"fr"_s));
    box(u"appearance"_s)->setCurrentIndex(box(u"appearance"_s)->findData(u"dark"_s));
    box(u"afterQueue"_s)->setCurrentIndex(box(u"afterQueue"_s)->findData(int(AfterQueue::Quit)));
    for (const QString &name : {u"staysAwake"_s, u"drawsPictures"_s, u"readsTexts"_s,
                                u"keepDamaged"_s, u"tellsEnds"_s, u"tellsFailures"_s})
        mark(name)->setChecked(false);
    mark(u"showsTray"_s)->setChecked(true);
    const Settings chosen = dialog.settings();
    QCOMPARE(chosen.threads, 5);
    QCOMPARE(chosen.language, u"fr"_s);
    QCOMPARE(chosen.appearance, u"dark"_s);
    QCOMPARE(chosen.afterQueue, AfterQueue::Quit);
    QVERIFY(!chosen.staysAwake && !chosen.drawsPictures && !chosen.readsTexts);
    QVERIFY(!chosen.keepDamaged && !chosen.tellsEnds && !chosen.tellsFailures);
    QVERIFY(chosen.showsTray);
    QCOMPARE(chosen.exportFolder, u"/kept"_s);
    // And what was chosen is what the next one shows.
    const SettingsDialog again(chosen, *m_engine);
    QCOMPARE(again.settings().afterQueue, AfterQueue::Quit);
    QCOMPARE(again.settings().threads, 5);
}

void tst_SettingsDialog::everyPage_hasANameAndARow()
{
    SettingsDialog dialog({}, *m_engine);
    auto *names = dialog.findChild<QListWidget *>();
    const auto *pages = dialog.findChild<QStackedWidget *>();
    QCOMPARE(names->count(), pages->count());
    for (int row = 0; row < names->count(); ++row) {
        names->setCurrentRow(row);
        QCOMPARE(pages->currentIndex(), row);
        QVERIFY(!names->item(row)->text().isEmpty());
    }
}

void tst_SettingsDialog::everythingThatTakesTheFocus_hasAName()
{
    QVERIFY(!addStore().isEmpty());
    SettingsDialog dialog({}, *m_engine);
    QTRY_VERIFY(dialog.findChild<GracePage *>()->findChild<QSpinBox *>());
    const auto widgets = dialog.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s)
            || qobject_cast<QLabel *>(widget))
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                           widget->objectName())));
    }
}

void tst_SettingsDialog::grace_isSetForItsStore()
{
    QVERIFY(!addStore().isEmpty());
    const auto days = [&] { return wait(m_engine->retention().trash())->first().graceDays; };
    QCOMPARE(days(), 30);
    SettingsDialog dialog({}, *m_engine);
    auto *page = dialog.findChild<GracePage *>();
    QTRY_VERIFY(page->findChild<QSpinBox *>());
    page->findChild<QSpinBox *>()->setValue(7);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    QCOMPARE(days(), 30);
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(days(), 7);
}

void tst_SettingsDialog::firstRun_tellsWhatItFound()
{
    FirstRunDialog dialog(m_engine->catalog(), u"store"_s, {});
    const auto found = [&] { return dialog.findChild<QLabel *>(u"found"_s)->text(); };
    QTRY_VERIFY(found().startsWith(u"No recording"_s));
    QVERIFY(!addStore().isEmpty());
    QTRY_VERIFY2(found().contains(u"1 terminal"_s), qPrintable(found()));
    QVERIFY(dialog.settings().drawsPictures && dialog.settings().readsTexts);
    QVERIFY(!dialog.makesSeekable());
    dialog.findChild<QCheckBox *>(u"pictures"_s)->setChecked(false);
    dialog.findChild<QCheckBox *>(u"seekable"_s)->setChecked(true);
    QVERIFY(!dialog.settings().drawsPictures && dialog.settings().readsTexts);
    QVERIFY(dialog.makesSeekable());
}

QTEST_MAIN(tst_SettingsDialog)
#include "tst_settingsdialog.moc"
