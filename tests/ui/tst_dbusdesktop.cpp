// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dbusdesktop.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusServer>
#include <QDBusUnixFileDescriptor>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The services of a desktop, all in one object: on a connection without a bus the names of services
// do not count, only the interfaces do.
class FakeLogind final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList inhibited;
    int suspends = 0;
    bool refuses = false;
    int readEnd = -1; // of the lock that was given last: at its end, nobody holds it

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &,
                                    const QString &mode)
    {
        if (refuses) {
            sendErrorReply(QDBusError::AccessDenied, u"no"_s);
            return {};
        }
        inhibited << what + u'|' + who + u'|' + mode;
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        readEnd = ends[0];
        const QDBusUnixFileDescriptor given(ends[1]); // a copy
        ::close(ends[1]);
        return given;
    }
    void Suspend(bool)
    {
        if (refuses)
            sendErrorReply(QDBusError::AccessDenied, u"not you"_s);
        else
            ++suspends;
    }

public:
    bool isHeld() const
    {
        char byte = 0;
        return ::read(readEnd, &byte, 1) != 0; // EAGAIN while it is, end of file when not
    }
};

class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList shown;
    QList<uint> replaced;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title,
                const QString &text, const QStringList &, const QVariantMap &, int)
    {
        shown << title + u'|' + text;
        replaced << replaces;
        return 7;
    }
};

class FakeScreenSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    int held = 0;

public slots:
    uint Inhibit(const QString &, const QString &)
    {
        ++held;
        return 42;
    }
    void UnInhibit(uint cookie) { held -= cookie == 42 ? 1 : 0; }
};

class tst_DBusDesktop : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lock_isHeldWhileAwake();
    void lockThatComesLate_isGivenBack();
    void lock_goesWithTheProgram();
    void withoutLogind_anotherServiceIsAsked();
    void word_isShownInThePlaceOfTheLast();
    void progress_isSentToTheLauncher();
    void suspend_isAskedOfLogind();
    void withoutABus_nothingHappens();
    void makeDesktop_needsNoBus();

public slots:
    void hearUpdate(const QString &uri, const QVariantMap &facts)
    {
        m_uris << uri;
        m_facts = facts;
    }

private:
    template <typename T>
    Result<> resultOf(T future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return future.result();
    }
    static QDBusConnection none() { return QDBusConnection(u"nobody"_s); }

    std::unique_ptr<QDBusServer> m_server;
    std::unique_ptr<QDBusConnection> m_theirs; // the services' end
    std::unique_ptr<QDBusConnection> m_ours;
    FakeLogind m_logind;
    FakeNotifications m_notifications;
    FakeScreenSaver m_screenSaver;
    QStringList m_uris;
    QVariantMap m_facts;
};

void tst_DBusDesktop::init()
{
    m_logind.inhibited.clear();
    m_logind.suspends = 0;
    m_logind.refuses = false;
    m_notifications.shown.clear();
    m_notifications.replaced.clear();
    m_screenSaver.held = 0;
    m_uris.clear();
    m_server = std::make_unique<QDBusServer>(u"unix:tmpdir=/tmp"_s);
    QVERIFY(m_server->isConnected());
    connect(m_server.get(), &QDBusServer::newConnection, this, [this](QDBusConnection peer) {
        m_theirs = std::make_unique<QDBusConnection>(peer);
        const auto all = QDBusConnection::ExportAllSlots;
        peer.registerObject(u"/org/freedesktop/login1"_s, &m_logind, all);
        peer.registerObject(u"/org/freedesktop/Notifications"_s, &m_notifications, all);
        peer.registerObject(u"/org/freedesktop/ScreenSaver"_s, &m_screenSaver, all);
        peer.connect(QString(), QString(), u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
                     this, SLOT(hearUpdate(QString, QVariantMap)));
    });
    m_ours = std::make_unique<QDBusConnection>(
        QDBusConnection::connectToPeer(m_server->address(), u"ours"_s));
    QTRY_VERIFY(m_theirs && m_ours->isConnected());
}

void tst_DBusDesktop::cleanup()
{
    QDBusConnection::disconnectFromPeer(u"ours"_s);
    m_ours.reset();
    m_theirs.reset();
    m_server.reset();
}

void tst_DBusDesktop::lock_isHeldWhileAwake()
{
    DBusDesktop desktop(none(), *m_ours);
    desktop.keepAwake(true);
    desktop.keepAwake(true);
    QTRY_COMPARE(m_logind.inhibited, QStringList{u"sleep:idle|Respool|block"_s});
    QTRY_VERIFY(m_logind.isHeld());
    desktop.keepAwake(false);
    QTRY_VERIFY(!m_logind.isHeld());
    desktop.keepAwake(true);
    QTRY_COMPARE(m_logind.inhibited.size(), 2);
}

void tst_DBusDesktop::lockThatComesLate_isGivenBack()
{
    DBusDesktop desktop(none(), *m_ours);
    desktop.keepAwake(true);
    desktop.keepAwake(false); // before the answer
    QTRY_COMPARE(m_logind.inhibited.size(), 1);
    QTRY_VERIFY(!m_logind.isHeld());
}

void tst_DBusDesktop::lock_goesWithTheProgram()
{
    {
        DBusDesktop desktop(none(), *m_ours);
        desktop.keepAwake(true);
        QTRY_COMPARE(m_logind.inhibited.size(), 1);
        QVERIFY(m_logind.isHeld());
    }
    QTRY_VERIFY(!m_logind.isHeld());
}

void tst_DBusDesktop::withoutLogind_anotherServiceIsAsked()
{
    m_logind.refuses = true;
    DBusDesktop desktop(*m_ours, *m_ours);
    desktop.keepAwake(true);
    QTRY_COMPARE(m_screenSaver.held, 1);
    desktop.keepAwake(false);
    QTRY_COMPARE(m_screenSaver.held, 0);
    desktop.keepAwake(true);
    desktop.keepAwake(false); // before the answer
    const auto asked = [&] { return m_screenSaver.held == 0; };
    QTRY_VERIFY(asked());
}

void tst_DBusDesktop::word_isShownInThePlaceOfTheLast()
{
    DBusDesktop desktop(*m_ours, none());
    QVERIFY(desktop.notify(u"Done"_s, u"a <b> & c"_s));
    QTRY_COMPARE(m_notifications.shown, QStringList{u"Done|a &lt;b&gt; &amp; c"_s});
    const auto toldTwice = [&] {
        desktop.notify(u"Done"_s, u"again"_s);
        return m_notifications.replaced.contains(7U);
    };
    QTRY_VERIFY(toldTwice());
}

void tst_DBusDesktop::progress_isSentToTheLauncher()
{
    DBusDesktop desktop(*m_ours, none());
    desktop.showProgress(250, 2);
    QTRY_COMPARE(m_uris.size(), 1);
    QCOMPARE(m_uris.first(), u"application://org.respool.Respool.desktop"_s);
    QCOMPARE(m_facts[u"progress"_s].toDouble(), 0.25);
    QCOMPARE(m_facts[u"progress-visible"_s].toBool(), true);
    QCOMPARE(m_facts[u"count"_s].toLongLong(), 2);
    desktop.showProgress(250, 2); // nothing new
    desktop.showProgress(-1, 0);
    QTRY_COMPARE(m_facts[u"progress-visible"_s].toBool(), false);
    QCOMPARE(m_uris.size(), 2);
}

void tst_DBusDesktop::suspend_isAskedOfLogind()
{
    DBusDesktop desktop(none(), *m_ours);
    QVERIFY(resultOf(desktop.suspend()));
    QCOMPARE(m_logind.suspends, 1);
    m_logind.refuses = true;
    const auto refused = resultOf(desktop.suspend());
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QCOMPARE(refused.error().detail, u"not you"_s);
    QCOMPARE(resultOf(desktop.powerOff()).error().code, ErrorCode::Refused); // no such method
}

void tst_DBusDesktop::withoutABus_nothingHappens()
{
    DBusDesktop desktop(none(), none());
    desktop.keepAwake(true);
    desktop.showProgress(500, 1);
    QVERIFY(!desktop.notify(u"a"_s, u"b"_s));
    QCOMPARE(resultOf(desktop.powerOff()).error().code, ErrorCode::NotFound);
    desktop.keepAwake(false);
}

void tst_DBusDesktop::makeDesktop_needsNoBus()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nowhere");
    const std::unique_ptr<Desktop> desktop = makeDesktop();
    QVERIFY(desktop);
    QVERIFY(!desktop->notify(u"a"_s, u"b"_s));
    desktop->keepAwake(true);
    desktop->showProgress(1, 1);
}

QTEST_MAIN(tst_DBusDesktop)
#include "tst_dbusdesktop.moc"
