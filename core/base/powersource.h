// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Whether this machine draws its power from the mains, so that long work costs nobody the battery.
// folder: where the kernel describes the supplies, one folder each, as
// Documentation/ABI/testing/sysfs-class-power says. True also where nothing is known of a battery
// of the machine's own; those of mice and headsets do not count.
bool isOnMains(const QString &folder = QStringLiteral("/sys/class/power_supply"));

} // namespace respool
