// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Loads the texts of Respool and of Qt in a language (fr, de, en); empty: the system's. English is
// in the sources. Call once, after the application was made.
void installTranslations(const QString &language);

} // namespace respool
