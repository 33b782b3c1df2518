// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recording.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QString toText(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Gateway:
        return u"gateway"_s;
    case StoreKind::Folder:
        return u"folder"_s;
    }
    Q_UNREACHABLE();
}

QString toText(StoreState state)
{
    switch (state) {
    case StoreState::Online:
        return u"online"_s;
    case StoreState::Offline:
        return u"offline"_s;
    }
    Q_UNREACHABLE();
}

QString toText(StoreWatch watch)
{
    switch (watch) {
    case StoreWatch::None:
        return {};
    case StoreWatch::Watched:
        return u"watched"_s;
    case StoreWatch::Network:
        return u"rescanned every 10 min: network mount"_s;
    case StoreWatch::Limit:
        return u"rescanned every 10 min: too many folders to watch"_s;
    }
    Q_UNREACHABLE();
}

QString toText(RecordingState state)
{
    switch (state) {
    case RecordingState::Present:
        return u"present"_s;
    case RecordingState::Damaged:
        return u"damaged"_s;
    case RecordingState::Deleting:
        return u"deleting"_s;
    case RecordingState::Trashed:
        return u"trashed"_s;
    case RecordingState::Missing:
        return u"missing"_s;
    }
    Q_UNREACHABLE();
}

QString toText(RecordingKind kind)
{
    switch (kind) {
    case RecordingKind::Unknown:
        return u"unknown"_s;
    case RecordingKind::Video:
        return u"video"_s;
    case RecordingKind::Terminal:
        return u"terminal"_s;
    case RecordingKind::Log:
        return u"log"_s;
    case RecordingKind::Mixed:
        return u"mixed"_s;
    }
    Q_UNREACHABLE();
}

QString toText(PartKind kind)
{
    switch (kind) {
    case PartKind::Webm:
        return u"webm"_s;
    case PartKind::Cast:
        return u"cast"_s;
    case PartKind::Trp:
        return u"trp"_s;
    case PartKind::Slog:
        return u"slog"_s;
    case PartKind::Media:
        return u"media"_s;
    }
    Q_UNREACHABLE();
}

std::optional<PartKind> partKindOf(const QString &fileName)
{
    static const QHash<QString, PartKind> kinds{
        {u"webm"_s, PartKind::Webm},  {u"cast"_s, PartKind::Cast}, {u"trp"_s, PartKind::Trp},
        {u"slog"_s, PartKind::Slog},  {u"mkv"_s, PartKind::Media}, {u"mp4"_s, PartKind::Media},
        {u"m4v"_s, PartKind::Media},  {u"mov"_s, PartKind::Media}, {u"avi"_s, PartKind::Media},
        {u"ogv"_s, PartKind::Media},  {u"ogg"_s, PartKind::Media}, {u"opus"_s, PartKind::Media},
        {u"mka"_s, PartKind::Media},  {u"m4a"_s, PartKind::Media}, {u"mp3"_s, PartKind::Media},
        {u"flac"_s, PartKind::Media}, {u"wav"_s, PartKind::Media}};
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (dot < 0)
        return {};
    const auto kind = kinds.constFind(fileName.mid(dot + 1).toLower());
    return kind == kinds.constEnd() ? std::optional<PartKind>() : *kind;
}

RecordingKind recordingKindOf(const QList<Part> &parts)
{
    const auto kindOf = [](const Part &part) {
        switch (part.kind) {
        case PartKind::Webm:
        case PartKind::Media:
            return RecordingKind::Video;
        case PartKind::Cast:
        case PartKind::Trp:
            return RecordingKind::Terminal;
        case PartKind::Slog:
            return RecordingKind::Log;
        }
        Q_UNREACHABLE();
    };
    if (parts.isEmpty())
        return RecordingKind::Unknown;
    const RecordingKind first = kindOf(parts.first());
    const bool same =
        std::ranges::all_of(parts, [&](const Part &part) { return kindOf(part) == first; });
    return same ? first : RecordingKind::Mixed;
}

QString fileOf(const StoreInfo &store, const Recording &recording, const Part &part)
{
    const QString path = store.path + u'/' + recording.path;
    return store.kind == StoreKind::Gateway ? path + u'/' + part.name : path;
}

} // namespace respool
