// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/powersource.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The text of one attribute; none, if the supply does not have it.
QByteArray attribute(const QString &supply, const QString &name)
{
    QFile file(supply + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

bool isOnMains(const QString &folder)
{
    bool hasBattery = false;
    bool discharging = false;
    bool online = false;
    const QDir supplies(folder);
    for (const QString &name : supplies.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString supply = supplies.filePath(name);
        // A supply without a scope is the machine's: drivers name the scope where it is another.
        if (attribute(supply, u"scope"_s) == "Device")
            continue;
        const QByteArray type = attribute(supply, u"type"_s);
        if (type == "Battery") {
            hasBattery = true;
            discharging |= attribute(supply, u"status"_s) == "Discharging";
        } else if (type == "Mains" || type.startsWith("USB")) {
            // 1 and, for a supply whose voltage is negotiated, 2.
            online |= attribute(supply, u"online"_s).toInt() > 0;
        }
    }
    return !hasBattery || online || !discharging;
}

} // namespace respool
