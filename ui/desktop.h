// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace respool {

// What the desktop and the machine do for the program. This one does nothing, which is what a
// machine without a session bus gets, and most tests. Lives on the ui thread; nothing waits.
class Desktop
{
public:
    virtual ~Desktop() = default;

    // A word for somebody who looks elsewhere. False: the desktop has no place for it.
    virtual bool notify(const QString &, const QString &) { return false; }
    // On the icon of the program: permille of the work, -1 for none, and how many failures are new.
    virtual void showProgress(int, qint64) {}
    // The machine does not fall asleep by itself while this is on.
    virtual void keepAwake(bool) {}
    // Errors: NotFound (there is nobody to ask), Refused with what was answered.
    virtual QFuture<Result<>> suspend() { return nobody(); }
    virtual QFuture<Result<>> powerOff() { return nobody(); }

protected:
    static QFuture<Result<>> nobody()
    {
        return QtFuture::makeReadyFuture(
            Result<>(fail(ErrorCode::NotFound, QStringLiteral("logind does not answer"))));
    }
};

// That of this machine; one that does nothing where there is no bus to be asked.
std::unique_ptr<Desktop> makeDesktop();

} // namespace respool
