// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "ui/desktop.h"
#include "ui/firstrundialog.h"
#include "ui/jobpage.h"
#include "ui/mainwindow.h"
#include "ui/manners.h"
#include "ui/sidebar.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The window with the manners of the program: what it remembers of them, and the first run.
class tst_WindowJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void afterQueue_isRememberedWhenAskedTo();
    void mannersOutliveTheWindow();
    void firstFolder_isWelcomed();
    void secondFolder_isOnlyAdded();
    void word_staysWithItsAction();

private:
    void drop(const QString &folder);
    QString makeStore(const QString &name) const;
    FirstRunDialog *welcome() const { return m_window->findChild<FirstRunDialog *>(); }
    QList<StoreInfo> stores();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    Desktop m_desktop;
    std::unique_ptr<Manners> m_manners;
    std::unique_ptr<MainWindow> m_window;
};

void tst_WindowJobs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto started = Engine::start(options);
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().detail));
    m_engine = *std::move(started);
    QVERIFY(m_engine->work());
    m_manners = std::make_unique<Manners>(m_engine->queue(), m_desktop);
    m_window = std::make_unique<MainWindow>(*m_engine, Settings(), m_manners.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_WindowJobs::cleanup()
{
    m_window.reset();
    m_manners.reset();
    m_engine.reset();
}

QString tst_WindowJobs::makeStore(const QString &name) const
{
    const QString root = m_folder->filePath(name);
    QFile file(root + u"/a.cast"_s);
    if (!QDir().mkpath(root) || !file.open(QIODevice::WriteOnly))
        return {};
    file.write("{\"version\":2,\"width\":80,\"height\":24}\n[0.1,\"o\",\"hello\"]\n");
    return root;
}

void tst_WindowJobs::drop(const QString &folder)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter); // only who was entered gets the drop
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

QList<StoreInfo> tst_WindowJobs::stores()
{
    const auto asked = m_engine->catalog().stores();
    while (!asked.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return asked.result() ? *asked.result() : QList<StoreInfo>();
}

void tst_WindowJobs::afterQueue_isRememberedWhenAskedTo()
{
    QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    auto *page = m_window->findChild<JobPage *>();
    emit page->afterQueueChosen(AfterQueue::Quit, false);
    QCOMPARE(m_manners->afterQueue().action(), AfterQueue::Quit);
    QCOMPARE(m_window->settings().afterQueue, AfterQueue::Nothing);
    QVERIFY(changed.isEmpty());
    emit page->afterQueueChosen(AfterQueue::Quit, true);
    QCOMPARE(m_window->settings().afterQueue, AfterQueue::Quit);
    QCOMPARE(changed.size(), 1);
    emit page->afterQueueChosen(AfterQueue::Sleep, false); // once something else
    QCOMPARE(m_window->settings().afterQueue, AfterQueue::Nothing);
}

// As when the language is chosen anew: what was chosen for this run stands in the new window, too.
void tst_WindowJobs::mannersOutliveTheWindow()
{
    m_manners->afterQueue().choose(AfterQueue::Notify, false);
    m_window = std::make_unique<MainWindow>(*m_engine, Settings(), m_manners.get());
    const auto actions = m_window->findChildren<QAction *>();
    const auto notify = std::ranges::find(actions, u"Notify me"_s, &QAction::text);
    QVERIFY(notify != actions.end());
    QVERIFY((*notify)->isChecked());
}

void tst_WindowJobs::firstFolder_isWelcomed()
{
    drop(makeStore(u"one"_s));
    QTRY_VERIFY(welcome());
    const auto found = [&] { return welcome()->findChild<QLabel *>(u"found"_s)->text(); };
    QTRY_VERIFY(found().contains(u"1 terminal"_s));
    welcome()->findChild<QCheckBox *>(u"texts"_s)->setChecked(false);
    welcome()->findChild<QCheckBox *>(u"seekable"_s)->setChecked(true);
    QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    welcome()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_window->settings().readsTexts && m_window->settings().drawsPictures);
    QTRY_VERIFY(stores().value(0).autoRemux);
}

void tst_WindowJobs::secondFolder_isOnlyAdded()
{
    m_window->addStore(makeStore(u"one"_s));
    const auto isListed = [&] { return !m_window->findChild<Sidebar *>()->stores().isEmpty(); };
    QTRY_VERIFY(isListed());
    drop(makeStore(u"two"_s));
    QTRY_COMPARE(stores().size(), 2);
    QVERIFY(!welcome());
}

void tst_WindowJobs::word_staysWithItsAction()
{
    int acted = 0;
    m_window->say(u"It ended soon."_s, u"Mend it"_s, [&acted] { ++acted; });
    const auto buttons = m_window->findChildren<QPushButton *>();
    const auto mend = std::ranges::find(buttons, u"Mend it"_s, &QPushButton::text);
    QVERIFY(mend != buttons.end());
    QVERIFY((*mend)->isVisible());
    (*mend)->click();
    QCOMPARE(acted, 1);
}

QTEST_MAIN(tst_WindowJobs)
#include "tst_windowjobs.moc"
