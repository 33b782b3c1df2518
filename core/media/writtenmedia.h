// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace respool {

// What was written of one or more sources: a clip, a joined file, an encoding.
struct WrittenMedia
{
    qint64 startMs = 0; // where it truly begins and ends in the source
    qint64 endMs = 0;
    qint64 durationMs = 0; // as the file says
    qint64 packets = 0;
    qint64 outputBytes = 0;
    QString warning; // what the user should know; empty when all is as it was asked for

    QJsonObject toJson() const;
    static WrittenMedia fromJson(const QJsonObject &object);
};

} // namespace respool
