// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/library/storeidentity.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QTemporaryDir>

namespace respool {

// A recording of parts with their files, in a store of its own, as the library would describe it.
// Each part begins when the one before has ended, unless it is said when.
class PlayedRecording
{
public:
    static constexpr qint64 startMs = 1'700'000'000'000;

    PlayedRecording()
    {
        store.path = QDir(m_folder.path()).canonicalPath();
        const auto root = Directory::open(store.path);
        const auto identity =
            root ? ensureIdentity(*root, StoreKind::Gateway) : Result<StoreIdentity>(fail({}));
        store.id = {1};
        store.uid = identity ? identity->uid : QString();
        recording.id = {7};
        recording.store = store.id;
        recording.uid = QStringLiteral("one");
        recording.path = QStringLiteral("one");
        QDir(store.path).mkdir(recording.path);
    }

    void add(PartKind kind, const QString &ending, const QByteArray &content, qint64 durationMs,
             qint64 gapMs = 0)
    {
        Part part;
        part.name = QStringLiteral("recording-%1.%2").arg(recording.parts.size()).arg(ending);
        part.kind = kind;
        part.bytes = content.size();
        part.startMs = m_endMs + gapMs;
        part.durationMs = durationMs;
        m_endMs = part.startMs + durationMs;
        samples::writeFile(fileOf(part.name), content);
        recording.parts << part;
    }

    // Entries at these moments, in ms.
    void addLog(const QList<qint64> &times, qint64 gapMs = 0)
    {
        add(PartKind::Slog, QStringLiteral("slog"), logText(times), times.last() - times.first(),
            gapMs);
    }

    static QByteArray logText(const QList<qint64> &times)
    {
        QByteArray text;
        for (qsizetype i = 0; i < times.size(); ++i)
            text += "{\"timestamp\":\""
                    + QDateTime::fromMSecsSinceEpoch(startMs + times[i], Qt::UTC)
                          .toString(Qt::ISODateWithMs)
                          .toUtf8()
                    + "\",\"seq\":" + QByteArray::number(i)
                    + ",\"event\":\"session.action\",\"description\":\"entry "
                    + QByteArray::number(i) + "\"}\n";
        return text;
    }

    QString fileOf(const QString &part) const
    {
        return store.path + u'/' + recording.path + u'/' + part;
    }

    StoreInfo store;
    Recording recording;

private:
    QTemporaryDir m_folder;
    qint64 m_endMs = startMs;
};

} // namespace respool
