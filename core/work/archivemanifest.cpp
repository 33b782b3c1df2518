// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivemanifest.h"

#include "core/base/units.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto formatName = "respool-archive"_L1;
constexpr int formatVersion = 1;

Failure wrong(const QString &what)
{
    return fail(ErrorCode::InvalidArgument, u"manifest.json: "_s + what);
}

qint64 msFrom(const QJsonValue &iso)
{
    const QDateTime time = QDateTime::fromString(iso.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isSha256(const QString &text)
{
    static const QRegularExpression digits(u"\\A[0-9a-f]{64}\\z"_s);
    return digits.match(text).hasMatch();
}

Result<CarriedFile> fileFrom(const QJsonObject &object)
{
    const CarriedFile file{object[u"name"_s].toString(), object[u"bytes"_s].toInteger(-1),
                           object[u"sha256"_s].toString(), msFrom(object[u"modified"_s])};
    if (file.name.isEmpty() || file.bytes < 0 || !isSha256(file.sha256))
        return wrong(u"a file has no name, size or SHA-256"_s);
    return file;
}

RecordingNotes notesFrom(const QJsonObject &object)
{
    const QJsonObject hold = object[u"hold"_s].toObject();
    return {object[u"note"_s].toString(), object[u"flagged"_s].toBool(),
            hold[u"reason"_s].toString(), hold[u"who"_s].toString(), msFrom(hold[u"since"_s])};
}

} // namespace

CarriedRecording CarriedRecording::of(const Recording &recording, StoreKind kind,
                                      const RecordingNotes &notes)
{
    CarriedRecording carried;
    carried.uid = recording.uid;
    carried.storeKind = kind;
    carried.path = recording.path;
    carried.tags = recording.tags;
    carried.notes = notes;
    return carried;
}

qint64 CarriedRecording::bytes() const
{
    qint64 sum = 0;
    for (const CarriedFile &file : files)
        sum += file.bytes;
    return sum;
}

QJsonObject CarriedRecording::toJson() const
{
    QJsonArray list;
    for (const CarriedFile &file : files)
        list << QJsonObject{{u"name"_s, file.name},
                            {u"bytes"_s, file.bytes},
                            {u"sha256"_s, file.sha256},
                            {u"modified"_s, isoText(file.modifiedMs)}};
    QJsonObject object{{u"id"_s, uid},
                       {u"store"_s, storeUid},
                       {u"storeKind"_s, toText(storeKind)},
                       {u"path"_s, path},
                       {u"files"_s, list}};
    if (!tags.isEmpty())
        object[u"tags"_s] = QJsonArray::fromStringList(tags);
    if (!notes.note.isEmpty())
        object[u"note"_s] = notes.note;
    if (notes.flagged)
        object[u"flagged"_s] = true;
    if (!notes.holdReason.isEmpty())
        object[u"hold"_s] = QJsonObject{{u"reason"_s, notes.holdReason},
                                        {u"who"_s, notes.holdWho},
                                        {u"since"_s, isoText(notes.heldSinceMs)}};
    return object;
}

Result<CarriedRecording> CarriedRecording::fromJson(const QJsonObject &json)
{
    CarriedRecording carried;
    carried.uid = json[u"id"_s].toString();
    carried.storeKind = json[u"storeKind"_s].toString() == toText(StoreKind::Folder)
                            ? StoreKind::Folder
                            : StoreKind::Gateway;
    carried.storeUid = json[u"store"_s].toString();
    carried.path = json[u"path"_s].toString();
    if (carried.uid.isEmpty())
        return wrong(u"a recording has no id"_s);
    for (const QJsonValue tag : json[u"tags"_s].toArray())
        carried.tags << tag.toString();
    carried.notes = notesFrom(json);
    for (const QJsonValue value : json[u"files"_s].toArray()) {
        TRY_LET(const CarriedFile file, fileFrom(value.toObject()));
        carried.files << file;
    }
    if (carried.files.isEmpty())
        return wrong(u"%1 has no files"_s.arg(carried.uid));
    return carried;
}

QByteArray manifestOpening(qint64 nowMs)
{
    QByteArray head = compact({{u"format"_s, formatName},
                               {u"version"_s, formatVersion},
                               {u"program"_s, u"Respool " RESPOOL_VERSION ""_s},
                               {u"created"_s, isoText(nowMs)}});
    head.chop(1);
    return head + ",\n\"recordings\":[\n";
}

QByteArray manifestClosing(const QList<StoreInfo> &stores)
{
    QJsonArray list;
    for (const StoreInfo &store : stores)
        list << QJsonObject{
            {u"id"_s, store.uid}, {u"name"_s, store.name}, {u"kind"_s, toText(store.kind)}};
    return "\n],\n\"stores\":" + QJsonDocument(list).toJson(QJsonDocument::Compact) + "}\n";
}

Result<QList<CarriedRecording>> parseArchiveManifest(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return wrong(
            u"it is not JSON (%1 at byte %2)"_s.arg(error.errorString()).arg(error.offset));
    if (object[u"format"_s].toString() != formatName)
        return wrong(u"it is not of a Respool archive"_s);
    if (object[u"version"_s].toInt() > formatVersion)
        return fail(ErrorCode::NewerVersion,
                    u"the archive was written by a newer Respool: it has version %1, and this one "
                    "reads %2"_s.arg(object[u"version"_s].toInt())
                        .arg(formatVersion));
    QList<CarriedRecording> recordings;
    for (const QJsonValue value : object[u"recordings"_s].toArray()) {
        TRY_LET(const CarriedRecording recording, CarriedRecording::fromJson(value.toObject()));
        recordings << recording;
    }
    return recordings;
}

QByteArray sumLine(const QString &sha256, const QString &name)
{
    QString escaped = name;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    const QString mark = escaped == name ? QString() : u"\\"_s;
    return (mark + sha256 + u"  "_s + escaped + u'\n').toUtf8();
}

QByteArray gatewayManifestOf(const Recording &recording)
{
    const auto seconds = [](qint64 ms) { return (ms + 999) / 1000; };
    QJsonArray files;
    for (const Part &part : recording.parts)
        files << QJsonObject{{u"fileName"_s, part.name},
                             {u"startTime"_s, part.startMs / 1000},
                             {u"duration"_s, seconds(part.durationMs)}};
    return QJsonDocument(QJsonObject{{u"sessionId"_s, recording.uid},
                                     {u"startTime"_s, recording.startMs / 1000},
                                     {u"duration"_s, seconds(recording.durationMs)},
                                     {u"files"_s, files}})
        .toJson();
}

} // namespace respool
