// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/databaseconfig.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<DatabaseConfig> DatabaseConfig::fromUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (parsed.scheme() != "sqlite"_L1 || !parsed.host().isEmpty() || parsed.path().size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    u"database '%1': this version keeps its queue in SQLite; write it as "
                    "sqlite:///PATH"_s.arg(url));
    return DatabaseConfig{parsed.path()};
}

} // namespace respool
