// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace respool {

// Row ids of this database. People and scripts name recordings by uid, stores by name or uid.
struct StoreId
{
    qint64 value = 0;
    auto operator<=>(const StoreId &) const = default;
};

struct RecordingId
{
    qint64 value = 0;
    auto operator<=>(const RecordingId &) const = default;
};

enum class StoreKind { Gateway = 1, Folder = 2 };
enum class StoreState { Online = 0, Offline = 1 };

// How what changes in a store becomes known. None: by scans that somebody asks for. Network and
// Limit: by a timed rescan, since the system tells nothing of a network mount, or cannot watch as
// many folders as there are.
enum class StoreWatch { None = 0, Watched = 1, Network = 2, Limit = 3 };

// A root folder that holds recordings. Times are UTC milliseconds.
struct StoreInfo
{
    StoreId id;
    QString uid; // lies in the store itself, .respool/store.json
    StoreKind kind = StoreKind::Gateway;
    QString name;
    QString path; // absolute
    StoreState state = StoreState::Online;
    qint64 addedMs = 0;
    qint64 scannedMs = 0;  // 0: never
    qint64 recordings = 0; // not in the trash
    qint64 bytes = 0;
    StoreWatch watch = StoreWatch::None;
    QString problem;        // why it is offline, or what is odd about it
    bool autoRemux = false; // what has been recorded is made seekable unasked
};

enum class RecordingState { Present = 0, Damaged = 1, Deleting = 2, Trashed = 3, Missing = 4 };
enum class RecordingKind { Unknown = 0, Video = 1, Terminal = 2, Log = 3, Mixed = 4 };
enum class PartKind { Webm = 1, Cast = 2, Trp = 3, Slog = 4, Media = 5 };
enum class Seekable { No = 0, Yes = 1, NotAsked = 2 };

// One file of a recording.
struct Part
{
    QString name; // relative to the recording's folder
    PartKind kind = PartKind::Media;
    qint64 bytes = 0;
    qint64 startMs = 0;
    qint64 durationMs = 0; // 0: not known
    qint64 modifiedMs = 0;
    Seekable seekable = Seekable::NotAsked;
    QString problem; // why it is damaged; empty if it is not
    QString media;   // what its streams are, in one line; empty: not known, or a text
};

// What names a recording, for people and for a job.
struct RecordingKey
{
    RecordingId id;
    StoreId store;
    QString uid;
    QString path; // as below
};

// One recorded session, as a value.
struct Recording
{
    RecordingId id;
    StoreId store;
    QString storeName;
    QString uid;
    QString path; // relative to the store's root: a folder in a gateway store, a file otherwise
    RecordingState state = RecordingState::Present;
    RecordingKind kind = RecordingKind::Unknown;
    qint64 startMs = 0;
    qint64 durationMs = 0;
    qint64 bytes = 0;
    QString problem;   // why it is damaged or missing
    QString trashPath; // relative to the store's root while it is in the trash
    qint64 trashedMs = 0;
    bool held = false;
    QString holdReason;
    bool flagged = false;
    bool seen = false;
    QString note;
    qint64 resumeMs = 0; // where somebody stopped playing it; 0: nowhere
    QList<QString> tags;
    QList<Part> parts;
    bool active = false; // it is being recorded
};

// The words of the CLI and its JSON; not translated.
QString toText(StoreKind kind);
QString toText(StoreState state);
QString toText(StoreWatch watch);
QString toText(RecordingState state);
QString toText(RecordingKind kind);
QString toText(PartKind kind);

// The kind a file name stands for, by its ending; empty: no recording of ours.
std::optional<PartKind> partKindOf(const QString &fileName);
RecordingKind recordingKindOf(const QList<Part> &parts);

// Where a part's file lies, absolute. For showing it only: jobs go by directory handles.
QString fileOf(const StoreInfo &store, const Recording &recording, const Part &part);

} // namespace respool

Q_DECLARE_METATYPE(respool::RecordingId)
Q_DECLARE_METATYPE(respool::StoreId)
