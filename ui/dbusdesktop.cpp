// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dbusdesktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QPromise>
#include <QVariant>

#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int shownMs = 10'000;

// Who else keeps a machine awake, by the same two calls.
struct InhibitService
{
    const char *name, *path, *interface;
};
constexpr std::array<InhibitService, 2> others{{
    {"org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
     "org.freedesktop.PowerManagement.Inhibit"},
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"},
}};

QDBusMessage callTo(const InhibitService &service, const QString &method)
{
    return QDBusMessage::createMethodCall(QString::fromLatin1(service.name),
                                          QString::fromLatin1(service.path),
                                          QString::fromLatin1(service.interface), method);
}

QDBusMessage logindCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                          u"org.freedesktop.login1.Manager"_s, method);
}

// Asking for a bus that is not there may start one, or wait for it.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s);
}

bool hasSystemBus()
{
    return qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS")
           || QFile::exists(u"/run/dbus/system_bus_socket"_s);
}

// Calls then(watcher) with the answer, should the object live to see it.
template <typename F>
void answer(QObject *object, const QDBusPendingCall &call, F then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, object);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, object, [watcher, then] {
        then(*watcher);
        watcher->deleteLater();
    });
}

} // namespace

std::unique_ptr<Desktop> makeDesktop()
{
    const bool session = hasSessionBus();
    const bool system = hasSystemBus();
    if (!session && !system)
        return std::make_unique<Desktop>();
    const QDBusConnection none(u"respool-no-bus"_s);
    return std::make_unique<DBusDesktop>(session ? QDBusConnection::sessionBus() : none,
                                         system ? QDBusConnection::systemBus() : none);
}

DBusDesktop::DBusDesktop(QDBusConnection session, QDBusConnection system, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_system(std::move(system))
{}

DBusDesktop::~DBusDesktop()
{
    release();
    showProgress(-1, 0);
}

bool DBusDesktop::notify(const QString &title, const QString &text)
{
    if (!m_session.isConnected())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(
        u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
        u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, u"org.respool.Respool"_s}};
    // A server may read markup in the text; names of recordings are none.
    call << u"Respool"_s << m_notification << u"org.respool.Respool"_s << title
         << text.toHtmlEscaped() << QStringList() << hints << shownMs;
    answer(this, m_session.asyncCall(call), [this](const QDBusPendingCallWatcher &watcher) {
        const QDBusPendingReply<quint32> id = watcher;
        m_notification = id.isError() ? 0 : id.value();
    });
    return true;
}

void DBusDesktop::showProgress(int permille, qint64 failures)
{
    if (!m_session.isConnected() || (permille == m_shownPermille && failures == m_shownFailures))
        return;
    m_shownPermille = permille;
    m_shownFailures = failures;
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/1"_s,
                                   u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    const QVariantMap facts{{u"progress"_s, permille < 0 ? 0.0 : permille / 1000.0},
                            {u"progress-visible"_s, permille >= 0},
                            {u"count"_s, failures},
                            {u"count-visible"_s, failures > 0},
                            {u"urgent"_s, failures > 0}};
    signal << u"application://org.respool.Respool.desktop"_s << facts;
    m_session.send(signal);
}

void DBusDesktop::keepAwake(bool awake)
{
    if (m_awake == awake)
        return;
    m_awake = awake;
    ++m_wish;
    if (awake)
        inhibit();
    else
        release();
}

void DBusDesktop::inhibit()
{
    if (!m_system.isConnected())
        return inhibitOtherwise(0);
    QDBusMessage call = logindCall(u"Inhibit"_s);
    call << u"sleep:idle"_s << u"Respool"_s << u"Jobs are running"_s << u"block"_s;
    answer(this, m_system.asyncCall(call),
           [this, wish = m_wish](const QDBusPendingCallWatcher &watcher) {
               const QDBusPendingReply<QDBusUnixFileDescriptor> lock = watcher;
               if (wish != m_wish)
                   return; // the descriptor goes with the answer, and the lock with it
               if (lock.isError())
                   inhibitOtherwise(0);
               else
                   m_lock = lock.value();
           });
}

void DBusDesktop::inhibitOtherwise(int place)
{
    if (place >= int(others.size()) || !m_session.isConnected())
        return;
    QDBusMessage call = callTo(others.at(size_t(place)), u"Inhibit"_s);
    call << u"Respool"_s << u"Jobs are running"_s;
    answer(this, m_session.asyncCall(call),
           [this, place, wish = m_wish](const QDBusPendingCallWatcher &watcher) {
               const QDBusPendingReply<quint32> cookie = watcher;
               if (cookie.isError()) {
                   if (wish == m_wish)
                       inhibitOtherwise(place + 1);
                   return;
               }
               m_place = place;
               m_cookie = cookie.value();
               if (wish != m_wish)
                   release(); // it was given too late
           });
}

void DBusDesktop::release()
{
    m_lock = {};
    if (m_place < 0)
        return;
    QDBusMessage call = callTo(others.at(size_t(m_place)), u"UnInhibit"_s);
    call << m_cookie;
    m_session.asyncCall(call);
    m_place = -1;
}

QFuture<Result<>> DBusDesktop::suspend()
{
    return askLogind(u"Suspend"_s);
}

QFuture<Result<>> DBusDesktop::powerOff()
{
    return askLogind(u"PowerOff"_s);
}

QFuture<Result<>> DBusDesktop::askLogind(const QString &method)
{
    if (!m_system.isConnected())
        return nobody();
    QDBusMessage call = logindCall(method);
    call << true; // it may ask who sits there
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    answer(this, m_system.asyncCall(call), [promise](const QDBusPendingCallWatcher &watcher) {
        promise->addResult(watcher.isError()
                               ? Result<>(fail(ErrorCode::Refused, watcher.error().message()))
                               : Result<>());
        promise->finish();
    });
    return promise->future();
}

} // namespace respool
