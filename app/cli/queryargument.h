// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"
#include "core/library/query/query.h"

namespace respool {

// A query of the command line, read against the stores that there are. Errors: InvalidArgument
// always, whose words end with the query and a line of carets under what is wrong with it.
Result<Query> queryArgument(Session &session, const QString &text);

// The query on one line, and the marks under it. A long one is cut to what stands around the place,
// and what a terminal would obey is shown as a blank.
QString markedQuery(const QString &text, const QueryMistake &mistake);

} // namespace respool
