// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace respool {

struct QueryField;

// Names that the library has, to be offered as values.
struct QueryNames
{
    QStringList stores;
    QStringList tags;
};

// What may stand at a place of a text, in place of what was begun there.
struct QueryCompletion
{
    qsizetype from = 0;                // replace the text from here to the place
    const QueryField *field = nullptr; // whose values these are; null: names of fields
    QStringList candidates;            // as they are inserted: with ':', or within quotes
};

// Nothing is offered within a phrase, and no candidate that stands there already.
QueryCompletion completionAt(const QString &text, qsizetype place, const QueryNames &names);

} // namespace respool
