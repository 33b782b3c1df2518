// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datafolder.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString firstOf(const QString &given, const char *variable, const QString &otherwise)
{
    if (!given.isEmpty())
        return given;
    const QString set = qEnvironmentVariable(variable);
    return set.isEmpty() ? otherwise : set;
}

// Both programs share it, so the name of the application is not part of it.
QString platformFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/respool"_s;
}

} // namespace

bool isSwitchedOff(const char *variable)
{
    return qEnvironmentVariable(variable) == u"off";
}

Result<EngineOptions> locateData(const QString &dataFolder, const QString &databaseUrl)
{
    EngineOptions options;
    options.dataFolder =
        QDir::cleanPath(QDir(firstOf(dataFolder, "RESPOOL_DATA", platformFolder())).absolutePath());
    options.readsTexts = !isSwitchedOff("RESPOOL_TEXT");
    options.drawsPictures = !isSwitchedOff("RESPOOL_PICTURES");
    options.watchesStores = !isSwitchedOff("RESPOOL_WATCH");
    const QString url = firstOf(databaseUrl, "RESPOOL_DATABASE", {});
    if (url.isEmpty()) {
        options.database.file = options.dataFolder + u"/respool.db"_s;
    } else {
        TRY_LET(options.database, DatabaseConfig::fromUrl(url));
    }
    return options;
}

} // namespace respool
