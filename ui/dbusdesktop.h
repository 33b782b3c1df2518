// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desktop.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusPendingCall;

namespace respool {

// The desktop by way of D-Bus: notifications and the launcher's progress on the session bus, sleep
// and power by logind on the system bus. Where a service is missing the next best one is asked, and
// without any nothing happens: a call to nobody costs an answer that is not waited for.
class DBusDesktop final : public QObject, public Desktop
{
    Q_OBJECT

public:
    DBusDesktop(QDBusConnection session, QDBusConnection system, QObject *parent = nullptr);
    ~DBusDesktop() override;

    bool notify(const QString &title, const QString &text) override;
    void showProgress(int permille, qint64 failures) override;
    void keepAwake(bool awake) override;
    QFuture<Result<>> suspend() override;
    QFuture<Result<>> powerOff() override;

private:
    void inhibit();
    void inhibitOtherwise(int place);
    void release();
    QFuture<Result<>> askLogind(const QString &method);

    QDBusConnection m_session, m_system;
    bool m_awake = false;
    quint64 m_wish = 0;             // answers to an earlier wish are late
    QDBusUnixFileDescriptor m_lock; // of logind: who closes it gives it back
    int m_place = -1;               // which other service has given the cookie
    quint32 m_cookie = 0;
    quint32 m_notification = 0; // that was shown last: the next one takes its place
    int m_shownPermille = -1;
    qint64 m_shownFailures = 0;
};

} // namespace respool
