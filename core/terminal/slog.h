// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>

class QIODevice;
class QJsonObject;

namespace respool {

// What an event says beside its description.
struct SlogField
{
    QString name;
    QString value;

    bool operator==(const SlogField &) const = default;
};

// One event of a session log. Texts are cut where the format ends them; that is told as a warning.
struct SlogEntry
{
    QString event; // session.start, session.action, session.end; others are told and kept
    qint64 seq = 0;
    QDateTime time; // invalid: told as a warning
    qint64 line = 0;
    QString description;
    // Who, where, in which sort of session and on what, then the parameters by their names.
    QList<SlogField> fields;
};

// Reads a session log (newline-delimited JSON) with the bounds and the warning codes of the
// public session-recording-log package. Lives on the thread of its device.
class SlogReader
{
public:
    // Errors: Io.
    Result<QList<SlogEntry>> read(QIODevice &device);

    // "code: line 3, and 4 more"; one text for each code, in the order of their codes.
    QStringList warnings() const;

private:
    struct Warning
    {
        qint64 line = 0; // the first; 0: of the whole file
        qint64 times = 0;
        QString text; // instead of the line
    };

    void warn(QLatin1StringView code, qint64 line, const QString &text = {});
    std::optional<SlogEntry> entryOf(const QJsonObject &object, qint64 line);
    QString textOf(const QString &text, qint64 line);
    void takeParameters(const QJsonObject &object, SlogEntry &entry);
    void checkSequence(const QList<SlogEntry> &entries);
    void checkEnds(const QList<SlogEntry> &entries);

    QMap<QString, Warning> m_warnings;
};

} // namespace respool
