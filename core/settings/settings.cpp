// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settings.h"

#include <QFile>
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

constexpr std::array<std::pair<const char *, bool Settings::*>, 11> switches{{
    {"remux/keepDamaged", &Settings::keepDamaged},
    {"scan/pictures", &Settings::drawsPictures},
    {"scan/texts", &Settings::readsTexts},
    {"window/thumbnails", &Settings::thumbnails},
    {"notify/ends", &Settings::tellsEnds},
    {"notify/failures", &Settings::tellsFailures},
    {"window/tray", &Settings::showsTray},
    {"jobs/stayAwake", &Settings::staysAwake},
    {"library/hidesEmptyRows", &Settings::hidesEmptyRows},
    {"player/wallClock", &Settings::wallClock},
    {"player/skipsIdle", &Settings::skipsIdle},
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

SidebarChoice readChoice(const QSettings &file)
{
    return {file.value(u"library/choice"_s).toString(),
            file.value(u"library/choiceName"_s).toString(),
            file.value(u"library/choiceStore"_s).toString(),
            file.value(u"library/choiceStoreNumber"_s).toLongLong()};
}

void writeChoice(QSettings &file, const SidebarChoice &choice)
{
    file.setValue(u"library/choice"_s, choice.row);
    file.setValue(u"library/choiceName"_s, choice.name);
    file.setValue(u"library/choiceStore"_s, choice.storeUid);
    file.setValue(u"library/choiceStoreNumber"_s, choice.store);
}

// Whether nothing of the file can be believed. QSettings reads what it can out of anything: noise
// may have keys, and zeros, which a machine leaves that went down while it wrote, are no error.
bool isGarbage(const QSettings &file, const QString &path)
{
    if (file.status() == QSettings::FormatError)
        return true;
    return QFile(path).size() > 0 && !file.childGroups().contains(u"jobs"_s)
           && !file.childGroups().contains(u"window"_s);
}

void keepAside(const QString &path)
{
    const QString aside = path + u".bad"_s;
    QFile::remove(aside);
    if (!QFile::rename(path, aside))
        qWarning("%s is no file of settings and cannot be kept aside", qPrintable(path));
}

AfterQueue afterQueueFrom(int number)
{
    return number >= int(AfterQueue::Nothing) && number <= int(AfterQueue::ShutDown)
               ? AfterQueue(number)
               : AfterQueue::Nothing;
}

} // namespace

Settings Settings::withoutLayout() const
{
    Settings plain = *this;
    for (const auto &[key, member] : blobs)
        (plain.*member).clear();
    plain.choice = {};
    return plain;
}

Settings loadSettings(const QString &dataFolder)
{
    const QString path = fileIn(dataFolder);
    const QSettings file(path, QSettings::IniFormat);
    Settings settings;
    settings.threads = std::clamp(file.value(u"jobs/threads"_s, settings.threads).toInt(), 1, 64);
    settings.language = file.value(u"window/language"_s).toString();
    settings.appearance = file.value(u"window/appearance"_s).toString();
    settings.afterQueue = afterQueueFrom(file.value(u"jobs/afterQueue"_s).toInt());
    for (const auto &[key, member] : switches)
        settings.*member = file.value(QLatin1StringView(key), settings.*member).toBool();
    settings.exportFolder = file.value(u"export/folder"_s).toString();
    settings.volume = std::clamp(file.value(u"player/volume"_s, settings.volume).toInt(), 0, 100);
    settings.libraryView = file.value(u"library/view"_s).toString();
    settings.searches = readSearches(file);
    settings.choice = readChoice(file);
    for (const auto &[key, member] : blobs)
        settings.*member = file.value(QLatin1StringView(key)).toByteArray();
    if (isGarbage(file, path))
        keepAside(path);
    return settings;
}

Result<> saveSettings(const QString &dataFolder, const Settings &settings)
{
    // QSettings writes a new file and renames it, so a crash leaves the old one.
    QSettings file(fileIn(dataFolder), QSettings::IniFormat);
    file.setValue(u"jobs/threads"_s, settings.threads);
    file.setValue(u"window/language"_s, settings.language);
    file.setValue(u"window/appearance"_s, settings.appearance);
    file.setValue(u"jobs/afterQueue"_s, int(settings.afterQueue));
    for (const auto &[key, member] : switches)
        file.setValue(QLatin1StringView(key), settings.*member);
    file.setValue(u"export/folder"_s, settings.exportFolder);
    file.setValue(u"player/volume"_s, settings.volume);
    file.setValue(u"library/view"_s, settings.libraryView);
    writeSearches(file, settings.searches);
    writeChoice(file, settings.choice);
    for (const auto &[key, member] : blobs)
        file.setValue(QLatin1StringView(key), settings.*member);
    file.sync();
    if (file.status() != QSettings::NoError)
        return fail(ErrorCode::Io, u"%1 cannot be written"_s.arg(fileIn(dataFolder)));
    return {};
}

} // namespace respool
