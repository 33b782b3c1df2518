// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/library/sumstore.h"

#include <QJsonObject>

namespace respool {

inline constexpr auto archiveManifestName = QLatin1StringView("manifest.json");
inline constexpr auto archiveSumsName = QLatin1StringView("SHA256SUMS");
inline constexpr auto recordingManifestName = QLatin1StringView("recording.json");

// A file of a recording, as the manifest of an archive lists it.
struct CarriedFile
{
    QString name; // in the folder of its recording
    qint64 bytes = 0;
    QString sha256; // hexadecimal
    qint64 modifiedMs = 0;
};

// A recording on its way from one library to another. Its files lie in the archive below its uid.
struct CarriedRecording
{
    QString uid;
    StoreKind storeKind = StoreKind::Gateway;
    QString storeUid;
    QString path; // where it lay in its store
    QStringList tags;
    RecordingNotes notes;
    QList<CarriedFile> files;

    static CarriedRecording of(const Recording &recording, StoreKind kind,
                               const RecordingNotes &notes);
    QJsonObject toJson() const;
    // Errors: InvalidArgument, with what is wrong. What it says of itself is not believed further
    // than that: names are checked by who uses them.
    static Result<CarriedRecording> fromJson(const QJsonObject &json);

    qint64 bytes() const;
};

// manifest.json of an archive:
//   {"format": "respool-archive", "version": 1, "program", "created", "recordings": [...],
//    "stores": [{"id", "name", "kind"}]}
// It may be long, so it is written in pieces: the opening, each recording after a comma but for the
// first, and the closing.
QByteArray manifestOpening(qint64 nowMs);
QByteArray manifestClosing(const QList<StoreInfo> &stores);
// Errors: InvalidArgument, NewerVersion. mostRecordings at most.
Result<QList<CarriedRecording>> parseArchiveManifest(const QByteArray &json);

// A line of SHA256SUMS, as sha256sum -c reads it.
QByteArray sumLine(const QString &sha256, const QString &name);

// recording.json for a recording that has none.
QByteArray gatewayManifestOf(const Recording &recording);

} // namespace respool
