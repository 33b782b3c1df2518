// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>

namespace respool {

// What happens when the queue has done its work. The numbers are stored.
enum class AfterQueue { Nothing = 0, Notify = 1, Quit = 2, Sleep = 3, ShutDown = 4 };

} // namespace respool

Q_DECLARE_METATYPE(respool::AfterQueue)
