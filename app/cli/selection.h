// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"
#include "core/library/recordingcatalog.h"

#include <QList>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace respool {

// Which recordings a verb is about, as the command line says it: ids, a query, or a file of ids.
struct SelectionArguments
{
    std::vector<std::string> ids;
    std::string query;
    bool queried = false;
    std::string from;

    void addIds(CLI::App &verb, bool orQuery, bool orFile);
};

// Finds them. Errors: NotFound and Conflict name every id that names none or several.
Result<QList<Recording>> findSelection(Session &session, const SelectionArguments &arguments);

// The same by nothing but their numbers: for tens of thousands. An id that names none is no error.
Result<FoundIds> findIds(Session &session, const SelectionArguments &arguments);

QList<RecordingId> idsOf(const QList<Recording> &recordings);

} // namespace respool
