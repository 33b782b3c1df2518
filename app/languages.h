// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Loads the texts of Respool and of Qt in a language (fr, de, en); empty: the system's. English is
// in the sources. Call after the application was made; called again, it puts the new language in the
// place of the old one, for widgets that are made from then on.
void installTranslations(const QString &language);

} // namespace respool
