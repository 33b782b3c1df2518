// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

// Where the database is. SQLite only: the file; its folder must exist.
struct DatabaseConfig
{
    QString file;

    // From a URL of the form sqlite:///PATH. Errors: InvalidArgument for any other scheme.
    static Result<DatabaseConfig> fromUrl(const QString &url);
};

} // namespace respool
