// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/manifest.h"

#include "core/files/relativepath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostBytes = 1 << 20;
constexpr qsizetype mostFiles = 10'000;
constexpr double mostSeconds = 253'402'300'800; // the year 10000

Failure wrong(const QString &what)
{
    return fail(ErrorCode::InvalidArgument, u"recording.json: "_s + what);
}

Result<QJsonObject> objectFrom(const QByteArray &json)
{
    if (json.trimmed().isEmpty())
        return wrong(u"it is empty"_s);
    if (json.size() > mostBytes)
        return wrong(u"it is larger than 1 MiB"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(
            u"it is not JSON (%1 at byte %2)"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return wrong(u"it is not an object"_s);
    return document.object();
}

Result<qint64> secondsAsMs(const QJsonObject &object, const QString &field)
{
    const QJsonValue value = object[field];
    if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > mostSeconds)
        return wrong(u"'%1' is not a number of seconds"_s.arg(field));
    return qint64(std::llround(value.toDouble() * 1000));
}

Result<ManifestFile> fileFrom(const QJsonValue &value)
{
    if (!value.isObject())
        return wrong(u"an entry of 'files' is not an object"_s);
    const QJsonObject object = value.toObject();
    ManifestFile file;
    if (!object[u"fileName"_s].isString())
        return wrong(u"'fileName' is not a text"_s);
    file.name = object[u"fileName"_s].toString();
    if (!checkFileName(file.name))
        return fail(ErrorCode::Unsafe,
                    u"recording.json: the file name '%1' would leave the recording's folder"_s.arg(
                        file.name));
    TRY_LET(file.startMs, secondsAsMs(object, u"startTime"_s));
    TRY_LET(file.durationMs, secondsAsMs(object, u"duration"_s));
    return file;
}

qint64 wholeSeconds(qint64 ms)
{
    return std::max<qint64>(1, (ms + 999) / 1000);
}

} // namespace

Result<Manifest> parseManifest(const QByteArray &json)
{
    TRY_LET(const QJsonObject object, objectFrom(json));
    Manifest manifest;
    if (!object[u"sessionId"_s].isString() || object[u"sessionId"_s].toString().isEmpty())
        return wrong(u"'sessionId' is not a text"_s);
    manifest.sessionId = object[u"sessionId"_s].toString();
    TRY_LET(manifest.startMs, secondsAsMs(object, u"startTime"_s));
    TRY_LET(manifest.durationMs, secondsAsMs(object, u"duration"_s));
    if (!object[u"files"_s].isArray())
        return wrong(u"'files' is not a list"_s);
    const QJsonArray files = object[u"files"_s].toArray();
    if (files.size() > mostFiles)
        return wrong(u"'files' has more than %1 entries"_s.arg(mostFiles));
    QSet<QString> names;
    for (const QJsonValue &value : files) {
        TRY_LET(const ManifestFile file, fileFrom(value));
        if (names.contains(file.name))
            return wrong(u"'%1' is listed twice"_s.arg(file.name));
        names << file.name;
        manifest.files << file;
    }
    return manifest;
}

Result<QByteArray> repairedManifest(const QByteArray &json,
                                    const QHash<QString, qint64> &durationMsByFile)
{
    TRY_LET(const Manifest manifest, parseManifest(json));
    TRY_LET(QJsonObject object, objectFrom(json));
    QJsonArray files = object[u"files"_s].toArray();
    bool changed = false;
    bool complete = true;
    qint64 total = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const ManifestFile &file = manifest.files[i];
        qint64 seconds = file.durationMs > 0 ? wholeSeconds(file.durationMs) : 0;
        if (seconds == 0 && durationMsByFile.value(file.name) > 0) {
            seconds = wholeSeconds(durationMsByFile.value(file.name));
            QJsonObject entry = files[i].toObject();
            entry[u"duration"_s] = seconds;
            files[i] = entry;
            changed = true;
        }
        complete = complete && seconds > 0;
        total += seconds;
    }
    object[u"files"_s] = files;
    if (manifest.durationMs == 0 && complete && total > 0) {
        object[u"duration"_s] = total;
        changed = true;
    }
    return changed ? QJsonDocument(object).toJson() : json;
}

} // namespace respool
