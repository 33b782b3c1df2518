// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array<std::pair<const char *, QByteArray Settings::*>, 7> blobs{{
    {"window/geometry", &Settings::geometry},
    {"window/state", &Settings::windowState},
    {"window/mainSplitter", &Settings::mainSplitter},
    {"window/contentSplitter", &Settings::contentSplitter},
    {"window/jobSplitter", &Settings::jobSplitter},
    {"window/recordingColumns", &Settings::recordingColumns},
    {"window/jobColumns", &Settings::jobColumns},
}};

QString fileIn(const QString &dataFolder)
{
    return dataFolder + u"/respool.ini"_s;
}

// Names and queries of one length each: a file that was edited by hand may have lost some.
QList<SavedSearch> readSearches(const QSettings &file)
{
    const QStringList names = file.value(u"searches/names"_s).toStringList();
    const QStringList queries = file.value(u"searches/queries"_s).toStringList();
    QList<SavedSearch> searches;
    for (qsizetype i = 0; i < std::min(names.size(), queries.size()); ++i) {
        if (!names[i].isEmpty())
            searches << SavedSearch{names[i], queries[i]};
    }
    return searches;
}

void writeSearches(QSettings &file, const QList<SavedSearch> &searches)
{
    QStringList names, queries;
    for (const SavedSearch &search : searches) {
        names << search.name;
        queries << search.query;
    }
    file.setValue(u"searches/names"_s, names);
    file.setValue(u"searches/queries"_s, queries);
}

} // namespace

Settings loadSettings(const QString &dataFolder)
{
    const QSettings file(fileIn(dataFolder), QSettings::IniFormat);
    Settings settings;
    settings.threads = std::clamp(file.value(u"jobs/threads"_s, settings.threads).toInt(), 1, 64);
    settings.language = file.value(u"window/language"_s).toString();
    settings.appearance = file.value(u"window/appearance"_s).toString();
    settings.keepDamaged = file.value(u"remux/keepDamaged"_s, settings.keepDamaged).toBool();
    settings.thumbnails = file.value(u"window/thumbnails"_s, settings.thumbnails).toBool();
    settings.exportFolder = file.value(u"export/folder"_s).toString();
    settings.skipsIdle = file.value(u"player/skipsIdle"_s, settings.skipsIdle).toBool();
    settings.wallClock = file.value(u"player/wallClock"_s, settings.wallClock).toBool();
    settings.volume = std::clamp(file.value(u"player/volume"_s, settings.volume).toInt(), 0, 100);
    settings.libraryView = file.value(u"library/view"_s).toString();
    settings.hidesEmptyRows = file.value(u"library/hidesEmptyRows"_s).toBool();
    settings.searches = readSearches(file);
    for (const auto &[key, member] : blobs)
        settings.*member = file.value(QLatin1StringView(key)).toByteArray();
    return settings;
}

Result<> saveSettings(const QString &dataFolder, const Settings &settings)
{
    // QSettings writes a new file and renames it, so a crash leaves the old one.
    QSettings file(fileIn(dataFolder), QSettings::IniFormat);
    file.setValue(u"jobs/threads"_s, settings.threads);
    file.setValue(u"window/language"_s, settings.language);
    file.setValue(u"window/appearance"_s, settings.appearance);
    file.setValue(u"remux/keepDamaged"_s, settings.keepDamaged);
    file.setValue(u"window/thumbnails"_s, settings.thumbnails);
    file.setValue(u"export/folder"_s, settings.exportFolder);
    file.setValue(u"player/skipsIdle"_s, settings.skipsIdle);
    file.setValue(u"player/wallClock"_s, settings.wallClock);
    file.setValue(u"player/volume"_s, settings.volume);
    file.setValue(u"library/view"_s, settings.libraryView);
    file.setValue(u"library/hidesEmptyRows"_s, settings.hidesEmptyRows);
    writeSearches(file, settings.searches);
    for (const auto &[key, member] : blobs)
        file.setValue(QLatin1StringView(key), settings.*member);
    file.sync();
    if (file.status() != QSettings::NoError)
        return fail(ErrorCode::Io, u"%1 cannot be written"_s.arg(fileIn(dataFolder)));
    return {};
}

} // namespace respool
