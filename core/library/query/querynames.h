// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariantList>

namespace respool {

// A SELECT of the recordings in whose id or path the text may be, by the index name_gram: all that
// contain it are among them. Appends the values for its marks. Empty: the index cannot tell.
QString nameSource(const QString &text, QVariantList &binds);

} // namespace respool
